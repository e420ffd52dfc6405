import type { Restriction } from "#shared/session/session.ts";

/** Of what this screen computes and what the server answered the one that holds longer: this clock may be slow. */
export const laterOf = (one: Restriction, other: Restriction | undefined): Restriction =>
  other !== undefined && ends(other) > ends(one) ? other : one;

/** A day is only ever compared with a day: one session has one kind. */
const ends = (restriction: Restriction): number =>
  restriction.kind === "until" ? restriction.until : Date.parse(`${restriction.day}T00:00Z`);
