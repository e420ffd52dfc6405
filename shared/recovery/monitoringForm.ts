import { calendarDay, HOUR, MINUTE, type Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { pressureOf } from "#shared/protocol/pressure.ts";
import { FULLY_AWAKE } from "#shared/scales/levels.ts";
import { baselinePressure, newestFirst, withPressure } from "#shared/session/current.ts";
import { adverseEventsOf } from "#shared/session/care.ts";
import { doseOf, standing } from "#shared/session/dose.ts";
import { standingObservations, type Session } from "#shared/session/session.ts";
import type { Observation } from "#shared/vitals/observation.ts";

/** One field of the form, filled from the record; a missing value is what somebody still has to find out. */
export interface FormField {
  readonly id: FormFieldId;
  readonly value: string | number | boolean | undefined;
}

export type FormFieldId =
  | "first-treatment"
  | "benzodiazepine"
  | "sedative-hypnotic"
  | "opioid"
  | "psychostimulant"
  | "maoi"
  | "date"
  | "dose-mg"
  | "lots"
  | "total-minutes"
  | "two-hours"
  | "bp-before"
  | "bp-40"
  | "bp-completion"
  | "oximetry"
  | "sedation"
  | "sedation-resolved"
  | "dissociation"
  | "dissociation-resolved"
  | "serious-event";

/**
 * MF1. The monitoring form of esketamine (C 1.6, S4 S5 [V], the rows of sedation and dissociation [G]): what the record
 * knows, and nothing filled in that nobody saw. `end` is when monitoring was over. It is never sent anywhere by itself.
 */
export const monitoringForm = (session: Session, end: Instant | undefined): readonly FormField[] => [
  { id: "first-treatment", value: session.course && session.course.n === 1 },
  ...medicineFields(session),
  { id: "lots", value: lotsOf(session) },
  ...sinceDose(session, end),
  // None written down is not none happened: a person says that.
  { id: "serious-event", value: adverseEventsOf(session).some(({ serious }) => serious.length > 0) || undefined },
];

const medicineFields = ({ medicines }: Session): readonly FormField[] => [
  { id: "benzodiazepine", value: medicines?.benzodiazepine },
  { id: "sedative-hypnotic", value: medicines?.sedativeHypnotic },
  { id: "opioid", value: medicines?.opioid },
  { id: "psychostimulant", value: medicines?.psychostimulant },
  { id: "maoi", value: medicines?.maoi },
];

/** What counts from the first device; all of it is missing while there was none. */
const sinceDose = (session: Session, end: Instant | undefined): readonly FormField[] => {
  const dose = doseOf(session.doseFacts);
  if (dose.phase === "not-started") return DOSE_FIELDS.map((id) => ({ id, value: undefined }));
  const { t0 } = dose;
  const minutes = end === undefined ? undefined : Math.floor((end - t0) / MINUTE);
  return [
    { id: "date", value: calendarDay(t0, session.zone) },
    { id: "dose-mg", value: dose.phase === "ended" ? dose.givenMg : undefined },
    { id: "total-minutes", value: minutes },
    { id: "two-hours", value: minutes === undefined ? undefined : minutes >= 120 },
    { id: "bp-before", value: inWords(baselinePressure(session, t0)) },
    { id: "bp-40", value: pressureAt40(session, t0) },
    { id: "bp-completion", value: lastPressure(session, t0) },
    { id: "oximetry", value: since(session, t0).some(({ values }) => values.spo2 !== undefined) || undefined },
    ...effect(session, t0, "sedation", ({ sedation }) => (sedation === undefined ? undefined : sedation < FULLY_AWAKE)),
    ...effect(session, t0, "dissociation", ({ dissociation }) =>
      dissociation === undefined ? undefined : dissociation > 0,
    ),
  ];
};

const DOSE_FIELDS: readonly FormFieldId[] = [
  "date",
  "dose-mg",
  "total-minutes",
  "two-hours",
  "bp-before",
  "bp-40",
  "bp-completion",
  "oximetry",
  "sedation",
  "sedation-resolved",
  "dissociation",
  "dissociation-resolved",
];

/** MF2. Calendar days after the day of the dose, in the clinic's zone: the last day on which the form is in time. C 1.6, S5 [V]. */
export const formDueDay = (session: Session, { formDueDays }: Protocol): string | undefined => {
  const dose = doseOf(session.doseFacts);
  if (formDueDays === null || dose.phase === "not-started") return undefined;
  const noon = Date.parse(`${calendarDay(dose.t0, session.zone)}T12:00Z`);
  return calendarDay(noon + formDueDays * 24 * HOUR, "UTC");
};

const since = (session: Session, t0: Instant): readonly Observation[] =>
  standingObservations(session)
    .filter(({ observedAt }) => observedAt >= t0)
    .toSorted((a, b) => a.observedAt - b.observedAt);

/** Every device's lot, or nothing while one of them has none. */
const lotsOf = (session: Session): string | undefined => {
  const lots = standing(session.doseFacts).flatMap((fact) => (fact.kind === "device" ? [fact.package?.lot] : []));
  return lots.length === 0 || lots.some((lot) => lot === undefined) ? undefined : [...new Set(lots)].join(", ");
};

const inWords = (pressure: { readonly sbp: number; readonly dbp: number } | undefined): string | undefined =>
  pressure && `${pressure.sbp}/${pressure.dbp}`;

/** The form's own question, whatever the clinic's schedule says: the one nearest to 40 min (S2 S4 [V]) among those from 35 to 50 (C 1.5 [D]). */
const pressureAt40 = (session: Session, t0: Instant): string | undefined => {
  const away = ({ observedAt }: Observation): number => Math.abs(observedAt - t0 - 40 * MINUTE);
  const near = since(session, t0)
    .filter(withPressure)
    .filter(({ observedAt }) => observedAt >= t0 + 35 * MINUTE && observedAt <= t0 + 50 * MINUTE)
    .toSorted((a, b) => away(a) - away(b));
  return inWords(near[0] && pressureOf(near[0].values));
};

const lastPressure = (session: Session, t0: Instant): string | undefined => {
  const last = newestFirst(session).find((one) => withPressure(one) && one.observedAt > t0 + 50 * MINUTE);
  return inWords(last && pressureOf(last.values));
};

/** Whether it came, and whether it had gone within two hours of the first device; not known while nobody looked. */
const effect = (
  session: Session,
  t0: Instant,
  id: "sedation" | "dissociation",
  isThere: (values: Observation["values"]) => boolean | undefined,
): readonly FormField[] => {
  const looks = since(session, t0).filter(({ values }) => isThere(values) !== undefined);
  const came = looks.length === 0 ? undefined : looks.some(({ values }) => isThere(values) === true);
  const twoHours = t0 + 120 * MINUTE;
  const lastThere = looks.findLastIndex(({ values }) => isThere(values) === true);
  const gone = looks[lastThere + 1];
  const resolved = came !== true || gone === undefined ? undefined : gone.observedAt <= twoHours;
  return [
    { id, value: came },
    { id: `${id}-resolved`, value: resolved },
  ];
};
