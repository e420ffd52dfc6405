import type { ChairId, ObservationId, PersonId, SessionId } from "#shared/base/ids.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";

/** A word that stands in every free text of a generated history, so that a test can look for it where it must not be. */
export const CANARY = "canary-free-text";

export const id = <Id extends string>(text: string): Id => `${text}-00000000` as Id;

export const CHAIRS = [id<ChairId>("chair1"), id<ChairId>("chair2")] as const;
export const PEOPLE = {
  ana: id<PersonId>("ana"),
  dana: id<PersonId>("dana"),
  eli: id<PersonId>("eli"),
  admin: id<PersonId>("admin"),
};
export type Who = keyof typeof PEOPLE;

/** One random wish: who, how long after the last, and what, given the state. */
export interface Move {
  readonly who: Who;
  readonly wait: number;
  readonly session: 0 | 1;
  readonly kind: string;
  readonly number: number;
}

export const reason = <Code extends string>(code: Code) => ({ code, text: CANARY });

export type Wishes = Readonly<
  Record<string, (clinic: Clinic, move: Move, n: number, now: number) => Command | undefined>
>;

type Make = (sessionId: SessionId, move: Move, n: number, now: number, clinic: Clinic) => Command | undefined;

export function inSession(make: Make) {
  return (clinic: Clinic, move: Move, n: number, now: number): Command | undefined => {
    const session = Object.values(clinic.sessions)[move.session] ?? Object.values(clinic.sessions)[0];
    return session && make(session.id, move, n, now, clinic);
  };
}

export function observe(values: object) {
  return inSession((sessionId, _, n, now) => ({
    type: "record-observation",
    sessionId,
    observationId: id<ObservationId>(`obs${n}`),
    entered: { sheet: "full", observedAt: now, values },
  }));
}
