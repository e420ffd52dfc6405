import { dayAfter, HOUR, roundUpToHour, type Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Restriction } from "#shared/session/session.ts";

/**
 * RS1-RS3. IV and IM: 24 elapsed hours from leaving, rounded up to the hour of the clinic's clock, across midnight and clock
 * changes. Nasal: the day after, once the patient has slept; no clock time is ever computed. What else was given today
 * never shortens it.
 */
export const restrictionFrom = ({ restriction }: Protocol, leavingAt: Instant, zone: string): Restriction =>
  restriction.kind === "next-day"
    ? { kind: "next-day", day: dayAfter(leavingAt, zone) }
    : { kind: "until", until: roundUpToHour(leavingAt + restriction.hoursFromLeaving * HOUR, zone) };

export const isSameRestriction = (one: Restriction, other: Restriction): boolean =>
  one.kind === "until"
    ? other.kind === "until" && one.until === other.until
    : other.kind === "next-day" && one.day === other.day;
