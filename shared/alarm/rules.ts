import type { Protocol } from "#shared/protocol/protocol.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import { infusionOf } from "#shared/session/dose.ts";
import { standingObservations, type Session } from "#shared/session/session.ts";
import { baseline, latestWith, withPressure } from "#shared/session/current.ts";
import { interpret, type Interpretation } from "#shared/vitals/interpret.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import { dueList } from "#shared/recovery/due.ts";
import type { Priority, RuleId } from "./alarm.ts";
import { atLeast, criticalHigh, pressureOf, roseBy, warnHigh } from "#shared/protocol/pressure.ts";

/** A condition that holds: what it calls for, how bad it is in its own measure, and the observation that says so. */
export interface Called {
  readonly priority: Priority;
  readonly severity: number;
  readonly observation?: Observation;
}

export interface AlarmRule {
  readonly id: Exclude<RuleId, "help">;
  /** From the facts and the clock alone, so a restart gives the same answer with the same age. */
  readonly called: (session: Session, protocol: Protocol, now: Instant) => Called | undefined;
}

/** AL1. One rule per cause; each reads the current value, which is the one observed last. A missing value calls for nothing and reads unknown. */
export const ALARM_RULES: readonly AlarmRule[] = [
  { id: "pressure-high", called: pressureHigh },
  { id: "pressure-low", called: pressureLow },
  { id: "heart-rate-high", called: rises("hr") },
  { id: "heart-rate-low", called: heartRateLow },
  { id: "oxygen-low", called: falls("spo2") },
  { id: "breathing-slow", called: falls("rr") },
  { id: "breathing-fast", called: rises("rr") },
  { id: "sedation-deep", called: falls("sedation") },
  { id: "distress", called: rises("distress") },
  { id: "check-overdue", called: checkOverdue },
];

/** Which rules hold now. */
export const alarmsCalledFor = (session: Session, protocol: Protocol, now: Instant): ReadonlyMap<RuleId, Called> =>
  new Map(
    ALARM_RULES.flatMap(({ id, called }) => {
      const found = called(session, protocol, now);
      return found ? [[id, found] as const] : [];
    }),
  );

type Measured = "hr" | "spo2" | "rr" | "sedation" | "distress";

function falls(measure: Measured): AlarmRule["called"] {
  return onBand(measure, { "critically-low": "high", low: "medium" }, -1);
}

function rises(measure: Measured): AlarmRule["called"] {
  return onBand(measure, { "critically-high": "high", high: "medium" }, 1);
}

function onBand(
  measure: Measured,
  priorities: Partial<Record<Interpretation, Priority>>,
  worse: 1 | -1,
): AlarmRule["called"] {
  return (session, protocol) => {
    const observation = latestWith(session, measure);
    const value = observation?.values[measure];
    const priority = priorities[interpret(value, protocol.limits[measure])];
    return priority && observation && value !== undefined
      ? { priority, severity: worse * value, observation }
      : undefined;
  };
}

/** AL4, AL5. First critical pressure medium with a recheck, the second in a row high, extreme high at once; a rise alone stays quiet below 150/95. */
function pressureHigh(session: Session, protocol: Protocol): Called | undefined {
  const [last, ...earlier] = pressuresNewestFirst(session);
  const pressure = last && pressureOf(last.values);
  if (!pressure) return undefined;
  const before = earlier.find(({ late, seq }) => !(late && seq > last.seq)); // AL10. What was found late confirms nothing
  const previous = before && pressureOf(before.values);
  const critical = criticalHigh(protocol);
  const found = (priority: Priority): Called => ({
    priority,
    severity: Math.max(pressure.sbp, pressure.dbp + 60),
    observation: last,
  });
  if (atLeast(pressure, protocol.pressure.highAtOnce)) return found("high");
  if (atLeast(pressure, critical)) return found(previous && atLeast(previous, critical) ? "high" : "medium");
  const from = baselinePressure(session);
  if (atLeast(pressure, warnHigh(protocol)) || roseBy(pressure, from, protocol.pressure.riseMedium))
    return found("medium");
  const { riseQuiet, riseQuietUnlessAtLeast } = protocol.pressure;
  return roseBy(pressure, from, riseQuiet) && atLeast(pressure, riseQuietUnlessAtLeast) ? found("low") : undefined;
}

/** AL6. 90/40 always; 100 only when also 20 below this patient's baseline; 50 diastolic medium. */
function pressureLow(session: Session, protocol: Protocol): Called | undefined {
  const [last] = pressuresNewestFirst(session);
  const pressure = last && pressureOf(last.values);
  if (!pressure) return undefined;
  const { sbp, dbp } = protocol.limits;
  const systolic = interpret(pressure.sbp, sbp);
  const diastolic = interpret(pressure.dbp, dbp);
  const found = (priority: Priority): Called => ({
    priority,
    severity: -Math.min(pressure.sbp, pressure.dbp + 50),
    observation: last,
  });
  if (systolic === "critically-low" || diastolic === "critically-low") return found("high");
  const from = baselinePressure(session);
  const fell = from !== undefined && from.sbp - pressure.sbp >= protocol.pressure.lowAlsoBelowBaseline;
  return (systolic === "low" && fell) || diastolic === "low" ? found("medium") : undefined;
}

/** AL7. 40 always; 50 only when also 10 below baseline. */
function heartRateLow(session: Session, protocol: Protocol): Called | undefined {
  const observation = latestWith(session, "hr");
  const value = observation?.values.hr;
  const band = interpret(value, protocol.limits.hr);
  if (value === undefined || !observation) return undefined;
  if (band === "critically-low") return { priority: "high", severity: -value, observation };
  const from = baseline(session, startOf(session), "hr");
  const fell = from !== undefined && from - value >= protocol.heartRateLowAlsoBelowBaseline;
  return band === "low" && fell ? { priority: "medium", severity: -value, observation } : undefined;
}

/** AL8. A check that nobody did sounds 8 min after it was due; a recheck likewise. */
function checkOverdue(session: Session, protocol: Protocol, now: Instant): Called | undefined {
  const overdue = dueList(session, protocol, now).find(({ state }) => state === "overdue");
  return overdue ? { priority: "medium", severity: Math.floor((now - overdue.at) / MINUTE) } : undefined;
}

const pressuresNewestFirst = (session: Session): readonly Observation[] =>
  standingObservations(session)
    .filter(withPressure)
    .toSorted((a, b) => b.observedAt - a.observedAt || b.seq - a.seq);

const startOf = (session: Session): Instant | undefined => {
  const infusion = infusionOf(session.doseFacts);
  return infusion.phase === "not-started" ? undefined : infusion.t0;
};

const baselinePressure = (session: Session) => {
  const t0 = startOf(session);
  if (t0 === undefined) return undefined; // before the dose there is nothing to have risen from
  const found = pressuresNewestFirst(session).find(({ observedAt }) => observedAt <= t0);
  return found && pressureOf(found.values);
};
