import type { ScaleId } from "#shared/scales/levels.ts";
import { MEASURES, MEASURE_IDS, type Measure, type MeasureId } from "#shared/vitals/measures.ts";
import { Suicidality, type NotAssessedField } from "#shared/vitals/observation.ts";

export type ScaleField = ScaleId;
type TypedMeasure = Exclude<MeasureId, ScaleField>;

/** What is typed: measures, and two numbers that belong to something else. */
export type NumberField = TypedMeasure | "litresPerMin" | "vomitCount";

interface Typing {
  /** As people write it. */
  readonly unit: string;
  readonly possible: readonly [low: number, high: number];
  readonly decimals: number;
}

const OWN: Readonly<Record<"litresPerMin" | "vomitCount", Typing>> = {
  litresPerMin: { unit: "L/min", possible: [0.1, 60], decimals: 1 },
  vomitCount: { unit: "", possible: [0, 50], decimals: 0 },
};

export const typingOf = (field: NumberField): Typing => {
  if (field === "litresPerMin" || field === "vomitCount") return OWN[field];
  const { unit, possible, decimals }: Measure = MEASURES[field];
  return { unit, possible, decimals };
};

export const isMeasure = (field: NumberField): field is TypedMeasure =>
  field !== "litresPerMin" && field !== "vomitCount";

export const SCALES: readonly ScaleField[] = [
  "sedation",
  "dissociation",
  "distress",
  "nausea",
  "pain",
  "anxiety",
  "rass",
];

/** EN3. The order of entry, and of the keyboard. */
export const NUMBERS: readonly NumberField[] = [
  "sbp",
  "dbp",
  "hr",
  "spo2",
  "rr",
  "map",
  "standingSbp",
  "standingDbp",
  "temp",
  "etco2",
  "cadss",
  "cadss6",
  "vomitCount",
  "litresPerMin",
];

/** What is chosen by a word, and by which. */
export const CHOICES = {
  orientation: ["oriented", "not-oriented"],
  gait: ["as-on-arrival", "unsteady"],
  suicidality: Suicidality.options,
  oxygen: ["air", "oxygen"],
  oxygenBy: ["nasal-prongs", "mask", "reservoir-mask", "bag-valve-mask"],
  position: ["lying", "reclined", "sitting", "standing"],
  cuff: ["left-arm", "right-arm", "left-leg", "right-leg", "wrist"],
  hrFrom: ["oximeter", "ecg", "palpated", "cuff"],
} as const;
export type ChoiceField = keyof typeof CHOICES;
export type Chosen = { readonly [Field in ChoiceField]?: (typeof CHOICES)[Field][number] | undefined };

export const CHOICE_FIELDS: readonly ChoiceField[] = [
  "orientation",
  "gait",
  "suicidality",
  "oxygen",
  "oxygenBy",
  "position",
  "cuff",
  "hrFrom",
];

/** What a form can say "could not" of: numbers of one reading are excused together, under the first of them. */
export const excuseOf = (field: NumberField): NumberField | "bp" => {
  if (field === "sbp" || field === "dbp") return "bp";
  return field === "standingDbp" ? "standingSbp" : field;
};

/** The fields of the record that one "could not" of the form stands for. */
export const excusedBy = (field: NotAssessedField): readonly NotAssessedField[] =>
  field === "standingSbp" || field === "standingDbp" ? ["standingSbp", "standingDbp"] : [field];

export const isAssessed = (field: string): field is NotAssessedField =>
  field === "bp" ||
  field === "orientation" ||
  field === "gait" ||
  field === "suicidality" ||
  (MEASURE_IDS as readonly string[]).includes(field);
