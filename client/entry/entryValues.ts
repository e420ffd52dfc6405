import type { Instant } from "#shared/base/time.ts";
import type { Entered, Symptom, Values } from "#shared/vitals/observation.ts";
import { parseTyped } from "#client/ui/typedNumber.ts";
import { eachNumber, emptyDraft, type Draft, type Ids } from "./entryModel.ts";
import { excuseOf, isAssessed, isMeasure, SCALES, type NumberField } from "./fields.ts";
import { holds, type Part, type SheetFields } from "./sheetFields.ts";

/** A form with what an observation says, to correct it or to open a refused one again. */
export const draftOf = (ids: Ids, { sheet, values, notAssessed = [], ratings, confirmed = [] }: Entered): Draft => ({
  ...emptyDraft(ids, sheet),
  typed: eachNumber((field) => textOf(values, field)),
  levels: Object.fromEntries(SCALES.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]]))),
  symptoms: Object.fromEntries((values.symptoms ?? []).map(({ symptom, grade }) => [symptom, grade])),
  chosen: chosenOf(values),
  seen: values.seen,
  ratings,
  confirmed,
  notAssessed: Object.fromEntries(notAssessed.map(({ field, why }) => [field, why])),
  carried: { cadssItems: values.cadssItems, rrCountedS: values.rrCountedS },
});

const textOf = ({ oxygen, vomitCount, ...values }: Values, field: NumberField): string => {
  if (field === "litresPerMin") return oxygen?.litresPerMin?.toString() ?? "";
  return (field === "vomitCount" ? vomitCount : values[field])?.toString() ?? "";
};

const chosenOf = ({ oxygen, orientation, gait, suicidality, position, cuff, hrFrom }: Values): Draft["chosen"] => ({
  orientation,
  gait,
  suicidality,
  position,
  cuff,
  hrFrom,
  oxygen: oxygen && (oxygen.on ? "oxygen" : "air"),
  oxygenBy: oxygen?.by,
});

/** EN10. What this sheet asks for, and nothing that was typed on another. */
export const enteredOf = (draft: Draft, observedAt: Instant, fields: SheetFields): Entered => {
  const { sheet, ratings, confirmed } = draft;
  const excused = Object.entries(draft.notAssessed).flatMap(([field, why]) =>
    isAssessed(field) && stands(fields, field) ? [{ field, why }] : [],
  );
  return {
    sheet,
    observedAt,
    values: valuesOf(draft, fields),
    ...(excused.length > 0 && { notAssessed: excused }),
    ...(sheet === "full" && ratings && { ratings }),
    ...(confirmed.length > 0 && { confirmed: [...confirmed] }),
  };
};

const stands = ({ main, more }: SheetFields, field: string): boolean =>
  [...main.numbers, ...more.numbers].some((number) => excuseOf(number) === field || number === field) ||
  holds(main, field) ||
  holds(more, field);

export const valuesOf = (draft: Draft, { main, more }: SheetFields): Values => ({
  ...carriedOf(draft),
  ...partOf(draft, main),
  ...partOf(draft, more),
  ...(draft.sheet === "full" && symptomsOf(draft)),
  ...(draft.sheet === "look-in" && draft.seen && { seen: draft.seen }),
});

const partOf = (draft: Draft, { numbers, scales, choices }: Part): Values => ({
  ...Object.fromEntries(
    numbers.filter(isMeasure).flatMap((field) => {
      const value = numberOf(draft, field);
      return value === undefined ? [] : [[field, value]];
    }),
  ),
  ...Object.fromEntries(
    scales.flatMap((field) => (draft.levels[field] === undefined ? [] : [[field, draft.levels[field]]])),
  ),
  ...Object.fromEntries(
    choices.flatMap((field) =>
      field === "oxygen" || field === "oxygenBy" || draft.chosen[field] === undefined
        ? []
        : [[field, draft.chosen[field]]],
    ),
  ),
  ...(choices.includes("oxygen") && oxygenOf(draft)),
  ...(numbers.includes("vomitCount") && vomitsOf(draft)),
});

const carriedOf = ({ carried }: Draft): Values => ({
  ...(carried?.cadssItems && { cadssItems: carried.cadssItems }),
  ...(carried?.rrCountedS && { rrCountedS: carried.rrCountedS }),
});

const numberOf = ({ typed }: Draft, field: NumberField): number | undefined => {
  const found = parseTyped(typed[field], { decimals: 3 }); // a fraction too many gets its own words
  return found.kind === "number" ? found.value : undefined;
};

/** Air says that there is none; how much and by what belong to oxygen alone. */
const oxygenOf = (draft: Draft): Values => {
  const { oxygen, oxygenBy } = draft.chosen;
  if (oxygen === undefined) return {};
  if (oxygen === "air") return { oxygen: { on: false } };
  const litresPerMin = numberOf(draft, "litresPerMin");
  return {
    oxygen: { on: true, ...(litresPerMin !== undefined && { litresPerMin }), ...(oxygenBy && { by: oxygenBy }) },
  };
};

const vomitsOf = (draft: Draft): Values => {
  const vomitCount = numberOf(draft, "vomitCount");
  return vomitCount === undefined ? {} : { vomitCount };
};

const symptomsOf = ({ symptoms }: Draft): Values => {
  const found = Object.entries(symptoms).map(([symptom, grade]) => ({ symptom: symptom as Symptom, grade }));
  return found.length > 0 ? { symptoms: found } : {};
};
