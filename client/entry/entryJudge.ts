import { parseTyped } from "#client/ui/typedNumber.ts";
import { checkEntered, type Before, type Problem } from "#shared/vitals/check.ts";
import type { NotAssessedField, Values } from "#shared/vitals/observation.ts";
import { isComplete, type Draft } from "./entryModel.ts";
import { enteredOf, valuesOf } from "./entryValues.ts";
import { isMeasure, typingOf, type NumberField } from "./fields.ts";
import type { SheetFields } from "./sheetFields.ts";
import { entryWords } from "./words.ts";

export interface Judgement {
  /** What refuses, by the field at which it is said. */
  readonly refusals: readonly (
    | Exclude<Problem, { kind: "unusual" }>
    | { readonly kind: "not-a-number"; readonly field: NumberField; readonly words: string }
  )[];
  /** What is asked once. */
  readonly questions: readonly Extract<Problem, { kind: "unusual" }>[];
}

/** EN4-EN6, EN21. All that stands in the way of saving, by the server's own rules. */
export const judge = (
  draft: Draft,
  fields: SheetFields,
  required: readonly NotAssessedField[],
  before: Before = {},
): Judgement => {
  const found = checkEntered(enteredOf(draft, 0, fields), required, before);
  const strange = [...fields.main.numbers, ...fields.more.numbers].flatMap((field) => {
    const words = strangeWords(field, draft.typed[field]);
    return words === undefined ? [] : [{ kind: "not-a-number", field, words } as const];
  });
  return {
    refusals: [...strange, ...found.filter((problem) => problem.kind !== "unusual")],
    questions: found.filter((problem) => problem.kind === "unusual"),
  };
};

/** What is no number; and, for the two that no shared rule knows, what cannot be. */
const strangeWords = (field: NumberField, text: string): string | undefined => {
  const { possible, decimals } = typingOf(field);
  const typed = parseTyped(text, { decimals: isMeasure(field) ? 3 : decimals });
  if (typed.kind === "wrong") return typed.problem;
  if (typed.kind === "empty" || isMeasure(field)) return undefined;
  return typed.value < possible[0] || typed.value > possible[1]
    ? entryWords.between(entryWords.numbers[field], ...possible)
    : undefined;
};

/** EN17. What was entered so far, without what cannot be: half a number asks for nothing. */
export const likelyValues = (draft: Draft, fields: SheetFields): Values => {
  const values = valuesOf(draft, fields);
  const [low] = typingOf("spo2").possible;
  const { spo2, ...others } = values;
  return spo2 === undefined || spo2 < low ? others : values;
};

/** EN4. While a number is still being typed it is not judged; what is missing is said once Save was tapped. */
export const shown = ({ refusals, questions }: Judgement, draft: Draft, active: NumberField | undefined): Judgement => {
  const settled = (field: string) => field !== active || isComplete(active, draft.typed[active]) || draft.tried;
  const bothSettled = (upper: NumberField, lower: NumberField) => settled(upper) && settled(lower);
  return {
    refusals: refusals.filter(({ kind, field }) => {
      if (kind === "missing" || kind === "empty" || kind === "half-a-pressure") return draft.tried;
      if (kind !== "diastolic-not-below-systolic") return settled(field);
      return field === "dbp" ? bothSettled("sbp", "dbp") : bothSettled("standingSbp", "standingDbp");
    }),
    questions: questions.filter(({ field }) =>
      field === "pulse-pressure"
        ? bothSettled("sbp", "dbp")
        : field === "spo2-hr-swap"
          ? bothSettled("spo2", "hr")
          : settled(field),
    ),
  };
};
