import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { SessionId } from "#shared/base/ids.ts";
import type { Route, Protocol } from "#shared/protocol/protocol.ts";
import { doseOf, t0Of } from "#shared/session/dose.ts";
import { standingObservations, type Closed, type Outcome, type Session } from "#shared/session/session.ts";
import type { Observation, Values } from "#shared/vitals/observation.ts";
import { recoveryOf } from "./window.ts";

/** The furthest that a measure went from T0 on, and in which minute after it. */
export interface Peak {
  readonly value: number;
  readonly minute: number;
}

/** One treatment as a step of its course. Minutes count from its own T0; what was never measured is missing. */
export interface CourseStep {
  readonly sessionId: SessionId;
  readonly route: Route;
  readonly n: number | undefined;
  readonly of: number | undefined;
  readonly t0: Instant;
  readonly mg: number;
  readonly peaks: Readonly<Partial<Record<PeakOf, Peak>>>;
  /** When the effects were seen to be gone, and when the nurse signed that the patient was fit to leave. */
  readonly effectsGoneMin: number | undefined;
  readonly fitMin: number | undefined;
  readonly outcome: Outcome | undefined;
}

type PeakOf = "sbp" | "dbp" | "hr" | "dissociation" | "distress" | "cadss" | "spo2";

interface Treated {
  readonly session: Session;
  readonly protocol: Protocol;
  readonly closed?: Closed | undefined;
}

/** CO1. The treatments of one patient that were begun, in the order of their T0, each with peaks and time to ready. */
export const courseOf = (treated: readonly Treated[]): readonly CourseStep[] =>
  treated.flatMap(stepOf).toSorted((a, b) => a.t0 - b.t0);

const stepOf = ({ session, protocol, closed }: Treated): readonly CourseStep[] => {
  const dose = doseOf(session.doseFacts);
  if (dose.phase === "not-started") return [];
  const { t0 } = dose;
  const minute = (at: Instant): number => Math.round((at - t0) / MINUTE);
  const last = closed?.endedAt ?? Math.max(t0, ...standingObservations(session).map(({ observedAt }) => observedAt));
  const recovery = recoveryOf(session, protocol, last);
  return [
    {
      sessionId: session.id,
      route: session.route,
      n: session.course?.n,
      of: session.course?.of,
      t0,
      mg: dose.phase === "ended" ? dose.givenMg : dose.mg,
      peaks: peaksOf(session, t0, minute),
      effectsGoneMin: recovery.state === "effects-gone" ? minute(recovery.at) : undefined,
      fitMin: session.fit ? minute(session.fit.at) : undefined,
      outcome: closed?.outcome,
    },
  ];
};

const HIGHEST: readonly PeakOf[] = ["sbp", "dbp", "hr", "dissociation", "distress", "cadss"];

/** Of saturation the lowest, of all else the highest; of equal ones the first. */
const peaksOf = (session: Session, t0: Instant, minute: (at: Instant) => number): CourseStep["peaks"] => {
  const since = standingObservations(session)
    .filter(({ observedAt }) => observedAt >= t0)
    .toSorted((a, b) => a.observedAt - b.observedAt);
  const worst = (field: PeakOf, isWorse: (value: number, than: number) => boolean): Peak | undefined =>
    since.reduce<Peak | undefined>((peak, { observedAt, values }) => {
      const value = values[field];
      if (value === undefined || (peak && !isWorse(value, peak.value))) return peak;
      return { value, minute: minute(observedAt) };
    }, undefined);
  return Object.fromEntries(
    [...HIGHEST, "spo2" as const].flatMap((field) => {
      const found = worst(field, field === "spo2" ? (a, b) => a < b : (a, b) => a > b);
      return found ? [[field, found]] : [];
    }),
  );
};

/** CO2. One session as points in minutes from its own T0, to lie behind another one. Nothing before the dose began. */
export const alignedAtT0 = (
  session: Session,
): readonly { readonly minute: number; readonly values: Values; readonly id: Observation["id"] }[] => {
  const t0 = t0Of(session.doseFacts);
  return t0 === undefined
    ? []
    : standingObservations(session)
        .map(({ id, observedAt, values }) => ({ id, minute: (observedAt - t0) / MINUTE, values }))
        .toSorted((a, b) => a.minute - b.minute);
};
