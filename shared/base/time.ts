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

/**
 * "2026-11-25": the clinic's calendar day that holds the instant. Asked for every event that is folded, so the last answer
 * is kept: every zone's clock and calendar change on a quarter of an hour.
 */
export const calendarDay = (at: Instant, zone: string): string => {
  const quarter = Math.floor(at / (15 * MINUTE));
  const last = lastDays.get(zone);
  if (last?.quarter === quarter) return last.day;
  const { year, month, day } = wallClock(at, zone);
  const found = `${year}-${month}-${day}`;
  lastDays.set(zone, { quarter, day: found });
  return found;
};

const lastDays = new Map<string, { readonly quarter: number; readonly day: string }>();

/** "Wed 26 Nov, 12:00": a day and an hour that a patient can read. */
export const dayAndTime = (at: Instant, zone: string): string => {
  const { weekday, day, month, hour, minute } = wallClock(at, zone);
  return `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1] ?? month}, ${hour}:${minute}`;
};

/** "Wed 26 Nov", from a calendar day such as "2026-11-26": a day is the same words in every zone. */
export const dayInWords = (day: string): string => dayAndTime(Date.parse(`${day}T12:00Z`), "UTC").split(",")[0] ?? day;

/** RS3. The calendar day after the one that holds the instant, in the zone: across midnight, months and clock changes. */
export const dayAfter = (at: Instant, zone: string): string =>
  new Date(Date.parse(`${calendarDay(at, zone)}T12:00Z`) + 24 * HOUR).toISOString().slice(0, 10);

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
