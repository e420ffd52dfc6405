import { protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import { accept, reject, type Context, type Decide, type Decision } from "#shared/clinic/decision.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { isClinical, judged, readiness } from "#shared/recovery/readiness.ts";
import { restrictionFrom } from "#shared/recovery/restriction.ts";
import { inOpenSession } from "./decidePreparation.ts";
import { standing } from "./dose.ts";
import type { Session } from "./session.ts";
import { whenTrue } from "./times.ts";

export const recordRide: Decide<"record-ride"> = (clinic, { sessionId, ride }, context) =>
  inOpenSession(clinic, sessionId, context, () => accept({ type: "ride-recorded", sessionId, ride }));

export const returnBelongings: Decide<"return-belongings"> = (clinic, { sessionId, lineOut }, context) =>
  inOpenSession(clinic, sessionId, context, () => accept({ type: "belongings-returned", sessionId, lineOut }));

/** LV1, LV2. The first act: a nurse signs that every clinical check is met, on what she had on screen. */
export const confirmFitToLeave: Decide<"confirm-fit-to-leave"> = (clinic, { sessionId, seenSeq }, context) =>
  leaving(clinic, sessionId, context, (session, protocol) => {
    if (!hasSeen(clinic, session, seenSeq)) return reject({ reason: "newer-facts", seq: session.factSeq });
    const found = readiness(clinic, session, protocol, context.now);
    const open = found.open.filter(isClinical);
    if (open.length > 0 || session.damaged) return reject({ reason: "criteria-not-met", criteria: open });
    return accept({ type: "fit-to-leave-confirmed", sessionId, judged: judged(found), seenSeq });
  });

export const countersignFitToLeave: Decide<"countersign-fit-to-leave"> = (clinic, { sessionId, seenSeq }, context) =>
  leaving(clinic, sessionId, context, (session) => {
    if (!hasSeen(clinic, session, seenSeq)) return reject({ reason: "newer-facts", seq: session.factSeq });
    return session.fit
      ? accept({ type: "fit-to-leave-countersigned", sessionId })
      : reject({ reason: "not-fit-to-leave" });
  });

/** LV4. The patient hears the hour that is stored: if the hour has turned since the page was opened, it is read again. */
export const acknowledgeDoorReminder: Decide<"acknowledge-door-reminder"> = (
  clinic,
  { sessionId, untilShown, escort },
  context,
) =>
  leaving(clinic, sessionId, context, (session, protocol) => {
    const restriction = restrictionFrom(protocol, context.now, session.zone);
    if (restriction.until !== untilShown) return reject({ reason: "reminder-out-of-date", until: restriction.until });
    return accept({ type: "door-reminder-acknowledged", sessionId, restriction, escort });
  });

export const giveHandOut: Decide<"give-hand-out"> = (clinic, { sessionId, language }, context) =>
  inOpenSession(clinic, sessionId, context, () => accept({ type: "hand-out-given", sessionId, language }));

/** LV3-LV6. The second act: ride, reminder, belongings, hand-out, on top of a signature that still holds. No step can be skipped. */
export const completeDischarge: Decide<"complete-discharge"> = (clinic, { sessionId, seenSeq }, context) =>
  leaving(clinic, sessionId, context, (session, protocol) => {
    if (!hasSeen(clinic, session, seenSeq)) return reject({ reason: "newer-facts", seq: session.factSeq });
    const found = readiness(clinic, session, protocol, context.now);
    if (found.verdict === "checks-met") return reject({ reason: "not-fit-to-leave" });
    if (found.open.some(isClinical) || session.damaged)
      return reject({ reason: "criteria-not-met", criteria: [...found.open] });
    if (found.verdict !== "ready" || !session.ride) return reject({ reason: "ride-not-here" });
    if (!session.belongings?.lineOut) return reject({ reason: "belongings-missing" });
    if (!session.reminder) return reject({ reason: "reminder-missing" });
    const restriction = restrictionFrom(protocol, context.now, session.zone);
    if (restriction.until !== session.reminder.restriction.until)
      return reject({ reason: "reminder-out-of-date", until: restriction.until });
    if (!session.handOut || session.handOut.at < session.reminder.at) return reject({ reason: "hand-out-missing" });
    const { status, kind, escortId } = session.ride;
    return accept({
      type: "discharged",
      sessionId,
      leftAt: context.now,
      judged: judged(found),
      protocol: session.protocol,
      restriction,
      ride: { status, kind, escortId },
      seenSeq,
    });
  });

/** LV7. Nobody can be kept: leaving against advice is a fact, recorded in half a minute, and never called discharged. */
export const recordLeftAgainstAdvice: Decide<"record-left-against-advice"> = (clinic, { type: _, ...told }, context) =>
  leaving(clinic, told.sessionId, context, (session, protocol) => {
    const when = whenTrue(session, told.leftAt, context.now, "leftAt");
    if ("rejected" in when) return when;
    return accept({
      type: "left-against-advice",
      ...told,
      leftAt: when.at,
      restriction: restrictionFrom(protocol, when.at, session.zone),
    });
  });

/** LV8. A patient who got nothing goes home as one who got nothing; a stop without a start says that there was one. */
export const abortBeforeDose: Decide<"abort-before-dose"> = (clinic, { sessionId, reason }, context) =>
  inOpenSession(clinic, sessionId, context, (session) =>
    standing(session.doseFacts).length === 0
      ? accept({ type: "aborted-before-dose", sessionId, reason })
      : reject({ reason: "dose-was-given" }),
  );

/** LV2. Everything about this patient, and nothing that has not happened yet. */
const hasSeen = (clinic: Clinic, session: Session, seenSeq: number): boolean =>
  seenSeq >= session.factSeq && seenSeq <= clinic.seq;

const leaving = (
  clinic: Clinic,
  sessionId: Session["id"],
  context: Context,
  then: (session: Session, protocol: Protocol) => Decision,
): Decision =>
  inOpenSession(clinic, sessionId, context, (session) => {
    const protocol = protocolOf(clinic, session.protocol);
    return protocol ? then(session, protocol) : reject({ reason: "no-protocol" });
  });
