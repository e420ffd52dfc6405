import type { ObservationId } from "#shared/base/ids.ts";
import { protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import {
  accept,
  isClosed,
  reject,
  sessionFor,
  type Context,
  type Decide,
  type Decision,
} from "#shared/clinic/decision.ts";
import type { Event } from "#shared/clinic/events.ts";
import { applyAll } from "#shared/clinic/apply.ts";
import type { RuleId } from "#shared/alarm/alarm.ts";
import { alarmsCalledFor } from "#shared/alarm/rules.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { checkEntered, type Before } from "#shared/vitals/check.ts";
import type { Entered, NotAssessedField } from "#shared/vitals/observation.ts";
import { doseOf } from "./dose.ts";
import { newestFirst } from "./current.ts";
import type { Session } from "./session.ts";
import { whenTrue, type WhenTrue } from "./times.ts";

/** OE1. A set is recorded whatever the phase, on an ended session too; only impossible values and times are refused. */
export const recordObservation: Decide<"record-observation"> = (
  clinic,
  { sessionId, observationId, entered },
  context,
) => {
  const session = sessionFor(clinic, { sessionId }, context);
  if (!session) return reject({ reason: "unknown-thing" });
  return judged(clinic, session, { id: observationId, entered }, context, ({ clamped, late, ...rest }) => {
    const event: Event = {
      type: "observation-recorded",
      sessionId,
      observationId,
      entered: rest.entered,
      clamped,
      late,
    };
    return accept(event, ...lateFindings(clinic, session, observationId, rest.entered, context));
  });
};

/** OE3. A correction is a new observation with a reason; the first one stays, struck through. */
export const correctObservation: Decide<"correct-observation"> = (clinic, command, context) => {
  const { sessionId, observationId, replaces, entered, reason } = command;
  const session = sessionFor(clinic, { sessionId }, context);
  const old = session?.observations.find(({ id }) => id === replaces);
  if (!session || !old) return reject({ reason: "unknown-thing" });
  if (old.status !== "current") return reject({ reason: "already-replaced" });
  return judged(clinic, session, { id: observationId, entered, replaces }, context, ({ clamped, entered: at }) =>
    accept({
      type: "observation-corrected",
      sessionId,
      observationId,
      replaces,
      entered: at,
      clamped,
      late: old.late,
      reason,
    }),
  );
};

export const strikeObservation: Decide<"strike-observation"> = (
  clinic,
  { sessionId, observationId, reason },
  context,
) => {
  const session = sessionFor(clinic, { sessionId }, context);
  const old = session?.observations.find(({ id }) => id === observationId);
  if (!old) return reject({ reason: "unknown-thing" });
  return old.status === "current"
    ? accept({ type: "observation-struck", sessionId, observationId, reason })
    : reject({ reason: "already-replaced" });
};

export const addNote: Decide<"add-note"> = (clinic, { sessionId, text }, context) =>
  sessionFor(clinic, { sessionId }, context)
    ? accept({ type: "note-added", sessionId, text })
    : reject({ reason: "unknown-thing" });

/**
 * VT5, VT10. What the protocol requires of a sheet in this phase; the form asks for the same. Breathing is counted too while
 * the patient is drowsy or oxygen is low. P 4.
 */
export const requiredFields = (
  session: Session,
  { required }: Protocol,
  { sheet, values }: Pick<Entered, "sheet" | "values">,
): readonly NotAssessedField[] => {
  switch (sheet) {
    case "full": {
      const fields = doseOf(session.doseFacts).phase === "not-started" ? required.baseline : required.full;
      return countsBreaths(values, required.breathingWhen) && !fields.includes("rr") ? [...fields, "rr"] : fields;
    }
    case "bp":
      return required.bp;
    case "exit":
      return required.exit;
    case "look-in":
      return [];
  }
};

/** VT9. What a form compares with: the last sedation before this one was seen, without the entry that it replaces. */
export const sedationBefore = (
  session: Session,
  { observedAt }: Pick<Entered, "observedAt">,
  replaces?: ObservationId,
): Before => ({
  sedation: newestFirst(session).find(
    (one) => one.values.sedation !== undefined && one.observedAt <= observedAt && one.id !== replaces,
  )?.values.sedation,
});

const countsBreaths = (
  { sedation, spo2 }: Entered["values"],
  { sedationAtMost, spo2AtMost }: Protocol["required"]["breathingWhen"],
): boolean =>
  (sedationAtMost !== null && sedation !== undefined && sedation <= sedationAtMost) ||
  (spo2AtMost !== null && spo2 !== undefined && spo2 <= spo2AtMost);

type Judged = Pick<WhenTrue, "clamped" | "late"> & { readonly entered: Entered };

const judged = (
  clinic: Clinic,
  session: Session,
  { id, entered, replaces }: { id: ObservationId; entered: Entered; replaces?: ObservationId },
  { now }: Context,
  then: (judged: Judged) => Decision,
): Decision => {
  if (session.observations.some((one) => one.id === id)) return reject({ reason: "id-taken" });
  const when = whenTrue(session, entered.observedAt, now, "observedAt");
  if ("rejected" in when) return when;
  const protocol = protocolOf(clinic, session.protocol);
  const required = protocol ? requiredFields(session, protocol, entered) : [];
  const problems = checkEntered(entered, required, sedationBefore(session, entered, replaces));
  if (problems.length > 0) return reject({ reason: "values", problems: [...problems] });
  return then({ entered: { ...entered, observedAt: when.at }, clamped: when.clamped, late: when.late });
};

/** AL10. A late entry older than the current value never rings: what it would have called for is listed once as found late. */
const lateFindings = (
  clinic: Clinic,
  session: Session,
  observationId: ObservationId,
  entered: Entered,
  context: Context,
): readonly Event[] => {
  const protocol = protocolOf(clinic, session.protocol);
  if (!protocol) return [];
  const event: Event = {
    type: "observation-recorded",
    sessionId: session.id,
    observationId,
    entered,
    clamped: false,
    late: true,
  };
  const calledFor = (known: Session, at: Instant): readonly RuleId[] => {
    const heard = applyAll({ ...clinic, sessions: { ...clinic.sessions, [session.id]: known } }, [event], context)
      .sessions[session.id];
    return heard
      ? [...alarmsCalledFor(heard, protocol, at)]
          .filter(([, { observation }]) => observation?.id === observationId)
          .map(([rule]) => rule)
      : [];
  };
  const asIfThen: Session = {
    ...session,
    observations: session.observations.filter(({ observedAt }) => observedAt <= entered.observedAt),
  };
  const ringing = isClosed(clinic, session) ? [] : calledFor(session, context.now);
  return calledFor(asIfThen, entered.observedAt)
    .filter((rule) => !ringing.includes(rule))
    .map((rule) => ({ type: "late-finding-listed", sessionId: session.id, observationId, rule }));
};
