import type { Instant } from "#shared/base/time.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { doseOf } from "#shared/session/dose.ts";
import { wantsCountersign } from "#shared/session/fitToLeave.ts";
import type { CriterionId, JudgedCriterion, Session } from "#shared/session/session.ts";
import { stayOverAt } from "./acuteEnd.ts";
import type { Case } from "./found.ts";
import { criteriaOf, isPassed, type Check, type Criterion } from "./criteria.ts";

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
  const one = caseOf(clinic, session, protocol, now);
  const criteria = criteriaOf(one);
  const open = criteria.filter(({ state }) => state !== "met").map(({ id }) => id);
  const earliest = earliestOf(criteria, one);
  return {
    verdict: verdictOf(session, protocol, open),
    criteria,
    open,
    ...(earliest === undefined ? {} : { earliest }),
  };
};

export const caseOf = (clinic: Pick<Clinic, "alarms">, session: Session, protocol: Protocol, now: Instant): Case => ({
  session,
  protocol,
  now,
  dose: doseOf(session.doseFacts),
  openCalls: openHighCalls(clinic, session),
});

/** The desk's part; everything else is clinical and never the desk's to sign. */
export const isClinical = (id: CriterionId): boolean => id !== "ride";

export const judged = ({ criteria }: Readiness): JudgedCriterion[] =>
  criteria.map(({ id, state, evidence, checks }) => ({
    id,
    state,
    evidence: [...evidence],
    checks: checks.map(judgedCheck),
  }));

const judgedCheck = ({ id, state, evidence, overridden }: Check) => ({
  id,
  state,
  evidence: [...evidence],
  ...(overridden ? { overridden: { by: overridden.by, at: overridden.at } } : {}),
});

/** LV11. The minimum time was let pass, whatever else was: the patient is released early. */
export const isReleasedEarly = ({ criteria }: Readiness): boolean =>
  criteria.some(({ checks }) =>
    checks.some((check) => check.id === "time" && check.state !== "met" && isPassed(check)),
  );

const verdictOf = (session: Session, protocol: Protocol, open: readonly CriterionId[]): Verdict => {
  if (session.damaged || open.some(isClinical) || doseOf(session.doseFacts).phase !== "ended") return "not-yet";
  if (!session.fit) return "checks-met";
  if (protocol.clinicianConfirmsFitToLeave && wantsCountersign(session)) return "checks-met";
  return open.includes("ride") ? "fit-no-ride" : "ready";
};

const openHighCalls = ({ alarms }: Pick<Clinic, "alarms">, session: Session): readonly Alarm[] =>
  Object.values(alarms).filter(
    ({ sessionId, chairId, priority, rule }) =>
      priority === "high" && (sessionId === session.id || (rule === "help" && chairId === session.chairId)),
  );

/** RD17. The rule's time and no promise: when the stay is over and every wait that the open checks know of. */
const earliestOf = (criteria: readonly Criterion[], { dose, protocol, now }: Case): Instant | undefined => {
  const over = stayOverAt(dose, protocol, now);
  const times = criteria.flatMap(({ earliest }) => (earliest === undefined ? [] : [earliest]));
  return over === undefined ? undefined : Math.max(over, ...times);
};
