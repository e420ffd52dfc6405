import { randomUUID } from "node:crypto";
import {
  AdverseEventId,
  AlarmId,
  ChairId,
  ClinicId,
  CoverId,
  DoseFactId,
  DrugCountId,
  InterventionId,
  PatientId,
  PersonId,
  SessionId,
  VisitId,
} from "#shared/base/ids.ts";
import { HOUR } from "#shared/base/time.ts";
import type { Command, CommandOf } from "#shared/clinic/commands.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { checkIn, fullSet, help, lookIn, newId, note, startInfusion, START } from "#tests/support/wishes.ts";

/** What a sample may name that is really there. */
export interface There {
  readonly sessionId: SessionId;
  readonly chairId: ChairId;
  readonly prescriber: PersonId;
}

type Samples = { readonly [Type in Command["type"]]: (there: There) => CommandOf<Type> };

const other = { code: "other" } as const;
const keys = "no-car";
const doseFact = (sessionId: SessionId) => ({ sessionId, factId: newId(DoseFactId), at: START });
/** A session that is not there, for what ends one: so the one that all others name stays. */
const gone = (sessionId: SessionId) => SessionId.parse(`gone-${sessionId}`.slice(0, 40));
const nobody = () => newId(PersonId);
const version = (): CommandOf<"propose-protocol">["protocol"] => ({
  ...IV_PROTOCOL,
  id: `iv-${randomUUID().slice(0, 8)}`,
});

/** One well-formed wish of every kind. A new command does not compile until it has one. */
export const SAMPLES: Samples = {
  "found-clinic": ({ chairId }) => ({
    type: "found-clinic",
    clinicId: newId(ClinicId),
    name: "Synthetic",
    zone: "UTC",
    phone: "555-0100",
    admin: nobody(),
    chairs: [{ chairId, label: "1" }],
  }),
  "grant-membership": () => ({ type: "grant-membership", person: nobody(), role: "desk" }),
  "end-membership": () => ({ type: "end-membership", person: nobody(), role: "desk" }),
  "add-chair": () => ({ type: "add-chair", chairId: newId(ChairId), label: "X", kind: "chair" }),
  "remove-chair": () => ({ type: "remove-chair", chairId: newId(ChairId) }),
  "propose-protocol": () => ({ type: "propose-protocol", protocol: version() }),
  "approve-protocol": () => ({ type: "approve-protocol", protocol: { id: "iv", version: 1 } }),
  "set-back-up": () => ({ type: "set-back-up", nurse: nobody(), backUp: "nobody" }),
  "attest-prescriber-on-site": ({ prescriber }) => ({
    type: "attest-prescriber-on-site",
    prescriber,
    until: START + 8 * HOUR,
  }),
  "expect-patient": () => ({
    type: "expect-patient",
    visitId: newId(VisitId),
    patientId: newId(PatientId),
    route: "iv",
    expectedAt: START,
    ride: "none",
  }),
  "withdraw-visit": () => ({ type: "withdraw-visit", visitId: newId(VisitId), outcome: "no-show" }),
  "check-in": ({ chairId }) => checkIn(chairId),
  "move-session": ({ sessionId }) => ({ type: "move-session", sessionId, chairId: newId(ChairId) }),
  "record-away": ({ sessionId }) => ({ type: "record-away", sessionId, where: "restroom-escorted" }),
  "record-back": ({ sessionId }) => ({ type: "record-back", sessionId }),
  "take-over-patient": ({ sessionId }) => ({ type: "take-over-patient", sessionId }),
  "review-history": ({ sessionId }) => ({ type: "review-history", sessionId, unchangedSince: "2026-11-16" }),
  "record-medicines": ({ sessionId }) => ({
    type: "record-medicines",
    sessionId,
    medicines: { benzodiazepine: false, sedativeHypnotic: false, opioid: false, psychostimulant: false, maoi: false },
  }),
  cosign: ({ sessionId }) => ({ type: "cosign", sessionId, what: { kind: "order", seq: 1 } }),
  "record-order": ({ sessionId, prescriber }) => ({
    type: "record-order",
    sessionId,
    order: {
      route: "iv",
      kind: "signed",
      prescriber,
      mgPerKg: 0.5,
      weightKg: 80,
      mg: 40,
      minutes: 40,
      confirmed: false,
    },
  }),
  "record-gate-item": ({ sessionId }) => ({ type: "record-gate-item", sessionId, item: "consent", answer: "done" }),
  "give-sober-reminder": ({ sessionId }) => ({
    type: "give-sober-reminder",
    sessionId,
    droveHere: false,
    keys,
    acknowledged: true,
  }),
  "give-clearance": ({ sessionId }) => ({ type: "give-clearance", sessionId, why: other }),
  "start-infusion": ({ sessionId }) => startInfusion(sessionId),
  "pause-infusion": ({ sessionId }) => ({ type: "pause-infusion", ...doseFact(sessionId), reason: other }),
  "resume-infusion": ({ sessionId }) => ({ type: "resume-infusion", ...doseFact(sessionId) }),
  "change-rate": ({ sessionId }) => ({ type: "change-rate", ...doseFact(sessionId), rateMlPerH: 60, remainingMin: 20 }),
  "end-infusion": ({ sessionId }) => ({ type: "end-infusion", ...doseFact(sessionId), givenMg: 40, reason: other }),
  "give-injection": ({ sessionId }) => ({ type: "give-injection", ...doseFact(sessionId), mg: 40 }),
  "give-device": ({ sessionId }) => ({ type: "give-device", ...doseFact(sessionId) }),
  "stop-devices": ({ sessionId }) => ({ type: "stop-devices", ...doseFact(sessionId), reason: other }),
  "count-drug": ({ sessionId }) => ({
    type: "count-drug",
    sessionId,
    drugCountId: newId(DrugCountId),
    told: { package: { lot: "SYNTH-1" }, drawnMg: 50, givenMg: 40, wastedMg: 10 },
  }),
  "witness-waste": ({ sessionId }) => ({ type: "witness-waste", sessionId, drugCountId: newId(DrugCountId) }),
  "correct-dose-fact": ({ sessionId }) => ({
    type: "correct-dose-fact",
    ...doseFact(sessionId),
    struck: false,
    reason: other,
  }),
  "record-observation": ({ sessionId }) => fullSet(sessionId),
  "correct-observation": ({ sessionId }) => ({
    ...lookIn(sessionId),
    type: "correct-observation",
    replaces: lookIn(sessionId).observationId,
    reason: other,
  }),
  "strike-observation": ({ sessionId }) => ({
    type: "strike-observation",
    sessionId,
    observationId: lookIn(sessionId).observationId,
    reason: other,
  }),
  "add-note": ({ sessionId }) => note(sessionId, "synthetic"),
  "record-intervention": ({ sessionId }) => ({
    type: "record-intervention",
    sessionId,
    interventionId: newId(InterventionId),
    told: { kind: "reassurance", at: START },
  }),
  "strike-intervention": ({ sessionId }) => ({
    type: "strike-intervention",
    sessionId,
    interventionId: newId(InterventionId),
    reason: other,
  }),
  "record-adverse-event": ({ sessionId }) => ({
    type: "record-adverse-event",
    sessionId,
    adverseEventId: newId(AdverseEventId),
    told: {
      kind: "nausea",
      onsetAt: START,
      severity: "mild",
      serious: [],
      relatedness: "unknown",
      interventions: [],
      outcome: "ongoing",
      notified: [],
    },
  }),
  "call-help": ({ chairId }) => help(chairId),
  "accept-alarm": () => ({ type: "accept-alarm", alarmId: newId(AlarmId) }),
  "clear-alarm": () => ({ type: "clear-alarm", alarmId: newId(AlarmId), outcome: other }),
  "pass-on-alarm": () => ({ type: "pass-on-alarm", alarmId: newId(AlarmId) }),
  "pause-audio": () => ({ type: "pause-audio", seconds: 60 }),
  "stay-with-patient": ({ sessionId }) => ({ type: "stay-with-patient", sessionId }),
  "ask-for-cover": () => ({ type: "ask-for-cover", coverId: newId(CoverId), by: nobody(), until: START + HOUR }),
  "take-cover": () => ({ type: "take-cover", coverId: newId(CoverId) }),
  "end-cover": () => ({ type: "end-cover", coverId: newId(CoverId) }),
  "raise-timed-alarms": () => ({ type: "raise-timed-alarms" }),
  "record-ride": ({ sessionId }) => ({ type: "record-ride", sessionId, ride: { status: "arranged" } }),
  "record-ride-call": ({ sessionId }) => ({ type: "record-ride-call", sessionId, to: "escort", answer: "no-answer" }),
  "override-check": ({ sessionId }) => ({
    type: "override-check",
    sessionId,
    seenSeq: 0,
    check: "nausea",
    reason: other,
    safeguard: other,
  }),
  "return-belongings": ({ sessionId }) => ({ type: "return-belongings", sessionId, lineOut: true }),
  "confirm-fit-to-leave": ({ sessionId }) => ({ type: "confirm-fit-to-leave", sessionId, seenSeq: 0 }),
  "countersign-fit-to-leave": ({ sessionId }) => ({ type: "countersign-fit-to-leave", sessionId, seenSeq: 0 }),
  "record-verbal-countersign": ({ sessionId, prescriber }) => ({
    type: "record-verbal-countersign",
    sessionId,
    seenSeq: 0,
    prescriber,
  }),
  "acknowledge-door-reminder": ({ sessionId }) => ({
    type: "acknowledge-door-reminder",
    sessionId,
    shown: { kind: "until", until: START },
    escort: "heard",
  }),
  "give-hand-out": ({ sessionId }) => ({ type: "give-hand-out", sessionId, language: "en" }),
  "complete-discharge": ({ sessionId }) => ({ type: "complete-discharge", sessionId, seenSeq: 0 }),
  "record-left-against-advice": ({ sessionId, prescriber }) => ({
    type: "record-left-against-advice",
    sessionId,
    leftAt: START + 1,
    lastValues: "refused",
    risksToldBy: prescriber,
    ride: "none",
    keys,
    prescriberTold: true,
    reason: other,
  }),
  "record-left-without-ride": ({ sessionId }) => ({
    type: "record-left-without-ride",
    sessionId: gone(sessionId),
    leftAt: START,
    keys,
    reminderHeard: true,
    prescriberTold: true,
    reason: other,
  }),
  "record-not-in-chair": ({ sessionId }) => ({
    type: "record-not-in-chair",
    sessionId: gone(sessionId),
    noticedAt: START,
    lastSeenAt: START,
    phoned: "no-answer",
    prescriberTold: true,
  }),
  "record-discharged-on-paper": ({ sessionId, prescriber }) => ({
    type: "record-discharged-on-paper",
    sessionId: gone(sessionId),
    leftAt: START,
    signedBy: prescriber,
    ride: "seen-at-car",
    reminderHeard: true,
  }),
  "record-transferred-out": ({ sessionId }) => ({
    type: "record-transferred-out",
    sessionId: gone(sessionId),
    leftAt: START,
    to: "hospital",
    with: "staff",
    handedOver: true,
    prescriberTold: true,
    reason: other,
  }),
  "record-taken-by-emergency": ({ sessionId }) => ({
    type: "record-taken-by-emergency",
    sessionId: gone(sessionId),
    calledAt: START,
    leftAt: START,
    handedOver: true,
    prescriberTold: true,
    reason: other,
  }),
  "abort-before-dose": ({ sessionId }) => ({ type: "abort-before-dose", sessionId: gone(sessionId), reason: other }),
};

export const COMMANDS = Object.keys(SAMPLES) as readonly Command["type"][];
