import type { CommandId, ObservationId, SessionId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { MEASURES } from "#shared/vitals/measures.ts";
import type {
  Confirmation,
  Entered,
  Grade,
  NotAssessed,
  NotAssessedField,
  Sheet,
  Symptom,
  Values,
} from "#shared/vitals/observation.ts";
import type { CorrectionReason } from "#shared/vitals/observation.ts";
import { parseTyped } from "#client/ui/typedNumber.ts";
import type * as z from "zod";

export type NumberField = "sbp" | "dbp" | "hr" | "spo2" | "rr";
export type ScaleField = "sedation" | "dissociation" | "distress";
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
  readonly orientation?: Values["orientation"];
  readonly gait?: Values["gait"];
  readonly seen?: Values["seen"];
  readonly notAssessed: Readonly<Partial<Record<NotAssessedField, Why>>>;
  readonly ratings?: Entered["ratings"];
  readonly confirmed: readonly Confirmation[];
  /** What was typed as the time; undefined means now. */
  readonly earlier?: string | undefined;
  /** Save was tapped: what is missing is now said. */
  readonly tried: boolean;
  readonly correcting?: {
    readonly id: ObservationId;
    readonly observedAt: Instant;
    readonly reason: z.infer<typeof CorrectionReason>;
  };
}

type Ids = Pick<Draft, "sessionId" | "observationId" | "commandId">;

/** EN1. Nothing is filled in beforehand, not even with the last value. */
export const emptyDraft = (ids: Ids, sheet: Sheet): Draft => ({
  ...ids,
  sheet,
  typed: { sbp: "", dbp: "", hr: "", spo2: "", rr: "" },
  levels: {},
  symptoms: {},
  notAssessed: {},
  confirmed: [],
  tried: false,
});

/** A form with what an observation says, to correct it or to open a refused one again. */
export const draftOf = (ids: Ids, { sheet, values, notAssessed = [], ratings, confirmed = [] }: Entered): Draft => {
  const text = (field: NumberField) => (values[field] === undefined ? "" : String(values[field]));
  return {
    ...emptyDraft(ids, sheet),
    typed: { sbp: text("sbp"), dbp: text("dbp"), hr: text("hr"), spo2: text("spo2"), rr: text("rr") },
    levels: levelsOf(values),
    symptoms: Object.fromEntries((values.symptoms ?? []).map(({ symptom, grade }) => [symptom, grade])),
    orientation: values.orientation,
    gait: values.gait,
    seen: values.seen,
    ratings,
    confirmed,
    notAssessed: Object.fromEntries(notAssessed.map(({ field, why }) => [field, why])),
  };
};

export const SCALES = ["sedation", "dissociation", "distress"] as const;

/** Order of entry, and of the keyboard. */
export const NUMBERS: Readonly<Record<Sheet, readonly NumberField[]>> = {
  full: ["sbp", "dbp", "hr", "spo2", "rr"],
  bp: ["sbp", "dbp"],
  "look-in": ["spo2"],
  exit: [],
};

/** EN2. Complete when no further digit could make a possible value. */
export const isComplete = (field: NumberField, text: string): boolean => {
  const typed = parseTyped(text);
  return typed.kind === "number" && typed.value * 10 > MEASURES[field].possible[1];
};

/** EN2. Complete and possible: the next field may have the focus. */
export const goesOn = (field: NumberField, text: string): boolean => {
  const [low, high] = MEASURES[field].possible;
  return isComplete(field, text) && Number(text) >= low && Number(text) <= high;
};

/** EN3. BP, HR, SpO₂, then breaths where they are asked for; then the scales. */
export const fieldAfter = (
  draft: Draft,
  field: NumberField,
  required: readonly NotAssessedField[],
): NumberField | undefined => {
  const order = NUMBERS[draft.sheet];
  return order
    .slice(order.indexOf(field) + 1)
    .find((next) => (next !== "rr" || required.includes("rr")) && !(excuseOf(next) in draft.notAssessed));
};

/** EN5. A changed number is a new question. EN7. A value takes "could not" back. */
export const typeInto = (draft: Draft, field: NumberField, text: string): Draft => {
  const { [excuseOf(field)]: _, ...notAssessed } = draft.notAssessed;
  return {
    ...draft,
    notAssessed,
    typed: { ...draft.typed, [field]: text },
    confirmed: draft.confirmed.filter((asked) => !concerns(asked, field)),
  };
};

export const chooseLevel = (draft: Draft, field: ScaleField, level: number): Draft => {
  const { [field]: _, ...notAssessed } = draft.notAssessed;
  return { ...draft, notAssessed, levels: { ...draft.levels, [field]: level } };
};

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
  const { [field as ScaleField]: _, ...levels } = draft.levels;
  const typed = Object.fromEntries(
    Object.entries(draft.typed).map(([key, text]) => [key, excuseOf(key as NumberField) === field ? "" : text]),
  ) as Draft["typed"];
  const cleared = {
    ...(field === "orientation" && { orientation: undefined }),
    ...(field === "gait" && { gait: undefined }),
  };
  return { ...draft, ...cleared, levels, typed, notAssessed: { ...draft.notAssessed, [field]: why } };
};

export const takeBackCouldNot = (draft: Draft, field: NotAssessedField): Draft => {
  const { [field]: _, ...notAssessed } = draft.notAssessed;
  return { ...draft, notAssessed };
};

/** The two numbers of a pressure are excused together. */
export const excuseOf = (field: NumberField): Exclude<NotAssessedField, "sbp" | "dbp"> =>
  field === "sbp" || field === "dbp" ? "bp" : field;

/** EN10. What this sheet asks for, and nothing that was typed on another. */
export const enteredOf = (draft: Draft, observedAt: Instant): Entered => {
  const { sheet, notAssessed, ratings, confirmed } = draft;
  const excused = Object.entries(notAssessed).flatMap(([field, why]) =>
    belongs(sheet, field as NotAssessedField) ? [{ field: field as NotAssessedField, why }] : [],
  );
  return {
    sheet,
    observedAt,
    values: valuesOf(draft),
    ...(excused.length > 0 && { notAssessed: excused }),
    ...(sheet === "full" && ratings && { ratings }),
    ...(confirmed.length > 0 && { confirmed: [...confirmed] }),
  };
};

export const valuesOf = (draft: Draft): Values => {
  const { sheet, orientation, gait, seen } = draft;
  const numbers = NUMBERS[sheet].flatMap((field) => {
    const typed = parseTyped(draft.typed[field], { decimals: 3 }); // a fraction gets its own words
    return typed.kind === "number" ? [[field, typed.value]] : [];
  });
  const symptoms = Object.entries(draft.symptoms).map(([symptom, grade]) => ({ symptom: symptom as Symptom, grade }));
  return {
    ...(Object.fromEntries(numbers) as Values),
    ...(sheet === "full" && draft.levels),
    ...(sheet === "full" && symptoms.length > 0 && { symptoms }),
    ...(sheet === "exit" && orientation && { orientation }),
    ...(sheet === "exit" && gait && { gait }),
    ...(sheet === "look-in" && seen && { seen }),
  };
};

const concerns = (asked: Confirmation, field: NumberField): boolean =>
  asked === field ||
  (asked === "pulse-pressure" && excuseOf(field) === "bp") ||
  (asked === "spo2-hr-swap" && (field === "spo2" || field === "hr"));

const belongs = (sheet: Sheet, field: NotAssessedField): boolean => {
  if (sheet === "exit") return field === "orientation" || field === "gait";
  const numbers = NUMBERS[sheet].map(excuseOf) as readonly NotAssessedField[];
  return numbers.includes(field) || (sheet === "full" && (SCALES as readonly string[]).includes(field));
};

const levelsOf = (values: Values): Draft["levels"] =>
  Object.fromEntries(SCALES.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])));
