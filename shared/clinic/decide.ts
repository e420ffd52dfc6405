import { alarmChanges } from "#shared/alarm/consequences.ts";
import * as alarm from "#shared/alarm/decide.ts";
import { isClinical, readiness } from "#shared/recovery/readiness.ts";
import * as dose from "#shared/session/decideDose.ts";
import * as leave from "#shared/session/decideLeaving.ts";
import * as observe from "#shared/session/decideObservation.ts";
import * as prepare from "#shared/session/decidePreparation.ts";
import type { SessionId } from "#shared/base/ids.ts";
import { protocolOf, sessionInChair, type Clinic } from "./clinic.ts";
import type { Command } from "./commands.ts";
import * as settings from "./decideSettings.ts";
import type { Context, Decide, Decision } from "./decision.ts";
import { applyAll } from "./apply.ts";
import type { Event } from "./events.ts";

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
  "expect-patient": prepare.expectPatient,
  "withdraw-visit": prepare.withdrawVisit,
  "check-in": prepare.checkIn,
  "record-order": prepare.recordOrder,
  "record-gate-item": prepare.recordGateItem,
  "give-sober-reminder": prepare.giveSoberReminder,
  "give-clearance": prepare.giveClearance,
  "start-infusion": dose.startInfusion,
  "pause-infusion": dose.pauseInfusion,
  "resume-infusion": dose.resumeInfusion,
  "change-rate": dose.changeRate,
  "end-infusion": dose.endInfusion,
  "correct-dose-fact": dose.correctDoseFact,
  "record-observation": observe.recordObservation,
  "correct-observation": observe.correctObservation,
  "strike-observation": observe.strikeObservation,
  "add-note": observe.addNote,
  "call-help": alarm.callHelp,
  "accept-alarm": alarm.acceptAlarm,
  "clear-alarm": alarm.clearAlarm,
  "raise-timed-alarms": alarm.raiseTimedAlarms,
  "record-ride": leave.recordRide,
  "return-belongings": leave.returnBelongings,
  "confirm-fit-to-leave": leave.confirmFitToLeave,
  "countersign-fit-to-leave": leave.countersignFitToLeave,
  "acknowledge-door-reminder": leave.acknowledgeDoorReminder,
  "give-hand-out": leave.giveHandOut,
  "complete-discharge": leave.completeDischarge,
  "record-left-against-advice": leave.recordLeftAgainstAdvice,
  "abort-before-dose": leave.abortBeforeDose,
};

/** DE1. Pure and total: the same answer on the server and in the form. What a fact sets off is decided with it. */
export const decide = (clinic: Clinic, command: Command, context: Context): Decision => {
  const decision = (DECIDE[command.type] as Decide<Command["type"]>)(clinic, command, context);
  const sessionId = sessionOf(clinic, command);
  if ("rejected" in decision || sessionId === undefined) return decision;
  return { accepted: [...decision.accepted, ...consequences(clinic, decision.accepted, sessionId, context)] };
};

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
  // What the facts took away, not what the clock did: a look-in brings that back without another signature.
  const held = new Map(readiness(clinic, before, protocol, context.now).criteria.map(({ id, state }) => [id, state]));
  const lost = readiness(applyAll(after, calls, context), session, protocol, context.now)
    .criteria.filter(({ id, state }) => isClinical(id) && state !== "met" && state !== held.get(id))
    .map(({ id }) => id);
  return lost.length === 0 ? calls : [...calls, { type: "fit-to-leave-voided", sessionId, criteria: lost }];
};
