import type { DoseFact } from "#shared/session/dose.ts";
import { doseFactWords } from "./doseWords.ts";
import { line, type Lines, type LogLine } from "./logLine.ts";
import { treatmentWords } from "./treatmentWords.ts";

const { dose } = treatmentWords;

/** Each fact with its flags; the time that it had first stands struck through where it stood. */
export const doseLines: Lines = ({ doseFacts }) => doseFacts.flatMap((fact) => [now(fact), ...before(fact)]);

const now = (fact: DoseFact): LogLine => ({
  ...line(fact.id, fact, [textOf(fact), ...fact.flags.map((flag) => `⚑ ${dose.flags[flag]}`)].join(" · ")),
  struck: fact.struck,
});

const OWN_NAME: readonly DoseFact["kind"][] = ["injection", "device", "devices-stopped"];
const isPump = ({ kind }: DoseFact): boolean => !OWN_NAME.includes(kind);

const before = (fact: DoseFact): readonly LogLine[] =>
  fact.corrections
    .filter(({ from }, index) => from !== (fact.corrections[index + 1]?.from ?? fact.at))
    .map(({ from }, index) => ({
      ...line(`${fact.id}-was${index}`, { at: from, by: fact.by }, textOf(fact)),
      struck: true,
    }));

/** The pump says that it was the pump; an injection and a device name themselves. */
const textOf = (fact: DoseFact): string =>
  isPump(fact) ? `${dose.pump}: ${doseFactWords(fact)}` : doseFactWords(fact);
