import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { newestFirst } from "#shared/session/current.ts";
import type { Dose } from "#shared/session/dose.ts";
import { standingObservations, type CheckState, type Evidence, type Session } from "#shared/session/session.ts";
import type { Observation, Values } from "#shared/vitals/observation.ts";
import { acuteEndOf } from "./acuteEnd.ts";

/** Everything that a check may look at. */
export interface Case {
  readonly session: Session;
  readonly protocol: Protocol;
  readonly now: Instant;
  readonly dose: Dose;
  readonly openCalls: readonly Alarm[];
}

/** What a check finds: met only with evidence that is there, current and good. */
export interface Found {
  readonly state: CheckState;
  readonly evidence: readonly Evidence[];
  /** The earliest moment at which the rule alone could let it be met; missing where only a person can. */
  readonly earliest?: Instant;
  /** The last thing that takes away what was seen before it: a symptom, a fall, a drug. */
  readonly undoneAt?: Instant;
}

export const UNKNOWN: Found = { state: "unknown", evidence: [] };

/** RD1. One field on its newest value: unknown before bad before stale; only current and good is met. */
export const measured = <Field extends keyof Values>(
  one: Case,
  field: Field,
  isGood: (value: NonNullable<Values[Field]>) => boolean,
  isPast: (observation: Observation) => boolean = () => false,
): Found => {
  const observation = latest(one, field);
  const value = observation?.values[field];
  if (!observation || value === undefined || value === null) return UNKNOWN;
  const evidence = evidenceOf(observation, [field]);
  if (!isGood(value)) return { state: "not-met", evidence };
  return { state: isPast(observation) ? "stale" : "met", evidence };
};

/**
 * Where no sets are asked for, whose age is that of all of them: good for as long as READY lasts, from the value or from a
 * look-in after it. A pressure of hours ago lets nobody go.
 */
export const current = (
  one: Case,
  { observedAt }: Observation,
  good: boolean,
  evidence: readonly Evidence[],
): Found => {
  if (!good) return { state: "not-met", evidence };
  if (one.protocol.exit.required.includes("sets")) return { state: "met", evidence };
  const until = Math.max(observedAt, keptAlive(one.session)) + one.protocol.exit.readyLastsMin * MINUTE;
  return { state: one.now <= until ? "met" : "stale", evidence };
};

/** A look-in after the dose says that somebody saw the patient well: it keeps good sets alive, it never makes one. */
export const keptAlive = (session: Session): Instant =>
  Math.max(
    0,
    ...standingObservations(session)
      .filter(({ values }) => values.seen === "resting-breathing" || values.seen === "awake-comfortable")
      .map(({ observedAt }) => observedAt),
  );

/** RW7. What was measured before the acute end says nothing about its being over. */
export const sinceAcute = ({ session, dose, protocol, now }: Case): readonly Observation[] => {
  const end = dose.phase === "ended" ? acuteEndOf(dose, protocol, now) : undefined;
  return end === undefined
    ? []
    : newestFirst(session).filter(({ observedAt }) => observedAt >= end && observedAt <= now);
};

export const latest = (one: Case, field: keyof Values): Observation | undefined =>
  sinceAcute(one).find(({ values }) => values[field] !== undefined);

export const evidenceOf = (
  { id, observedAt, by, values }: Observation,
  fields: readonly (keyof Values)[],
): Evidence[] =>
  fields.flatMap((measure) => {
    const value = values[measure];
    return typeof value === "number" || typeof value === "string"
      ? [{ observationId: id, measure, value, observedAt, by }]
      : [];
  });
