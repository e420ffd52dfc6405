import type { Alarm } from "#shared/alarm/alarm.ts";
import { SECOND, type Instant } from "#shared/base/time.ts";
import type { Presence } from "#shared/wire/messages.ts";

/** After so long without a screen that has it, somebody goes and tells. C 4 rule 7 begins a minute after the call. */
const UNDELIVERED_AFTER_MS = 10 * SECOND;

/**
 * CW3. To how many screens a call went that nobody has yet; nothing while it may still be on its way, and nothing where this
 * screen is not told.
 */
export const deliveryWords = (
  { id, raisedAt }: Pick<Alarm, "id" | "raisedAt">,
  delivered: Presence["delivered"],
  now: Instant,
): string | undefined => {
  const screens = delivered.find(({ alarmId }) => alarmId === id)?.screens;
  if (screens === undefined) return undefined;
  if (screens > 0) return `Delivered to ${screens === 1 ? "1 screen" : `${screens} screens`}`;
  return now - raisedAt >= UNDELIVERED_AFTER_MS ? "Not delivered yet: tell somebody" : undefined;
};
