import fc from "fast-check";
import { expect, test } from "vitest";
import { GOOD, at, given, rung, types } from "./scenario.ts";

test("[AL10] a late pressure confirms nothing: what stands now is called as it was", () => {
  const clinic = given().started().at(12);
  expect(rung(clinic.set({ sbp: 184, dbp: 90 }), clinic)).toEqual(["pressure-high medium"]);
  const events = clinic.at(19).bp(186, 90, { at: at(6) });
  expect(types(events)).toEqual(["observation-recorded", "late-finding-listed"]);
  expect(clinic.call("pressure-high").priority).toBe("medium");
  expect(clinic.tick().filter(({ type }) => type === "alarm-worsened")).toEqual([]);
});

test("[AL10] one that was heard in time confirms, in whichever order the two were heard", () => {
  const clinic = given().started().at(12);
  clinic.bp(184, 90);
  expect(rung(clinic.at(14).bp(186, 90, { at: at(10) }), clinic)).toEqual(["pressure-high high again"]);
});

const set = fc.record({
  sbp: fc.integer({ min: 150, max: 230 }),
  dbp: fc.integer({ min: 60, max: 125 }),
  hr: fc.integer({ min: 35, max: 150 }),
  spo2: fc.integer({ min: 80, max: 100 }),
  rr: fc.integer({ min: 5, max: 30 }),
  sedation: fc.integer({ min: 1, max: 5 }),
  distress: fc.integer({ min: 0, max: 10 }),
});

test("[AL10] whatever the late values, and whatever stands now, nothing rings", () => {
  fc.assert(
    fc.property(set, set, fc.integer({ min: 1, max: 14 }), (now, then, minute) => {
      const clinic = given().started().at(20);
      clinic.set({ ...GOOD, ...now });
      expect(rung(clinic.set({ ...GOOD, ...then }, { at: at(minute) }), clinic)).toEqual([]);
      expect(rung(clinic.tick(), clinic)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
