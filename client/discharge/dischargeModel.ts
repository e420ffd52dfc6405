import type { Instant } from "#shared/base/time.ts";
import { protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { isClinical, readiness, type Readiness } from "#shared/recovery/readiness.ts";
import { isSameRestriction, restrictionFrom } from "#shared/recovery/restriction.ts";
import { doseOf } from "#shared/session/dose.ts";
import { wantsCountersign } from "#shared/session/fitToLeave.ts";
import type { Closed, CriterionId, Restriction, Session } from "#shared/session/session.ts";

export type Whose = "nurse" | "clinician" | "desk" | "clock";
export type MissingId = CriterionId | "signature" | "countersignature" | "belongings" | "reminder" | "hand-out";

/** One thing between a patient and the door, and whose move it is. */
export interface Missing {
  readonly id: MissingId;
  readonly whose: Whose;
}

export type StepId = "checks" | "ride" | "belongings" | "reminder" | "hand-out" | "leave";
/** `again`: it was done, and something newer has undone it. */
export type StepState = "open" | "done" | "again";
export interface Step {
  readonly id: StepId;
  readonly state: StepState;
}

/** All that the desk works from for one patient: nothing in it is stored. */
export interface WayOut {
  readonly session: Session;
  readonly protocol: Protocol;
  readonly readiness: Readiness;
  readonly missing: readonly Missing[];
  readonly steps: readonly Step[];
}

/** DC1. Who is on the way out, from the start of the dose on, by the earliest leaving time; no end in sight comes last. */
export const wayOutList = (clinic: Clinic, now: Instant): readonly WayOut[] =>
  Object.values(clinic.sessions)
    .filter(({ doseFacts }) => doseOf(doseFacts).phase !== "not-started")
    .flatMap((session) => wayOutOf(clinic, session, now) ?? [])
    .toSorted((a, b) => earliest(a) - earliest(b) || a.session.checkedIn.at - b.session.checkedIn.at);

export const wayOutOf = (clinic: Clinic, session: Session, now: Instant): WayOut | undefined => {
  const protocol = protocolOf(clinic, session.protocol);
  if (!protocol) return undefined;
  const found = readiness(clinic, session, protocol, now);
  const steps = stepsOf(session, protocol, found, now);
  return { session, protocol, readiness: found, steps, missing: missingOf(session, protocol, found, steps) };
};

/** DC7. Who has left since the clinic's day began, the last one first. */
export const leftToday = (clinic: Clinic): readonly Closed[] =>
  Object.values(clinic.closed).toSorted((a, b) => b.endedAt - a.endedAt);

/** DC5. What the patient may not do if they left now: the same function as the server's. */
export const restrictionNow = ({ session, protocol }: Pick<WayOut, "session" | "protocol">, now: Instant) =>
  restrictionFrom(protocol, now, session.zone);

/** DC5. The reminder was read, and what was read is still what holds. */
export const isRead = ({ reminder }: Pick<Session, "reminder">, restriction: Restriction): boolean =>
  reminder !== undefined && isSameRestriction(reminder.restriction, restriction);

/** DC3. A signature that something newer took back, while nobody has signed again. */
export const lostSignature = ({ fit, fitLost }: Session): Session["fitLost"][number] | undefined =>
  fit ? undefined : fitLost.at(-1);

/** DC15, LV11. Who let the minimum time pass, where somebody did: the last act names them. */
export const timePassedBy = ({ criteria }: Readiness): string | undefined =>
  criteria.flatMap(({ checks }) => checks).find(({ id, overridden }) => id === "time" && overridden)?.overridden?.by;

/** DC6. Everything before the last act is done. */
export const mayLeave = ({ steps }: WayOut): boolean =>
  steps.every(({ id, state }) => id === "leave" || state === "done");

const earliest = ({ readiness: { earliest: at } }: WayOut): number => at ?? Infinity;

/** DC2. The whole way out, in the order in which people walk it. */
const stepsOf = (session: Session, protocol: Protocol, found: Readiness, now: Instant): readonly Step[] => {
  const { ride, belongings, reminder } = session;
  const restriction = restrictionNow({ session, protocol }, now);
  return [
    { id: "checks", state: checksState(session, found) },
    { id: "ride", state: found.open.includes("ride") || !ride ? "open" : "done" },
    { id: "belongings", state: belongings?.lineOut ? "done" : "open" },
    { id: "reminder", state: reminder ? (isRead(session, restriction) ? "done" : "again") : "open" },
    { id: "hand-out", state: handOutState(session, restriction) },
    { id: "leave", state: "open" },
  ];
};

const checksState = (session: Session, { verdict }: Readiness): StepState => {
  if (verdict === "ready" || verdict === "fit-no-ride") return "done";
  const undone = session.fit ? verdict === "not-yet" : lostSignature(session) !== undefined;
  return undone ? "again" : "open";
};

/** DC5. A hand-out printed with another hour than the one that was read is a wrong hand-out. */
const handOutState = (session: Session, restriction: Restriction): StepState => {
  const { handOut, reminder } = session;
  if (!handOut) return "open";
  return reminder && isRead(session, restriction) && handOut.at >= reminder.at ? "done" : "again";
};

const missingOf = (
  session: Session,
  protocol: Protocol,
  found: Readiness,
  steps: readonly Step[],
): readonly Missing[] => {
  const clinical = found.criteria.filter(({ id, state }) => isClinical(id) && state !== "met");
  const signature: Missing[] = session.fit || clinical.length > 0 ? [] : [{ id: "signature", whose: "nurse" }];
  const second: Missing[] =
    protocol.clinicianConfirmsFitToLeave && wantsCountersign(session)
      ? [{ id: "countersignature", whose: "clinician" }]
      : [];
  const open = (id: StepId): boolean => steps.some((step) => step.id === id && step.state !== "done");
  const atDesk = (["ride", "belongings", "reminder", "hand-out"] as const)
    .filter(open)
    .map((id): Missing => ({ id, whose: "desk" }));
  return [...clinical.map(({ id, whose }): Missing => ({ id, whose })), ...signature, ...second, ...atDesk];
};
