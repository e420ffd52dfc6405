import type { Session } from "./session.ts";
import { standingObservations } from "./session.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Observation, Values } from "#shared/vitals/observation.ts";

/** Newest first by when it was true, not by when we heard: a late entry is never current over a newer one. */
export const newestFirst = (session: Session): readonly Observation[] =>
  standingObservations(session).toSorted((a, b) => b.observedAt - a.observedAt || b.seq - a.seq);

/** VT7. The newest standing observation that says something about `field`. */
export const latestWith = (session: Session, field: keyof Values): Observation | undefined =>
  newestFirst(session).find(({ values }) => values[field] !== undefined);

export const withPressure = ({ values }: Observation): boolean => values.sbp !== undefined && values.dbp !== undefined;

/** The last value before the dose; while there was no dose, the last of all. Missing is undefined, never a guess. */
export const baseline = <Field extends keyof Values>(
  session: Session,
  t0: Instant | undefined,
  field: Field,
): Values[Field] =>
  newestFirst(session).find(
    ({ observedAt, values }) => values[field] !== undefined && (t0 === undefined || observedAt <= t0),
  )?.values[field];
