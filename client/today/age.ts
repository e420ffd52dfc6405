import { calendarDay, type Instant } from "#shared/base/time.ts";
import type { Named } from "#client/store/directory.ts";

const OLDER_FROM = 65;

/**
 * TD8. 65 or older on the clinic's own day, by the birth date in the register; undefined while nobody knows. Days are
 * compared as text: who was born on 29 February is older on 1 March of a year without one.
 */
export const isFrom65 = (birthDate: string | undefined, now: Instant, zone: string): boolean | undefined => {
  const [year, ...rest] = birthDate?.split("-") ?? [];
  if (year === undefined || rest.length !== 2) return undefined;
  return [String(Number(year) + OLDER_FROM).padStart(4, "0"), ...rest].join("-") <= calendarDay(now, zone);
};

export const birthDateOf = (named: Named | undefined): string | undefined =>
  named && "birthDate" in named ? named.birthDate : undefined;
