import { describe, expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import type { Grade, Symptom, Values } from "#shared/vitals/observation.ts";
import { given, rung } from "./scenario.ts";

const CALM: Values = { sbp: 140, dbp: 85 };
const rings = (values: Values, baseline = CALM, symptomsMakeHigh = true): readonly string[] => {
  const clinic = given({ protocol: { pressure: { ...IV_PROTOCOL.pressure, symptomsMakeHigh } } })
    .started(baseline)
    .at(5);
  return rung(clinic.set({ ...baseline, ...values }), clinic);
};
const withSymptom = (symptom: Symptom, grade: Grade): Values => ({ symptoms: [{ symptom, grade }] });
const CHEST_PAIN = withSymptom("chest-pain", "mild");

describe("[AL15] a raised pressure with symptoms is high", () => {
  const graded: readonly (readonly [Symptom, Grade, "high" | "medium"])[] = [
    ["chest-pain", "mild", "high"],
    ["chest-pain", "severe", "high"],
    ["short-of-breath", "mild", "high"],
    ["headache", "mild", "medium"],
    ["headache", "moderate", "high"],
    ["headache", "severe", "high"],
    ["blurred-vision", "mild", "medium"],
    ["blurred-vision", "moderate", "high"],
    ["blurred-vision", "severe", "high"],
    ["dizziness", "severe", "medium"],
    ["nausea", "moderate", "medium"],
  ];
  test.each(graded)("[AL15] 160 with %s, %s, is %s", (symptom, grade, priority) =>
    expect(rings({ sbp: 160, ...withSymptom(symptom, grade) })).toEqual([`pressure-high ${priority}`]),
  );

  test("[AL15] one of several is enough", () => {
    const symptoms = [
      { symptom: "dizziness", grade: "mild" },
      { symptom: "headache", grade: "mild" },
      { symptom: "short-of-breath", grade: "moderate" },
    ] as const;
    expect(rings({ sbp: 160, symptoms: [...symptoms] })).toEqual(["pressure-high high"]);
  });

  test("[AL15] raised is 160 or 100, or 40 or 25 above baseline", () => {
    expect(rings({ sbp: 159, dbp: 99, ...CHEST_PAIN })).toEqual([]);
    expect(rings({ dbp: 100, ...CHEST_PAIN })).toEqual(["pressure-high high"]);
    const low = { sbp: 110, dbp: 66 };
    expect(rings({ sbp: 149, ...CHEST_PAIN }, low)).toEqual([]);
    expect(rings({ sbp: 150, ...CHEST_PAIN }, low)).toEqual(["pressure-high high"]);
    expect(rings({ dbp: 90, ...CHEST_PAIN }, low)).toEqual([]);
    expect(rings({ dbp: 91, ...CHEST_PAIN }, low)).toEqual(["pressure-high high"]);
  });

  test("[AL15] a first critical pressure is no less raised than 160: high, not medium", () => {
    expect(rings({ sbp: 179, ...CHEST_PAIN })).toEqual(["pressure-high high"]);
    expect(rings({ sbp: 180, ...CHEST_PAIN })).toEqual(["pressure-high high"]);
    expect(rings({ dbp: 110, ...CHEST_PAIN })).toEqual(["pressure-high high"]);
  });

  test("[AL15] where the clinic has switched it off the pressure speaks alone", () => {
    expect(rings({ sbp: 160, ...CHEST_PAIN }, CALM, false)).toEqual(["pressure-high medium"]);
  });

  test("[AL15] a pain that is said beside a pressure that was medium makes it high", () => {
    const clinic = given().started(CALM).at(5);
    expect(rung(clinic.set({ ...CALM, sbp: 165 }), clinic)).toEqual(["pressure-high medium"]);
    expect(rung(clinic.at(8).set({ ...CALM, sbp: 162, ...CHEST_PAIN }), clinic)).toEqual(["pressure-high high again"]);
  });
});
