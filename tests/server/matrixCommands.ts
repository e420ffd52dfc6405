import { randomUUID } from "node:crypto";
import {
  AlarmId,
  ChairId,
  ClinicId,
  DoseFactId,
  PatientId,
  PersonId,
  VisitId,
  type SessionId,
} from "#shared/base/ids.ts";
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
  "record-order": ({ sessionId, prescriber }) => ({
    type: "record-order",
    sessionId,
    order: { kind: "signed", prescriber, mgPerKg: 0.5, weightKg: 80, mg: 40, minutes: 40, confirmed: false },
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
  "call-help": ({ chairId }) => help(chairId),
  "accept-alarm": () => ({ type: "accept-alarm", alarmId: newId(AlarmId) }),
  "clear-alarm": () => ({ type: "clear-alarm", alarmId: newId(AlarmId), outcome: other }),
  "raise-timed-alarms": () => ({ type: "raise-timed-alarms" }),
  "record-ride": ({ sessionId }) => ({ type: "record-ride", sessionId, ride: { status: "arranged" } }),
  "return-belongings": ({ sessionId }) => ({ type: "return-belongings", sessionId, lineOut: true }),
  "confirm-fit-to-leave": ({ sessionId }) => ({ type: "confirm-fit-to-leave", sessionId, seenSeq: 0 }),
  "countersign-fit-to-leave": ({ sessionId }) => ({ type: "countersign-fit-to-leave", sessionId, seenSeq: 0 }),
  "acknowledge-door-reminder": ({ sessionId }) => ({
    type: "acknowledge-door-reminder",
    sessionId,
    untilShown: START,
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
  // On a session that is not there, so that the one that all others name stays.
  "abort-before-dose": ({ sessionId }) => ({
    type: "abort-before-dose",
    sessionId: `gone-${sessionId}`.slice(0, 40) as SessionId,
    reason: other,
  }),
};

export const COMMANDS = Object.keys(SAMPLES) as readonly Command["type"][];
