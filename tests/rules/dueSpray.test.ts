import { describe, expect, test } from "vitest";
import { MINUTE } from "#shared/base/time.ts";
import { staleAt } from "#shared/recovery/due.ts";
import { at, given, rung, types, type Scenario } from "./scenario.ts";

const sprayed = () => given({ route: "nasal" }).given();
const stateAt = (clinic: Scenario, slot: number) =>
  clinic
    .due()
    .find((one) => one.startsWith(`${slot} `))
    ?.slice(`${slot} `.length);
const rate = (clinic: Scenario, sedation = 5) =>
  clinic.submit("nurse", clinic.observation({ sbp: 120, dbp: 76, rr: 14, sedation }, { sheet: "bp" }));
const correct = (clinic: Scenario, factId: string, minute: number, struck = false) =>
  clinic.submit("nurse", { type: "correct-dose-fact", factId, at: at(minute), struck, reason: { code: "wrong-time" } });
/** Sedation was rated when it was due. */
const watched = () => {
  const clinic = sprayed();
  for (const minute of [10, 20, 30]) rate(clinic.at(minute));
  return clinic;
};

describe("[DU8] after a spray checks are due from the first device", () => {
  const all = ["10 sedation", "20 sedation", "30 sedation", "40", "60", "90", "120"];

  test("[DU8] sedation at 10, 20, 30, then full sets", () => {
    const clinic = given({ route: "nasal" }).prepared();
    expect(clinic.due()).toEqual([]);
    clinic.at(0).give();
    expect(clinic.due()).toEqual(all.map((one) => `${one} upcoming`));
  });

  test("[DU8] a further device moves none", () => {
    expect(sprayed().at(0).due()).toEqual(all.map((one) => `${one} upcoming`));
  });

  test("[DU8] then every fifteen minutes", () => {
    const clinic = sprayed();
    const last = (minute: number, second = 0) => clinic.at(minute, second).due().at(-1);
    expect([last(115, 59), last(116), last(131)]).toEqual(["120 upcoming", "135 upcoming", "150 upcoming"]);
  });

  test("[DU8] a first device that is struck hands its place to the next, a corrected one moves them all", () => {
    const clinic = given({ route: "nasal" }).prepared().at(0);
    clinic.give("dose-first");
    clinic.at(5).give("dose-second");
    correct(clinic, "dose-first", 2);
    expect(clinic.due()[0]).toBe("12 sedation upcoming");
    correct(clinic, "dose-first", 2, true);
    expect(clinic.due()[0]).toBe("15 sedation upcoming");
  });
});

describe("[DU4] what serves which check of a spray", () => {
  const doneWith = (record: (clinic: Scenario) => unknown, minute: number, second = 0) => {
    const clinic = sprayed().at(minute, second);
    record(clinic);
    return clinic
      .at(135)
      .due()
      .filter((one) => one.endsWith(" done"));
  };
  test("[DU4] a level of sedation serves its check from four minutes before until four before the next", () => {
    expect([doneWith(rate, 5, 59), doneWith(rate, 6), doneWith(rate, 15, 59), doneWith(rate, 16)]).toEqual([
      [],
      ["10 sedation done"],
      ["10 sedation done"],
      ["20 sedation done"],
    ]);
    expect(doneWith(rate, 34, 59)).toEqual(["30 sedation done"]);
  });

  test("[DU4] so does a full set, a reason why not, and nothing without it", () => {
    expect(doneWith((clinic) => clinic.set(), 20)).toEqual(["20 sedation done"]);
    const couldNot = { notAssessed: [{ field: "sedation", why: "restroom" }] } as const;
    expect(doneWith((clinic) => clinic.set({ sedation: undefined }, couldNot), 20)).toEqual(["20 sedation done"]);
    const other = { notAssessed: [{ field: "gait", why: "asleep" }] } as const;
    expect(doneWith((clinic) => clinic.bp(120, 76, other), 20)).toEqual([]);
    expect(doneWith((clinic) => clinic.lookIn(), 20)).toEqual([]);
  });

  test("[DU4] a full set counts for the sets of 60, 90 and 120 as anywhere", () => {
    const set = (clinic: Scenario) => clinic.set();
    expect([doneWith(set, 56), doneWith(set, 85, 59), doneWith(set, 86), doneWith(set, 115, 59)]).toEqual([
      ["60 done"],
      ["60 done"],
      ["90 done"],
      ["90 done"],
    ]);
    expect([doneWith(set, 116), doneWith(set, 130, 59), doneWith(set, 131)]).toEqual([
      ["120 done"],
      ["120 done"],
      ["135 done"],
    ]);
    expect(doneWith((clinic) => clinic.bp(120, 76), 60)).toEqual([]);
  });
});

describe("[DU9] the pressure at 40 minutes has its own window", () => {
  const doneAt = (minute: number, second = 0) => {
    const clinic = sprayed().at(minute, second);
    clinic.bp(124, 80);
    return stateAt(clinic, 40) === "done";
  };
  test("[DU9] it counts from 35 to 50, the ends included, and a pressure alone is enough", () => {
    expect([doneAt(34, 59), doneAt(35), doneAt(50), doneAt(50, 1)]).toEqual([false, true, true, false]);
  });

  test("[DU9] a full set serves it, a look-in and a level alone do not", () => {
    const served = (record: (clinic: Scenario) => unknown) => {
      const clinic = sprayed().at(40);
      record(clinic);
      return stateAt(clinic, 40);
    };
    expect(served((clinic) => clinic.set())).toBe("done");
    expect(served((clinic) => clinic.lookIn())).toBe("due");
    expect(served((clinic) => clinic.exit({ sedation: 5 }))).toBe("due");
  });

  test("[DU9] it is due from 40, late at its end, and never before", () => {
    const clinic = watched();
    const edges: readonly (readonly [number, number, string])[] = [
      [37, 59, "upcoming"],
      [38, 0, "due-soon"],
      [39, 59, "due-soon"],
      [40, 0, "due"],
      [45, 0, "due"],
      [48, 0, "due"],
      [50, 0, "due"],
      [50, 1, "overdue"],
    ];
    for (const [minute, second, state] of edges)
      expect([minute, second, stateAt(clinic.at(minute, second), 40)]).toEqual([minute, second, state]);
  });

  test("[DU9] it sounds at its end", () => {
    const clinic = watched();
    expect(rung(clinic.at(50).tick(), clinic)).toEqual([]);
    expect(rung(clinic.at(50, 1).tick(), clinic)).toEqual(["check-overdue medium"]);
  });

  test("[DU9] [DU7] a look after its end ends the call: the pressure of 40 is not done for ever", () => {
    const clinic = watched().at(51);
    clinic.tick();
    expect(types(clinic.at(53).set())).toEqual(["observation-recorded", "alarm-cleared"]);
    expect([stateAt(clinic, 40), stateAt(clinic, 60)]).toEqual(["not-done", "upcoming"]);
  });

  test("[DU9] [DU7] a pressure alone that comes after its end is a look, too", () => {
    const clinic = watched().at(51);
    clinic.tick();
    clinic.at(53).bp(124, 80);
    expect(stateAt(clinic, 40)).toBe("not-done");
    expect(clinic.calls()).toEqual([]);
  });

  test("[DU9] the set of 60 makes it not done for ever", () => {
    const clinic = watched().at(57);
    clinic.set();
    expect([stateAt(clinic, 40), stateAt(clinic, 60)]).toEqual(["not-done", "done"]);
    expect(clinic.calls()).toEqual([]);
  });
});

describe("[DU7] checks of sedation", () => {
  test("[DU7] late from five minutes after, overdue from eight, and the call comes with it", () => {
    const clinic = sprayed();
    const edges: readonly (readonly [number, number, string])[] = [
      [7, 59, "sedation upcoming"],
      [8, 0, "sedation due-soon"],
      [10, 0, "sedation due"],
      [15, 0, "sedation late"],
      [18, 0, "sedation overdue"],
    ];
    for (const [minute, second, state] of edges)
      expect([minute, stateAt(clinic.at(minute, second), 10)]).toEqual([minute, state]);
    expect(rung(clinic.at(17, 59).tick(), clinic)).toEqual([]);
    expect(rung(clinic.at(18).tick(), clinic)).toEqual(["check-overdue medium"]);
  });

  test("[DU7] the first one missed stays open until somebody looks", () => {
    const clinic = sprayed().at(26);
    expect(clinic.due().slice(0, 3)).toEqual(["10 sedation overdue", "20 sedation not-done", "30 sedation upcoming"]);
    rate(clinic);
    expect(clinic.due().slice(0, 3)).toEqual(["10 sedation not-done", "20 sedation not-done", "30 sedation done"]);
  });

  test("[DU7] [AL8] the last one that was missed is closed by a look, too, though no other follows it", () => {
    const clinic = sprayed();
    for (const minute of [10, 20]) rate(clinic.at(minute));
    clinic.at(38).tick();
    expect(clinic.call("check-overdue").priority).toBe("medium");
    clinic.at(40).set();
    expect([stateAt(clinic, 30), stateAt(clinic, 40)]).toEqual(["sedation not-done", "done"]);
    expect(clinic.calls()).toEqual([]);
  });

  test("[DU7] a set that was missed says nothing about sedation", () => {
    const clinic = watched().at(52);
    expect(clinic.due().slice(0, 4)).toEqual(
      ["10", "20", "30"].map((one) => `${one} sedation done`).concat("40 overdue"),
    );
  });

  test("[DU7] of those missed only the first stays open, the last of its kind is no other", () => {
    const clinic = sprayed().at(52);
    expect(clinic.due().slice(0, 3)).toEqual(["10 sedation overdue", "20 sedation not-done", "30 sedation not-done"]);
  });
});

describe("[DU6] when a value of a spray is stale", () => {
  const stale = (clinic: Scenario, minute: number, field?: "sedation") =>
    (staleAt(clinic.session(), clinic.protocol(), at(minute), clinic.now(), field) - at(0)) / MINUTE;

  test("[DU6] a check of sedation makes sedation old, and no pressure", () => {
    const clinic = sprayed().at(60);
    expect([-10, 5, 6, 16].map((minute) => stale(clinic, minute, "sedation"))).toEqual([15, 15, 25, 35]);
    expect([-10, 5, 34].map((minute) => stale(clinic, minute))).toEqual([55, 55, 55]); // the end of 40, and five
  });

  test("[DU6] the pressure of the window lasts until the set of 60", () => {
    const clinic = sprayed().at(60);
    expect([35, 50, 55].map((minute) => stale(clinic, minute))).toEqual([65, 65, 65]);
    expect(stale(clinic, 56)).toBe(95);
    expect(stale(clinic, 30, "sedation")).toBe(55);
  });
});

describe("[DU3] once a nurse has signed after a spray", () => {
  test("[DU3] look-ins take the place of sets", () => {
    const clinic = watched().at(121);
    clinic.set();
    clinic.at(131).set();
    clinic.exit();
    clinic.sign();
    expect(clinic.session().fit).toBeDefined();
    expect(clinic.due().slice(-4)).toEqual(["90 not-done", "120 done", "135 done", "161 look-in upcoming"]);
    expect(stateAt(clinic.at(161), 161)).toBe("look-in due");
  });
});
