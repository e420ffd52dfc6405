import type { DoseFact } from "#shared/session/dose.ts";
import { doseWords as words } from "./doseWords.ts";
import { joined, packageWords } from "./packageWords.ts";
import { plain, withText } from "./recordModel.ts";

/** What belongs to a fact, in the order in which people say it. */
export const detail = (fact: DoseFact): string => {
  switch (fact.kind) {
    case "start":
      return joined(words.started(fact.mg, fact.plannedMin), fact.rateMlPerH && words.mlPerH(fact.rateMlPerH));
    case "pause":
    case "devices-stopped":
      return withText(fact.reason);
    case "resume":
      return "";
    case "rate":
      return joined(words.mlPerH(fact.rateMlPerH), words.remaining(fact.remainingMin));
    case "end":
      return joined(words.given(fact.givenMg), withText(fact.reason));
    case "injection":
      return joined(words.mg(fact.mg), fact.site && plain(fact.site), packageWords(fact.package));
    case "device":
      return joined(words.mg(fact.mg), words.ofDevices(fact.of), packageWords(fact.package));
  }
};
