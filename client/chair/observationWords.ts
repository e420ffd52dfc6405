import { entryWords } from "#client/entry/words.ts";
import { evidenceLines } from "#client/ui/evidence.ts";
import { ObservationId } from "#shared/base/ids.ts";
import { fieldName } from "#shared/protocol/words.ts";
import { MEASURE_IDS } from "#shared/vitals/measures.ts";
import type { Entered, Values } from "#shared/vitals/observation.ts";
import { chairWords } from "./words.ts";

const { observation: words } = chairWords;
/** Values of one set are said together. */
const TOGETHER = ObservationId.parse("this-set");
const ORDER = [...MEASURE_IDS, "orientation", "gait", "suicidality"] as const;

/** All that one set says, as one line; what could not be taken is part of it. */
export const observationWords = ({ values, notAssessed = [] }: Pick<Entered, "values" | "notAssessed">): string => {
  const evidence = ORDER.flatMap((measure) => {
    const value = values[measure];
    return value === undefined ? [] : [{ observationId: TOGETHER, measure, value, observedAt: 0 }];
  });
  const parts = [
    ...evidenceLines(evidence).map(({ text }) => text),
    ...otherParts(values),
    ...notAssessed.map(
      ({ field, why }) => `${fieldName(field)} ${words.notTaken}: ${entryWords.couldNot.reasons[why]}`,
    ),
  ];
  return parts.length > 0 ? parts.join(" · ") : words.nothing;
};

/** What is no number: oxygen, how it was measured, what was seen, symptoms. */
const otherParts = ({ oxygen, vomitCount, position, cuff, seen, symptoms = [] }: Values): readonly string[] => [
  ...(oxygen
    ? [oxygen.on ? words.onOxygen(oxygen.litresPerMin, oxygen.by && words.oxygenBy[oxygen.by]) : words.onAir]
    : []),
  ...(vomitCount ? [words.vomited(vomitCount)] : []),
  ...(position ? [words.positions[position]] : []),
  ...(cuff ? [words.cuffs[cuff]] : []),
  ...(seen ? [words.seen[seen]] : []),
  ...symptoms.map(({ symptom, grade }) => `${entryWords.symptoms[symptom]} (${entryWords.grades[grade]})`),
];
