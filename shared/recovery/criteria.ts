import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import { criticalHigh, atLeast, pressureOf } from "#shared/protocol/pressure.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { FULLY_AWAKE } from "#shared/scales/levels.ts";
import type { Infusion } from "#shared/session/dose.ts";
import { standingObservations, type CriterionId, type Evidence, type Session } from "#shared/session/session.ts";
import { baseline, newestFirst, withPressure } from "#shared/session/current.ts";
import { interpret } from "#shared/vitals/interpret.ts";
import type { Observation, Values } from "#shared/vitals/observation.ts";
import { isStale } from "./due.ts";

export interface Criterion {
  readonly id: CriterionId;
  readonly state: "met" | "not-met" | "stale" | "unknown";
  readonly evidence: readonly Evidence[];
  /** Whose move it is when it is not met. */
  readonly whose: "nurse" | "clinician" | "desk" | "clock";
  /** The earliest moment at which the rule alone could let it be met; missing where only a person can. */
  readonly earliest?: Instant;
}

interface Case {
  readonly session: Session;
  readonly protocol: Protocol;
  readonly now: Instant;
  readonly infusion: Infusion;
  readonly openCalls: readonly Alarm[];
}

/** The exit groups in the order in which people work through them; `calls` and `clinician` appear only where they stand in the way. */
export const criteriaOf = (one: Case): readonly Criterion[] => [
  time(one),
  pressureOxygen(one),
  awake(one),
  effects(one),
  walk(one),
  ride(one),
  ...calls(one),
];

/** RD2. 30 min after the real end of the dose. */
const time = ({ infusion, protocol, now }: Case): Criterion => {
  if (infusion.phase !== "ended") return { id: "time", state: "unknown", evidence: [], whose: "clock" };
  const earliest = infusion.endedAt + protocol.minimumStay.afterDoseEndMin * MINUTE;
  const evidence = [{ measure: "dose-end", value: "", observedAt: infusion.endedAt }];
  return { id: "time", state: now >= earliest ? "met" : "not-met", evidence, whose: "clock", earliest };
};

/** RD3. Two good sets in a row after the dose, 10 min apart, the last one not older than READY lasts. */
const pressureOxygen = (one: Case): Criterion => {
  const { session, protocol, now, infusion } = one;
  const { gapMin, sets, readyLastsMin } = protocol.exit;
  const taken = sinceDose(one).filter(
    (set) => withPressure(set) || set.values.spo2 !== undefined || set.values.hr !== undefined,
  );
  const newest = taken[0];
  if (!newest || infusion.phase !== "ended")
    return { id: "pressure-oxygen", state: "unknown", evidence: [], whose: "nurse" };
  const badAt = taken.findIndex((set) => goodness(one, set) === "bad");
  // A good part of a set neither makes a good set nor breaks the run; a bad one breaks it.
  const run = (badAt === -1 ? taken : taken.slice(0, badAt)).filter((set) => goodness(one, set) === "good");
  const [last] = run;
  const first = run.at(-1);
  const evidence = evidenceOf(newest, ["sbp", "dbp", "hr", "spo2"]);
  if (!last || !first)
    return { id: "pressure-oxygen", state: badAt === -1 ? "unknown" : "not-met", evidence, whose: "nurse" };
  const enough = run.length >= sets && last.observedAt - first.observedAt >= gapMin * MINUTE;
  if (!enough)
    return {
      id: "pressure-oxygen",
      state: "not-met",
      evidence,
      whose: "nurse",
      earliest: first.observedAt + gapMin * MINUTE,
    };
  const until = Math.max(last.observedAt, keptAlive(session)) + readyLastsMin * MINUTE;
  const second = run[1] ?? first;
  return {
    id: "pressure-oxygen",
    state: now <= until ? "met" : "stale",
    evidence: [...evidence, ...evidenceOf(second, ["sbp", "dbp", "hr", "spo2"])],
    whose: "nurse",
  };
};

/** RD4. Fully awake on the last look, and oriented since the dose. */
const awake = (one: Case): Criterion => {
  const sedation = latest(one, "sedation");
  const orientation = latest(one, "orientation");
  return both("awake", [
    { observation: sedation, good: sedation?.values.sedation === FULLY_AWAKE, old: isOld(one), field: "sedation" },
    {
      observation: orientation,
      good: orientation?.values.orientation === "oriented",
      old: undoneBy(one, drowsy),
      field: "orientation",
    },
  ]);
};

/** RD5. Dissociation back to max(1, baseline), distress below the limit, both measured after the dose. */
const effects = (one: Case): Criterion => {
  const { session, protocol, infusion } = one;
  const usual = baseline(session, infusion.phase === "not-started" ? undefined : infusion.t0, "dissociation") ?? 0;
  const dissociation = latest(one, "dissociation");
  const distress = latest(one, "distress");
  const depth = dissociation?.values.dissociation;
  const upset = distress?.values.distress;
  return both("effects", [
    {
      observation: dissociation,
      good: depth !== undefined && depth <= Math.max(protocol.exit.dissociationAtMost, usual),
      old: isOld(one),
      field: "dissociation",
    },
    {
      observation: distress,
      good: upset !== undefined && upset < protocol.exit.distressBelow,
      old: isOld(one),
      field: "distress",
    },
  ]);
};

/** RD6. Stands and walks as on arrival; holds until a symptom or drowsiness after it asks for another look. */
const walk = (one: Case): Criterion => {
  const gait = latest(one, "gait");
  return both("walk", [
    { observation: gait, good: gait?.values.gait === "as-on-arrival", old: undoneBy(one, unwell), field: "gait" },
  ]);
};

/** RD7. A ride that the clinic accepts, here now. */
const ride = ({ session }: Case): Criterion => {
  const { ride: known } = session;
  const evidence: Evidence[] = known
    ? [{ measure: "ride", value: known.status, observedAt: known.at, by: known.by }]
    : [];
  const state =
    known === undefined ? "unknown" : known.status === "here" && known.kind !== undefined ? "met" : "not-met";
  return { id: "ride", state, evidence, whose: "desk" };
};

/** RD8. Nobody leaves past an open high call, whoever signs. */
const calls = ({ openCalls }: Case): readonly Criterion[] =>
  openCalls.length === 0
    ? []
    : [
        {
          id: "calls",
          state: "not-met",
          evidence: openCalls.map(({ rule, raisedAt }) => ({ measure: "call", value: rule, observedAt: raisedAt })),
          whose: "nurse",
        },
      ];

interface Part {
  readonly observation: Observation | undefined;
  readonly good: boolean;
  /** Too long ago, or undone by what was seen after it. */
  readonly old: (observation: Observation) => boolean;
  readonly field: keyof Values;
}

/** RD1. The worst of the parts: unknown before bad before stale; only all good is met. */
const both = (id: "awake" | "effects" | "walk", parts: readonly Part[]): Criterion => {
  const evidence = parts.flatMap(({ observation, field }) => (observation ? evidenceOf(observation, [field]) : []));
  const state = parts.some(({ observation, good }) => observation !== undefined && !good)
    ? "not-met"
    : parts.some(({ observation }) => observation === undefined)
      ? "unknown"
      : parts.some(({ observation, old }) => observation !== undefined && old(observation))
        ? "stale"
        : "met";
  return { id, state, evidence, whose: "nurse" };
};

/** Older than the schedule allows, unless a look-in since said that all is well. */
const isOld =
  ({ session, protocol, now }: Case) =>
  ({ observedAt }: Observation): boolean =>
    isStale(session, protocol, Math.max(observedAt, keptAlive(session)), now);

const undoneBy =
  (one: Case, adverse: (values: Values) => boolean) =>
  ({ observedAt }: Observation): boolean =>
    sinceDose(one).some((later) => later.observedAt > observedAt && adverse(later.values));

const drowsy = ({ sedation }: Values): boolean => sedation !== undefined && sedation < FULLY_AWAKE;
const unwell = (values: Values): boolean =>
  drowsy(values) || (values.symptoms ?? []).length > 0 || values.seen === "needs-attention";

/** RD9. Good only when every part was measured; against baseline only pressure counts, upward only, never in the critical band. */
const goodness = (one: Case, { values }: Observation): "good" | "bad" | "unknown" => {
  const pressure = pressureOf(values);
  const { hr, spo2 } = values;
  const parts = [
    pressure && goodPressure(one, pressure),
    hr === undefined ? undefined : goodHeartRate(one, hr),
    spo2 === undefined ? undefined : goodOxygen(one, spo2),
  ];
  if (parts.includes(false)) return "bad";
  return parts.includes(undefined) ? "unknown" : "good";
};

const before = ({ session, infusion }: Case, field: "sbp" | "dbp" | "spo2"): number | undefined =>
  baseline(session, infusion.phase === "not-started" ? undefined : infusion.t0, field);

/** Below 160/100, or not more than a fifth above this patient's own; critical is never good, high or low. */
const goodPressure = (one: Case, pressure: { readonly sbp: number; readonly dbp: number }): boolean => {
  const { exit, limits } = one.protocol;
  const rise = 1 + exit.bpOverBaselinePercent / 100;
  const fits = (field: "sbp" | "dbp") => {
    const from = before(one, field);
    const low = interpret(pressure[field], limits[field]) === "critically-low";
    return !low && (pressure[field] < exit.bpWithin[field] || (from !== undefined && pressure[field] <= from * rise));
  };
  return !atLeast(pressure, criticalHigh(one.protocol)) && fits("sbp") && fits("dbp");
};

const goodHeartRate = ({ protocol: { exit } }: Case, hr: number): boolean => hr >= exit.hr[0] && hr <= exit.hr[1];

const goodOxygen = (one: Case, spo2: number): boolean => {
  const { exit, limits } = one.protocol;
  return (
    interpret(spo2, limits.spo2) !== "critically-low" &&
    spo2 >= Math.min(exit.spo2AtLeast, before(one, "spo2") ?? exit.spo2AtLeast)
  );
};

/** A look-in after the dose says that somebody saw the patient well: it keeps good sets alive, it never makes one. */
const keptAlive = (session: Session): Instant =>
  Math.max(
    0,
    ...standingObservations(session)
      .filter(({ values }) => values.seen === "resting-breathing" || values.seen === "awake-comfortable")
      .map(({ observedAt }) => observedAt),
  );

const sinceDose = ({ session, infusion, now }: Case): readonly Observation[] =>
  infusion.phase === "ended"
    ? newestFirst(session).filter(({ observedAt }) => observedAt >= infusion.endedAt && observedAt <= now)
    : [];

const latest = (one: Case, field: keyof Values): Observation | undefined =>
  sinceDose(one).find(({ values }) => values[field] !== undefined);

const evidenceOf = ({ id, observedAt, by, values }: Observation, fields: readonly (keyof Values)[]): Evidence[] =>
  fields.flatMap((measure) => {
    const value = values[measure];
    return typeof value === "number" || typeof value === "string"
      ? [{ observationId: id, measure, value, observedAt, by }]
      : [];
  });
