import { describe, expect, test } from "vitest";
import { at, given, type Scenario } from "./scenario.ts";

const window = (clinic: Scenario) => {
  const found = clinic.recovery();
  return found.state === "not-started" ? [] : [(found.from - at(0)) / 60_000, (found.to - at(0)) / 60_000];
};
const state = (clinic: Scenario) => clinic.recovery().state;
const pause = (clinic: Scenario, minute: number) =>
  clinic.submit("nurse", {
    type: "pause-infusion",
    factId: `pause-${minute}00`,
    at: at(minute),
    reason: { code: "distress" },
  });
const resume = (clinic: Scenario, minute: number) =>
  clinic.submit("nurse", { type: "resume-infusion", factId: `resume-${minute}00`, at: at(minute) });
const rate = (clinic: Scenario, minute: number, remainingMin: number) =>
  clinic.submit("nurse", {
    type: "change-rate",
    factId: `rate-${minute}000`,
    at: at(minute),
    rateMlPerH: 20,
    remainingMin,
  });

describe("[RW1] while the pump runs the window hangs on the planned end", () => {
  test("[RW1] there is none before the dose", () => expect(state(given().prepared())).toBe("not-started"));

  test("[RW1] fifteen to thirty minutes after the plan", () => {
    const clinic = given().started().at(5);
    expect([state(clinic), window(clinic)]).toEqual(["dosing", [55, 70]]);
    expect(state(clinic.at(60))).toBe("dosing"); // past its plan and nobody said that it ended
  });

  test("[RW1] a pause moves it with the clock, a resume fixes it, a rate changes it", () => {
    const clinic = given().started().at(10);
    pause(clinic, 10);
    expect(window(clinic.at(10))).toEqual([55, 70]);
    expect(window(clinic.at(16))).toEqual([61, 76]);
    resume(clinic, 16);
    expect(window(clinic.at(30))).toEqual([61, 76]);
    rate(clinic, 30, 26);
    expect(window(clinic)).toEqual([71, 86]);
  });

  test("[RW1] a rate that is changed during a pause counts from the resume", () => {
    const clinic = given().started().at(20);
    pause(clinic, 10);
    rate(clinic, 12, 50);
    resume(clinic, 20);
    expect(window(clinic)).toEqual([85, 100]);
  });
});

describe("[RW2] after the dose it hangs on the real end", () => {
  test("[RW2] an early end and a late one", () => {
    expect(window(given().ended(12))).toEqual([27, 42]);
    expect(window(given().ended(47))).toEqual([62, 77]);
  });

  test("[RW2] a corrected end moves it, a struck end takes it back to the plan", () => {
    const clinic = given().ended().at(45);
    clinic.submit("nurse", {
      type: "correct-dose-fact",
      factId: "end-0001",
      at: at(36),
      struck: false,
      reason: { code: "wrong-time" },
    });
    expect(window(clinic)).toEqual([51, 66]);
    clinic.submit("nurse", {
      type: "correct-dose-fact",
      factId: "end-0001",
      at: at(36),
      struck: true,
      reason: { code: "not-done" },
    });
    expect([state(clinic), window(clinic)]).toEqual(["dosing", [55, 70]]);
  });

  test("[RW2] a resume after the end runs again", () => {
    const clinic = given().ended().at(45);
    resume(clinic, 45);
    expect(state(clinic)).toBe("dosing");
  });
});

test("[RW3] before, in and after the window, to the second", () => {
  const clinic = given().ended();
  const edges = [
    [40, 0, "before-window"],
    [54, 59, "before-window"],
    [55, 0, "in-window"],
    [70, 0, "in-window"],
    [70, 1, "unknown"],
  ] as const;
  for (const [minute, second, expected] of edges)
    expect([minute, second, state(clinic.at(minute, second))]).toEqual([minute, second, expected]);
});

describe("[RW4] gone is measured", () => {
  const goneWith = (values: object, baseline: object = {}) => {
    const clinic = given().ended(40, baseline).at(60);
    clinic.set(values);
    return state(clinic) === "effects-gone";
  };
  test("[RW4] awake, dissociation back, distress below five", () => {
    expect(goneWith({})).toBe(true);
    expect([goneWith({ dissociation: 1 }), goneWith({ dissociation: 2 })]).toEqual([true, false]);
    expect([goneWith({ distress: 4 }), goneWith({ distress: 5 })]).toEqual([true, false]);
    expect([goneWith({ sedation: 5 }), goneWith({ sedation: 4 })]).toEqual([true, false]);
  });

  test("[RW4] back to this patient's own baseline, when that was more than one", () => {
    expect([
      goneWith({ dissociation: 3 }, { dissociation: 3 }),
      goneWith({ dissociation: 4 }, { dissociation: 3 }),
    ]).toEqual([true, false]);
    expect(goneWith({ dissociation: 1 }, { dissociation: 0 })).toBe(true);
  });

  test("[RW4] by whom and when, from the first of the good ones", () => {
    const clinic = given().ended().at(62);
    clinic.set();
    clinic.at(77).set();
    expect(clinic.recovery()).toEqual({
      state: "effects-gone",
      from: at(55),
      to: at(70),
      at: at(62),
      by: "nurse-0001",
    });
  });

  test("[RW4] a set before the end of the dose says nothing about after it, one at the end does", () => {
    const clinic = given().ended().at(50);
    clinic.set({}, { at: at(39, 59) });
    expect(state(clinic)).toBe("before-window");
    clinic.set({}, { at: at(40) });
    expect(state(clinic)).toBe("effects-gone");
  });

  test("[RW4] a set without one of the three measures is not enough", () => {
    const clinic = given().ended().at(60);
    clinic.set({ dissociation: undefined }, { notAssessed: [{ field: "dissociation", why: "declined" }] });
    expect(state(clinic)).toBe("in-window");
  });
});

describe("[RW5] past the window nobody knows until somebody looks", () => {
  test("[RW5] a look inside the window does not speak for the time after it", () => {
    const clinic = given().ended().at(69, 59);
    clinic.set({ dissociation: 4 });
    expect(state(clinic.at(75))).toBe("unknown");
    clinic.set({ dissociation: 3 });
    expect(clinic.recovery()).toMatchObject({ state: "still-affected", minutes: 35 });
  });

  test("[RW5] a look at its last minute does", () => {
    const clinic = given().ended().at(70);
    clinic.set({ dissociation: 4 });
    expect(clinic.at(70, 1).recovery()).toMatchObject({ state: "still-affected", minutes: 30 });
  });
});

describe("[RW6] a relapse takes gone back", () => {
  test("[RW6] and gone counts anew from the next good one", () => {
    const clinic = given().ended().at(60);
    clinic.set();
    clinic.at(72).set({ dissociation: 3 });
    expect(state(clinic)).toBe("still-affected");
    clinic.at(80).set();
    expect(clinic.recovery()).toMatchObject({ state: "effects-gone", at: at(80) });
  });

  test("[RW6] drowsiness alone is one, with nobody to ask the rest", () => {
    const clinic = given().ended().at(60);
    clinic.set();
    const asleep = { field: "dissociation", why: "asleep" } as const;
    clinic
      .at(72)
      .set(
        { sedation: 3, dissociation: undefined, distress: undefined },
        { notAssessed: [asleep, { ...asleep, field: "distress" }] },
      );
    expect(state(clinic)).toBe("still-affected");
  });

  test("[RW6] a corrected or struck value takes gone back likewise", () => {
    const clinic = given().ended().at(60);
    clinic.set();
    clinic.submit("nurse", {
      type: "strike-observation",
      observationId: clinic.lastObservation().id,
      reason: { code: "wrong-chair" },
    });
    expect(state(clinic)).toBe("in-window");
  });
});
