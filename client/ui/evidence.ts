import type { Instant } from "#shared/base/time.ts";
import { SEDATION } from "#shared/scales/levels.ts";
import type { Evidence } from "#shared/session/session.ts";

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

const textOf = (group: readonly Evidence[]): string => {
  const of = (measure: string) => group.find((one) => one.measure === measure)?.value;
  const pressure = of("sbp") === undefined ? [] : [`BP ${of("sbp")}/${of("dbp") ?? "?"}`];
  const others = group.filter(({ measure }) => measure !== "sbp" && measure !== "dbp");
  return [...pressure, ...others.map(({ measure, value }) => measureWords(measure, value))].join(" · ");
};

const measureWords = (measure: string, value: string | number): string => (WORDS[measure] ?? plain(measure))(value);

const plain = (measure: string) => (value: string | number) => `${measure} ${value}`;
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
  "dose-end": () => "Dose ended",
  ride: oneOf({ none: "No ride", arranged: "Ride arranged", "on-the-way": "Ride on the way", here: "Ride here" }),
  call: (value) => `Open call: ${String(value).replaceAll("-", " ")}`,
};
