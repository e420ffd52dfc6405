import { problemWords } from "#client/rejectionWords.ts";
import { ConfirmInline } from "#client/ui/ConfirmInline.tsx";
import { SEDATION } from "#shared/scales/levels.ts";
import { MEASURES } from "#shared/vitals/measures.ts";
import type { Confirmation } from "#shared/vitals/observation.ts";
import type { Judgement } from "./entryJudge.ts";
import { emptied, type Draft } from "./entryModel.ts";
import { NUMBERS, type NumberField, type ScaleField } from "./fields.ts";

interface UnusualProps {
  readonly question: Judgement["questions"][number];
  readonly change: (change: (draft: Draft) => Draft) => void;
  readonly again: (field: NumberField) => void;
}

/** EN5, EN21. Asks once, in the place of the pad; "Change it" empties what is in question. */
export const Unusual = ({ question, change, again }: UnusualProps) => {
  const fields = concerned(question.field);
  const first = NUMBERS.find((field) => fields.some((one) => one === field));
  return (
    <ConfirmInline
      question={problemWords(question)}
      value={valueWords(question)}
      onYes={() => change((draft) => ({ ...draft, confirmed: [...draft.confirmed, question.field] }))}
      onChange={() => {
        change((draft) => emptied(draft, fields));
        if (first) again(first);
      }}
    />
  );
};

const TOGETHER: Readonly<Partial<Record<Confirmation, readonly (NumberField | ScaleField)[]>>> = {
  "pulse-pressure": ["sbp", "dbp"],
  "spo2-hr-swap": ["hr", "spo2"],
  "sedation-drop": ["sedation"],
};

const concerned = (field: Confirmation): readonly (NumberField | ScaleField)[] =>
  TOGETHER[field] ??
  (field === "pulse-pressure" || field === "spo2-hr-swap" || field === "sedation-drop" ? [] : [field]);

const levelWord = (value: number): string => SEDATION.find((level) => level.value === value)?.word ?? String(value);

const valueWords = ({ field, value, low, high }: UnusualProps["question"]): string => {
  if (field === "spo2-hr-swap") return `SpO₂ ${low}, HR ${high}`;
  if (field === "sedation-drop") return levelWord(value);
  return field === "pulse-pressure" ? `${value} mmHg` : `${value} ${MEASURES[field].unit}`.trim();
};
