import type { Instant } from "#shared/base/time.ts";
import type { CheckId, Protocol } from "#shared/protocol/protocol.ts";
import { checksOf, isPassed } from "#shared/recovery/criteria.ts";
import { dueList } from "#shared/recovery/due.ts";
import { orthostaticAskedSince } from "#shared/recovery/orthostatic.ts";
import { caseOf } from "#shared/recovery/readiness.ts";
import { requiredFields } from "#shared/session/decideObservation.ts";
import { isOnOxygen } from "#shared/session/oxygen.ts";
import type { Session } from "#shared/session/session.ts";
import type { NotAssessedField, Sheet } from "#shared/vitals/observation.ts";
import type { Draft } from "./entryModel.ts";
import { CHOICE_FIELDS, NUMBERS, SCALES, type ChoiceField, type NumberField, type ScaleField } from "./fields.ts";

type Field = NumberField | ScaleField | ChoiceField;

export interface Part {
  readonly numbers: readonly NumberField[];
  readonly scales: readonly ScaleField[];
  readonly choices: readonly ChoiceField[];
}

/** What stands on a sheet, and what behind its "more". */
export interface SheetFields {
  readonly main: Part;
  readonly more: Part;
}

/** What this patient's rules ask of a sheet. */
export interface Asks {
  /** Whatever has been entered so far. */
  readonly required: readonly NotAssessedField[];
  /** Switched on by the clinic. */
  readonly optional: readonly Field[];
  /** Sedation is looked at by itself, so a look-in asks for it. */
  readonly sedation: boolean;
  /** A standing pressure is wanted before leaving. */
  readonly standing: boolean;
  /** What a check of the way out waits for and an exit sheet can answer. */
  readonly open: readonly Field[];
}

/** EN17-EN20, EN22. */
export const asksOf = (session: Session, protocol: Protocol, sheet: Sheet, now: Instant): Asks => ({
  required: requiredFields(session, protocol, { sheet, values: {} }),
  optional: protocol.optional,
  sedation: asksSedation(session, protocol, now),
  standing: protocol.exit.required.includes("orthostatic") && orthostaticAskedSince(session) !== undefined,
  open: openFields(session, protocol, now),
});

/** EN22. Once it is answered, or let pass, it stands behind "more" again. */
const openFields = (session: Session, protocol: Protocol, now: Instant): readonly Field[] =>
  checksOf(caseOf(NO_CALLS, session, protocol, now)).flatMap((check) =>
    isPassed(check) ? [] : (ANSWERS[check.id]?.(session, now) ?? []),
  );

const NO_CALLS = { alarms: {} }; // an open call is nothing that a sheet could answer

const ANSWERS: Readonly<Partial<Record<CheckId, (session: Session, now: Instant) => readonly Field[]>>> = {
  orthostatic: () => ["standingSbp", "standingDbp"],
  suicidality: () => ["suicidality"],
  oxygen: (session, now) => (isOnOxygen(session, now) ? ["oxygen"] : []),
};

/** EN20. A schedule with sedation in it, or a close look that is open now. */
const asksSedation = (session: Session, protocol: Protocol, now: Instant): boolean => {
  const { dosing } = protocol.schedule;
  const inSchedule = dosing.kind === "marks" && dosing.marks.some(({ check }) => check === "sedation");
  return (
    inSchedule ||
    dueList(session, protocol, now).some(
      ({ kind, asks, state }) => kind === "recheck" && asks === "sedation" && state !== "done" && state !== "not-done",
    )
  );
};

const ALWAYS: Readonly<Record<Sheet, readonly Field[]>> = {
  full: ["sbp", "dbp", "hr", "spo2", "rr", "sedation", "dissociation", "distress"],
  bp: ["sbp", "dbp"],
  "look-in": ["spo2"],
  exit: ["orientation", "gait"],
};

/** EN18. Behind "more" on every protocol. */
const REACHABLE: Readonly<Record<Sheet, readonly Field[]>> = {
  full: ["oxygen", "position", "cuff", "hrFrom", "vomitCount"],
  bp: ["position", "cuff"],
  "look-in": [],
  exit: ["oxygen", "position", "cuff", "vomitCount"],
};

const CORE: readonly Field[] = ["sbp", "dbp", "hr", "spo2", "rr"];

/** EN17-EN19, EN22. A required field is always on its sheet; what has no room on the first page stands behind "more". */
export const fieldsOf = (draft: Draft, asks: Asks): SheetFields => {
  const { sheet } = draft;
  const required = asks.required.flatMap((field): readonly Field[] => (field === "bp" ? ["sbp", "dbp"] : [field]));
  const main = [
    ...ALWAYS[sheet],
    ...required.filter((field) => CORE.includes(field) || sheet !== "full"),
    ...(sheet === "look-in" && asks.sedation ? (["sedation"] as const) : []),
    ...(sheet === "exit" ? [...asks.open, ...(asks.open.includes("oxygen") ? ofOxygen(draft) : [])] : []),
  ];
  const more = [...REACHABLE[sheet], ...required, ...switchedOn(sheet, asks), ...ofOxygen(draft), ...corrected(draft)];
  return { main: part(main), more: part(more.filter((field) => !main.includes(field))) };
};

const part = (fields: readonly Field[]): Part => ({
  numbers: NUMBERS.filter((field) => fields.includes(field)),
  scales: SCALES.filter((field) => fields.includes(field)),
  choices: CHOICE_FIELDS.filter((field) => fields.includes(field)),
});

const switchedOn = (sheet: Sheet, { optional, standing }: Asks): readonly Field[] => {
  if (sheet === "look-in") return [];
  const wanted = [...optional, ...(standing ? (["standingSbp"] as const) : [])].flatMap((field): readonly Field[] =>
    field === "standingSbp" || field === "standingDbp" ? ["standingSbp", "standingDbp"] : [field],
  );
  return sheet === "bp" ? wanted.filter((field) => field === "map" || field.startsWith("standing")) : wanted;
};

/** How much and by what, once it is said that there is oxygen. */
const ofOxygen = ({ chosen }: Draft): readonly Field[] =>
  chosen.oxygen === "oxygen" ? ["litresPerMin", "oxygenBy"] : [];

/** EN16. A correction loses nothing that the first entry said, whatever is asked for now. */
const corrected = ({ correcting, typed, levels, chosen }: Draft): readonly Field[] =>
  correcting
    ? [
        ...NUMBERS.filter((field) => typed[field] !== ""),
        ...SCALES.filter((field) => levels[field] !== undefined),
        ...CHOICE_FIELDS.filter((field) => chosen[field] !== undefined),
      ]
    : [];

/** How many fields of a part hold something. */
export const filledIn = ({ typed, levels, chosen, notAssessed }: Draft, { numbers, scales, choices }: Part): number =>
  numbers.filter((field) => typed[field] !== "" || field in notAssessed).length +
  scales.filter((field) => levels[field] !== undefined || field in notAssessed).length +
  choices.filter((field) => chosen[field] !== undefined || field in notAssessed).length;

export const holds = ({ numbers, scales, choices }: Part, field: string): boolean =>
  ([...numbers, ...scales, ...choices] as readonly string[]).includes(field);
