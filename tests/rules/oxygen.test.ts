import { describe, expect, test } from "vitest";
import { COMMON_EXIT } from "#shared/protocol/common.ts";
import { at, given, type Scenario } from "./scenario.ts";
import { done, struck } from "./leavingSteps.ts";

const oxygen = (clinic: Scenario) => clinic.check("oxygen")?.state;
const flow = (clinic: Scenario, on: boolean) => clinic.set({ oxygen: { on } });

describe("[RD13] oxygen is good on air, 15 min after the last oxygen", () => {
  test("[RD13] who never had any needs the newest saturation alone", () => {
    const clinic = given().ended().at(41);
    expect(clinic.check("oxygen")).toEqual({ id: "oxygen", state: "unknown", evidence: [], whose: "nurse" });
    clinic.set();
    expect(clinic.check("oxygen")).toEqual({
      id: "oxygen",
      state: "met",
      evidence: [
        {
          observationId: clinic.lastObservation().id,
          measure: "spo2",
          value: 98,
          observedAt: at(41),
          by: "nurse-0001",
        },
      ],
      whose: "nurse",
    });
  });

  test("[RD13] one that was measured before the acute end is none", () => {
    const clinic = given().ended();
    expect(oxygen(clinic)).toBe("unknown"); // the set a second before the end
  });

  test("[RD13] air that was noted and never oxygen asks for no wait", () => {
    const clinic = given().ended().at(41);
    flow(clinic, false);
    expect(oxygen(clinic)).toBe("met");
    done(clinic, "oxygen-off");
    expect(oxygen(clinic)).toBe("met");
  });

  test("[RD13] on oxygen nothing is good, however long, and no time is named", () => {
    const clinic = given().ended().at(41);
    done(clinic, "oxygen-on");
    done(clinic.at(42), "suction"); // which turns nothing off
    clinic.at(120).set();
    expect([oxygen(clinic), "earliest" in clinic.check("oxygen")!]).toEqual(["not-met", false]);
    expect(clinic.check("oxygen")?.evidence).toMatchObject([{ measure: "spo2", value: 98, observedAt: at(120) }]);
  });

  test.each([-1, 0, 1])("[RD13] measured 15 min and %i s after it was taken off", (second) => {
    const clinic = given().ended().at(41);
    done(clinic, "oxygen-on");
    clinic.at(45);
    done(clinic, "oxygen-off");
    clinic.at(60, second).set();
    expect(oxygen(clinic)).toBe(second < 0 ? "not-met" : "met");
    expect(clinic.check("oxygen")?.earliest).toBe(second < 0 ? at(60) : undefined);
  });

  test("[RD13] it must be measured after the wait: waiting alone proves nothing", () => {
    const clinic = given().ended().at(41);
    done(clinic, "oxygen-on");
    clinic.at(45);
    done(clinic, "oxygen-off");
    clinic.at(50).set();
    expect([oxygen(clinic.at(60)), oxygen(clinic.at(90))]).toEqual(["not-met", "not-met"]);
    clinic.lookIn("awake-comfortable");
    expect(oxygen(clinic)).toBe("not-met");
    clinic.set();
    expect(oxygen(clinic)).toBe("met");
  });

  test("[RD13] taken off means the first time after the last on; said again later it moves nothing", () => {
    const clinic = given().ended().at(41);
    done(clinic, "oxygen-on");
    clinic.at(43);
    done(clinic, "oxygen-off");
    clinic.at(44);
    done(clinic, "oxygen-on", at(44), "oxygen-on-again");
    clinic.at(46);
    flow(clinic, false);
    clinic.at(50);
    flow(clinic, false);
    clinic.at(60, 59).set();
    expect([oxygen(clinic), clinic.check("oxygen")?.earliest]).toEqual(["not-met", at(61)]);
    clinic.at(61).set();
    expect(oxygen(clinic)).toBe("met");
  });

  test("[RD13] in a set or as something that was done is the same, in the order of when it was true", () => {
    const clinic = given().ended().at(41);
    flow(clinic, true);
    clinic.at(45);
    done(clinic, "oxygen-off");
    clinic.at(60).set();
    expect(oxygen(clinic)).toBe("met");
    done(clinic, "oxygen-on", at(59), "oxygen-on-late"); // found late: it was on again
    expect(oxygen(clinic)).toBe("not-met");
    struck(clinic, "oxygen-on-late");
    expect(oxygen(clinic)).toBe("met");
    clinic.at(61);
    done(clinic, "suction");
    clinic.set();
    expect(oxygen(clinic)).toBe("met");
    flow(clinic.at(62), true);
    expect(oxygen(clinic)).toBe("not-met");
  });

  test("[RD13] oxygen during the dose counts too", () => {
    const clinic = given().started().at(20);
    flow(clinic, true);
    clinic.at(39);
    done(clinic, "oxygen-off");
    clinic.at(40).end();
    clinic.at(53, 59).set();
    expect([oxygen(clinic), clinic.check("oxygen")?.earliest]).toEqual(["not-met", at(54)]);
    clinic.at(54).set();
    expect(oxygen(clinic)).toBe("met");
  });

  test("[RD13] a saturation that is low is not met, whatever the wait", () => {
    const clinic = given().ended().at(60);
    clinic.set({ spo2: 93 });
    expect([oxygen(clinic), "earliest" in clinic.check("oxygen")!]).toEqual(["not-met", false]);
    clinic.lookIn("awake-comfortable", {});
    expect(oxygen(clinic)).toBe("not-met");
  });

  test("[RD13] from the moment at which it is put on no time is named", () => {
    const clinic = given().recovered();
    done(clinic, "oxygen-on");
    expect([oxygen(clinic), "earliest" in clinic.check("oxygen")!]).toEqual(["not-met", false]);
  });

  test("[RD13] its minutes are the protocol's", () => {
    const clinic = given({ protocol: { exit: { ...COMMON_EXIT, airAfterOxygenMin: 3 } } })
      .ended()
      .at(41);
    done(clinic, "oxygen-on");
    done(clinic, "oxygen-off");
    clinic.at(43, 59).set();
    expect(oxygen(clinic)).toBe("not-met");
    clinic.at(44).set();
    expect(oxygen(clinic)).toBe("met");
  });
});

describe("[LM4] who lives at the clinic's altitude", () => {
  const resident = (spo2: number, { lives = true, lowerBy = 2, own = 98 } = {}) => {
    const altitude = lowerBy === 0 ? null : { spo2LowerBy: lowerBy };
    const clinic = given({ protocol: { altitude } })
      .ended(40, { spo2: own })
      .become((state) => ({
        ...state,
        sessions: Object.fromEntries(
          Object.entries(state.sessions).map(([id, one]) => [id, { ...one, livesAtAltitude: lives }]),
        ),
      }));
    clinic.at(55).set({ spo2 });
    return oxygen(clinic);
  };
  test("[LM4] the floor of leaving is lower by what the clinic has set", () => {
    expect([resident(92), resident(91)]).toEqual(["met", "not-met"]);
    expect([resident(93, { lowerBy: 1 }), resident(92, { lowerBy: 1 })]).toEqual(["met", "not-met"]);
  });
  test("[LM4] critical, which is lower too, is never good, even as her own", () => {
    expect([resident(90, { own: 90 }), resident(89, { own: 89 })]).toEqual(["met", "not-met"]);
  });
  test("[LM4] it is for nobody else, and nothing where the clinic has set nothing", () => {
    expect([resident(93, { lives: false }), resident(94, { lives: false })]).toEqual(["not-met", "met"]);
    expect([resident(93, { lowerBy: 0 }), resident(94, { lowerBy: 0 })]).toEqual(["not-met", "met"]);
  });
});

test("[RD9] without a baseline the floor of oxygen is the protocol's", () => {
  const clinic = given().checkedIn().at(0);
  clinic.start();
  clinic.at(40).end();
  clinic.at(55).set({ spo2: 94 });
  expect(oxygen(clinic)).toBe("met");
  clinic.at(56).set({ spo2: 93 });
  expect(oxygen(clinic)).toBe("not-met");
});

test("[RD9] a baseline above the floor does not raise it", () => {
  const clinic = given().ended(40, { spo2: 100 }).at(55);
  clinic.set({ spo2: 94 });
  expect(oxygen(clinic)).toBe("met");
});
