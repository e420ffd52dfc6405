import { dayAndTime, dayInWords } from "#shared/base/time.ts";
import type { Restriction } from "#shared/session/session.ts";

/**
 * RS1, RS3. "until Wed 26 Nov, 12:00"; nasal "tomorrow, Thu 26 Nov, after a full night's sleep": a day and never a clock
 * time. P 7. "tomorrow" is left out where it is read on another day than the one of leaving.
 */
export const restrictionWords = (
  restriction: Restriction,
  zone: string,
  { later = false }: { readonly later?: boolean } = {},
): string => {
  switch (restriction.kind) {
    case "until":
      return `until ${dayAndTime(restriction.until, zone)}`;
    case "next-day":
      return `${later ? "" : "tomorrow, "}${dayInWords(restriction.day)}, after a full night's sleep`;
  }
};
