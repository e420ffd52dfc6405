import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { standingInterventions, type Intervention } from "#shared/session/care.ts";
import { newestFirst } from "#shared/session/current.ts";
import { doseOf, type Dose } from "#shared/session/dose.ts";
import type { CriterionId, Session } from "#shared/session/session.ts";
import { courseOf, type Peak } from "./course.ts";
import { nextDue, type Due } from "./due.ts";
import { readiness } from "./readiness.ts";

/** What the next nurse must know, on one page that is read in twenty seconds: situation, background, assessment, to do. */
export interface Handover {
  readonly dose: Dose;
  /** Minutes since T0; nothing before the dose. */
  readonly minute: number | undefined;
  readonly worst: Readonly<Partial<Record<string, Peak>>>;
  readonly latest: ReturnType<typeof newestFirst>[number] | undefined;
  readonly openCalls: readonly Alarm[];
  readonly interventions: readonly Intervention[];
  readonly next: Due | undefined;
  readonly openCriteria: readonly CriterionId[];
  readonly ride: Session["ride"];
  readonly away: Session["away"];
}

/** HO1. Built from the facts each time, for one patient or for all of a nurse's; nobody has to write it. */
export const handoverOf = (clinic: Clinic, session: Session, protocol: Protocol, now: Instant): Handover => {
  const dose = doseOf(session.doseFacts);
  const [step] = courseOf([{ session, protocol }]);
  return {
    dose,
    minute: dose.phase === "not-started" ? undefined : Math.floor((now - dose.t0) / MINUTE),
    worst: step?.peaks ?? {},
    latest: newestFirst(session)[0],
    openCalls: Object.values(clinic.alarms).filter(
      ({ sessionId, chairId, rule }) => sessionId === session.id || (rule === "help" && chairId === session.chairId),
    ),
    interventions: standingInterventions(session),
    next: nextDue(session, protocol, now),
    openCriteria: readiness(clinic, session, protocol, now).open,
    ride: session.ride,
    away: session.away,
  };
};
