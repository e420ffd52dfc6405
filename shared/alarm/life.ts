import { SECOND, type Instant } from "#shared/base/time.ts";
import type { SessionId } from "#shared/base/ids.ts";
import { protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import { COMMON } from "#shared/protocol/common.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Alarm } from "./alarm.ts";

/** AL20. The times of the session's protocol; at a chair without a session those that we ship. */
export const callTimes = (clinic: Clinic, sessionId: SessionId | undefined): Protocol["calls"] => {
  const session = sessionId && clinic.sessions[sessionId];
  return (session && protocolOf(clinic, session.protocol)?.calls) ?? COMMON.calls;
};

/** AL21. Until when AUDIO PAUSED lasts; undefined when it does not. */
export const audioPausedUntil = ({ audioPaused }: Pick<Clinic, "audioPaused">, now: Instant): Instant | undefined =>
  audioPaused && now < audioPaused.until ? audioPaused.until : undefined;

/**
 * AL21, AL22. Whether a call is to be heard now. Low calls make no sound; accepting buys silence for two minutes, and while
 * the condition still holds after that it sounds again; AUDIO PAUSED is for the calls that were there when it was tapped.
 */
export const isHeard = (clinic: Clinic, alarm: Alarm, now: Instant): boolean => {
  const { priority, accepted, settledAt, raisedAt, sessionId } = alarm;
  if (priority === "low" || settledAt !== undefined) return false;
  const paused = clinic.audioPaused;
  if (paused && now < paused.until && raisedAt <= paused.at) return false;
  const silentFor = callTimes(clinic, sessionId).silenceS * SECOND;
  return !accepted || now >= accepted.at + silentFor;
};
