import type { Protocol } from "#shared/protocol/protocol.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import { t0Of } from "#shared/session/dose.ts";
import type { Session } from "#shared/session/session.ts";
import {
  baseline,
  baselinePressure,
  gradeOf,
  isFoundAfter,
  latestWith,
  newestFirst,
  vomits,
  withPressure,
  worseThanMild,
} from "#shared/session/current.ts";
import { interpret, type Interpretation } from "#shared/vitals/interpret.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { dueList } from "#shared/recovery/due.ts";
import { oxygenLimits } from "#shared/protocol/altitude.ts";
import { RANK, type Priority, type RuleId } from "./alarm.ts";
import type { Called } from "./called.ts";
import { notBack, stillAffected } from "./recoveryRules.ts";
import { atLeast, criticalHigh, pressureOf, roseBy, warnHigh, type Pressure } from "#shared/protocol/pressure.ts";

export interface AlarmRule {
  readonly id: Exclude<RuleId, "help">;
  /** From the facts and the clock alone, so a restart gives the same answer with the same age. */
  readonly called: (session: Session, protocol: Protocol, now: Instant) => Called | undefined;
}

type Bands = Partial<Record<Interpretation, Priority>>;
const LOW: Bands = { "critically-low": "high", low: "medium" };
const HIGH: Bands = { "critically-high": "high", high: "medium" };

/** AL1. One rule per cause; each reads the current value, which is the one observed last. A missing value calls for nothing and reads unknown. */
export const ALARM_RULES: readonly AlarmRule[] = [
  { id: "pressure-high", called: pressureHigh },
  { id: "pressure-low", called: pressureLow },
  { id: "mean-pressure", called: meanPressure },
  { id: "heart-rate-high", called: heartRateHigh },
  { id: "heart-rate-low", called: heartRateLow },
  { id: "oxygen-low", called: oxygenLow },
  { id: "breathing-slow", called: falls("rr") },
  { id: "breathing-fast", called: rises("rr") },
  { id: "temperature", called: either("temp") },
  { id: "carbon-dioxide", called: either("etco2") },
  { id: "sedation-deep", called: falls("sedation") },
  { id: "distress", called: rises("distress") },
  { id: "nausea", called: rises("nausea") },
  { id: "vomiting-drowsy", called: vomitingDrowsy },
  { id: "check-overdue", called: checkOverdue },
  { id: "still-affected", called: stillAffected },
  { id: "not-back", called: notBack },
  { id: "record-damaged", called: ({ damaged }) => (damaged ? { priority: "medium", severity: 0 } : undefined) },
];

/** Which rules hold now. */
export const alarmsCalledFor = (session: Session, protocol: Protocol, now: Instant): ReadonlyMap<RuleId, Called> =>
  new Map(
    ALARM_RULES.flatMap(({ id, called }) => {
      const found = called(session, protocol, now);
      return found ? [[id, found] as const] : [];
    }),
  );

type Measured = "hr" | "rr" | "temp" | "etco2" | "sedation" | "distress" | "nausea";

function falls(measure: Measured): AlarmRule["called"] {
  return onBand(measure, LOW, (value) => -value);
}

function rises(measure: Measured): AlarmRule["called"] {
  return onBand(measure, HIGH, (value) => value);
}

/** AL13. Too much and too little are one cause, the worse the further from the middle. */
function either(measure: Measured): AlarmRule["called"] {
  return onBand(measure, { ...LOW, ...HIGH }, (value, { warn, critical }) => {
    const [low, high] = [warn.low ?? critical.low ?? -Infinity, warn.high ?? critical.high ?? Infinity];
    return Math.max(low - value, value - high);
  });
}

function onBand(
  measure: Measured,
  priorities: Bands,
  severityOf: (value: number, limits: Protocol["limits"][Measured]) => number,
): AlarmRule["called"] {
  return (session, { limits }) => {
    const observation = latestWith(session, measure);
    const value = observation?.values[measure];
    const priority = priorities[interpret(value, limits[measure])];
    return priority && observation && value !== undefined
      ? { priority, severity: severityOf(value, limits[measure]), observation }
      : undefined;
  };
}

/** AL1, LM4. Oxygen on the limits of a person who lives where the clinic is. */
function oxygenLow(session: Session, protocol: Protocol): Called | undefined {
  const observation = latestWith(session, "spo2");
  const spo2 = observation?.values.spo2;
  const priority = LOW[interpret(spo2, oxygenLimits(protocol, session).limits)];
  return priority && observation && spo2 !== undefined ? { priority, severity: -spo2, observation } : undefined;
}

/** AL14. A mean that was read off a monitor, and only while pressure itself does not call as loudly: one cause, one call. C 4. */
function meanPressure(session: Session, protocol: Protocol): Called | undefined {
  const observation = latestWith(session, "map");
  const map = observation?.values.map;
  if (!observation || map === undefined) return undefined;
  const priority = { ...LOW, ...HIGH }[interpret(map, protocol.limits.map)];
  const said = [pressureHigh(session, protocol), pressureLow(session, protocol)];
  if (!priority || said.some((one) => one && RANK[one.priority] >= RANK[priority])) return undefined;
  const { low, high } = protocol.limits.map.warn;
  return { priority, severity: Math.max((low ?? 0) - map, map - (high ?? Infinity)), observation };
}

/** AL4, AL5, AL15. First critical pressure medium with a recheck, the second in a row high, extreme high at once; a rise alone stays quiet below 150/95. */
function pressureHigh(session: Session, protocol: Protocol): Called | undefined {
  const [last, ...earlier] = newestFirst(session).filter(withPressure);
  const pressure = last && pressureOf(last.values);
  if (!pressure) return undefined;
  const before = earlier.find((one) => !isFoundAfter(one, last));
  const previous = before && pressureOf(before.values);
  const critical = criticalHigh(protocol);
  const found = (priority: Priority): Called => ({
    priority,
    severity: beyond(pressure, protocol.pressure.riseQuietUnlessAtLeast),
    observation: last,
  });
  if (atLeast(pressure, protocol.pressure.highAtOnce)) return found("high");
  const loud = protocol.pressure.symptomsMakeHigh && hasPressureSymptoms(last.values) ? "high" : "medium";
  if (atLeast(pressure, critical)) return found(previous && atLeast(previous, critical) ? "high" : loud);
  const from = risenFrom(session);
  if (atLeast(pressure, warnHigh(protocol)) || roseBy(pressure, from, protocol.pressure.riseMedium)) return found(loud);
  const { riseQuiet, riseQuietUnlessAtLeast } = protocol.pressure;
  return roseBy(pressure, from, riseQuiet) && atLeast(pressure, riseQuietUnlessAtLeast) ? found("low") : undefined;
}

/** AL3. How far both halves together lie beyond: the half that is worse is not hidden by the one that was bad already. */
const beyond = (far: Pressure, near: Pressure): number =>
  Math.max(0, far.sbp - near.sbp) + Math.max(0, far.dbp - near.dbp);

/** AL15. What makes a raised pressure an emergency: chest pain, short breath, a headache or blurred vision that is more than mild. C 3.1, P 5. */
const hasPressureSymptoms = (values: Values): boolean =>
  gradeOf(values, "chest-pain") !== undefined ||
  gradeOf(values, "short-of-breath") !== undefined ||
  worseThanMild(gradeOf(values, "headache")) ||
  worseThanMild(gradeOf(values, "blurred-vision"));

/** AL6. 90/40 always; 100 only when also 20 below this patient's baseline; 50 diastolic medium. */
function pressureLow(session: Session, protocol: Protocol): Called | undefined {
  const [last] = newestFirst(session).filter(withPressure);
  const pressure = last && pressureOf(last.values);
  if (!pressure) return undefined;
  const { sbp, dbp } = protocol.limits;
  const systolic = interpret(pressure.sbp, sbp);
  const diastolic = interpret(pressure.dbp, dbp);
  const found = (priority: Priority): Called => ({
    priority,
    severity: beyond({ sbp: sbp.warn.low ?? 0, dbp: dbp.warn.low ?? 0 }, pressure),
    observation: last,
  });
  if (systolic === "critically-low" || diastolic === "critically-low") return found("high");
  const from = risenFrom(session);
  const fell = from !== undefined && from.sbp - pressure.sbp >= protocol.pressure.lowAlsoBelowBaseline;
  return (systolic === "low" && fell) || diastolic === "low" ? found("medium") : undefined;
}

/** AL17. 111 and 131; or 30 and 50 above baseline in readings that lie 5 min apart. C 3, S37 [V]; the rise [D]. */
function heartRateHigh(session: Session, protocol: Protocol): Called | undefined {
  const byBand = rises("hr")(session, protocol, 0);
  const byRise = heartRateRise(session, protocol);
  return byRise && (!byBand || byRise.priority === "high") ? byRise : byBand;
}

function heartRateRise(session: Session, { heartRateRise: rise }: Protocol): Called | undefined {
  const t0 = t0Of(session.doseFacts);
  const from = t0 === undefined ? undefined : baseline(session, t0, "hr");
  if (!rise || from === undefined) return undefined;
  const [last, ...earlier] = newestFirst(session).filter(({ values }) => values.hr !== undefined);
  const readings = last ? [last, ...earlier.filter((one) => !isFoundAfter(one, last))] : [];
  const heldFor = (above: number): boolean => {
    const below = readings.findIndex(({ values }) => (values.hr ?? 0) < from + above);
    const run = below === -1 ? readings : readings.slice(0, below);
    const [newest, oldest] = [run[0], run.at(-1)];
    return (
      newest !== undefined && oldest !== undefined && newest.observedAt - oldest.observedAt >= rise.sustainMin * MINUTE
    );
  };
  const priority = heldFor(rise.high) ? "high" : heldFor(rise.medium) ? "medium" : undefined;
  const observation = readings[0];
  return priority && observation ? { priority, severity: observation.values.hr ?? 0, observation } : undefined;
}

/** AL18. Who vomits and does not answer to a normal voice can choke. C 3 [D]. */
function vomitingDrowsy(session: Session, { vomitingSedationAtMost }: Protocol): Called | undefined {
  const sedation = latestWith(session, "sedation")?.values.sedation;
  const newest = newestFirst(session).find(({ sheet, values }) => sheet === "full" || vomits(values));
  const holds =
    newest !== undefined &&
    vomits(newest.values) &&
    vomitingSedationAtMost !== null &&
    sedation !== undefined &&
    sedation <= vomitingSedationAtMost;
  return holds ? { priority: "high", severity: -sedation, observation: newest } : undefined;
}

/** AL7. 40 always; 50 only when also 10 below baseline. */
function heartRateLow(session: Session, protocol: Protocol): Called | undefined {
  const observation = latestWith(session, "hr");
  const value = observation?.values.hr;
  const band = interpret(value, protocol.limits.hr);
  if (value === undefined || !observation) return undefined;
  if (band === "critically-low") return { priority: "high", severity: -value, observation };
  const from = baseline(session, t0Of(session.doseFacts), "hr");
  const fell = from !== undefined && from - value >= protocol.heartRateLowAlsoBelowBaseline;
  return band === "low" && fell ? { priority: "medium", severity: -value, observation } : undefined;
}

/** AL8. A check that nobody did sounds 8 min after it was due; a recheck likewise. */
function checkOverdue(session: Session, protocol: Protocol, now: Instant): Called | undefined {
  const overdue = dueList(session, protocol, now).find(({ state }) => state === "overdue");
  return overdue ? { priority: "medium", severity: Math.floor((now - overdue.at) / MINUTE) } : undefined;
}

/** Before the dose there is nothing to have risen from. */
const risenFrom = (session: Session) => {
  const t0 = t0Of(session.doseFacts);
  return t0 === undefined ? undefined : baselinePressure(session, t0);
};
