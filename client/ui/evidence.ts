import type { Instant } from "#shared/base/time.ts";
import { SEDATION } from "#shared/scales/levels.ts";
import type { Evidence } from "#shared/session/session.ts";
import { MEASURES } from "#shared/vitals/measures.ts";
import { CALL_RULE } from "./callWords.ts";
import { DRUG } from "./careWords.ts";

/** What a check rests on, as one line: the values of one observation together, when they were true, and whose they are. */
export interface EvidenceLine {
  readonly key: string;
  readonly text: string;
  readonly observedAt: Instant;
  readonly by: Evidence["by"];
}

/** Evidence in the order in which it was judged; values that were taken together stand together. */
export const evidenceLines = (evidence: readonly Evidence[]): readonly EvidenceLine[] => {
  const groups = new Map<string, Evidence[]>();
  for (const one of evidence) {
    const key = `${one.observationId ?? one.measure}@${one.observedAt}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].flatMap(([key, [first, ...rest]]) =>
    first ? [{ key, text: textOf([first, ...rest]), observedAt: first.observedAt, by: first.by }] : [],
  );
};

const PAIRS = [
  { upper: "sbp", lower: "dbp", words: "BP" },
  { upper: "standingSbp", lower: "standingDbp", words: "BP standing" },
] as const;
const PAIRED: ReadonlySet<string> = new Set(PAIRS.flatMap(({ upper, lower }) => [upper, lower]));

const textOf = (group: readonly Evidence[]): string => {
  const of = (measure: string) => group.find((one) => one.measure === measure)?.value;
  const pressures = PAIRS.flatMap(({ upper, lower, words }) =>
    of(upper) === undefined ? [] : [`${words} ${of(upper)}/${of(lower) ?? "?"}`],
  );
  const others = group.filter(({ measure }) => !PAIRED.has(measure));
  return [...pressures, ...others.map(({ measure, value }) => measureWords(measure, value))].join(" · ");
};

const measureWords = (measure: string, value: string | number): string => (WORDS[measure] ?? plain(measure))(value);

const SHORT: Readonly<Record<string, { readonly short: string }>> = MEASURES;
const plain = (measure: string) => (value: string | number) => `${SHORT[measure]?.short ?? measure} ${value}`;
const oneOf = (words: Readonly<Record<string, string>>) => (value: string | number) => words[value] ?? String(value);

const WORDS: Readonly<Record<string, (value: string | number) => string>> = {
  hr: (value) => `HR ${value}`,
  spo2: (value) => `SpO₂ ${value} %`,
  rr: (value) => `RR ${value}`,
  sedation: (value) => SEDATION.find((level) => level.value === value)?.word ?? `Sedation ${value}`,
  dissociation: (value) => `Dissociation ${value}`,
  distress: (value) => `Distress ${value}`,
  orientation: oneOf({ oriented: "Oriented", "not-oriented": "Not oriented" }),
  gait: oneOf({ "as-on-arrival": "Walks as on arrival", unsteady: "Unsteady" }),
  suicidality: oneOf({
    none: "No suicidal thoughts",
    thoughts: "Suicidal thoughts",
    "plan-or-intent": "Suicidal plan or intent",
  }),
  temp: (value) => `${value} °C`,
  "dose-end": () => "Dose ended",
  "dose-start": () => "Dose began",
  drug: (value) => `${oneOf(DRUG)(value)} given`,
  ride: oneOf({ none: "No ride", arranged: "Ride arranged", "on-the-way": "Ride on the way", here: "Ride here" }),
  call: (value) => `Open call: ${oneOf(CALL_RULE)(value)}`,
};
