import { LEAST_FOR_FIGURES, shareOf, type Spread } from "#shared/alarm/ledger.ts";
import { daysUntil, rangeOf, type DayRange } from "#shared/alarm/ledgerRange.ts";
import { words } from "./words.ts";

/** A figure and, smaller beside it, what it rests on. */
export interface Figure {
  readonly main: string;
  readonly rests: string;
}

/** LE5. `40 %` on `2 of 5`; of fewer than five the number is the figure. */
export const shareFigure = (part: number, whole: number): Figure => {
  const share = shareOf(part, whole);
  const count = whole === 0 ? words.none : words.of(part, whole);
  return share === undefined ? { main: count, rests: "" } : { main: words.share(share), rests: count };
};

/** LE5. The middle, and within how long nine of ten; of fewer than five how many there are. */
export const spreadFigure = ({ n, median, p90 }: Spread, say: (value: number) => string): Figure => {
  if (median === undefined || p90 === undefined) return { main: n === 0 ? words.none : words.n(n), rests: "" };
  return { main: say(median), rests: `${words.nineOfTen(say(p90))}, ${words.n(n)}` };
};

/** LE5. No rate of an hour or two. */
export const perHourWords = (count: number, chairHours: number): string =>
  chairHours < LEAST_FOR_FIGURES ? words.figures.tooFewHours : words.figures.perHour(count / chairHours);

export const PRESETS = ["today", "week", "month"] as const;
export type Preset = (typeof PRESETS)[number];
const DAYS: Readonly<Record<Preset, number>> = { today: 1, week: 7, month: 30 };

export const presetRange = (preset: Preset, today: string): DayRange => daysUntil(today, DAYS[preset]);

export const presetOf = (range: DayRange, today: string): Preset | undefined =>
  range.to === today ? PRESETS.find((preset) => presetRange(preset, today).from === range.from) : undefined;

/** What the address asks for, so that the way back from a record finds the same days; else the last seven. */
export const rangeIn = (search: URLSearchParams, today: string): DayRange => {
  const range = rangeOf({ from: search.get("from"), to: search.get("to") });
  return "problem" in range ? presetRange("week", today) : range;
};
