import type { Session } from "./session.ts";
import { notReplaced } from "./session.ts";
import { onceFor } from "#shared/base/memo.ts";
import type { Instant } from "#shared/base/time.ts";
import { pressureOf, type Pressure } from "#shared/protocol/pressure.ts";
import type { Grade, Observation, Symptom, Values } from "#shared/vitals/observation.ts";

/** Newest first by when it was true, not by when we heard: a late entry is never current over a newer one. */
export const newestFirst = ({ observations }: Session): readonly Observation[] => sorted(observations);

const sorted = onceFor((observations: readonly Observation[]) =>
  notReplaced(observations).toSorted((a, b) => b.observedAt - a.observedAt || b.seq - a.seq),
);

/** VT7. The newest standing observation that says something about `field`. */
export const latestWith = (session: Session, field: keyof Values): Observation | undefined =>
  newestFirst(session).find(({ values }) => values[field] !== undefined);

/** AL10. Heard of after `later`, though it was before it: it confirms nothing and rings nothing. */
export const isFoundAfter = (one: Observation, later: Observation): boolean => one.late && one.seq > later.seq;

export const withPressure = ({ values }: Observation): boolean => values.sbp !== undefined && values.dbp !== undefined;

/** The last value before the dose; while there was no dose, the last of all. Missing is undefined, never a guess. */
export const baseline = <Field extends keyof Values>(
  session: Session,
  t0: Instant | undefined,
  field: Field,
): Values[Field] => before(session.observations)(t0).find(({ values }) => values[field] !== undefined)?.values[field];

/** Every standing observation up to T0, newest first: a handful, asked for every value of a long session. */
const before = onceFor((observations: readonly Observation[]) => {
  let asked: Instant | undefined;
  let found: readonly Observation[] | undefined;
  return (t0: Instant | undefined): readonly Observation[] => {
    if (found && asked === t0) return found;
    asked = t0;
    found = sorted(observations).filter(({ observedAt }) => t0 === undefined || observedAt <= t0);
    return found;
  };
});

/** The last pressure before the dose, both halves from one reading. */
export const baselinePressure = (session: Session, t0: Instant | undefined): Pressure | undefined =>
  pressureOf(
    newestFirst(session).find((one) => withPressure(one) && (t0 === undefined || one.observedAt <= t0))?.values ?? {},
  );

/** How strong a symptom was in one observation; nothing where it was not named. */
export const gradeOf = ({ symptoms = [] }: Values, symptom: Symptom): Grade | undefined =>
  symptoms.find((one) => one.symptom === symptom)?.grade;

/** Named, however mildly, or counted. */
export const vomits = (values: Values): boolean =>
  gradeOf(values, "vomiting") !== undefined || (values.vomitCount ?? 0) > 0;

export const worseThanMild = (grade: Grade | undefined): boolean => grade === "moderate" || grade === "severe";
