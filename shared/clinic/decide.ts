import { alarmChanges } from "#shared/alarm/consequences.ts";
import * as alarm from "#shared/alarm/decide.ts";
import { isPassed, type Check, type Criterion } from "#shared/recovery/criteria.ts";
import { isSameEvidence } from "#shared/recovery/overrides.ts";
import { isClinical, readiness } from "#shared/recovery/readiness.ts";
import * as care from "#shared/session/decideCare.ts";
import * as dose from "#shared/session/decideDose.ts";
import * as leave from "#shared/session/decideLeaving.ts";
import * as observe from "#shared/session/decideObservation.ts";
import * as place from "#shared/session/decidePlace.ts";
import * as prepare from "#shared/session/decidePreparation.ts";
import { cosignDueAt } from "#shared/session/cosign.ts";
import { Outcome } from "#shared/session/session.ts";
import type { SessionId } from "#shared/base/ids.ts";
import { protocolOf, sessionInChair, type Clinic } from "./clinic.ts";
import type { Command } from "./commands.ts";
import * as cover from "./decideCovers.ts";
import * as settings from "./decideSettings.ts";
import type { Context, Decide, Decision } from "./decision.ts";
import { applyAll } from "./apply.ts";
import type { Event, EventOf } from "./events.ts";

type Deciders = { readonly [Type in Command["type"]]: Decide<Type> };

/** Every wish and the function that answers it. A command without one does not compile. */
const DECIDE: Deciders = {
  "found-clinic": settings.foundClinic,
  "grant-membership": settings.grantMembership,
  "end-membership": settings.endMembership,
  "add-chair": settings.addChair,
  "remove-chair": settings.removeChair,
  "propose-protocol": settings.proposeProtocol,
  "approve-protocol": settings.approveProtocol,
  "set-back-up": cover.setBackUp,
  "attest-prescriber-on-site": prepare.attestPrescriberOnSite,
  "expect-patient": prepare.expectPatient,
  "withdraw-visit": prepare.withdrawVisit,
  "check-in": prepare.checkIn,
  "move-session": place.moveSession,
  "record-away": place.recordAway,
  "record-back": place.recordBack,
  "take-over-patient": place.takeOverPatient,
  "record-order": prepare.recordOrder,
  cosign: prepare.cosign,
  "review-history": prepare.reviewHistory,
  "record-medicines": prepare.recordMedicines,
  "record-gate-item": prepare.recordGateItem,
  "give-sober-reminder": prepare.giveSoberReminder,
  "give-clearance": prepare.giveClearance,
  "start-infusion": dose.startInfusion,
  "pause-infusion": dose.pauseInfusion,
  "resume-infusion": dose.resumeInfusion,
  "change-rate": dose.changeRate,
  "end-infusion": dose.endInfusion,
  "give-injection": dose.giveInjection,
  "give-device": dose.giveDevice,
  "stop-devices": dose.stopDevices,
  "correct-dose-fact": dose.correctDoseFact,
  "count-drug": care.countDrug,
  "witness-waste": care.witnessWaste,
  "record-observation": observe.recordObservation,
  "correct-observation": observe.correctObservation,
  "strike-observation": observe.strikeObservation,
  "add-note": observe.addNote,
  "record-intervention": care.recordIntervention,
  "strike-intervention": care.strikeIntervention,
  "record-adverse-event": care.recordAdverseEvent,
  "call-help": alarm.callHelp,
  "accept-alarm": alarm.acceptAlarm,
  "clear-alarm": alarm.clearAlarm,
  "pass-on-alarm": alarm.passOnAlarm,
  "pause-audio": alarm.pauseAudio,
  "stay-with-patient": care.stayWithPatient,
  "ask-for-cover": cover.askForCover,
  "take-cover": cover.takeCover,
  "end-cover": cover.endCover,
  "raise-timed-alarms": alarm.raiseTimedAlarms,
  "record-ride": leave.recordRide,
  "record-ride-call": leave.recordRideCall,
  "override-check": leave.overrideCheck,
  "return-belongings": leave.returnBelongings,
  "confirm-fit-to-leave": leave.confirmFitToLeave,
  "countersign-fit-to-leave": leave.countersignFitToLeave,
  "record-verbal-countersign": leave.recordVerbalCountersign,
  "acknowledge-door-reminder": leave.acknowledgeDoorReminder,
  "give-hand-out": leave.giveHandOut,
  "complete-discharge": leave.completeDischarge,
  "record-left-against-advice": leave.recordLeftAgainstAdvice,
  "record-left-without-ride": leave.recordLeftWithoutRide,
  "record-not-in-chair": leave.recordNotInChair,
  "record-discharged-on-paper": leave.recordDischargedOnPaper,
  "record-transferred-out": leave.recordTransferredOut,
  "record-taken-by-emergency": leave.recordTakenByEmergency,
  "abort-before-dose": leave.abortBeforeDose,
};

/** DE1. Pure and total: the same answer on the server and in the form. What a fact sets off is decided with it. */
export const decide = (clinic: Clinic, command: Command, context: Context): Decision => {
  const decision = (DECIDE[command.type] as Decide<Command["type"]>)(clinic, command, context);
  const sessionId = sessionOf(clinic, command);
  if ("rejected" in decision || sessionId === undefined) return decision;
  const accepted = decision.accepted.map((event) => withUnsigned(clinic, event));
  return { accepted: [...accepted, ...consequences(clinic, accepted, sessionId, context)] };
};

/** GA8. An end keeps until when what was said by word of mouth is to be signed. */
const withUnsigned = (clinic: Clinic, event: Event): Event => {
  const session = isOutcome(event) ? clinic.sessions[event.sessionId] : undefined;
  const due = session && cosignDueAt(session, protocolOf(clinic, session.protocol));
  return due !== undefined && isOutcome(event) ? { ...event, cosignDueAt: due } : event;
};

const isOutcome = (event: Event): event is EventOf<Outcome> =>
  (Outcome.options as readonly string[]).includes(event.type);

const sessionOf = (clinic: Clinic, command: Command): SessionId | undefined => {
  if ("sessionId" in command) return command.sessionId;
  return command.type === "call-help" ? sessionInChair(clinic, command.chairId)?.id : undefined;
};

/** AL2, RD10. Calls that the new facts raise, settle or clear; a signature that they take back. */
const consequences = (
  clinic: Clinic,
  events: readonly Event[],
  sessionId: SessionId,
  context: Context,
): readonly Event[] => {
  const before = clinic.sessions[sessionId];
  const after = applyAll(clinic, events, context);
  const session = after.sessions[sessionId];
  const protocol = session && protocolOf(after, session.protocol);
  if (!session || !protocol) return [];
  const calls = alarmChanges(after, session, protocol, context.now, context.commandId);
  if (!before?.fit || !session.fit) return calls;
  const held = readiness(clinic, before, protocol, context.now).criteria;
  const now = readiness(applyAll(after, calls, context), session, protocol, context.now).criteria;
  const lost = now.filter(({ id, checks }) => isClinical(id) && checks.some((check) => isLost(held, check)));
  const criteria = lost.map(({ id }) => id);
  return criteria.length === 0 ? calls : [...calls, { type: "fit-to-leave-voided", sessionId, criteria }];
};

/** RD10. What the facts took away, not what the clock did: a look-in brings that back without another signature. */
const isLost = (held: readonly Criterion[], now: Check): boolean => {
  if (isPassed(now)) return false;
  const before = held.flatMap(({ checks }) => checks).find(({ id }) => id === now.id);
  if (before === undefined || before.state !== now.state) return true;
  return now.state === "not-met" && !isSameEvidence(before.evidence, now.evidence); // another bad value than the one let pass
};
