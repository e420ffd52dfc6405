import { expect, test } from "vitest";
import { readingAt, simulate, truth, type SimulatedSession } from "#server/demo/simulator/simulation.ts";
import type { Body } from "#server/demo/simulator/body.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import type { Symptom } from "#shared/vitals/observation.ts";
import { change, every, expectMean, expectShare, mean, sd, share, upTo } from "./simulated.ts";

const feels = ({ symptoms }: Body, which: Symptom) => symptoms.some(({ symptom }) => symptom === which);
const many = (count: number, route: Route, n: number) => upTo(count).map((seed) => simulate(seed, route, n));

test("[SM9] IV: +16.0 (SD 11.2) / +11.0 (SD 8.45) at 40 minutes, and gone by 150", () => {
  const up = many(4000, "iv", 1).map((session) => change(session, 40));
  const [sbp, dbp] = [up.map((one) => one.sbp), up.map((one) => one.dbp)];
  expectMean(sbp, 16);
  expectMean(dbp, 11);
  expect(Math.abs(sd(sbp) - 11.2)).toBeLessThan(1);
  expect(Math.abs(sd(dbp) - 8.45)).toBeLessThan(1);
  expectMean(
    many(4000, "iv", 1).map((session) => change(session, 160).sbp),
    0,
  );
});

test("[SM9] IV: 180 or more in 0.98 % of infusions, and at least once in 12.5 % of patients in 17 infusions", () => {
  const severe = upTo(1000).map((seed) =>
    every(1, 1, 17).map((n) => {
      const session = simulate(seed, "iv", n);
      return [20, 30, 40].some((minute) => readingAt(session, minute).sbp >= 180);
    }),
  );
  expectShare(severe.flat(), (hit) => hit, 0.0098);
  expectShare(severe, (infusions) => infusions.some((hit) => hit), 0.125);
});

test("[SM9] IM: like IV, but highest at about 25 minutes, and back in 60-90", () => {
  const sessions = many(2000, "im", 1);
  const sbp = [10, 25, 75].map((minute) => mean(sessions.map((session) => change(session, minute).sbp)));
  expect(sbp[1]).toBeGreaterThan(12);
  expect(sbp[1]).toBeLessThan(16);
  expect(sbp[0]).toBeLessThan(sbp[1] ?? 0);
  expect(sbp[2]).toBeLessThan(5);
});

test("[SM9] nasal, eight sessions: +7 to 9 / +4 to 6 at 40 minutes; +40 or +25 in 8-19 % of patients", () => {
  const courses = upTo(1500).map((seed) => every(1, 1, 8).map((n) => simulate(seed, "nasal", n)));
  const up = courses.flat().map((session) => change(session, 40));
  const [sbp, dbp] = [mean(up.map((one) => one.sbp)), mean(up.map((one) => one.dbp))];
  expect(sbp > 7 && sbp < 9, `${sbp}`).toBe(true);
  expect(dbp > 4 && dbp < 6, `${dbp}`).toBe(true);
  const large = (session: SimulatedSession) =>
    [40, 60, 90].map((minute) => change(session, minute)).some((one) => one.sbp >= 40 || one.dbp >= 25);
  const patients = share(courses, (course) => course.some(large));
  expect(patients > 0.08 && patients < 0.19, `${patients}`).toBe(true);
});

test("[SM9] heart rate goes up by 8 (SD 8) with dissociation, and falls in some", () => {
  const up = many(3000, "iv", 1).map((session) => truth(session, 41.8).hr - truth(session, -5).hr);
  expectMean(up, 8);
  expect(Math.abs(sd(up) - 8)).toBeLessThan(0.5);
  expectShare(up, (beats) => beats < 0, 0.159); // a normal with mean and SD 8
});

test("[SM10] dissociation: mean 8, most sessions low and a long tail, none over 60, calm in 24 of 25", () => {
  const sessions = many(4000, "iv", 1);
  const deepest = sessions.map((session) => truth(session, 41.8).cadss);
  expectMean(deepest, 8);
  expect(sd(deepest)).toBeGreaterThan(7);
  expect(sd(deepest)).toBeLessThan(10);
  expect(share(deepest, (total) => total <= 8)).toBeGreaterThan(0.6);
  expect(share(deepest, (total) => total > 30)).toBeGreaterThan(0.01);
  expect(Math.max(...deepest)).toBeLessThanOrEqual(60.1);
  expectShare(sessions, (session) => readingAt(session, 42).distress >= 5, 0.04);
});

test("[SM10] each session dissociates 5-10 % less than the one before, in every patient", () => {
  for (const seed of upTo(300)) {
    const totals = every(1, 1, 6).map((n) => simulate(seed, "iv", n).patient.cadssPeak);
    const ratios = totals.slice(1).map((total, at) => total / (totals[at] ?? NaN));
    expect(Math.min(...ratios)).toBeGreaterThan(0.899);
    expect(Math.max(...ratios)).toBeLessThan(0.951);
  }
});

test("[SM10] nobody gets used to the rest: pressure, heart rate, oxygen and sedation answer the same at session 6", () => {
  const [first, sixth] = [many(3000, "iv", 1), many(3000, "iv", 6)];
  const gap = (of: (session: SimulatedSession) => number) =>
    sixth.map((session, at) => of(session) - of(first[at] ?? session));
  expectMean(
    gap((session) => change(session, 40).sbp),
    0,
  );
  expectMean(
    gap((session) => change(session, 40).dbp),
    0,
  );
  expectMean(
    gap((session) => truth(session, 40).sedation),
    0,
  );
  for (const field of ["hr", "spo2"] as const)
    expect(Math.max(...gap((session) => truth(session, 40)[field]).map(Math.abs))).toBeLessThan(1e-9);
  expect(mean(gap((session) => truth(session, 41.8).cadss))).toBeLessThan(-1.5);
});

test("[SM11] sedation follows the effect: 4 above 0.4 of it; above 0.8 a quarter is at 3 and one in 200 at 2", () => {
  const at = (minute: number) => many(4000, "iv", 1).map((session) => readingAt(session, minute).sedation);
  expect(new Set(at(15))).toEqual(new Set([5]));
  expect(new Set(at(30))).toEqual(new Set([4]));
  expectShare(at(40), (level) => level === 3, 0.25);
  expectShare(at(40), (level) => level === 2, 0.005);
  expect(Math.min(...at(40))).toBe(2);
  expect(new Set(at(90))).toEqual(new Set([5]));
});

test("[SM11] nausea begins at 20-60 minutes in 25-32 % of sessions, and 6-12 % vomit, never before it", () => {
  const minutes = every(1, 0, 130);
  const onsets = many(3000, "nasal", 2).map((session) => {
    const first = (which: Symptom) => minutes.find((minute) => feels(truth(session, minute), which));
    return { nausea: first("nausea"), vomiting: first("vomiting") };
  });
  const ill = onsets.flatMap(({ nausea, vomiting }) => (nausea === undefined ? [] : [{ nausea, vomiting }]));
  expect(ill.length / onsets.length).toBeGreaterThan(0.25);
  expect(ill.length / onsets.length).toBeLessThan(0.32);
  expect(Math.min(...ill.map(({ nausea }) => nausea))).toBeGreaterThanOrEqual(20);
  expect(Math.max(...ill.map(({ nausea }) => nausea))).toBeLessThanOrEqual(60);
  const vomiting = share(onsets, (one) => one.vomiting !== undefined);
  expect(vomiting).toBeGreaterThan(0.06);
  expect(vomiting).toBeLessThan(0.12);
  for (const one of ill) expect(one.vomiting ?? Infinity).toBeGreaterThan(one.nausea);
  expect(onsets.some((one) => one.nausea === undefined && one.vomiting !== undefined)).toBe(false);
});
