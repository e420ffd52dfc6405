import { MEASURES, MEASURE_IDS, type Measure, type MeasureId } from "./measures.ts";
import type { Confirmation, Entered, NotAssessedField, Values } from "./observation.ts";

/** What stands in the way of saving, at which field: the form shows it there, the server answers with the same. */
export type Problem =
  | { readonly kind: "impossible"; readonly field: MeasureId; readonly low: number; readonly high: number }
  | { readonly kind: "not-whole"; readonly field: MeasureId }
  | { readonly kind: "diastolic-not-below-systolic"; readonly field: "dbp" | "standingDbp" }
  | { readonly kind: "half-a-pressure"; readonly field: PressureField }
  | { readonly kind: "not-a-score"; readonly field: "cadss" }
  | { readonly kind: "missing"; readonly field: NotAssessedField }
  | { readonly kind: "empty"; readonly field: "sheet" }
  | {
      readonly kind: "unusual";
      readonly field: Confirmation;
      readonly low: number;
      readonly high: number;
      readonly value: number;
    };

type PressureField = "sbp" | "dbp" | "standingSbp" | "standingDbp";

/** What was known before: a number that fell far since then is asked about (VT9). */
export interface Before {
  readonly sedation?: number | undefined;
}

/**
 * VT1-VT6, VT9. Refusals first, then what is missing, then the questions that were not answered yet. Empty means: save it.
 * `required` comes from the protocol; a field that could not be assessed, with its reason, counts as given.
 */
export const checkEntered = (
  entered: Entered,
  required: readonly NotAssessedField[],
  before: Before = {},
): readonly Problem[] => {
  const refused = impossible(entered.values);
  const asked = unusual(entered.values, before).filter(({ field }) => !(entered.confirmed ?? []).includes(field));
  return [
    ...refused,
    ...missing(entered, required),
    ...asked.filter((question) => !refused.some(({ field }) => concerned(question.field).includes(field))),
  ];
};

/** VT8. Nothing is asked about a number that is refused, alone or with another. */
const concerned = (field: Confirmation): readonly string[] => {
  if (field === "pulse-pressure") return ["sbp", "dbp"];
  if (field === "spo2-hr-swap") return ["spo2", "hr"];
  return [field === "sedation-drop" ? "sedation" : field];
};

/** VT1, VT2. Impossible by itself or against its neighbour. */
export const impossible = (values: Values): readonly Problem[] => [
  ...MEASURE_IDS.flatMap((field): Problem[] => {
    const value = values[field];
    if (value === undefined) return [];
    const { possible, decimals }: Measure = MEASURES[field];
    const [low, high] = possible;
    if (!(value >= low && value <= high)) return [{ kind: "impossible", field, low, high }];
    const digits = value * 10 ** decimals;
    return Math.abs(digits - Math.round(digits)) < 1e-6 ? [] : [{ kind: "not-whole", field }];
  }),
  ...aboveBelow(values, "sbp", "dbp"),
  ...aboveBelow(values, "standingSbp", "standingDbp"),
  ...(Object.values(values.cadssItems ?? {}).every(isItemScore)
    ? []
    : [{ kind: "not-a-score", field: "cadss" } as const]),
];

/** VT2. Both halves, the lower one below. */
const aboveBelow = <Upper extends PressureField, Lower extends "dbp" | "standingDbp">(
  values: Values,
  upper: Upper,
  lower: Lower,
): readonly Problem[] => {
  const [systolic, diastolic] = [values[upper], values[lower]];
  if (systolic === undefined && diastolic === undefined) return [];
  if (systolic === undefined) return [{ kind: "half-a-pressure", field: upper }];
  if (diastolic === undefined) return [{ kind: "half-a-pressure", field: lower }];
  return diastolic >= systolic ? [{ kind: "diastolic-not-below-systolic", field: lower }] : [];
};

/** SC3. A CADSS item is scored 0, 1, 2, 3 or 4 (C 2.3). */
const isItemScore = (score: number | undefined): boolean => score !== undefined && [0, 1, 2, 3, 4].includes(score);

type Unusual = Extract<Problem, { kind: "unusual" }>;

/** VT3, VT4, VT9. Possible but rare, alone, together or after what stood before: asked once, inline. C 3 [D]. */
export const unusual = (values: Values, before: Before = {}): readonly Unusual[] => [
  ...MEASURE_IDS.flatMap((field): Unusual[] => {
    const value = values[field];
    const [low, high] = MEASURES[field].usual;
    return value !== undefined && (value < low || value > high) ? [{ kind: "unusual", field, low, high, value }] : [];
  }),
  ...rareTogether(values),
  ...sedationDrop(values, before),
];

/** VT4. Pulse pressure 15-120; oxygen that looks like a heart rate. C 3 [D]. */
const rareTogether = ({ sbp, dbp, hr, spo2 }: Values): readonly Unusual[] => {
  const found: Unusual[] = [];
  if (sbp !== undefined && dbp !== undefined && dbp < sbp && (sbp - dbp < 15 || sbp - dbp > 120))
    found.push({ kind: "unusual", field: "pulse-pressure", low: 15, high: 120, value: sbp - dbp });
  if (spo2 !== undefined && hr !== undefined && spo2 < 90 && hr >= 90 && hr <= 100)
    found.push({ kind: "unusual", field: "spo2-hr-swap", low: spo2, high: hr, value: spo2 });
  return found;
};

/** VT9. Two levels of sedation deeper than the last time. C 3 [D]. */
const sedationDrop = ({ sedation }: Values, before: Before): readonly Unusual[] =>
  sedation !== undefined && before.sedation !== undefined && before.sedation - sedation >= 2
    ? [{ kind: "unusual", field: "sedation-drop", low: before.sedation - 1, high: before.sedation, value: sedation }]
    : [];

/** VT5, VT6. A set with nothing in it says nothing; a required field is a value or a reason why not. */
const missing = (
  { sheet, values, notAssessed = [] }: Entered,
  required: readonly NotAssessedField[],
): readonly Problem[] => {
  const excused = new Set(notAssessed.map(({ field }) => field));
  const lacks = required.filter((field) => !excused.has(field) && !given(values, field));
  if (lacks.length > 0) return lacks.map((field) => ({ kind: "missing", field }));
  const anything =
    Object.values(values).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined)) ||
    excused.size > 0;
  return anything && !(sheet === "look-in" && values.seen === undefined) ? [] : [{ kind: "empty", field: "sheet" }];
};

const given = (values: Values, field: NotAssessedField): boolean =>
  field === "bp" ? values.sbp !== undefined && values.dbp !== undefined : values[field] !== undefined;
