import { parseTyped } from "#client/ui/typedNumber.ts";
import { checkEntered, type Problem } from "#shared/vitals/check.ts";
import type { NotAssessedField } from "#shared/vitals/observation.ts";
import { enteredOf, isComplete, NUMBERS, type Draft, type NumberField } from "./entryModel.ts";

export interface Judgement {
  /** What refuses, by the field at which it is said. */
  readonly refusals: readonly (
    | Exclude<Problem, { kind: "unusual" }>
    | { readonly kind: "not-a-number"; readonly field: NumberField; readonly words: string }
  )[];
  /** What is asked once. */
  readonly questions: readonly Extract<Problem, { kind: "unusual" }>[];
}

/** EN4-EN6. All that stands in the way of saving, by the server's own rules. */
export const judge = (draft: Draft, required: readonly NotAssessedField[]): Judgement => {
  const found = checkEntered(enteredOf(draft, 0), required);
  const strange = NUMBERS[draft.sheet].flatMap((field) => {
    const typed = parseTyped(draft.typed[field], { decimals: 3 });
    return typed.kind === "wrong" ? [{ kind: "not-a-number", field, words: typed.problem } as const] : [];
  });
  return {
    refusals: [...strange, ...found.filter((problem) => problem.kind !== "unusual")],
    questions: found.filter((problem) => problem.kind === "unusual"),
  };
};

/** EN4. While a number is still being typed it is not judged; what is missing is said once Save was tapped. */
export const shown = ({ refusals, questions }: Judgement, draft: Draft, active: NumberField | undefined): Judgement => {
  const settled = (field: string) => field !== active || isComplete(field, draft.typed[field]) || draft.tried;
  const bothSettled = settled("sbp") && settled("dbp");
  return {
    refusals: refusals.filter(({ kind, field }) => {
      if (kind === "missing" || kind === "empty" || kind === "half-a-pressure") return draft.tried;
      return kind === "diastolic-not-below-systolic" ? bothSettled : settled(field);
    }),
    questions: questions.filter(({ field }) =>
      field === "pulse-pressure"
        ? bothSettled
        : field === "spo2-hr-swap"
          ? settled("spo2") && settled("hr")
          : settled(field),
    ),
  };
};
