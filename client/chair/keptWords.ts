import { adverseEventWords, interventionWords } from "#client/ui/careWords.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { moreWords } from "./moreWords.ts";
import { observationWords } from "./observationWords.ts";
import { treatmentWords } from "./treatmentWords.ts";
import { chairWords } from "./words.ts";

const { notes, ride, leaving, advice, calls, kept } = chairWords;
const { dose, order, sober, preparation, hold, history, medicines } = treatmentWords;

/** A wish that still lies on this tablet, in words; those that say a number say it. */
export const keptWords = (command: Command): string => {
  switch (command.type) {
    case "record-observation":
    case "correct-observation":
      return observationWords(command.entered);
    case "start-infusion":
      return `${dose.start} · ${dose.facts.dose(command.mg, command.plannedMin)}`;
    case "give-injection":
      return dose.facts.injection(command.mg);
    case "record-gate-item":
      return `${preparation.items[command.item]}: ${preparation.answers[command.answer].toLowerCase()}`;
    case "record-intervention":
      return interventionWords(command.told);
    case "record-adverse-event":
      return adverseEventWords(command.told);
    default:
      return PLAIN[command.type];
  }
};

type Told =
  | "record-observation"
  | "correct-observation"
  | "start-infusion"
  | "give-injection"
  | "record-gate-item"
  | "record-intervention"
  | "record-adverse-event";

/** CH21. Every other wish has its words, whoever sends it: a new one does not compile without. */
const PLAIN: Readonly<Record<Exclude<Command["type"], Told>, string>> = {
  "pause-infusion": dose.pause,
  "resume-infusion": dose.resume,
  "change-rate": dose.rate,
  "end-infusion": dose.end,
  "give-device": dose.deviceGiven,
  "stop-devices": dose["devices-stopped"],
  "correct-dose-fact": dose.correctTitle,
  "abort-before-dose": dose.abort,
  "count-drug": moreWords.count.title,
  "witness-waste": moreWords.count.witness,
  "strike-intervention": moreWords.intervention.strike,
  "strike-observation": chairWords.observation.strike,
  "record-order": order.title,
  cosign: moreWords.groups.sign,
  "review-history": history.title,
  "record-medicines": medicines.save,
  "attest-prescriber-on-site": preparation.items["prescriber-on-site"],
  "give-sober-reminder": sober.title,
  "give-clearance": hold.clear,
  "add-note": notes.add,
  "call-help": chairWords.help.label,
  "accept-alarm": calls.accept,
  "clear-alarm": calls.close,
  "pass-on-alarm": calls.passOn,
  "stay-with-patient": moreWords.stay,
  "move-session": moreWords.move.title,
  "record-away": kept.plain.away,
  "record-back": moreWords.away.back,
  "take-over-patient": moreWords.takeOver,
  "record-ride": ride.title,
  "record-ride-call": kept.plain.rideCall,
  "override-check": kept.plain.override,
  "confirm-fit-to-leave": leaving.confirm,
  "countersign-fit-to-leave": leaving.countersign,
  "record-verbal-countersign": kept.plain.verbal,
  "return-belongings": kept.plain.belongings,
  "acknowledge-door-reminder": sober.title,
  "give-hand-out": kept.plain.handOut,
  "complete-discharge": kept.plain.discharge,
  "record-left-against-advice": advice.title,
  "record-left-without-ride": moreWords.endings["left-without-ride"],
  "record-not-in-chair": moreWords.endings["not-in-chair"],
  "record-discharged-on-paper": moreWords.endings["discharged-on-paper"],
  "record-transferred-out": moreWords.endings["transferred-out"],
  "record-taken-by-emergency": moreWords.endings["taken-by-emergency"],
  "check-in": chairWords.free.checkIn,
  "expect-patient": kept.plain.visit,
  "withdraw-visit": kept.plain.visit,
  "pause-audio": kept.plain.audio,
  "ask-for-cover": kept.plain.cover,
  "take-cover": kept.plain.cover,
  "end-cover": kept.plain.cover,
  "set-back-up": kept.plain.cover,
  "raise-timed-alarms": calls.title,
  "found-clinic": kept.plain.clinic,
  "grant-membership": kept.plain.clinic,
  "end-membership": kept.plain.clinic,
  "add-chair": kept.plain.clinic,
  "remove-chair": kept.plain.clinic,
  "propose-protocol": kept.plain.clinic,
  "approve-protocol": kept.plain.clinic,
};
