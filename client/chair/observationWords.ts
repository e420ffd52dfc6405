import { entryWords } from "#client/entry/words.ts";
import { evidenceLines } from "#client/ui/evidence.ts";
import { ObservationId } from "#shared/base/ids.ts";
import { MEASURE_IDS } from "#shared/vitals/measures.ts";
import type { Entered } from "#shared/vitals/observation.ts";
import { chairWords } from "./words.ts";

const { observation: words } = chairWords;
/** Values of one set are said together. */
const TOGETHER = ObservationId.parse("this-set");
const ORDER = [...MEASURE_IDS, "orientation", "gait"] as const;

/** All that one set says, as one line; what could not be taken is part of it. */
export const observationWords = ({ values, notAssessed = [] }: Pick<Entered, "values" | "notAssessed">): string => {
  const evidence = ORDER.flatMap((measure) => {
    const value = values[measure];
    return value === undefined ? [] : [{ observationId: TOGETHER, measure, value, observedAt: 0 }];
  });
  const parts = [
    ...evidenceLines(evidence).map(({ text }) => text),
    ...(values.seen ? [words.seen[values.seen]] : []),
    ...(values.symptoms ?? []).map(
      ({ symptom, grade }) => `${entryWords.symptoms[symptom]} (${entryWords.grades[grade]})`,
    ),
    ...notAssessed.map(
      ({ field, why }) => `${entryWords.fields[field]} ${words.notTaken}: ${entryWords.couldNot.reasons[why]}`,
    ),
  ];
  return parts.length > 0 ? parts.join(" · ") : words.nothing;
};
