import { describe, expect, test } from "vitest";
import { COMMON_EXIT } from "#shared/protocol/common.ts";
import type { Grade, Suicidality, Symptom, Values } from "#shared/vitals/observation.ts";
import { at, given, type Scenario } from "./scenario.ts";
import { exitWith, happened, letPass } from "./leavingSteps.ts";

const sign = (symptom: Symptom, grade: Grade): Values => ({ symptoms: [{ symptom, grade }] });
const seen = (clinic: Scenario, values: Values, minute = 55) => {
  clinic.at(minute).set(values);
  return clinic;
};

describe("[RD5] dissociation, and CADSS where it was asked", () => {
  const state = (values: Values, baseline: Values = {}) =>
    seen(given().ended(40, baseline), values).check("dissociation")?.state;

  test("[RD5] a total of four is back, five is not, or it is this patient's own", () => {
    expect([state({ cadss: 4 }), state({ cadss: 5 })]).toEqual(["met", "not-met"]);
    expect([state({ cadss: 7 }, { cadss: 7 }), state({ cadss: 8 }, { cadss: 7 })]).toEqual(["met", "not-met"]);
    expect([state({ cadss: 4 }, { cadss: 1 }), state({ cadss: 5 }, { cadss: 1 })]).toEqual(["met", "not-met"]);
  });

  test("[RD5] both have to be back", () => {
    expect(state({ cadss: 4, dissociation: 2 })).toBe("not-met");
    expect(state({ cadss: 5, dissociation: 0 })).toBe("not-met");
    const asleep = given().ended().at(55);
    asleep.set({ cadss: 0, dissociation: undefined }, { notAssessed: [{ field: "dissociation", why: "asleep" }] });
    expect(asleep.check("dissociation")?.state).toBe("unknown");
  });

  test("[RD5] each shows what it was judged on", () => {
    const measure = (values: Values) =>
      seen(given().ended(), values)
        .check("dissociation")
        ?.evidence.map((one) => `${one.measure} ${one.value}`);
    expect(measure({ cadss: 9 })).toEqual(["cadss 9"]);
    expect(measure({ cadss: 2 })).toEqual(["dissociation 0"]);
    expect(measure({})).toEqual(["dissociation 0"]);
  });

  test("[RD5] a total does not grow old, the quick question does", () => {
    const clinic = seen(given().ended(), { cadss: 9 });
    expect(clinic.at(300).check("dissociation")?.state).toBe("not-met");
    const back = seen(given().ended(), { cadss: 2 });
    back.at(70).set();
    expect([back.at(90).check("dissociation")?.state, back.at(90, 1).check("dissociation")?.state]).toEqual([
      "met",
      "stale",
    ]);
  });

  test("[RD5] without a baseline the limits alone count", () => {
    const clinic = given().checkedIn().at(0);
    clinic.start();
    clinic.at(40).end();
    const found = (values: Values, minute: number) => seen(clinic, values, minute).check("dissociation")?.state;
    expect([found({ dissociation: 1 }, 55), found({ dissociation: 2 }, 56)]).toEqual(["met", "not-met"]);
    expect([found({ cadss: 4 }, 57), found({ cadss: 5 }, 58)]).toEqual(["met", "not-met"]);
  });

  test("[RD5] its numbers are the protocol's", () => {
    const exit = { ...COMMON_EXIT, dissociationAtMost: 3, cadssAtMost: 6, distressBelow: 2 };
    const found = (values: Values) => {
      const clinic = seen(given({ protocol: { exit } }).ended(), values);
      return `${clinic.check("dissociation")?.state} ${clinic.check("distress")?.state}`;
    };
    expect(found({ dissociation: 3, distress: 1 })).toBe("met met");
    expect(found({ dissociation: 4, distress: 2 })).toBe("not-met not-met");
    expect([found({ cadss: 6 }), found({ cadss: 7 })]).toEqual(["met met", "not-met met"]);
  });

  test("[RD5] a look-in keeps what was asked current", () => {
    const clinic = given().recovered().at(84);
    clinic.lookIn();
    expect([clinic.at(105).check("distress")?.state, clinic.at(105, 1).check("distress")?.state]).toEqual([
      "met",
      "stale",
    ]);
  });
});

describe("[RD14] nausea is at most mild", () => {
  const state = (values: Values) => seen(given().ended(), values).check("nausea");

  test("[RD14] by number, three and four; by word, mild and moderate", () => {
    expect([state({ nausea: 3 })?.state, state({ nausea: 4 })?.state]).toEqual(["met", "not-met"]);
    expect(state(sign("nausea", "mild"))?.state).toBe("met");
    expect([state(sign("nausea", "moderate"))?.state, state(sign("nausea", "severe"))?.state]).toEqual([
      "not-met",
      "not-met",
    ]);
    expect(state({ nausea: 2, ...sign("nausea", "severe") })?.state).toBe("not-met");
    expect(state(sign("headache", "severe"))?.state).toBe("met");
  });

  test("[RD14] its evidence is the number, else the word, else none", () => {
    const value = (values: Values) => state(values)?.evidence.map((one) => `${one.measure} ${one.value}`);
    expect(value({ nausea: 2, ...sign("nausea", "mild") })).toEqual(["nausea 2"]);
    expect(value(sign("nausea", "mild"))).toEqual(["nausea mild"]);
    expect(value({})).toEqual(["nausea none"]);
    const clinic = seen(given().ended(), {});
    expect(clinic.check("nausea")).toEqual({
      id: "nausea",
      state: "met",
      evidence: [
        {
          observationId: clinic.lastObservation().id,
          measure: "nausea",
          value: "none",
          observedAt: at(55),
          by: "nurse-0001",
        },
      ],
      whose: "nurse",
    });
  });

  test("[RD14] nobody knows it before a full set after the dose, or a number", () => {
    const clinic = given().ended().at(45);
    clinic.bp(120, 76);
    clinic.exit();
    expect(clinic.check("nausea")).toEqual({ id: "nausea", state: "unknown", evidence: [], whose: "nurse" });
    clinic.exit({ nausea: 5 });
    expect(clinic.check("nausea")?.state).toBe("not-met");
    clinic.at(46).exit();
    expect(clinic.check("nausea")?.state).toBe("not-met"); // a walk says nothing about it
    clinic.at(47).set();
    expect(clinic.check("nausea")?.state).toBe("met");
  });

  test("[RD14] named on any sheet it counts", () => {
    const clinic = seen(given().ended(), {});
    clinic.at(58).exit(sign("nausea", "severe"));
    expect(clinic.check("nausea")).toMatchObject({ state: "not-met", evidence: [{ value: "severe" }] });
  });

  const vomits: readonly (readonly [string, Values])[] = [
    ["a count", { vomitCount: 1 }],
    ["a mild word", sign("vomiting", "mild")],
    ["a severe word", sign("vomiting", "severe")],
  ];
  test.each(vomits)("[RD14] nobody vomited for 30 min, to the second, said as %s", (_, values) => {
    const clinic = seen(given().ended(), values, 50);
    clinic.at(60).set();
    expect(clinic.at(80, -1).check("nausea")).toMatchObject({
      state: "not-met",
      earliest: at(80),
      evidence: [{ value: "none", observedAt: at(60) }],
    });
    expect(clinic.at(80).check("nausea")?.state).toBe("met");
    expect(clinic.check("nausea")).not.toHaveProperty("earliest");
  });

  test("[RD14] the last time counts, a count of nothing is none, and it is seen on any sheet", () => {
    const clinic = seen(given().ended(), { vomitCount: 2 }, 45);
    clinic.at(50).exit({ vomitCount: 1 });
    clinic.at(60).set({ vomitCount: 0 });
    expect(clinic.check("nausea")).toMatchObject({ state: "not-met", earliest: at(80) });
    const none = seen(given().ended(), { vomitCount: 0 }, 50);
    expect(none.check("nausea")?.state).toBe("met");
  });

  test("[RD14] sick after the wait is still not met, without a time", () => {
    const clinic = seen(given().ended(), { vomitCount: 1 }, 50);
    clinic.at(79).set({ nausea: 6 });
    expect(clinic.at(80).check("nausea")?.state).toBe("not-met");
    expect(clinic.check("nausea")).not.toHaveProperty("earliest");
  });

  test("[RD14] who vomited just before the end of the dose waits from then", () => {
    const clinic = given().started().at(38);
    clinic.set({ vomitCount: 1 });
    clinic.at(40).end();
    clinic.at(50).set();
    expect(clinic.at(68, -1).check("nausea")?.state).toBe("not-met");
    expect(clinic.at(68).check("nausea")?.state).toBe("met");
  });

  test("[RD14] vomiting that was reported as an event counts as well", () => {
    const clinic = seen(given().ended(), {}, 50);
    happened(clinic, "vomiting", at(48));
    expect(clinic.at(78, -1).check("nausea")).toMatchObject({ state: "not-met", earliest: at(78) });
    expect(clinic.at(78).check("nausea")?.state).toBe("met");
    happened(clinic, "nausea", at(60)); // told again, it was no vomiting
    expect(clinic.at(61).check("nausea")?.state).toBe("met");
    happened(clinic, "headache", at(60), "adverse-0002");
    expect(clinic.check("nausea")?.state).toBe("met");
  });

  test("[RD14] its numbers are the protocol's", () => {
    const exit = { ...COMMON_EXIT, nauseaAtMost: 1, noVomitingMin: 7 };
    const clinic = () => given({ protocol: { exit } }).ended();
    expect(seen(clinic(), { nausea: 1 }).check("nausea")?.state).toBe("met");
    expect(seen(clinic(), { nausea: 2 }).check("nausea")?.state).toBe("not-met");
    expect(seen(clinic(), { vomitCount: 1 }, 50).check("nausea")?.earliest).toBe(at(57));
  });
});

describe("[RD15] suicidality is asked again, and no worse than before", () => {
  const table: readonly (readonly [Suicidality | undefined, Suicidality, string])[] = [
    ["none", "none", "met"],
    ["none", "thoughts", "not-met"],
    ["none", "plan-or-intent", "not-met"],
    ["thoughts", "none", "met"],
    ["thoughts", "thoughts", "met"],
    ["thoughts", "plan-or-intent", "not-met"],
    ["plan-or-intent", "thoughts", "met"],
    ["plan-or-intent", "plan-or-intent", "not-met"],
    [undefined, "none", "met"],
    [undefined, "thoughts", "not-met"],
  ];
  test.each(table)("[RD15] before %s, after %s: %s", (before, after, state) => {
    const clinic = given({ protocol: exitWith("suicidality") }).ended(40, before ? { suicidality: before } : {});
    if (before === undefined) expect(clinic.check("suicidality")?.state).toBe("unknown");
    clinic.at(55).exit({ suicidality: after });
    expect(clinic.check("suicidality")).toMatchObject({
      state,
      evidence: [{ measure: "suicidality", value: after, observedAt: at(55) }],
    });
    expect(clinic.at(300).check("suicidality")?.state).toBe(state); // it does not grow old
  });

  test("[RD15] what was said before the dose ended says nothing, and where it is not required nobody is asked", () => {
    const clinic = given({ protocol: exitWith("suicidality") }).ended();
    clinic.at(45).exit({ suicidality: "none" }, { at: at(39) });
    expect(clinic.check("suicidality")?.state).toBe("unknown");
    expect(given().recovered().check("suicidality")).toBeUndefined();
  });

  test("[RD15] a plan is a prescriber's to judge", () => {
    const clinic = given({ protocol: exitWith("suicidality") })
      .ended()
      .at(55);
    clinic.exit({ suicidality: "plan-or-intent" });
    expect(letPass(clinic, "suicidality", "nurse").rejected).toEqual({
      reason: "not-yours-to-override",
      check: "suicidality",
    });
    expect(letPass(clinic, "suicidality").rejected).toBeUndefined();
  });
});
