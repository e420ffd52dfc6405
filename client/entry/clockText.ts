import { clockTime, MINUTE, type Instant } from "#shared/base/time.ts";

const DAY_MIN = 24 * 60;

/** Minutes since midnight of "10:35", "10.35", "1035" or "935"; nothing for what is no time of day. */
export const minutesOf = (text: string): number | undefined => {
  const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim());
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])];
  return found && hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
};

/** EN8. The moment nearest to now at which the clinic's clock showed this; it may lie ahead, and is then refused in words. */
export const instantOf = (text: string, now: Instant, zone: string): Instant | undefined => {
  const wanted = minutesOf(text);
  const shown = minutesOf(clockTime(now, zone));
  if (wanted === undefined || shown === undefined) return undefined;
  const ahead = ((wanted - shown + DAY_MIN * 1.5) % DAY_MIN) - DAY_MIN / 2;
  const at = Math.floor(now / MINUTE) * MINUTE + ahead * MINUTE;
  return [at, at + 60 * MINUTE, at - 60 * MINUTE].find((one) => minutesOf(clockTime(one, zone)) === wanted); // clocks change by an hour
};

export type When = { readonly at: Instant } | { readonly problem: "not-a-time" | "future" | "before-check-in" };

/** EN8. Now unless a time was typed; never ahead of the clock and never before the patient came. */
export const whenOf = (
  typed: string | undefined,
  now: Instant,
  session: { readonly zone: string; readonly checkedIn: { readonly at: Instant } },
): When => {
  if (typed === undefined) return { at: Math.max(now, session.checkedIn.at) };
  const at = instantOf(typed, now, session.zone);
  if (at === undefined) return { problem: "not-a-time" };
  if (at > now) return { problem: "future" };
  // Check-in has seconds and a typed time has none: its own minute counts as after it.
  return at + MINUTE <= session.checkedIn.at
    ? { problem: "before-check-in" }
    : { at: Math.max(at, session.checkedIn.at) };
};
