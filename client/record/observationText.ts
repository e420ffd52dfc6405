import { entryWords } from "#client/entry/words.ts";
import { MEASURES, type MeasureId } from "#shared/vitals/measures.ts";
import { SCALES, type ScaleId } from "#shared/scales/levels.ts";
import type { Observation, Values } from "#shared/vitals/observation.ts";
import { observationWords as words } from "./observationWords.ts";
import { withText } from "./recordModel.ts";

/** One cell: what was taken, and what its number means where that is a level. */
export interface Cell {
  readonly column: string;
  readonly text: string;
  readonly meaning?: string | undefined;
}

/** RC6. What a level means, in the words that stood on its button. */
export const meaningOf = (scale: ScaleId, value: number | undefined): string | undefined => {
  const level = SCALES[scale].find((one) => one.value === value);
  return scale === "sedation" ? level?.word : level?.meaning;
};

const IN_COLUMNS = ["hr", "spo2", "rr", "sedation", "dissociation", "distress"] as const;

/** RC6. Columns with their units; an empty cell is a value that was not taken, and nothing is filled in. */
export const COLUMNS: readonly string[] = [
  words.time,
  `BP ${MEASURES.sbp.unit}`,
  ...IN_COLUMNS.map((id) => `${MEASURES[id].short} ${MEASURES[id].unit}`.trim()),
  words.also,
  words.by,
];

export const cells = (values: Values): readonly Cell[] => [
  { column: "bp", text: pair(values.sbp, values.dbp) },
  ...IN_COLUMNS.map((id) => ({ column: id, text: String(values[id] ?? ""), meaning: levelOf(id, values[id]) })),
];

const pair = (upper: number | undefined, lower: number | undefined): string =>
  upper === undefined && lower === undefined ? "" : `${upper ?? "?"}/${lower ?? "?"}`;

const levelOf = (id: MeasureId, value: number | undefined): string | undefined =>
  isScale(id) ? meaningOf(id, value) : undefined;

const isScale = (id: string): id is ScaleId => id in SCALES;

/** RC6. Every other value that there is, with its unit, and every word that was said about the set. */
export const also = (one: Observation): readonly string[] => {
  const { sheet, values, ratings, notAssessed = [], replaces } = one;
  return [
    ...(sheet === "full" ? [] : [words.sheet[sheet]]),
    ...(replaces ? [words.replaces] : []),
    ...seenWords(values),
    ...OTHERS.flatMap((id) => measureLine(id, values[id])),
    ...standing(values),
    ...answers(values),
    ...howTaken(values),
    ...(ratings ? [words.ratings[ratings]] : []),
    ...notAssessed.map(({ field, why, text }) => words.notTaken(words.field(field), withText({ code: why, text }))),
  ];
};

const OTHERS = ["map", "temp", "etco2", "rass", "cadss", "cadss6", "nausea", "pain", "anxiety"] as const;

/** "Temp 36.8 °C", "Nausea 5 of 10: moderate, asks for help". */
const measureLine = (id: (typeof OTHERS)[number], value: number | undefined): readonly string[] => {
  if (value === undefined) return [];
  const number = [MEASURES[id].short, value, MEASURES[id].unit].filter((part) => part !== "").join(" ");
  const meaning = levelOf(id, value);
  return [meaning ? `${number}: ${meaning.toLowerCase()}` : number];
};

const standing = ({ standingSbp, standingDbp }: Values): readonly string[] => {
  const text = pair(standingSbp, standingDbp);
  return text === "" ? [] : [`${words.standing} ${text} ${MEASURES.standingSbp.unit}`];
};

const seenWords = ({ seen, orientation, gait }: Values): readonly string[] => [
  ...(seen ? [words.seen[seen]] : []),
  ...(orientation ? [words.orientation[orientation]] : []),
  ...(gait ? [words.gait[gait]] : []),
];

const answers = ({ symptoms = [], vomitCount, suicidality, cadssItems = {} }: Values): readonly string[] => {
  const scores = Object.entries(cadssItems).map(([item, score]) => `${item}: ${score}`);
  return [
    ...symptoms.map(
      ({ symptom, grade }) => `${entryWords.symptoms[symptom].toLowerCase()}, ${entryWords.grades[grade]}`,
    ),
    ...(vomitCount === undefined ? [] : [words.vomited(vomitCount)]),
    ...(suicidality ? [words.suicidality[suicidality]] : []),
    ...(scores.length === 0 ? [] : [words.cadssItems(scores.join(", "))]),
  ];
};

const howTaken = ({ oxygen, position, cuff, hrFrom, rrCountedS }: Values): readonly string[] => [
  ...(oxygen ? [oxygenWords(oxygen)] : []),
  ...(position ? [entryWords.choices.position[position].toLowerCase()] : []),
  ...(cuff ? [words.cuff(entryWords.choices.cuff[cuff].toLowerCase())] : []),
  ...(hrFrom ? [words.hrFrom(hrFrom)] : []),
  ...(rrCountedS ? [words.counted(rrCountedS)] : []),
];

const oxygenWords = ({ on, litresPerMin, by }: NonNullable<Values["oxygen"]>): string => {
  if (!on) return words.air;
  return [words.oxygen, litresPerMin && words.litres(litresPerMin), by && entryWords.choices.oxygenBy[by].toLowerCase()]
    .filter(Boolean)
    .join(", ");
};
