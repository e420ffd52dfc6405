import type { Command } from "#shared/clinic/commands.ts";
import { observationWords } from "./observationWords.ts";
import { treatmentWords } from "./treatmentWords.ts";
import { chairWords } from "./words.ts";

const { notes, ride, leaving, advice } = chairWords;
const { dose, order, sober, preparation, hold } = treatmentWords;

/** A wish that still lies on this tablet, in words. */
export const keptWords = (command: Command): string => {
  if (command.type === "record-observation" || command.type === "correct-observation")
    return observationWords(command.entered);
  if (command.type === "start-infusion") return `${dose.start} · ${dose.facts.dose(command.mg, command.plannedMin)}`;
  if (command.type === "record-gate-item")
    return `${preparation.items[command.item]}: ${preparation.answers[command.answer].toLowerCase()}`;
  return PLAIN[command.type] ?? command.type.replaceAll("-", " ");
};

const PLAIN: Readonly<Partial<Record<Command["type"], string>>> = {
  "pause-infusion": dose.pause,
  "resume-infusion": dose.resume,
  "change-rate": dose.rate,
  "end-infusion": dose.end,
  "abort-before-dose": dose.abort,
  "correct-dose-fact": dose.correctTitle,
  "record-order": order.title,
  "add-note": notes.add,
  "record-ride": ride.title,
  "confirm-fit-to-leave": leaving.confirm,
  "countersign-fit-to-leave": leaving.countersign,
  "record-left-against-advice": advice.title,
  "give-sober-reminder": sober.title,
  "give-clearance": hold.clear,
};
