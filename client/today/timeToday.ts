import { calendarDay, clockTime, MINUTE, type Instant } from "#shared/base/time.ts";

/** TD4. "9:05", "09.05", "0905" or "905": the hour and the minute that were meant, or nothing. */
export const parseTime = (text: string): { readonly hour: number; readonly minute: number } | undefined => {
  const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim());
  const hour = Number(found?.[1]);
  const minute = Number(found?.[2]);
  return found && hour < 24 && minute < 60 ? { hour, minute } : undefined;
};

/** TD4. When the clinic's clock shows this time on the clinic's day that holds `now`, whatever zone this device is in. */
export const instantToday = (text: string, now: Instant, zone: string): Instant | undefined => {
  const time = parseTime(text);
  if (!time) return undefined;
  const wanted = midnight(calendarDay(now, zone)) + (time.hour * 60 + time.minute) * MINUTE;
  // The zone's distance from UTC is read off its own clock; the second look is for the days when clocks change.
  const near = wanted - (shown(wanted, zone) - wanted);
  return near - (shown(near, zone) - wanted);
};

const midnight = (day: string): number => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return Date.UTC(year, month - 1, date);
};

/** What the zone's wall shows at an instant, written as if it were UTC. */
const shown = (at: Instant, zone: string): number => {
  const [hour = 0, minute = 0] = clockTime(at, zone).split(":").map(Number);
  return midnight(calendarDay(at, zone)) + (hour * 60 + minute) * MINUTE;
};
