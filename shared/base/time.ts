/** Milliseconds since 1970-01-01T00:00Z. Durations are computed from instants, never from local clock times. */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** TM4. "10:42", 24-hour, in the clinic's zone. */
export const clockTime = (at: Instant, zone: string): string => {
  const { hour, minute } = wallClock(at, zone);
  return `${hour}:${minute}`;
};

/** "10:42:07", for what was just saved. */
export const clockTimeWithSeconds = (at: Instant, zone: string): string => {
  const { hour, minute, second } = wallClock(at, zone);
  return `${hour}:${minute}:${second}`;
};

/** "2026-11-25": the clinic's calendar day that holds the instant. */
export const calendarDay = (at: Instant, zone: string): string => {
  const { year, month, day } = wallClock(at, zone);
  return `${year}-${month}-${day}`;
};

/** "Wed 26 Nov, 12:00": a day and an hour that a patient can read. */
export const dayAndTime = (at: Instant, zone: string): string => {
  const { weekday, day, month, hour, minute } = wallClock(at, zone);
  return `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1] ?? month}, ${hour}:${minute}`;
};

/** RS2. The first full hour of the zone's wall clock at or after the instant; zones and clock changes of half an hour included. */
export const roundUpToHour = (at: Instant, zone: string): Instant => {
  const { minute, second } = wallClock(at, zone);
  const past = Number(minute) * MINUTE + Number(second) * SECOND + (at % SECOND);
  return past === 0 ? at : roundUpToHour(at + HOUR - past, zone); // again: Lord Howe's clock changes by half an hour
};

export const isZone = (zone: string): boolean => {
  try {
    formatter(zone);
    return true;
  } catch {
    return false; // Intl knows no such zone
  }
};

export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** The end of the year 9999: later years have five digits, and days are compared as text. */
const LAST_INSTANT: Instant = 253_402_214_400_000;

type Part = "weekday" | "year" | "month" | "day" | "hour" | "minute" | "second";

/** A calendar answers for every number: an instant that no calendar has is its first or its last one. */
const wallClock = (at: Instant, zone: string): Record<Part, string> => {
  const parts: Partial<Record<string, string>> = {};
  const known = Math.min(Math.max(at, 0), LAST_INSTANT);
  for (const { type, value } of formatter(zone).formatToParts(known)) parts[type] = value;
  return parts as Record<Part, string>;
};

// A formatter costs fifty times a format, and there are few zones.
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formatters.set(zone, made);
  return made;
};
