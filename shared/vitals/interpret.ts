/** LM1. A limit counts at the number itself: value <= low or value >= high (C 10b). */
export interface Band {
  readonly low: number | null;
  readonly high: number | null;
}

export interface Limits {
  readonly warn: Band;
  readonly critical: Band;
}

export type Interpretation = "critically-low" | "low" | "normal" | "high" | "critically-high" | "unknown";

/** LM1. Bands meet, so every number has exactly one answer; no value or no limits answers unknown, never normal. */
export const interpret = (value: number | undefined, limits: Limits | undefined): Interpretation => {
  if (value === undefined || limits === undefined || Number.isNaN(value)) return "unknown";
  if (atOrBelow(value, limits.critical.low)) return "critically-low";
  if (atOrAbove(value, limits.critical.high)) return "critically-high";
  if (atOrBelow(value, limits.warn.low)) return "low";
  if (atOrAbove(value, limits.warn.high)) return "high";
  return "normal";
};

const atOrBelow = (value: number, low: number | null): boolean => low !== null && value <= low;
const atOrAbove = (value: number, high: number | null): boolean => high !== null && value >= high;
