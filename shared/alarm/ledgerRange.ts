import * as z from "zod";
import { HOUR } from "#shared/base/time.ts";

const DAY_MS = 24 * HOUR;

/** A quarter of a year, so that a reading ends. */
export const MOST_DAYS = 92;

/** A closed range of calendar days of the clinic, as in 2026-11-25. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export interface RangeProblem {
  readonly field: keyof DayRange;
  readonly problem: "not-a-day" | "before-from" | "too-long";
}

/** LE9. The range, or the first field that cannot be right and why: the same in the form and on the server. */
export const rangeOf = ({ from, to }: Readonly<Record<keyof DayRange, unknown>>): DayRange | RangeProblem => {
  const [first, last] = [Day.safeParse(from), Day.safeParse(to)];
  if (!first.success) return { field: "from", problem: "not-a-day" };
  if (!last.success) return { field: "to", problem: "not-a-day" };
  if (last.data < first.data) return { field: "to", problem: "before-from" };
  const range = { from: first.data, to: last.data };
  return daysOf(range) > MOST_DAYS ? { field: "to", problem: "too-long" } : range;
};

const Day = z.iso.date();

/** Both ends counted. */
export const daysOf = ({ from, to }: DayRange): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;

export const isDayIn = (day: string, { from, to }: DayRange): boolean => day >= from && day <= to;

/** The range of that many days that ends with a day. */
export const daysUntil = (to: string, days: number): DayRange => ({
  from: new Date(Date.parse(to) - (days - 1) * DAY_MS).toISOString().slice(0, 10),
  to,
});
