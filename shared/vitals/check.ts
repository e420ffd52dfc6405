import { MEASURES, MEASURE_IDS, type MeasureId } from "./measures.ts";
import type { Confirmation, Entered, NotAssessedField, Values } from "./observation.ts";

/** What stands in the way of saving, at which field: the form shows it there, the server answers with the same. */
export type Problem =
  | { readonly kind: "impossible"; readonly field: MeasureId; readonly low: number; readonly high: number }
  | { readonly kind: "not-whole"; readonly field: MeasureId }
  | { readonly kind: "diastolic-not-below-systolic"; readonly field: "dbp" }
  | { readonly kind: "half-a-pressure"; readonly field: "sbp" | "dbp" }
  | { readonly kind: "missing"; readonly field: NotAssessedField }
  | { readonly kind: "empty"; readonly field: "sheet" }
  | {
      readonly kind: "unusual";
      readonly field: Confirmation;
      readonly low: number;
      readonly high: number;
      readonly value: number;
    };

/**
 * VT1-VT6. Refusals first, then what is missing, then the questions that were not answered yet. Empty means: save it.
 * `required` comes from the protocol; a field that could not be assessed, with its reason, counts as given.
 */
export const checkEntered = (entered: Entered, required: readonly NotAssessedField[]): readonly Problem[] => {
  const refused = impossible(entered.values);
  const asked = unusual(entered.values).filter(({ field }) => !(entered.confirmed ?? []).includes(field));
  return [
    ...refused,
    ...missing(entered, required),
    ...asked.filter((question) => !refused.some(({ field }) => concerned(question.field).includes(field))),
  ];
};

/** VT8. Nothing is asked about a number that is refused, alone or with another. */
const concerned = (field: Confirmation): readonly string[] => {
  if (field === "pulse-pressure") return ["sbp", "dbp"];
  return field === "spo2-hr-swap" ? ["spo2", "hr"] : [field];
};

/** VT1, VT2. Impossible by itself or against its neighbour. */
export const impossible = (values: Values): readonly Problem[] => {
  const problems = MEASURE_IDS.flatMap((field): Problem[] => {
    const value = values[field];
    if (value === undefined) return [];
    const [low, high] = MEASURES[field].possible;
    if (!(value >= low && value <= high)) return [{ kind: "impossible", field, low, high }];
    return Number.isInteger(value) ? [] : [{ kind: "not-whole", field }];
  });
  const { sbp, dbp } = values;
  if ((sbp === undefined) !== (dbp === undefined))
    problems.push({ kind: "half-a-pressure", field: sbp === undefined ? "sbp" : "dbp" });
  if (sbp !== undefined && dbp !== undefined && dbp >= sbp)
    problems.push({ kind: "diastolic-not-below-systolic", field: "dbp" });
  return problems;
};

/** VT3, VT4. Possible but rare, alone or together: asked once, inline. Pulse pressure 15-120: C 3 [D]. */
export const unusual = (values: Values): readonly Extract<Problem, { kind: "unusual" }>[] => {
  const problems: Extract<Problem, { kind: "unusual" }>[] = [];
  for (const field of MEASURE_IDS) {
    const value = values[field];
    const [low, high] = MEASURES[field].usual;
    if (value !== undefined && (value < low || value > high))
      problems.push({ kind: "unusual", field, low, high, value });
  }
  const { sbp, dbp, hr, spo2 } = values;
  if (sbp !== undefined && dbp !== undefined && dbp < sbp && (sbp - dbp < 15 || sbp - dbp > 120)) {
    problems.push({ kind: "unusual", field: "pulse-pressure", low: 15, high: 120, value: sbp - dbp });
  }
  if (spo2 !== undefined && hr !== undefined && spo2 < 90 && hr >= 90 && hr <= 100) {
    problems.push({ kind: "unusual", field: "spo2-hr-swap", low: spo2, high: hr, value: spo2 });
  }
  return problems;
};

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
