import type { StaffRole } from "#shared/access/role.ts";
import { calendarDay, type Instant } from "#shared/base/time.ts";

/** Who plays in the morning. The director and the admin have done their part before the curtain rises. */
export type Who = "ana" | "ben" | "dana" | "eli";

export interface StaffMember {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
}

export const STAFF: readonly StaffMember[] = [
  { username: "ana", name: "Ana Lima", roles: ["nurse"] },
  { username: "ben", name: "Ben Okoro", roles: ["nurse"] },
  { username: "dana", name: "Dr. Dana Rey", roles: ["clinician"] },
  { username: "eli", name: "Eli Marsh", roles: ["desk"] },
  { username: "mira", name: "Dr. Mira Voss", roles: ["director"] },
  { username: "admin", name: "Alex Admin", roles: ["admin"] },
];

export interface Newcomer {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly allergies: string | null;
}

/** Synthetic, in the order in which the morning speaks of them: the first six are treated. */
export const PATIENTS: readonly Newcomer[] = [
  { givenName: "Noor", familyName: "Haddad", birthDate: "1984-05-02", allergies: null },
  { givenName: "Walter", familyName: "Brandt", birthDate: "1958-11-19", allergies: "Penicillin" },
  { givenName: "June", familyName: "Park", birthDate: "1992-03-30", allergies: null },
  { givenName: "Teresa", familyName: "Alvarez-Montgomery", birthDate: "1975-08-08", allergies: null },
  { givenName: "Sam", familyName: "Ito", birthDate: "1988-01-14", allergies: null },
  { givenName: "Ade", familyName: "Osei", birthDate: "1979-10-03", allergies: "Latex" },
  { givenName: "Lucie", familyName: "Moreau", birthDate: "1996-06-21", allergies: null },
  { givenName: "Marek", familyName: "Novak", birthDate: "1969-02-11", allergies: null },
];

/** 65 or older on the clinic's day, as the desk reads it off the register. */
export const isFrom65 = ({ birthDate }: Newcomer, at: Instant, zone: string): boolean => {
  const today = calendarDay(at, zone);
  return `${Number(today.slice(0, 4)) - 65}${today.slice(4)}` >= birthDate;
};
