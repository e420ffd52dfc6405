import { sessionInChair } from "#shared/clinic/clinic.ts";
import { accept, inOpenSession, reject, type Decide } from "#shared/clinic/decision.ts";

/** PL1. To a free chair or recovery place; everything that belongs to the patient goes along. */
export const moveSession: Decide<"move-session"> = (clinic, { sessionId, chairId }, context) =>
  inOpenSession(clinic, sessionId, context, (session) => {
    if (!clinic.chairs[chairId]) return reject({ reason: "unknown-thing" });
    const there = sessionInChair(clinic, chairId);
    if (there) return reject({ reason: "chair-taken", chairId, sessionId: there.id });
    return accept({ type: "session-moved", sessionId, from: session.chairId, to: chairId });
  });

/** PL2. "Restroom, escorted": not in the chair, not gone. */
export const recordAway: Decide<"record-away"> = (clinic, { sessionId, where }, context) =>
  inOpenSession(clinic, sessionId, context, () => accept({ type: "went-away", sessionId, where }));

export const recordBack: Decide<"record-back"> = (clinic, { sessionId }, context) =>
  inOpenSession(clinic, sessionId, context, (session) =>
    session.away ? accept({ type: "came-back", sessionId }) : reject({ reason: "unknown-thing" }),
  );

/** CV5. One patient changes nurses by the act of the one who takes over. */
export const takeOverPatient: Decide<"take-over-patient"> = (clinic, { sessionId }, context) =>
  inOpenSession(clinic, sessionId, context, (session) =>
    session.nurse === context.person
      ? reject({ reason: "already-accepted" })
      : accept({ type: "patient-taken-over", sessionId }),
  );
