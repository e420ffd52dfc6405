import type { Instant } from "#shared/base/time.ts";
import { protocolOf, sessionInChair, type Clinic } from "#shared/clinic/clinic.ts";
import { accept, reject, type Decide } from "#shared/clinic/decision.ts";
import type { Alarm } from "./alarm.ts";
import { alarmChanges } from "./consequences.ts";
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

/** AL8. What time alone calls for. Nothing to say gives no events, so that two servers asking raise it once. */
export const raiseTimedAlarms: Decide<"raise-timed-alarms"> = (clinic, _, { now, commandId }) =>
  accept(
    ...Object.values(clinic.sessions).flatMap((session, index) => {
      const protocol = protocolOf(clinic, session.protocol);
      return protocol ? alarmChanges(clinic, session, protocol, now, `${index}-${commandId}` as typeof commandId) : [];
    }),
  );
