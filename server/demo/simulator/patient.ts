import type { Route } from "#shared/protocol/protocol.ts";
import { devices, infusion, injection, type Dose } from "./doses.ts";
import { drawTraits, gainOfDay, type Traits, type Pressure } from "./traits.ts";
import { random, type Random } from "./random.ts";

/** One synthetic patient on one day: what they are like, and how they will answer the drug this time. */
export interface Patient extends Omit<Traits, "gain" | "cadssAtFirst" | "habituation"> {
  readonly seed: number;
  readonly route: Route;
  /** Which session of the course, from 1. */
  readonly n: number;
  /** How strongly each pressure answers; 1 is typical. */
  readonly gain: Pressure;
  readonly cadssPeak: number;
  readonly distressPeak: number;
  readonly rrAtPeak: number;
  /** MOAA/S at the deepest. */
  readonly deepestSedation: 4 | 3 | 2;
  readonly nausea: Nausea | undefined;
}

interface Nausea {
  readonly from: number;
  readonly to: number;
  readonly vomitsAt: number | undefined;
}

/** Dissociation gets less from session to session, pressure does not (C 7.3 [D]; no tolerance in 684 infusions, S18 [V]). */
export const drawPatient = (seed: number, route: Route, n: number): Patient => {
  const { gain, cadssAtFirst, habituation, ...traits } = drawTraits(seed, route);
  const draw = random(seed, "day", route, n);
  const sbp = gain * gainOfDay(draw, route);
  return {
    ...traits,
    seed,
    route,
    n,
    gain: { sbp, dbp: sbp * draw.lognormal(1, 0.2) },
    cadssPeak: cadssAtFirst * (1 - habituation) ** (n - 1),
    distressPeak: drawDistress(draw),
    rrAtPeak: -draw.uniform(1, 2),
    deepestSedation: drawSedation(draw),
    nausea: drawNausea(draw),
  };
};

/** Deep but calm is what is expected (C 2.3 [D]); one in 25 is frightened [D]. */
const drawDistress = (draw: Random): number => (draw.chance(0.04) ? draw.uniform(5, 8) : draw.uniform(0, 2));

/** C 7.3 [D]: loud voice in a quarter, only to touch in one of 200. */
const drawSedation = (draw: Random): 4 | 3 | 2 => {
  const lot = draw.uniform(0, 1);
  if (lot < 0.005) return 2;
  return lot < 0.255 ? 3 : 4;
};

/** In 28 %, from 20-60 minutes on, and a third of them vomit (C 7.3 [D], S13 [V]: 27-32 % and 6-12 %). How long: [D]. */
const drawNausea = (draw: Random): Nausea | undefined => {
  if (!draw.chance(0.28)) return undefined;
  const from = draw.uniform(20, 60);
  const vomitsAt = draw.chance(1 / 3) ? from + draw.uniform(2, 15) : undefined;
  return { from, to: from + draw.uniform(25, 50), vomitsAt };
};

/** 0.5 mg/kg (C scope), and the devices of an induction: 56 mg at first (S8 [V2]), then 84 mg for two of three [D]. */
export const usualDoses = ({ seed, route, n, weightKg }: Patient): readonly Dose[] => {
  const mg = Math.round(weightKg * 5) / 10;
  switch (route) {
    case "iv":
      return infusion(mg, 40);
    case "im":
      return injection(mg);
    case "nasal":
      return devices(n === 1 || random(seed, "devices").chance(1 / 3) ? 2 : 3);
  }
};
