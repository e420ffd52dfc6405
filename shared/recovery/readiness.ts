import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { infusionOf, type Infusion } from "#shared/session/dose.ts";
import type { CriterionId, JudgedCriterion, Session } from "#shared/session/session.ts";
import { criteriaOf, type Criterion } from "./criteria.ts";

/** Leaving in one word; the same on every screen. */
export type Verdict =
  /** Clinical checks are open: `NOT YET · 2 left: walk, ride`. */
  | "not-yet"
  /** All clinical checks met, nobody has signed. */
  | "checks-met"
  /** Signed; the ride is missing. */
  | "fit-no-ride"
  /** Signed, checks still met, ride here. */
  | "ready";

export interface Readiness {
  readonly verdict: Verdict;
  readonly criteria: readonly Criterion[];
  readonly open: readonly CriterionId[];
  /** By the rules alone, never a promise: `Earliest 11:05 by rule`. Missing while the dose has no end in sight. */
  readonly earliest?: Instant;
}

/** RD1. Answers "why not?", never a bare yes: met only with evidence that is there, current and good. */
export const readiness = (
  clinic: Pick<Clinic, "alarms">,
  session: Session,
  protocol: Protocol,
  now: Instant,
): Readiness => {
  const infusion = infusionOf(session.doseFacts);
  const criteria = criteriaOf({ session, protocol, now, infusion, openCalls: openHighCalls(clinic, session) });
  const open = criteria.filter(({ state }) => state !== "met").map(({ id }) => id);
  const earliest = earliestOf(criteria, infusion, protocol, now);
  return {
    verdict: verdictOf(session, protocol, open),
    criteria,
    open,
    ...(earliest === undefined ? {} : { earliest }),
  };
};

/** The desk's part; everything else is clinical and never the desk's to sign. */
export const isClinical = (id: CriterionId): boolean => id !== "ride";

export const judged = ({ criteria }: Readiness): JudgedCriterion[] =>
  criteria.map(({ id, state, evidence }) => ({ id, state, evidence: [...evidence] }));

const verdictOf = (session: Session, protocol: Protocol, open: readonly CriterionId[]): Verdict => {
  if (session.damaged || open.some(isClinical)) return "not-yet";
  const { fit, clinicianFit } = session;
  if (!fit) return "checks-met";
  // LV1. The prescriber signed what the nurse had signed: a newer signature of hers asks for his again.
  if (protocol.clinicianConfirmsFitToLeave && !(clinicianFit && clinicianFit.at >= fit.at)) return "checks-met";
  return open.includes("ride") ? "fit-no-ride" : "ready";
};

const openHighCalls = ({ alarms }: Pick<Clinic, "alarms">, session: Session): readonly Alarm[] =>
  Object.values(alarms).filter(
    ({ sessionId, chairId, priority, rule }) =>
      priority === "high" && (sessionId === session.id || (rule === "help" && chairId === session.chairId)),
  );

const earliestOf = (
  criteria: readonly Criterion[],
  infusion: Infusion,
  protocol: Protocol,
  now: Instant,
): Instant | undefined => {
  if (infusion.phase === "not-started") return undefined;
  const times = criteria.flatMap(({ state, earliest }) =>
    state !== "met" && earliest !== undefined ? [earliest] : [],
  );
  const end = infusion.phase === "ended" ? infusion.endedAt : Math.max(now, infusion.plannedEnd(now)); // a pump past its plan has not ended
  return Math.max(end + protocol.minimumStay.afterDoseEndMin * MINUTE, ...times);
};
