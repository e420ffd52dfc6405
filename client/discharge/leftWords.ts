import { outcomeWords } from "#client/ui/outcomeWords.ts";
import { calendarDay, clockTime, dayAndTime, type Instant } from "#shared/base/time.ts";
import type { Closed } from "#shared/session/session.ts";

/** DC16. "Discharged 10:41"; who is still listed on a later day, because a signature is due, has the day as well. */
export const leftWords = ({ outcome, endedAt }: Closed, now: Instant, zone: string): string => {
  const isToday = calendarDay(endedAt, zone) === calendarDay(now, zone);
  return `${outcomeWords(outcome)} ${isToday ? clockTime(endedAt, zone) : dayAndTime(endedAt, zone)}`;
};
