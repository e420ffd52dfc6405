import type { CommandId, ObservationId, SessionId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type {
  Confirmation,
  CorrectionReason,
  Entered,
  Grade,
  NotAssessed,
  NotAssessedField,
  Sheet,
  Symptom,
  Values,
} from "#shared/vitals/observation.ts";
import { parseTyped } from "#client/ui/typedNumber.ts";
import type * as z from "zod";
import {
  excusedBy,
  excuseOf,
  NUMBERS,
  typingOf,
  type ChoiceField,
  type Chosen,
  type NumberField,
  type ScaleField,
} from "./fields.ts";

export type Why = NotAssessed["why"];

/** One form as it stands: exactly what was typed and tapped, and the ids under which it will be saved once. */
export interface Draft {
  readonly sessionId: SessionId;
  readonly observationId: ObservationId;
  readonly commandId: CommandId;
  readonly sheet: Sheet;
  readonly typed: Readonly<Record<NumberField, string>>;
  readonly levels: Readonly<Partial<Record<ScaleField, number>>>;
  readonly symptoms: Readonly<Partial<Record<Symptom, Grade>>>;
  readonly chosen: Chosen;
  readonly seen?: Values["seen"];
  readonly notAssessed: Readonly<Partial<Record<NotAssessedField, Why>>>;
  readonly ratings?: Entered["ratings"];
  readonly confirmed: readonly Confirmation[];
  /** What was typed as the time; undefined means now. */
  readonly earlier?: string | undefined;
  /** Save was tapped: what is missing is now said. */
  readonly tried: boolean;
  /** What the entry that is corrected holds and no form shows: it stays. */
  readonly carried?: Pick<Values, "cadssItems" | "rrCountedS">;
  readonly correcting?: {
    readonly id: ObservationId;
    readonly observedAt: Instant;
    readonly reason: z.infer<typeof CorrectionReason>;
  };
}

export type Ids = Pick<Draft, "sessionId" | "observationId" | "commandId">;

/** EN1. Nothing is filled in beforehand, not even with the last value. */
export const emptyDraft = (ids: Ids, sheet: Sheet): Draft => ({
  ...ids,
  sheet,
  typed: eachNumber(() => ""),
  levels: {},
  symptoms: {},
  chosen: {},
  notAssessed: {},
  confirmed: [],
  tried: false,
});

export const eachNumber = (text: (field: NumberField) => string): Draft["typed"] =>
  NUMBERS.reduce<Draft["typed"]>((all, field) => ({ ...all, [field]: text(field) }), NO_NUMBERS);

const NO_NUMBERS: Draft["typed"] = {
  sbp: "",
  dbp: "",
  hr: "",
  spo2: "",
  rr: "",
  map: "",
  standingSbp: "",
  standingDbp: "",
  temp: "",
  etco2: "",
  cadss: "",
  cadss6: "",
  vomitCount: "",
  litresPerMin: "",
};

/** EN2. Complete when no further digit could make a possible value; with decimals when all of them are there. */
export const isComplete = (field: NumberField, text: string): boolean => {
  const { possible, decimals } = typingOf(field);
  const typed = parseTyped(text, { decimals });
  if (typed.kind !== "number") return false;
  return decimals > 0 ? (text.split(/[.,]/)[1]?.length ?? 0) === decimals : typed.value * 10 > possible[1];
};

/** EN2. Complete and possible: the next field may have the focus. */
export const goesOn = (field: NumberField, text: string): boolean => {
  const [low, high] = typingOf(field).possible;
  const value = Number(text.replace(",", "."));
  return isComplete(field, text) && value >= low && value <= high;
};

/** EN3. BP, HR, SpO₂, then breaths where they are asked for; then the scales. */
export const fieldAfter = (
  draft: Draft,
  field: NumberField,
  order: readonly NumberField[],
  required: readonly NotAssessedField[],
): NumberField | undefined =>
  order
    .slice(order.indexOf(field) + 1)
    .find((next) => (next !== "rr" || required.includes("rr")) && !isExcused(draft, next));

export const isExcused = ({ notAssessed }: Draft, field: NumberField): boolean => excuseOf(field) in notAssessed;

/** EN5. A changed number is a new question. EN7. A value takes "could not" back. */
export const typeInto = (draft: Draft, field: NumberField, text: string): Draft => ({
  ...takeBack(draft, excuseOf(field)),
  typed: { ...draft.typed, [field]: text },
  confirmed: draft.confirmed.filter((asked) => !concerns(asked, field)),
});

export const chooseLevel = (draft: Draft, field: ScaleField, level: number): Draft => ({
  ...takeBack(draft, field),
  levels: { ...draft.levels, [field]: level },
  confirmed: draft.confirmed.filter((asked) => !(asked === "sedation-drop" && field === "sedation")),
});

/** EN18. A word; none takes it back. */
export const choose = (draft: Draft, field: ChoiceField, code: string | undefined): Draft => ({
  ...takeBack(draft, field),
  chosen: { ...draft.chosen, [field]: code },
});

const STRONGER: Readonly<Record<Grade, Grade | undefined>> = {
  mild: "moderate",
  moderate: "severe",
  severe: undefined,
};

/** EN13. Each tap one grade stronger; after severe it is gone again. */
export const tapSymptom = (draft: Draft, symptom: Symptom): Draft => {
  const { [symptom]: grade, ...others } = draft.symptoms;
  const next = grade === undefined ? "mild" : STRONGER[grade];
  return { ...draft, symptoms: next ? { ...others, [symptom]: next } : others };
};

/** EN7. "Could not", with its reason, in the place of the value. */
export const couldNot = (draft: Draft, field: NotAssessedField, why: Why): Draft => {
  const excused = excusedBy(field);
  return {
    ...draft,
    typed: eachNumber((number) => (isOneOf(excused, excuseOf(number)) ? "" : draft.typed[number])),
    levels: without(draft.levels, excused),
    chosen: without(draft.chosen, excused),
    notAssessed: excused.reduce<Draft["notAssessed"]>((all, one) => ({ ...all, [one]: why }), draft.notAssessed),
  };
};

/** EN5. "Change it": what was in question is empty again. */
export const emptied = (draft: Draft, fields: readonly (NumberField | ScaleField)[]): Draft => ({
  ...draft,
  typed: eachNumber((number) => (isOneOf(fields, number) ? "" : draft.typed[number])),
  levels: without(draft.levels, fields),
});

export const takeBackCouldNot = (draft: Draft, field: NotAssessedField): Draft => takeBack(draft, field);

const takeBack = (draft: Draft, field: NotAssessedField | NumberField | ChoiceField): Draft => ({
  ...draft,
  notAssessed: without(draft.notAssessed, field === "standingSbp" ? excusedBy(field) : [field]),
});

const isOneOf = (fields: readonly string[], field: string): boolean => fields.includes(field);

const without = <Held extends object>(held: Held, fields: readonly string[]): Partial<Held> =>
  Object.fromEntries(Object.entries(held).filter(([key]) => !fields.includes(key))) as Partial<Held>;

const concerns = (asked: Confirmation, field: NumberField): boolean =>
  asked === field ||
  (asked === "pulse-pressure" && excuseOf(field) === "bp") ||
  (asked === "spo2-hr-swap" && (field === "spo2" || field === "hr"));
