import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import type { CheckId, Protocol } from "#shared/protocol/protocol.ts";
import { FULLY_AWAKE } from "#shared/scales/levels.ts";
import { baseline, gradeOf, newestFirst, vomits, withPressure, worseThanMild } from "#shared/session/current.ts";
import { adverseEventsOf } from "#shared/session/care.ts";
import { t0Of, type Dose } from "#shared/session/dose.ts";
import {
  standingObservations,
  type CheckState,
  type CriterionId,
  type Evidence,
  type Session,
} from "#shared/session/session.ts";
import type { Observation, Values } from "#shared/vitals/observation.ts";
import { acuteEndOf, stayOverAt } from "./acuteEnd.ts";
import { lastDrugs } from "./drugs.ts";
import { isStale } from "./due.ts";
import { isOnOxygen, lastOnOxygen } from "#shared/session/oxygen.ts";
import { goodHeartRate, goodOxygen, goodPressure } from "./good.ts";
import { orthostaticAskedSince, standsWell } from "./orthostatic.ts";

/** Everything that a check may look at. */
export interface Case {
  readonly session: Session;
  readonly protocol: Protocol;
  readonly now: Instant;
  readonly dose: Dose;
  readonly openCalls: readonly Alarm[];
}

/** What a check finds: met only with evidence that is there, current and good. */
export interface Found {
  readonly state: CheckState;
  readonly evidence: readonly Evidence[];
  /** The earliest moment at which the rule alone could let it be met; missing where only a person can. */
  readonly earliest?: Instant;
  /** The last thing that takes away what was seen before it: a symptom, a fall, a drug. */
  readonly undoneAt?: Instant;
}

interface CheckRule {
  readonly id: CheckId;
  /** The exit group that people see it in. P 7. */
  readonly group: CriterionId;
  /** Whose move it is when it is not met. */
  readonly whose: "nurse" | "clinician" | "desk" | "clock";
  /** Nothing where the check does not arise. */
  readonly find: (one: Case) => Found | undefined;
}

/** RD11. The checks behind the exit groups, in the order in which people work through them: C 5.2 no. 1-12. */
export const CHECKS: readonly CheckRule[] = [
  { id: "time", group: "time", whose: "clock", find: time },
  { id: "drugs", group: "time", whose: "clock", find: drugs },
  { id: "sets", group: "pressure-oxygen", whose: "nurse", find: sets },
  { id: "pressure", group: "pressure-oxygen", whose: "nurse", find: pressure },
  { id: "oxygen", group: "pressure-oxygen", whose: "nurse", find: oxygen },
  { id: "awake", group: "awake", whose: "nurse", find: awake },
  { id: "oriented", group: "awake", whose: "nurse", find: oriented },
  { id: "dissociation", group: "effects", whose: "nurse", find: dissociation },
  { id: "distress", group: "effects", whose: "nurse", find: distress },
  { id: "nausea", group: "effects", whose: "nurse", find: nausea },
  { id: "suicidality", group: "effects", whose: "clinician", find: suicidality },
  { id: "walk", group: "walk", whose: "nurse", find: walk },
  { id: "orthostatic", group: "walk", whose: "nurse", find: orthostatic },
  { id: "escort", group: "ride", whose: "desk", find: escort },
  { id: "calls", group: "calls", whose: "nurse", find: calls },
];

/** RD2. C 5.2 no. 1: the minimum stay, from the real end of the dose or from T0 as the protocol says. */
function time({ dose, protocol, now }: Case): Found {
  const earliest = stayOverAt(dose, protocol, now);
  if (dose.phase !== "ended" || earliest === undefined) return UNKNOWN;
  const from = protocol.minimumStay.from === "t0" ? dose.t0 : dose.endedAt;
  const measure = protocol.minimumStay.from === "t0" ? "dose-start" : "dose-end";
  return { state: now >= earliest ? "met" : "not-met", evidence: [{ measure, value: "", observedAt: from }], earliest };
}

/** RD12. C 5.2 no. 11: so long after a sedative, a drug for pressure or a reversal; the longest wait counts. P 7. */
function drugs({ session, protocol, now }: Case): Found | undefined {
  const given = lastDrugs(session, protocol);
  if (given.length === 0) return undefined;
  const earliest = Math.max(...given.map(({ until }) => until));
  const evidence = given.map(({ name, at, by }) => ({ measure: "drug", value: name, observedAt: at, by }));
  return { state: now >= earliest ? "met" : "not-met", evidence, earliest };
}

const VITALS = ["sbp", "dbp", "hr", "spo2"] as const;

/** RD3. C 5.2 no. 2: good sets in a row since the acute end, far enough apart, the last one not older than READY lasts. */
function sets(one: Case): Found {
  const { session, protocol, now } = one;
  const { gapMin, sets: wanted, readyLastsMin } = protocol.exit;
  const taken = sinceAcute(one).filter(
    (set) => withPressure(set) || set.values.spo2 !== undefined || set.values.hr !== undefined,
  );
  const [newest] = taken;
  if (!newest) return UNKNOWN;
  const judged = taken.map((set) => ({ set, is: goodness(one, set) }));
  const badAt = judged.findIndex(({ is }) => is === "bad");
  // A good part of a set neither makes a good set nor breaks the run; a bad one breaks it.
  const run = judged.slice(0, badAt === -1 ? undefined : badAt).flatMap(({ set, is }) => (is === "good" ? [set] : []));
  const [last] = run;
  const first = run.at(-1);
  const evidence = evidenceOf(newest, VITALS);
  if (!last || !first) return { state: badAt === -1 ? "unknown" : "not-met", evidence };
  if (run.length < wanted || last.observedAt - first.observedAt < gapMin * MINUTE)
    return { state: "not-met", evidence, earliest: first.observedAt + gapMin * MINUTE };
  const until = Math.max(last.observedAt, keptAlive(session)) + readyLastsMin * MINUTE;
  return {
    state: now <= until ? "met" : "stale",
    evidence: [...evidence, ...evidenceOf(run[1] ?? first, VITALS)],
  };
}

/** RD9. Good only when every part was measured. */
const goodness = (one: Case, { values }: Observation): "good" | "bad" | "unknown" => {
  const { hr, spo2, sbp, dbp } = values;
  const parts = [
    sbp === undefined || dbp === undefined ? undefined : goodPressure(one, { sbp, dbp }),
    hr === undefined ? undefined : goodHeartRate(one, hr),
    spo2 === undefined ? undefined : goodOxygen(one, spo2),
  ];
  if (parts.includes(false)) return "bad";
  return parts.includes(undefined) ? "unknown" : "good";
};

/** RD9. C 5.2 no. 3: the newest pressure is one to go home with. */
function pressure(one: Case): Found {
  const newest = sinceAcute(one).find(withPressure);
  const { sbp, dbp } = newest?.values ?? {};
  if (!newest || sbp === undefined || dbp === undefined) return UNKNOWN;
  return current(one, newest, goodPressure(one, { sbp, dbp }), evidenceOf(newest, ["sbp", "dbp"]));
}

/** RD13. C 5.2 no. 4: the newest saturation is good, on air, long enough after the last oxygen. */
function oxygen(one: Case): Found {
  const { session, protocol } = one;
  const newest = latest(one, "spo2");
  const spo2 = newest?.values.spo2;
  if (!newest || spo2 === undefined) return UNKNOWN;
  const evidence = evidenceOf(newest, ["spo2"]);
  if (!goodOxygen(one, spo2) || isOnOxygen(session, one.now)) return { state: "not-met", evidence };
  const last = lastOnOxygen(session);
  const earliest = last === undefined ? -Infinity : last + protocol.exit.airAfterOxygenMin * MINUTE;
  return newest.observedAt >= earliest
    ? current(one, newest, true, evidence)
    : { state: "not-met", evidence, earliest };
}

/** RD4. C 5.2 no. 5: fully awake on the last look. */
function awake(one: Case): Found {
  const { session, protocol, now } = one;
  return measured(
    one,
    "sedation",
    (level) => level === FULLY_AWAKE,
    ({ observedAt }) => isStale(session, protocol, Math.max(observedAt, keptAlive(session)), now, "sedation"),
  );
}

/** RD4. C 5.2 no. 7: oriented since the acute end, and nothing since that undoes it. */
function oriented(one: Case): Found {
  return untilUndone(
    measured(one, "orientation", (answer) => answer === "oriented"),
    lastAdverse(one, drowsy),
  );
}

/** RD5. C 5.2 no. 6: dissociation back to max(1, baseline), or where CADSS was asked, that back to its limit or baseline. */
function dissociation(one: Case): Found {
  const { session, protocol } = one;
  const usual = baseline(session, t0Of(session.doseFacts), "dissociation") ?? 0;
  const quick = measured(
    one,
    "dissociation",
    (depth) => depth <= Math.max(protocol.exit.dissociationAtMost, usual),
    isOld(one),
  );
  if (!latest(one, "cadss")) return quick;
  const total = baseline(session, t0Of(session.doseFacts), "cadss") ?? 0;
  const cadss = measured(one, "cadss", (sum) => sum <= Math.max(protocol.exit.cadssAtMost, total));
  return cadss.state === "met" ? quick : cadss;
}

/** RD5. C 5.2 no. 10: distress below the limit. */
function distress(one: Case): Found {
  return measured(one, "distress", (level) => level < one.protocol.exit.distressBelow, isOld(one));
}

/** RD14. C 5.2 no. 9: nausea no more than mild when it was last asked or named, and nobody vomited for half an hour. */
function nausea(one: Case): Found {
  const { protocol, now } = one;
  const { nauseaAtMost, noVomitingMin } = protocol.exit;
  const newest = sinceAcute(one).find(
    ({ sheet, values }) => sheet === "full" || values.nausea !== undefined || gradeOf(values, "nausea") !== undefined,
  );
  if (!newest) return UNKNOWN;
  const { id, observedAt, by, values } = newest;
  const evidence = [{ observationId: id, measure: "nausea", value: nauseaWord(values), observedAt, by }];
  const undoneAt = lastVomited(one);
  const earliest = undoneAt + noVomitingMin * MINUTE;
  if (now < earliest) return { state: "not-met", evidence, earliest, undoneAt };
  return { ...current(one, newest, !isSick(values, nauseaAtMost), evidence), undoneAt };
}

/** In whatever sheet or event it was told, also before the dose had ended. */
const lastVomited = ({ session }: Case): Instant =>
  Math.max(
    -Infinity,
    ...standingObservations(session)
      .filter(({ values }) => vomits(values))
      .map(({ observedAt }) => observedAt),
    ...adverseEventsOf(session)
      .filter(({ kind }) => kind === "vomiting")
      .map(({ onsetAt }) => onsetAt),
  );

const nauseaWord = (values: Values): string | number => values.nausea ?? gradeOf(values, "nausea") ?? "none";
const isSick = (values: Values, atMost: number): boolean =>
  (values.nausea !== undefined && values.nausea > atMost) || worseThanMild(gradeOf(values, "nausea"));

/** RD15. C 5.2 no. 10: asked again after the dose, with no plan or intent, and no worse than before. */
function suicidality(one: Case): Found {
  const before = baseline(one.session, t0Of(one.session.doseFacts), "suicidality") ?? "none";
  return measured(
    one,
    "suicidality",
    (answer) => answer !== "plan-or-intent" && (answer === "none" || before !== "none"),
  );
}

/** RD6. C 5.2 no. 8: stands and walks as on arrival; holds until a symptom, a fall, a drug or drowsiness after it. */
function walk(one: Case): Found {
  const falls = adverseEventsOf(one.session).flatMap(({ kind, onsetAt }) => (FALLS.has(kind) ? [onsetAt] : []));
  return untilUndone(
    measured(one, "gait", (gait) => gait === "as-on-arrival"),
    Math.max(lastAdverse(one, unwell), ...falls),
  );
}

/** RD16. C 5.2 no. 8: standing pressure, from 65 years, after dizziness, a faint or a drug for pressure. P 7. */
function orthostatic(one: Case): Found | undefined {
  const since = orthostaticAskedSince(one.session);
  if (since === undefined) return undefined;
  const newest = sinceAcute(one).find(({ values }) => values.standingSbp !== undefined);
  if (!newest || newest.observedAt < since) return { ...UNKNOWN, undoneAt: since };
  const stands = standsWell(one.session, one.protocol, newest);
  const evidence = evidenceOf(newest, ["standingSbp", "standingDbp"]);
  return { state: stands === undefined ? "unknown" : stands ? "met" : "not-met", evidence, undoneAt: since };
}

/** RD7. C 5.2 no. 12: a ride of a kind that the clinic accepts, here now. */
function escort({ session: { ride }, protocol }: Case): Found {
  if (!ride) return UNKNOWN;
  const evidence = [{ measure: "ride", value: ride.status, observedAt: ride.at, by: ride.by }];
  const accepted = ride.kind !== undefined && protocol.exit.rides.includes(ride.kind);
  return { state: ride.status === "here" && accepted ? "met" : "not-met", evidence };
}

/** RD8. Nobody leaves past an open high call, whoever signs. */
function calls({ openCalls }: Case): Found | undefined {
  return openCalls.length === 0
    ? undefined
    : {
        state: "not-met",
        evidence: openCalls.map(({ rule, raisedAt }) => ({ measure: "call", value: rule, observedAt: raisedAt })),
      };
}

/**
 * Where no sets are asked for, whose age is that of all of them: good for as long as READY lasts, from the value or from a
 * look-in after it. A pressure of hours ago lets nobody go.
 */
const current = (one: Case, { observedAt }: Observation, good: boolean, evidence: readonly Evidence[]): Found => {
  if (!good) return { state: "not-met", evidence };
  if (one.protocol.exit.required.includes("sets")) return { state: "met", evidence };
  const until = Math.max(observedAt, keptAlive(one.session)) + one.protocol.exit.readyLastsMin * MINUTE;
  return { state: one.now <= until ? "met" : "stale", evidence };
};

const UNKNOWN: Found = { state: "unknown", evidence: [] };

/** RD1. One field on its newest value: unknown before bad before stale; only current and good is met. */
const measured = <Field extends keyof Values>(
  one: Case,
  field: Field,
  isGood: (value: NonNullable<Values[Field]>) => boolean,
  isPast: (observation: Observation) => boolean = () => false,
): Found => {
  const observation = latest(one, field);
  const value = observation?.values[field];
  if (!observation || value === undefined || value === null) return UNKNOWN;
  const evidence = evidenceOf(observation, [field]);
  if (!isGood(value)) return { state: "not-met", evidence };
  return { state: isPast(observation) ? "stale" : "met", evidence };
};

/** Older than the schedule allows, unless a look-in since said that all is well. */
const isOld =
  ({ session, protocol, now }: Case) =>
  ({ observedAt }: Observation): boolean =>
    isStale(session, protocol, Math.max(observedAt, keptAlive(session)), now);

/** What was seen before the last adverse thing has to be seen again; one that was not good stays so. */
const untilUndone = (found: Found, undoneAt: Instant): Found => {
  const seenAt = found.evidence[0]?.observedAt;
  const undone = seenAt !== undefined && undoneAt > seenAt;
  return { ...found, undoneAt, ...(undone && found.state === "met" ? { state: "stale" as const } : {}) };
};

const lastAdverse = (one: Case, isAdverse: (values: Values) => boolean): Instant =>
  Math.max(
    -Infinity,
    ...sinceAcute(one)
      .filter(({ values }) => isAdverse(values))
      .map(({ observedAt }) => observedAt),
    ...lastDrugs(one.session, one.protocol).map(({ at }) => at),
  );

const FALLS: ReadonlySet<string> = new Set(["fall", "loss-of-consciousness", "seizure-like"]);

const drowsy = ({ sedation }: Values): boolean => sedation !== undefined && sedation < FULLY_AWAKE;
const unwell = (values: Values): boolean =>
  drowsy(values) || (values.symptoms ?? []).length > 0 || values.seen === "needs-attention";

/** A look-in after the dose says that somebody saw the patient well: it keeps good sets alive, it never makes one. */
const keptAlive = (session: Session): Instant =>
  Math.max(
    0,
    ...standingObservations(session)
      .filter(({ values }) => values.seen === "resting-breathing" || values.seen === "awake-comfortable")
      .map(({ observedAt }) => observedAt),
  );

/** RW7. What was measured before the acute end says nothing about its being over. */
export const sinceAcute = ({ session, dose, protocol, now }: Case): readonly Observation[] => {
  const end = dose.phase === "ended" ? acuteEndOf(dose, protocol, now) : undefined;
  return end === undefined
    ? []
    : newestFirst(session).filter(({ observedAt }) => observedAt >= end && observedAt <= now);
};

const latest = (one: Case, field: keyof Values): Observation | undefined =>
  sinceAcute(one).find(({ values }) => values[field] !== undefined);

const evidenceOf = ({ id, observedAt, by, values }: Observation, fields: readonly (keyof Values)[]): Evidence[] =>
  fields.flatMap((measure) => {
    const value = values[measure];
    return typeof value === "number" || typeof value === "string"
      ? [{ observationId: id, measure, value, observedAt, by }]
      : [];
  });
