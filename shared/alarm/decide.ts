import { SECOND, type Instant } from "#shared/base/time.ts";
import type { Event } from "#shared/clinic/events.ts";
import { protocolOf, sessionInChair, type Clinic } from "#shared/clinic/clinic.ts";
import { accept, reject, type Decide } from "#shared/clinic/decision.ts";
import type { Alarm } from "./alarm.ts";
import { alarmChanges } from "./consequences.ts";
import { callTimes } from "./life.ts";
import { alarmsCalledFor } from "./rules.ts";

/** AL11. HELP needs no value and no session: a chair and a person are enough. */
export const callHelp: Decide<"call-help"> = (clinic, { alarmId, chairId, flag }) => {
  if (!clinic.chairs[chairId]) return reject({ reason: "unknown-thing" });
  if (clinic.alarms[alarmId]) return reject({ reason: "id-taken" });
  return accept({
    type: "alarm-raised",
    alarmId,
    rule: "help",
    priority: "high",
    severity: 0,
    chairId,
    sessionId: sessionInChair(clinic, chairId)?.id,
    flag,
  });
};

/** AL12. Accepting says who owns it; it clears nothing. */
export const acceptAlarm: Decide<"accept-alarm"> = (clinic, { alarmId }) => {
  const alarm = clinic.alarms[alarmId];
  if (!alarm) return reject({ reason: "already-cleared" });
  return alarm.accepted
    ? reject({ reason: "already-accepted" })
    : accept({ type: "alarm-accepted", alarmId, sessionId: alarm.sessionId });
};

/** AL9. A high call ends when a person says how it ended; somebody must have taken it first. */
export const clearAlarm: Decide<"clear-alarm"> = (clinic, { alarmId, outcome }, { now }) => {
  const alarm = clinic.alarms[alarmId];
  if (!alarm) return reject({ reason: "already-cleared" });
  if (!alarm.accepted) return reject({ reason: "accept-first" });
  const { sessionId, rule, priority } = alarm;
  const observationId = calledBy(clinic, alarm, now) ?? alarm.observationId;
  return accept({
    type: "alarm-cleared",
    alarmId,
    sessionId,
    outcome,
    ...(observationId ? { answers: { rule, observationId, priority } } : {}),
  });
};

/** The value that stands behind a call now: the same value taken again raises nothing new, and is answered with the first. */
const calledBy = (clinic: Clinic, { sessionId, rule }: Alarm, now: Instant) => {
  const session = sessionId && clinic.sessions[sessionId];
  const protocol = session && protocolOf(clinic, session.protocol);
  return session && protocol && alarmsCalledFor(session, protocol, now).get(rule)?.observation?.id;
};

/** AL19. "Can't, pass on": who was asked says so by name, and the call is nobody's again. */
export const passOnAlarm: Decide<"pass-on-alarm"> = (clinic, { alarmId }, { person }) => {
  const alarm = clinic.alarms[alarmId];
  if (!alarm) return reject({ reason: "already-cleared" });
  return alarm.accepted && alarm.accepted.by !== person
    ? reject({ reason: "already-accepted" })
    : accept({ type: "alarm-passed-on", alarmId, sessionId: alarm.sessionId });
};

/** AL21. AUDIO PAUSED, for everybody, for a time and never for good. C 4 rule 1. */
export const pauseAudio: Decide<"pause-audio"> = (clinic, { seconds }, { now }) => {
  const most = callTimes(clinic, undefined).silenceS;
  return seconds > most
    ? reject({ reason: "invalid", field: "seconds", problem: "too-long" })
    : accept({ type: "audio-paused", until: now + seconds * SECOND });
};

/** AL8, AL20. What time alone calls for. Nothing to say gives no events, so that two servers asking raise it once. */
export const raiseTimedAlarms: Decide<"raise-timed-alarms"> = (clinic, _, { now, commandId }) =>
  accept(
    ...Object.values(clinic.alarms).flatMap((alarm) => escalated(clinic, alarm, now)),
    ...Object.values(clinic.sessions).flatMap((session, index) => {
      const protocol = protocolOf(clinic, session.protocol);
      return protocol ? alarmChanges(clinic, session, protocol, now, `${index}-${commandId}` as typeof commandId) : [];
    }),
  );

/** AL20. A high call that nobody took: after 60 s the clinician is asked, after 120 s everybody. C 4 rule 7 [D]. */
const escalated = (clinic: Clinic, alarm: Alarm, now: Instant): readonly Event[] => {
  const { id, priority, raisedAt, accepted, escalated: was, sessionId } = alarm;
  if (priority !== "high" || accepted) return [];
  const { toClinicianAfterS, toAllAfterS } = callTimes(clinic, sessionId);
  const waited = now - raisedAt;
  const to =
    waited >= toAllAfterS * SECOND ? "everyone" : waited >= toClinicianAfterS * SECOND ? "clinician" : undefined;
  return to === undefined || was?.to === to || was?.to === "everyone"
    ? []
    : [{ type: "alarm-escalated", alarmId: id, sessionId, to }];
};
