import type { Route } from "#shared/protocol/protocol.ts";
import { random, type Random } from "./random.ts";

export interface Pressure {
  readonly sbp: number;
  readonly dbp: number;
}

/** What a synthetic patient brings to every session of a course. */
export interface Traits {
  readonly weightKg: number;
  readonly hypertensive: boolean;
  readonly baseline: Pressure & { readonly hr: number; readonly spo2: number; readonly rr: number };
  /** How strongly the pressure answers, before the day has its say; 1 is typical. */
  readonly gain: number;
  /** Change of heart rate at the deepest; it falls in some (S20 [V]). */
  readonly hrAtPeak: number;
  /** CADSS-like total at the deepest of the first session, 0-60. */
  readonly cadssAtFirst: number;
  /** By how much less they dissociate with each session. */
  readonly habituation: number;
}

/** C 7.3, simulator recipe [D]. IM is taken as IV, for want of a series of its own. */
const IV_LIKE = { hypertensive: 0.3, gainCv: 0.65, hypertensiveGain: 1.2 };
const ROUTES: Readonly<Record<Route, typeof IV_LIKE>> = {
  iv: IV_LIKE,
  im: IV_LIKE,
  nasal: { hypertensive: 0.25, gainCv: 1, hypertensiveGain: 1 },
};

/**
 * How much of the gain comes back with the patient (of the variance of its logarithm); the rest is the day's [D]. An easy
 * session promises nothing for the next (S12b [V2]). At a fifth, and with the 17 infusions that a patient of S19 had,
 * severe hypertension meets the 12.5 % of patients that it met there in 0.98 % of infusions [V].
 */
const GAIN_OF_PATIENT = 0.2;

/** The cv of a lognormal that has this share of the variance of the logarithm; two such parts multiply to the whole. */
const partOfCv = (cv: number, share: number): number => Math.sqrt((1 + cv ** 2) ** share - 1);

/** what the day adds to the gain. */
export const gainOfDay = (draw: Random, route: Route): number =>
  draw.lognormal(1, partOfCv(ROUTES[route].gainCv, 1 - GAIN_OF_PATIENT));

/** The same seed is the same patient; only how many are hypertensive hangs on the route. */
export const drawTraits = (seed: number, route: Route): Traits => {
  const draw = random(seed, "patient");
  const hypertensive = draw.chance(ROUTES[route].hypertensive);
  return {
    hypertensive,
    weightKg: Math.round(clamp(draw.normal(78, 15), 45, 130)), // [D]
    gain: drawGain(draw, route, hypertensive),
    hrAtPeak: draw.normal(8, 8),
    cadssAtFirst: Math.min(60, draw.lognormal(8, 9 / 8)),
    habituation: draw.uniform(0.05, 0.1),
    baseline: {
      hr: draw.normal(74, 9),
      spo2: draw.normal(97.5, 0.9),
      rr: draw.normal(15, 2),
      ...drawPressure(draw, hypertensive), // last: it draws again, and so moves what comes after
    },
  };
};

/** The mean over all people stays 1, however many of them are hypertensive. */
const drawGain = (draw: Random, route: Route, hypertensive: boolean): number => {
  const { hypertensive: share, hypertensiveGain: more, gainCv } = ROUTES[route];
  const mean = (hypertensive ? more : 1) / (1 + share * (more - 1));
  return draw.lognormal(mean, partOfCv(gainCv, GAIN_OF_PATIENT));
};

/** Who comes with 150/95 or more is held and does not start, so nobody does. */
const drawPressure = (draw: Random, hypertensive: boolean): Pressure => {
  const [sbpMean, dbpMean] = hypertensive ? [126, 78] : [119, 75];
  const pressure = { sbp: draw.normal(sbpMean, 9), dbp: draw.normal(dbpMean, 7) };
  return pressure.sbp >= 150 || pressure.dbp >= 95 ? drawPressure(draw, hypertensive) : pressure;
};

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
