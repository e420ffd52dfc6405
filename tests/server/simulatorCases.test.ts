import { expect, test } from "vitest";
import type { CaseName, Cue } from "#server/demo/simulator/cases.ts";
import { paused } from "#server/demo/simulator/doses.ts";
import { plasma } from "#server/demo/simulator/pharmacokinetics.ts";
import { readingAt, simulate, truth, type SimulatedSession } from "#server/demo/simulator/simulation.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import { ROUTES, change, day, every, upTo } from "./simulated.ts";

const SEEDS = upTo(200);
/** The same day with the case and without it. */
const pairs = (name: CaseName, route: Route, n = 2) =>
  SEEDS.map((seed) => ({ it: simulate(seed, route, n, [name]), plain: simulate(seed, route, n) }));
const same = ({ it, plain }: { it: SimulatedSession; plain: SimulatedSession }, minutes: readonly number[]) =>
  expect(day(it, minutes)).toEqual(day(plain, minutes));

test.each(["iv", "im"] as const)(
  "[SM12] %s severe hypertension: starts below the hold, 180 or more at the peak",
  (route) => {
    const peak = route === "iv" ? 40 : 25;
    for (const { it } of pairs("severe-hypertension", route)) {
      expect(readingAt(it, -5).sbp).toBeLessThan(160);
      expect(readingAt(it, peak).sbp).toBeGreaterThanOrEqual(180);
      expect(readingAt(it, 120).sbp).toBeLessThan(160);
    }
  },
);

test("[SM12] Spravato rise: 40 or 25 over baseline from a first session on, and below 190", () => {
  for (const { it } of pairs("spravato-rise", "nasal", 1)) {
    const up = [30, 40, 50].map((minute) => change(it, minute));
    expect(up.some((one) => one.sbp >= 40)).toBe(true);
    expect(up.some((one) => one.dbp >= 25)).toBe(true);
    expect(Math.max(...day(it).map(({ sbp }) => sbp))).toBeLessThan(190);
  }
});

test.each(ROUTES)("[SM12] %s panic: at 20 minutes, not before; over within twenty", (route) => {
  for (const pair of pairs("panic", route)) {
    const [it, plain] = [readingAt(pair.it, 21), readingAt(pair.plain, 21)];
    expect(it.distress).toBe(9);
    expect(it.hr - plain.hr).toBeGreaterThan(20);
    expect(it.rr - plain.rr).toBeGreaterThan(5);
    expect(it.symptoms).toContainEqual({ symptom: "anxiety", grade: "severe" });
    same(pair, [-5, 10, 19, 40, 60]);
  }
});

test("[SM12] vasovagal: slow and low as the infusion starts, right again after a quarter of an hour", () => {
  for (const pair of pairs("vasovagal", "iv")) {
    const { sbp, hr, symptoms } = readingAt(pair.it, 2);
    expect(sbp).toBeLessThanOrEqual(95);
    expect(hr).toBeLessThan(50);
    expect(symptoms).toContainEqual({ symptom: "dizziness", grade: "moderate" });
    same(pair, [-15, -5, 15, 40]);
  }
});

test.each(ROUTES)(
  "[SM12] %s desaturation: too little oxygen, slow breath, hard to rouse; a benzodiazepine was taken",
  (route) => {
    for (const pair of pairs("desaturation", route)) {
      const { spo2, rr, sedation } = readingAt(pair.it, 30);
      expect(spo2).toBeLessThanOrEqual(90);
      expect(rr).toBeLessThanOrEqual(11);
      expect(sedation).toBe(3);
      expect(pair.it.cues).toEqual([{ kind: "benzodiazepine-taken" }]);
      same(pair, [-5, 10, 19, 65, 80]);
    }
  },
);

test.each(ROUTES)("[SM12] %s slow recovery: still drowsy at 120 minutes, awake at 165", (route) => {
  const at = (minute: number, which: "it" | "plain") =>
    new Set(pairs("slow-recovery", route).map((pair) => readingAt(pair[which], minute).sedation));
  expect(at(120, "it")).toEqual(new Set([4]));
  expect(at(120, "plain")).toEqual(new Set([5]));
  expect(at(165, "it")).toEqual(new Set([5]));
});

test.each(ROUTES)("[SM12] %s cuff artefact: 240/180 once, and right when looked at again", (route) => {
  for (const pair of pairs("cuff-artefact", route)) {
    expect(readingAt(pair.it, 20)).toEqual({ ...readingAt(pair.plain, 20), sbp: 240, dbp: 180 });
    same(pair, [-5, 10, 19, 22, 25, 40]);
  }
});

test("[SM12] pump pause: nothing goes in from 18 to 24, all of it by 46, and less effect meanwhile", () => {
  for (const pair of pairs("pump-pause", "iv")) {
    const kg = pair.it.patient.weightKg;
    expect(pair.it.doses).toEqual(paused(pair.plain.doses, 18, 6));
    expect(pair.it.cues).toEqual([{ kind: "pump-pauses", at: 18, forMin: 6 }]);
    expect(plasma(pair.it.doses, kg, 24)).toBeLessThan(plasma(pair.it.doses, kg, 18));
    expect(truth(pair.it, 30).cadss).toBeLessThan(truth(pair.plain, 30).cadss);
    same(pair, [-5, 10, 18]);
  }
});

test.each<[CaseName, Cue]>([
  ["escort-no-show", { kind: "escort-does-not-come" }],
  ["late-entry", { kind: "set-entered-late", observedAt: 20, enteredAt: 32 }],
  ["network-drop", { kind: "network-drops", at: 38, forMin: 7 }],
])("[SM12] %s: nothing about the patient, a cue for the demo", (name, cue) => {
  for (const pair of pairs(name, "iv").slice(0, 20)) {
    expect(pair.it.cues).toEqual([cue]);
    same(pair, every(5, -15, 120));
  }
});

test("[SM12] cases come together; one that does not fit the route is a defect", () => {
  const both = simulate(1, "iv", 1, ["pump-pause", "panic"]);
  expect(readingAt(both, 21).distress).toBe(9);
  expect(both.doses).toHaveLength(2);
  expect(() => simulate(1, "nasal", 1, ["pump-pause"])).toThrow("pump-pause does not happen with nasal");
  expect(() => simulate(1, "iv", 1, ["spravato-rise"])).toThrow("spravato-rise");
});
