import type { Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { t0Of } from "#shared/session/dose.ts";
import { standingObservations, type Session } from "#shared/session/session.ts";
import { isAffected, recoveryOf } from "./window.ts";

/** How a patient was when the window ended; `not-reached` while it has not, or when the patient had left by then. */
export type AtWindowEnd = "gone" | "still-affected" | "unknown" | "not-reached";

/**
 * LE8. Looked at afterwards, with all that was seen until `until`: gone when that had been seen by the window's end, still
 * affected when the last look before that end or the first one after it says so, else unknown.
 */
export const atWindowEnd = (session: Session, protocol: Protocol, until: Instant): AtWindowEnd => {
  const t0 = t0Of(session.doseFacts);
  const recovery = recoveryOf(session, protocol, until);
  if (t0 === undefined || recovery.state === "not-started" || recovery.state === "dosing" || until < recovery.to)
    return "not-reached";
  const { to } = recovery;
  if (recoveryOf(session, protocol, to).state === "effects-gone") return "gone";
  const looks = standingObservations(session)
    .filter(
      ({ values, observedAt }) =>
        observedAt <= until && [values.sedation, values.dissociation, values.distress].some((one) => one !== undefined),
    )
    .toSorted((a, b) => a.observedAt - b.observedAt);
  const around = [
    looks.findLast(({ observedAt }) => observedAt >= t0 && observedAt <= to),
    looks.find(({ observedAt }) => observedAt > to),
  ];
  return around.some((one) => one && isAffected(session, protocol, t0, one)) ? "still-affected" : "unknown";
};
