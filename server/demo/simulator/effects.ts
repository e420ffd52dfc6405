import type { Route } from "#shared/protocol/protocol.ts";
import { TYPICAL_DOSES, TYPICAL_KG } from "./doses.ts";
import { effectSite } from "./pharmacokinetics.ts";

/** An effect is nothing up to `from` and 1 at `full`, in ng/mL at the effect site: a straight line (C 7.2, S31b [V]). */
interface Line {
  readonly from: number;
  readonly full: number;
}

interface Effects {
  /** 1 is the deepest that the typical dose of this route reaches. */
  readonly dissociation: Line;
  /** mmHg at `full`, for a gain of 1. */
  readonly pressure: Line & { readonly sbp: number; readonly dbp: number };
}

const typical = (route: Route, minute: number): number => effectSite(TYPICAL_DOSES[route], TYPICAL_KG, minute);

const highest = (route: Route): number =>
  Math.max(...Array.from({ length: 1200 }, (_, tenth) => typical(route, tenth / 10)));

/** The published rise is the one at 40 minutes (S19 [V]). No dense series of IM was found: per ng/mL it is taken as IV's. */
const KETAMINE_PRESSURE = { from: 50, full: typical("iv", 40), sbp: 16, dbp: 11 };

/** C 7.2: effects start at 50 ng/mL; esketamine at 45 for dissociation and 25 for pressure [D]. Nasal rise C 7.3 [C]. */
const EFFECTS: Readonly<Record<Route, Effects>> = {
  iv: { dissociation: { from: 50, full: highest("iv") }, pressure: KETAMINE_PRESSURE },
  im: { dissociation: { from: 50, full: highest("im") }, pressure: KETAMINE_PRESSURE },
  nasal: {
    dissociation: { from: 45, full: highest("nasal") },
    pressure: { from: 25, full: highest("nasal"), sbp: 9, dbp: 6 },
  },
};

/** How deep, as a share of the peak after a typical dose. */
export const depth = (route: Route, ngPerMl: number): number => along(EFFECTS[route].dissociation, ngPerMl);

/** By how many mmHg a typical patient's pressure is up. */
export const rise = (route: Route, ngPerMl: number): { readonly sbp: number; readonly dbp: number } => {
  const { pressure } = EFFECTS[route];
  const share = along(pressure, ngPerMl);
  return { sbp: share * pressure.sbp, dbp: share * pressure.dbp };
};

export const highestRise = (route: Route) => rise(route, highest(route));

const along = ({ from, full }: Line, ngPerMl: number): number => Math.max(0, ngPerMl - from) / (full - from);
