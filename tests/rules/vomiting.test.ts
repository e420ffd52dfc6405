import { describe, expect, test } from "vitest";
import type { Values } from "#shared/vitals/observation.ts";
import { given, rung, type Scenario } from "./scenario.ts";

const VOMITS: Values = { symptoms: [{ symptom: "vomiting", grade: "mild" }] };
const rings = (values: Values) => {
  const clinic = given().started().at(5);
  return rung(clinic.set(values), clinic);
};
const bpOnly = (clinic: Scenario, values: Values) =>
  clinic.submit("nurse", clinic.observation({ sbp: 120, dbp: 76, ...values }, { sheet: "bp" }));
const CHOKING = "vomiting-drowsy high";

describe("[AL18] nausea", () => {
  test.each([
    [3, []],
    [4, ["nausea medium"]],
    [10, ["nausea medium"]],
  ] as const)("[AL18] of %i rings %j", (nausea, expected) => expect(rings({ nausea })).toEqual(expected));
});

describe("[AL18] vomiting at MOAA/S 3 or deeper is high", () => {
  test("[AL18] at three, not at four", () => {
    expect(rings({ ...VOMITS, sedation: 4 })).toEqual([]);
    expect(rings({ ...VOMITS, sedation: 3 })).toEqual(["sedation-deep medium", CHOKING]);
    expect(rings({ ...VOMITS, sedation: 1 })).toEqual(["sedation-deep high", CHOKING]);
  });

  test("[AL18] as a symptom of any grade, or as a count of one", () => {
    for (const grade of ["mild", "moderate", "severe"] as const)
      expect(rings({ symptoms: [{ symptom: "vomiting", grade }], sedation: 3 })).toContain(CHOKING);
    expect(rings({ vomitCount: 1, sedation: 3 })).toContain(CHOKING);
    expect(rings({ vomitCount: 0, sedation: 3 })).not.toContain(CHOKING);
    expect(rings({ symptoms: [{ symptom: "nausea", grade: "severe" }], sedation: 3 })).not.toContain(CHOKING);
  });

  test("[AL18] deep and not vomiting is its own call, and no more", () => {
    expect(rings({ sedation: 3 })).toEqual(["sedation-deep medium"]);
  });

  test("[AL18] whichever of the two was seen first", () => {
    const deepFirst = given().started().at(5);
    deepFirst.set({ sedation: 3 });
    expect(rung(bpOnly(deepFirst.at(7), { vomitCount: 1 }), deepFirst)).toEqual([CHOKING]);
    const vomitedFirst = given().started().at(5);
    vomitedFirst.set({ vomitCount: 1 });
    expect(rung(bpOnly(vomitedFirst.at(7), { sedation: 3, rr: 14 }), vomitedFirst)).toEqual([
      "sedation-deep medium",
      CHOKING,
    ]);
  });

  test("[AL18] deeper sounds again", () => {
    const clinic = given().started().at(5);
    clinic.set({ ...VOMITS, sedation: 2 });
    expect(rung(clinic.at(6).set({ ...VOMITS, sedation: 2 }), clinic)).toEqual([]);
    expect(rung(clinic.at(7).set({ ...VOMITS, sedation: 1 }), clinic)).toContain(`${CHOKING} again`);
  });

  test("[AL18] a full set that names no vomiting ends it, a pressure alone does not", () => {
    const clinic = given().started().at(5);
    clinic.set({ ...VOMITS, sedation: 3 });
    bpOnly(clinic.at(7), {});
    expect(clinic.call("vomiting-drowsy").settledAt).toBeUndefined();
    clinic.at(9).set({ sedation: 3 });
    expect(clinic.call("vomiting-drowsy").settledAt).toBe(clinic.now());
  });

  test("[AL18] waking up ends it", () => {
    const clinic = given().started().at(5);
    clinic.set({ ...VOMITS, sedation: 3 });
    clinic.at(9).set({ ...VOMITS, sedation: 4 });
    expect(clinic.call("vomiting-drowsy").settledAt).toBe(clinic.now());
  });

  test("[AL1] nobody knows how deep: vomiting alone calls for nothing", () => {
    const clinic = given().checkedIn().at(-5);
    const asleep = { notAssessed: [{ field: "sedation", why: "other" }] } as const;
    expect(rung(clinic.set({ ...VOMITS, sedation: undefined }, asleep), clinic)).toEqual([]);
  });

  test("[AL18] how deep is the clinic's, and it may have none", () => {
    const at4 = given({ protocol: { vomitingSedationAtMost: 4 } })
      .started()
      .at(5);
    expect(rung(at4.set({ ...VOMITS, sedation: 4 }), at4)).toEqual([CHOKING]);
    const none = given({ protocol: { vomitingSedationAtMost: null } })
      .started()
      .at(5);
    expect(rung(none.set({ ...VOMITS, sedation: 3 }), none)).toEqual(["sedation-deep medium"]);
  });
});
