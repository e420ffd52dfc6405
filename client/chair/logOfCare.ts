import { adverseEventWords, COUNT_FLAG, interventionWords } from "#client/ui/careWords.ts";
import { lineOf, line, type Lines } from "./logLine.ts";
import { moreWords } from "./moreWords.ts";

/** What was done. */
export const interventionLines: Lines = ({ interventions }, nameOf) =>
  interventions.map((one) => ({
    ...line(
      one.id,
      one,
      [interventionWords(one), ...(one.drug ? [`ordered by ${nameOf(one.drug.orderedBy)}`] : [])].join(" · "),
    ),
    struck: one.struck,
  }));

/** What happened: told again, the earlier telling is struck through. AE2. */
export const careLines: Lines = ({ adverseEvents }) =>
  adverseEvents.map((event, index) => ({
    ...line(
      `${event.id}${index}`,
      { at: event.onsetAt, by: event.by },
      `${moreWords.adverse.open}: ${adverseEventWords(event)}`,
    ),
    struck: adverseEvents.findLastIndex(({ id }) => id === event.id) !== index,
  }));

export const drugLines: Lines = ({ drugCounts }) =>
  drugCounts.flatMap(({ id, recordedAt, by, drawnMg, givenMg, wastedMg, flags, witness }) => [
    line(
      id,
      { at: recordedAt, by },
      [
        `Drug counted: ${moreWords.count.line(drawnMg, givenMg, wastedMg).toLowerCase()}`,
        ...flags.map((flag) => `⚑ ${COUNT_FLAG[flag]}`),
      ].join(" · "),
    ),
    ...lineOf(`${id}-witness`, witness, () => "Waste witnessed"),
  ]);
