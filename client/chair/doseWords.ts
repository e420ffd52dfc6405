import type { DoseFact } from "#shared/session/dose.ts";
import { treatmentWords } from "./treatmentWords.ts";

const { dose: words } = treatmentWords;

/** One thing that the pump did, as one line. */
export const doseFactWords = (fact: DoseFact): string => {
  switch (fact.kind) {
    case "start":
      return words.facts.start(fact.mg, fact.plannedMin);
    case "pause":
      return words.facts.pause(reasonWords(words.pauseReasons[fact.reason.code], fact.reason.text));
    case "resume":
      return words.facts.resume;
    case "rate":
      return words.facts.rate(fact.rateMlPerH, fact.remainingMin);
    case "end":
      return words.facts.end(fact.givenMg, reasonWords(words.endReasons[fact.reason.code], fact.reason.text));
  }
};

export const reasonWords = (code: string, text: string | undefined): string => (text ? `${code}: ${text}` : code);
