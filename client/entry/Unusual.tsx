import { problemWords } from "#client/rejectionWords.ts";
import { ConfirmInline } from "#client/ui/ConfirmInline.tsx";
import { MEASURES } from "#shared/vitals/measures.ts";
import type { Confirmation } from "#shared/vitals/observation.ts";
import type { Judgement } from "./entryJudge.ts";
import type { Draft, NumberField } from "./entryModel.ts";

interface UnusualProps {
  readonly question: Judgement["questions"][number];
  readonly change: (change: (draft: Draft) => Draft) => void;
  readonly again: (field: NumberField) => void;
}

/** Asks once, in the place of the pad; "Change it" empties what is in question. */
export const Unusual = ({ question, change, again }: UnusualProps) => {
  const fields = CONCERNS[question.field] ?? [];
  return (
    <ConfirmInline
      question={problemWords(question)}
      value={valueWords(question)}
      onYes={() => change((draft) => ({ ...draft, confirmed: [...draft.confirmed, question.field] }))}
      onChange={() => {
        change((draft) => ({
          ...draft,
          typed: { ...draft.typed, ...Object.fromEntries(fields.map((field) => [field, ""])) },
        }));
        if (fields[0]) again(fields[0]);
      }}
    />
  );
};

const CONCERNS: Readonly<Partial<Record<Confirmation, readonly NumberField[]>>> = {
  sbp: ["sbp"],
  dbp: ["dbp"],
  hr: ["hr"],
  spo2: ["spo2"],
  rr: ["rr"],
  "pulse-pressure": ["sbp", "dbp"],
  "spo2-hr-swap": ["hr", "spo2"],
};

const valueWords = ({ field, value, low, high }: UnusualProps["question"]): string => {
  if (field === "spo2-hr-swap") return `SpO₂ ${low}, HR ${high}`;
  return field === "pulse-pressure" ? `${value} mmHg` : `${value} ${MEASURES[field].unit}`.trim();
};
