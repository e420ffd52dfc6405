import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { acuteEndOf } from "#shared/recovery/acuteEnd.ts";
import { isAffected } from "#shared/recovery/window.ts";
import { FULLY_AWAKE } from "#shared/scales/levels.ts";
import { latestWith } from "#shared/session/current.ts";
import { doseOf } from "#shared/session/dose.ts";
import type { Session } from "#shared/session/session.ts";
import type { Called } from "./called.ts";

/** RW8. At the window's end a clinician is told, without a sound, who is still deep, distressed or not fully awake. P 6 [D]. */
export const stillAffected = (session: Session, protocol: Protocol, now: Instant): Called | undefined => {
  const { tell, toMin } = protocol.window;
  const dose = doseOf(session.doseFacts);
  const end = dose.phase === "ended" ? acuteEndOf(dose, protocol, now) : undefined;
  if (!tell || end === undefined || now < end + toMin * MINUTE) return undefined;
  const depth = latestWith(session, "dissociation");
  const upset = latestWith(session, "distress");
  const awake = latestWith(session, "sedation");
  const observation = [
    depth && (depth.values.dissociation ?? 0) >= tell.dissociationAtLeast ? depth : undefined,
    upset && (upset.values.distress ?? 0) >= tell.distressAtLeast ? upset : undefined,
    awake && (awake.values.sedation ?? FULLY_AWAKE) < FULLY_AWAKE ? awake : undefined,
  ].find((one) => one !== undefined);
  return observation && { priority: "low", severity: 0, observation };
};

/** RW9. Two hours after T0 anything above baseline is told, without a sound. P 6 [D]. */
export const notBack = (session: Session, protocol: Protocol, now: Instant): Called | undefined => {
  const dose = doseOf(session.doseFacts);
  const { tell } = protocol.window;
  if (!tell || dose.phase === "not-started" || now < dose.t0 + tell.notBackAfterMin * MINUTE) return undefined;
  const rated = (["dissociation", "sedation", "distress"] as const).flatMap((field) => {
    const one = latestWith(session, field);
    return one && isAffected(session, protocol, dose.t0, { values: { [field]: one.values[field] } }) ? [one] : [];
  })[0];
  return rated && { priority: "low", severity: 0, observation: rated };
};
