import { describe, expect, test } from "vitest";
import { CASES, type CaseName } from "#server/demo/simulator/cases.ts";
import {
  TYPICAL_DOSES,
  TYPICAL_KG,
  devices,
  infusion,
  injection,
  paused,
  stopped,
  type Dose,
} from "#server/demo/simulator/doses.ts";
import { depth, rise } from "#server/demo/simulator/effects.ts";
import { effectSite, plasma } from "#server/demo/simulator/pharmacokinetics.ts";
import { random } from "#server/demo/simulator/random.ts";
import { quickOf, readOff } from "#server/demo/simulator/readings.ts";
import { readingAt, simulate, truth, type SimulatedSession } from "#server/demo/simulator/simulation.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import { impossible } from "#shared/vitals/check.ts";
import { Values } from "#shared/vitals/observation.ts";
import { ROUTES, day, every, expectMean, expectShare, mean, sd, share, upTo } from "./simulated.ts";

const caseNames = Object.keys(CASES) as CaseName[];

describe("seeds", () => {
  test("[SM1] the same seed is the same day, whatever was asked before", () => {
    const once = day(simulate(7, "iv", 2));
    const again = every(5, -15, 180).toReversed();
    expect(day(simulate(7, "iv", 2), again).toReversed()).toEqual(once);
    expect(simulate(7, "iv", 2)).toEqual(simulate(7, "iv", 2));
  });

  test("[SM1] another seed, another session or another route is another day", () => {
    const days = [simulate(7, "iv", 2), simulate(8, "iv", 2), simulate(7, "iv", 3), simulate(7, "im", 2)];
    expect(new Set(days.map((session) => JSON.stringify(day(session)))).size).toBe(4);
  });

  test("[SM1] the same seed is the same patient at each session", () => {
    const [first, sixth] = [simulate(7, "iv", 1).patient, simulate(7, "iv", 6).patient];
    expect(sixth).toMatchObject({ baseline: first.baseline, weightKg: first.weightKg, hrAtPeak: first.hrAtPeak });
    expect(sixth.gain).not.toEqual(first.gain);
  });

  test("[SM1] draws have the mean and spread that they were asked for", () => {
    const draw = random("draws");
    const uniform = upTo(20_000).map(() => draw.uniform(2, 4));
    expectMean(uniform, 3);
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...uniform)).toBeLessThan(4);
    const normal = upTo(20_000).map(() => draw.normal(5, 2));
    expectMean(normal, 5);
    expect(sd(normal)).toBeCloseTo(2, 1);
    const lognormal = upTo(20_000).map(() => draw.lognormal(10, 0.5));
    expectMean(lognormal, 10);
    expect(Math.abs(sd(lognormal) - 5)).toBeLessThan(0.3);
    expectShare(upTo(20_000), () => draw.chance(0.3), 0.3);
  });
});

describe("drug in the body", () => {
  const MINUTES = [0, 10, 15, 20, 30, 40, 50, 60, 75, 90, 105, 120, 150, 180];
  test.each<[Route, string, number[]]>([
    ["iv", "35 mg in 40 minutes", [0, 62, 87, 110, 147, 177, 141, 115, 91, 75, 66, 59, 50, 44]],
    ["im", "35 mg", [0, 125, 145, 152, 144, 126, 108, 93, 77, 66, 58, 52, 45, 39]],
    ["nasal", "84 mg", [0, 37, 66, 84, 98, 98, 91, 82, 69, 59, 51, 45, 37, 32]],
  ])("[SM2] %s %s: plasma as in the ready-made curve, to 1 ng/mL", (route, _, expected) => {
    const found = MINUTES.map((minute) => plasma(TYPICAL_DOSES[route], TYPICAL_KG, minute));
    found.forEach((ngPerMl, at) => expect(Math.abs(ngPerMl - (expected[at] ?? NaN)), `${at}`).toBeLessThan(1));
  });

  test("[SM2] peaks lie where they were computed: 177 at 40, 152 at 21, 66 at 31 and 99 at 34 minutes", () => {
    const peak = (doses: readonly Dose[]) =>
      every(1, 0, 180)
        .map((minute) => [Math.round(plasma(doses, TYPICAL_KG, minute)), minute] as const)
        .reduce((best, one) => (one[0] > best[0] ? one : best));
    expect(peak(TYPICAL_DOSES.iv)).toEqual([177, 40]);
    const tmax = every(0.5, 0, 60).map((minute) => plasma(TYPICAL_DOSES.im, TYPICAL_KG, minute));
    expect([Math.round(Math.max(...tmax)), tmax.indexOf(Math.max(...tmax)) / 2]).toEqual([152, 21]);
    expect(Math.round(plasma(devices(2), TYPICAL_KG, 31))).toBe(66);
    expect(Math.round(plasma(devices(3), TYPICAL_KG, 34))).toBe(99);
  });

  test("[SM2] 0.5 mg/kg is the same curve at each weight; fixed milligrams are less in a heavier patient, devices not", () => {
    expect(plasma(infusion(50, 40), 100, 40)).toBeCloseTo(plasma(infusion(35, 40), 70, 40), 6);
    expect(plasma(injection(35), 100, 20)).toBeCloseTo(0.7 * plasma(injection(35), 70, 20), 6);
    expect(plasma(devices(3), 100, 40)).toBe(plasma(devices(3), 70, 40));
  });

  /** The same compartments, walked in small steps, know nothing of sums of exponentials. */
  const walked = (doses: readonly Dose[], kg: number, until: number) => {
    const step = 0.002;
    const litres = 1.7522 * kg;
    const nasalPart = kg / 70;
    let [central, rest, muscle, nose, effect] = [0, 0, 0, 0, 0];
    for (let tick = 0; tick < until / step; tick++) {
      for (const dose of doses) {
        if (dose.kind === "run" || Math.round(dose.at / step) !== tick) continue;
        if (dose.kind === "injection") muscle += 0.93 * dose.mg;
        else nose += 0.3 * 28 * nasalPart;
      }
      const running = doses.reduce(
        (sum, dose) =>
          sum + (dose.kind === "run" && tick * step >= dose.from && tick * step < dose.to ? dose.mgPerMin : 0),
        0,
      );
      const inward = running + 0.08 * muscle + 0.05 * nose;
      const flow = 0.0186 * central - 0.0137 * rest;
      effect += step * 0.3 * ((1000 * central) / litres - effect);
      central += step * (inward - 0.0109 * central - flow);
      rest += step * flow;
      muscle -= step * 0.08 * muscle;
      nose -= step * 0.05 * nose;
    }
    return { plasma: (1000 * central) / litres, effect };
  };

  test.each([8, 14, 27, 60, 150])("[SM3] at %i minutes a mixed list of doses is what small steps say", (minute) => {
    const doses = stopped([...paused(infusion(40, 40), 10, 6), ...injection(20, 12), ...devices(2)], 31);
    const expected = walked(doses, 85, minute);
    expect(Math.abs(plasma(doses, 85, minute) / expected.plasma - 1)).toBeLessThan(0.002);
    expect(Math.abs(effectSite(doses, 85, minute) / expected.effect - 1)).toBeLessThan(0.002);
  });

  test("[SM4] a pause moves the rest of the dose and loses none; a stop keeps what is in", () => {
    const mg = (doses: readonly Dose[]) =>
      doses.reduce((sum, dose) => sum + (dose.kind === "run" ? dose.mgPerMin * (dose.to - dose.from) : 0), 0);
    const ends = (doses: readonly Dose[]) =>
      Math.max(...doses.map((dose) => (dose.kind === "run" ? dose.to : dose.at)));
    const rested = paused(infusion(35, 40), 18, 6);
    expect([mg(rested), ends(rested)]).toEqual([35, 46]);
    expect(plasma(rested, 70, 24)).toBeLessThan(plasma(rested, 70, 18));
    const twice = paused(rested, 30, 4);
    expect([mg(twice), ends(twice)]).toEqual([35, 50]);
    expect(paused(rested, 10, 5).map((dose) => (dose.kind === "run" ? [dose.from, dose.to] : []))).toEqual([
      [0, 10],
      [15, 23],
      [29, 51],
    ]);
    expect(paused(infusion(35, 40), 40, 5)).toEqual(infusion(35, 40));
    const ended = stopped(twice, 20);
    expect([mg(ended), ends(ended)]).toEqual([(35 / 40) * 18, 18]);
    expect(stopped(devices(3), 5)).toEqual(devices(1));
    expect(plasma(ended, 70, 18)).toBe(plasma(twice, 70, 18));
  });
});

describe("effects of a typical dose", () => {
  const MINUTES = [0, 10, 15, 20, 30, 40, 50, 60, 75, 90, 105, 120, 150, 180];
  const ce = (route: Route, minute: number) => effectSite(TYPICAL_DOSES[route], TYPICAL_KG, minute);

  test.each<[Route, number[], number[]]>([
    ["iv", [0, 0, 3, 6, 11, 16, 13, 10, 6, 4, 2, 1, 0, 0], [0, 0, 2, 4, 8, 11, 9, 7, 4, 3, 2, 1, 0, 0]],
    ["im", [0, 6, 11, 13, 14, 11, 9, 7, 4, 2, 1, 1, 0, 0], [0, 5, 8, 10, 10, 8, 7, 5, 3, 2, 1, 0, 0, 0]],
    ["nasal", [0, 0, 3, 6, 9, 9, 8, 7, 6, 4, 3, 3, 2, 1], [0, 0, 2, 4, 6, 6, 6, 5, 4, 3, 2, 2, 1, 1]],
  ])("[SM5] %s: pressure rises as in the ready-made curve, to 1.2 mmHg", (route, sbp, dbp) => {
    MINUTES.forEach((minute, at) => {
      const up = rise(route, ce(route, minute));
      expect(Math.abs(up.sbp - (sbp[at] ?? NaN)), `systolic at ${minute}`).toBeLessThan(1.2);
      expect(Math.abs(up.dbp - (dbp[at] ?? NaN)), `diastolic at ${minute}`).toBeLessThan(1.2);
    });
  });

  test.each<[Route, number[]]>([
    ["iv", [0, 0, 0.17, 0.37, 0.71, 0.98, 0.84, 0.61, 0.38, 0.24, 0.15, 0.08, 0.01, 0]],
    ["im", [0, 0.45, 0.79, 0.96, 0.97, 0.82, 0.64, 0.48, 0.3, 0.18, 0.1, 0.04, 0, 0]],
    ["nasal", [0, 0, 0.08, 0.49, 0.93, 1, 0.9, 0.74, 0.5, 0.29, 0.14, 0.02, 0, 0]],
  ])("[SM5] %s: dissociation deepens and lifts as in the ready-made curve, to 0.015", (route, expected) => {
    MINUTES.forEach((minute, at) =>
      expect(Math.abs(depth(route, ce(route, minute)) - (expected[at] ?? NaN)), `${minute}`).toBeLessThan(0.015),
    );
  });

  test("[SM5] less drug is less of everything: half of the pump, one device of three", () => {
    const whole = simulate(3, "iv", 1);
    const half = { ...whole, doses: stopped(whole.doses, 20) };
    expect(truth(half, 40).sbp).toBeLessThan(truth(whole, 40).sbp);
    expect(truth(half, 40).cadss).toBeLessThan(truth(whole, 40).cadss);
    expect(truth(half, 20)).toEqual(truth(whole, 20));
  });
});

describe("what is read off", () => {
  test("[SM6] every reading can be saved as it is, at any minute, on any route, whatever happens", () => {
    const cases: readonly (CaseName | undefined)[] = [undefined, ...caseNames];
    for (const seed of upTo(30))
      for (const route of ROUTES)
        for (const name of cases.filter((one) => one === undefined || CASES[one].routes.includes(route)))
          for (const reading of day(simulate(seed, route, 1 + (seed % 6), name ? [name] : []), every(7, -15, 125))) {
            expect(Values.parse(reading)).toEqual(reading);
            expect(impossible(reading)).toEqual([]);
          }
  });

  test("[SM6] a diastolic that comes too near is read 15 below the systolic", () => {
    const session = simulate(4, "iv", 1);
    const { sbp, dbp } = readOff(session.patient, { ...truth(session, 10), dbp: 180 }, 10);
    expect(sbp - dbp).toBe(15);
  });

  test("[SM6] before T0 there is the baseline alone: awake, calm, nothing felt, nobody at 150/95", () => {
    for (const seed of upTo(2000)) {
      const session = simulate(seed, ROUTES[seed % 3] ?? "iv", 1);
      const { sbp, dbp } = session.patient.baseline;
      expect(sbp < 150 && dbp < 95).toBe(true);
      expect(truth(session, -5)).toEqual(truth(session, 0));
      expect(readingAt(session, -5)).toMatchObject({ sedation: 5, dissociation: 0, distress: 0 });
      expect(readingAt(session, -5)).not.toHaveProperty("symptoms");
    }
  });

  test("[SM7] noise: 3 and 2.5 mmHg; systolic keeps four fifths from one minute to the next, and none after twenty", () => {
    const sessions = upTo(4000).map((seed) => simulate(seed, "iv", 1));
    const noise = (field: "sbp" | "dbp", minute: number) =>
      sessions.map((one) => readingAt(one, minute)[field] - truth(one, minute)[field]);
    const [now, next, later] = [noise("sbp", 0), noise("sbp", 1), noise("sbp", 21)];
    const together = (other: readonly number[]) =>
      mean(now.map((value, at) => value * (other[at] ?? NaN))) / (sd(now) * sd(other));
    expect(Math.abs(sd(now) - 3)).toBeLessThan(0.15);
    expect(Math.abs(sd(later) - 3)).toBeLessThan(0.15);
    expect(Math.abs(sd(noise("dbp", 0)) - 2.5)).toBeLessThan(0.15);
    expectMean(now, 0);
    expect(Math.abs(together(next) - 0.8)).toBeLessThan(0.05);
    expect(Math.abs(together(later))).toBeLessThan(0.07);
  });

  test("[SM7] in one read of fifty the probe shows far too little oxygen; a look a minute later is its own", () => {
    const sessions = upTo(10_000).map((seed) => simulate(seed, "im", 1));
    const slipped = (minute: number) => (session: SimulatedSession) => readingAt(session, minute).spo2 < 90;
    expectShare(sessions, slipped(30), 0.02);
    expect(share(sessions.filter(slipped(30)), slipped(31))).toBeLessThan(0.1);
  });

  test("[SM7] oxygen is down by a half and breathing by one to two at the deepest", () => {
    const sessions = upTo(1000).map((seed) => simulate(seed, "iv", 1));
    const down = (field: "spo2" | "rr") => sessions.map((one) => truth(one, -5)[field] - truth(one, 41.8)[field]);
    expect(mean(down("spo2"))).toBeCloseTo(0.5, 1);
    expect(Math.min(...down("rr"))).toBeGreaterThan(0.95);
    expect(Math.max(...down("rr"))).toBeLessThan(2.05);
  });

  test("[SM8] a CADSS-like total maps to the quick item without a step back: 4 is mild, 5 is not, 60 is 10", () => {
    const quick = every(0.5, 0, 80).map(quickOf);
    expect(quick.every((value, at) => at === 0 || value >= (quick[at - 1] ?? NaN))).toBe(true);
    expect([0, 4, 5, 15, 16, 35, 36, 60, 80].map((total) => Math.round(quickOf(total)))).toEqual([
      0, 3, 4, 6, 7, 8, 8, 10, 10,
    ]);
  });
});
