import { isCareStaff, isPrescriber, protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import { accept, inOpenSession, reject, type Context, type Decide, type Decision } from "#shared/clinic/decision.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { checksOf, isPassed } from "#shared/recovery/criteria.ts";
import { isNeverOverridden, MAY_OVERRIDE } from "#shared/recovery/overrides.ts";
import { caseOf, isClinical, isReleasedEarly, judged, readiness } from "#shared/recovery/readiness.ts";
import { isSameRestriction, restrictionFrom } from "#shared/recovery/restriction.ts";
import { doseOf, standing } from "./dose.ts";
import type { Restriction, Session } from "./session.ts";
import { whenTrue } from "./times.ts";

export const recordRide: Decide<"record-ride"> = (clinic, { sessionId, ride }, context) =>
  inOpenSession(clinic, sessionId, context, () => accept({ type: "ride-recorded", sessionId, ride }));

/** LV12. Waiting for a ride: who was rung up, and what they said. */
export const recordRideCall: Decide<"record-ride-call"> = (clinic, { sessionId, to, answer }, context) =>
  inOpenSession(clinic, sessionId, context, () => accept({ type: "ride-called", sessionId, to, answer }));

export const returnBelongings: Decide<"return-belongings"> = (clinic, { sessionId, lineOut }, context) =>
  inOpenSession(clinic, sessionId, context, () => accept({ type: "belongings-returned", sessionId, lineOut }));

/** LV1, LV2. The first act: a nurse signs that every clinical check is met, on what she had on screen. */
export const confirmFitToLeave: Decide<"confirm-fit-to-leave"> = (clinic, { sessionId, seenSeq }, context) =>
  leaving(clinic, sessionId, context, (session, protocol) => {
    if (!hasSeen(clinic, session, seenSeq)) return reject({ reason: "newer-facts", seq: session.factSeq });
    const found = readiness(clinic, session, protocol, context.now);
    const open = found.open.filter(isClinical);
    if (open.length > 0 || session.damaged) return reject({ reason: "criteria-not-met", criteria: open });
    if (found.verdict === "not-yet") return reject({ reason: "criteria-not-met", criteria: ["time"] });
    return accept({ type: "fit-to-leave-confirmed", sessionId, judged: judged(found), seenSeq });
  });

export const countersignFitToLeave: Decide<"countersign-fit-to-leave"> = (clinic, { sessionId, seenSeq }, context) =>
  onSignature(clinic, sessionId, seenSeq, context, () => accept({ type: "fit-to-leave-countersigned", sessionId }));

/** LV1. The prescriber said so by word of mouth; she signs it later (GA8). */
export const recordVerbalCountersign: Decide<"record-verbal-countersign"> = (
  clinic,
  { sessionId, seenSeq, prescriber },
  context,
) =>
  onSignature(clinic, sessionId, seenSeq, context, () =>
    isPrescriber(clinic, prescriber)
      ? accept({ type: "fit-to-leave-countersigned", sessionId, verbalFrom: prescriber })
      : reject({ reason: "not-a-prescriber" }),
  );

const onSignature = (
  clinic: Clinic,
  sessionId: Session["id"],
  seenSeq: number,
  context: Context,
  then: () => Decision,
): Decision =>
  leaving(clinic, sessionId, context, (session) => {
    if (!hasSeen(clinic, session, seenSeq)) return reject({ reason: "newer-facts", seq: session.factSeq });
    return session.fit ? then() : reject({ reason: "not-fit-to-leave" });
  });

/** OV1-OV4. A named person lets one check pass, on the value that stands, with a reason and what stands in its place. */
export const overrideCheck: Decide<"override-check"> = (
  clinic,
  { sessionId, seenSeq, check, reason, safeguard },
  context,
) =>
  leaving(clinic, sessionId, context, (session, protocol) => {
    if (!hasSeen(clinic, session, seenSeq)) return reject({ reason: "newer-facts", seq: session.factSeq });
    const one = caseOf(clinic, session, protocol, context.now);
    if (isNeverOverridden(one, check)) return reject({ reason: "never-overridden", check });
    const roles = MAY_OVERRIDE[check];
    if (!roles.includes(context.role)) return reject({ reason: "not-yours-to-override", check });
    const found = checksOf(one).find(({ id }) => id === check);
    if (!found || isPassed(found)) return reject({ reason: "nothing-to-override" });
    const { state, evidence } = found;
    return accept({
      type: "check-overridden",
      sessionId,
      override: { check, reason, safeguard, state, evidence: [...evidence] },
      seenSeq,
    });
  });

/** LV4, LV17. The patient hears the words that are stored: if the hour or the day has turned since the page was opened, they are read again. */
export const acknowledgeDoorReminder: Decide<"acknowledge-door-reminder"> = (
  clinic,
  { sessionId, shown, escort },
  context,
) =>
  leaving(clinic, sessionId, context, (session, protocol) => {
    if (doseOf(session.doseFacts).phase !== "ended") return reject({ reason: "dose-not-over" });
    const restriction = restrictionFrom(protocol, context.now, session.zone);
    if (!isSameRestriction(restriction, shown)) return reject({ reason: "reminder-out-of-date", restriction });
    return accept({ type: "door-reminder-acknowledged", sessionId, restriction, escort });
  });

export const giveHandOut: Decide<"give-hand-out"> = (clinic, { sessionId, language }, context) =>
  inOpenSession(clinic, sessionId, context, () => accept({ type: "hand-out-given", sessionId, language }));

/** LV3-LV6, LV11. The second act: ride, reminder, belongings, hand-out, on top of a signature that still holds. No step can be skipped. */
export const completeDischarge: Decide<"complete-discharge"> = (clinic, { sessionId, seenSeq }, context) =>
  leaving(clinic, sessionId, context, (session, protocol) => {
    if (!hasSeen(clinic, session, seenSeq)) return reject({ reason: "newer-facts", seq: session.factSeq });
    const found = readiness(clinic, session, protocol, context.now);
    if (found.verdict === "checks-met") return reject({ reason: "not-fit-to-leave" });
    if (found.verdict === "not-yet") return reject({ reason: "criteria-not-met", criteria: [...found.open] });
    if (found.verdict !== "ready" || session.ride?.status !== "here") return reject({ reason: "ride-not-here" });
    if (!session.belongings?.lineOut) return reject({ reason: "belongings-missing" });
    const { reminder } = session;
    if (!reminder || reminder.at < doseToldAt(session)) return reject({ reason: "reminder-missing" });
    const restriction = restrictionFrom(protocol, context.now, session.zone);
    if (!isSameRestriction(restriction, reminder.restriction))
      return reject({ reason: "reminder-out-of-date", restriction });
    if (!session.handOut || session.handOut.at < reminder.at) return reject({ reason: "hand-out-missing" });
    const { status, kind, escortId } = session.ride;
    return accept({
      type: isReleasedEarly(found) ? "released-early" : "discharged",
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
  ended(clinic, told.sessionId, context, told.leftAt, "leftAt", (_session, leftAt, restriction) =>
    accept({ type: "left-against-advice", ...told, leftAt, restriction }),
  );

/** LV8. A patient who got nothing goes home as one who got nothing; a stop without a start says that there was one. */
export const abortBeforeDose: Decide<"abort-before-dose"> = (clinic, { sessionId, reason }, context) =>
  inOpenSession(clinic, sessionId, context, (session) =>
    standing(session.doseFacts).length === 0
      ? accept({ type: "aborted-before-dose", sessionId, reason })
      : reject({ reason: "dose-was-given" }),
  );

/** LV13. Fit, signed, and gone without anybody: who is not fit has left against advice. */
export const recordLeftWithoutRide: Decide<"record-left-without-ride"> = (clinic, { type: _, ...told }, context) =>
  ended(clinic, told.sessionId, context, told.leftAt, "leftAt", (session, leftAt, restriction) =>
    session.fit
      ? accept({ type: "left-without-ride", ...told, leftAt, restriction })
      : reject({ reason: "not-fit-to-leave" }),
  );

/** LV14. The chair is empty and nobody saw the patient go. */
export const recordNotInChair: Decide<"record-not-in-chair"> = (clinic, { type: _, ...told }, context) =>
  ended(clinic, told.sessionId, context, told.noticedAt, "noticedAt", (session, noticedAt, restriction) => {
    const seen = whenTrue(session, told.lastSeenAt, noticedAt, "lastSeenAt");
    return "rejected" in seen
      ? seen
      : accept({ type: "not-in-chair", ...told, noticedAt, lastSeenAt: seen.at, restriction });
  });

/** LV15. Signed on paper while the server was away, and entered afterwards with who signed. P 1. */
export const recordDischargedOnPaper: Decide<"record-discharged-on-paper"> = (clinic, { type: _, ...told }, context) =>
  ended(clinic, told.sessionId, context, told.leftAt, "leftAt", (_session, leftAt, restriction) =>
    isCareStaff(clinic, told.signedBy)
      ? accept({ type: "discharged-on-paper", ...told, leftAt, restriction })
      : reject({ reason: "not-a-nurse" }),
  );

/** LV16. To another place that goes on caring; by emergency services with their three times. */
export const recordTransferredOut: Decide<"record-transferred-out"> = (clinic, { type: _, ...told }, context) =>
  ended(clinic, told.sessionId, context, told.leftAt, "leftAt", (_session, leftAt, restriction) =>
    accept({ type: "transferred-out", ...told, leftAt, restriction }),
  );

export const recordTakenByEmergency: Decide<"record-taken-by-emergency"> = (clinic, { type: _, ...told }, context) =>
  ended(clinic, told.sessionId, context, told.leftAt, "leftAt", (session, leftAt, restriction) => {
    const called = whenTrue(session, told.calledAt, leftAt, "calledAt");
    if ("rejected" in called) return called;
    const { calledAt, arrivedAt = calledAt } = told;
    return calledAt <= arrivedAt && arrivedAt <= leftAt
      ? accept({ type: "taken-by-emergency", ...told, leftAt, restriction })
      : reject({ reason: "invalid", field: "arrivedAt", problem: "out-of-order" });
  });

/** LV10. An end is a fact with a time; who was given nothing is restricted in nothing. */
const ended = (
  clinic: Clinic,
  sessionId: Session["id"],
  context: Context,
  at: number,
  field: string,
  then: (session: Session, at: number, restriction: Restriction | undefined) => Decision,
): Decision =>
  leaving(clinic, sessionId, context, (session, protocol) => {
    const when = whenTrue(session, at, context.now, field);
    if ("rejected" in when) return when;
    const dosed = standing(session.doseFacts).length > 0;
    return then(session, when.at, dosed ? restrictionFrom(protocol, when.at, session.zone) : undefined);
  });

/** LV17. When the last was told of what was given, a correction too: the reminder at the door comes after it. */
const doseToldAt = ({ doseFacts }: Session): number =>
  Math.max(
    0,
    ...doseFacts.flatMap(({ recordedAt, corrections }) => [recordedAt, ...corrections.map((one) => one.recordedAt)]),
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
