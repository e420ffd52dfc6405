import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { slotsOf } from "#shared/recovery/slots.ts";
import { standingInterventions } from "#shared/session/care.ts";
import { standing } from "#shared/session/dose.ts";
import { standingObservations, type Session } from "#shared/session/session.ts";
import type { Observation, Values } from "#shared/vitals/observation.ts";
import type { RuleId } from "./alarm.ts";
import type { CallRow } from "./callRows.ts";

/** LE3. Within how long something must be done to count as an answer to a call. Ours [D]: no source names a number. */
const ANSWERED_WITHIN_MS = 10 * MINUTE;

/** The values that a rule is about: taken again they answer it. */
const ABOUT: Readonly<Record<RuleId, readonly (keyof Values)[]>> = {
  help: [],
  "pressure-high": ["sbp"],
  "pressure-low": ["sbp"],
  "mean-pressure": ["map", "sbp"],
  "heart-rate-high": ["hr"],
  "heart-rate-low": ["hr"],
  "oxygen-low": ["spo2"],
  "breathing-slow": ["rr"],
  "breathing-fast": ["rr"],
  temperature: ["temp"],
  "carbon-dioxide": ["etco2"],
  "sedation-deep": ["sedation"],
  distress: ["distress"],
  nausea: ["nausea"],
  "vomiting-drowsy": ["sedation", "vomitCount"],
  "check-overdue": [],
  "still-affected": ["dissociation", "distress", "sedation"],
  "not-back": ["dissociation", "distress", "sedation"],
  "record-damaged": [],
};

/** What people did in a session, each at the time when it was true. */
export interface Deeds {
  readonly acts: readonly Instant[];
  readonly taken: readonly Observation[];
  /** Sets that were due anyway. */
  readonly routine: ReadonlySet<Observation["id"]>;
}

/** HELP at a chair without a session is answered by who takes it, and by nothing else. */
export const NO_DEEDS: Deeds = { acts: [], taken: [], routine: new Set() };

/**
 * LE3. A call is actionable when within ten minutes of it somebody did something about it: an intervention; an adverse
 * event told, or said to have begun; the dose paused or stopped before its time; HELP or a red flag taken by somebody; or the
 * value that the rule is about taken again. A set that was due anyway is no answer, because it would have come without the
 * call, unless a recheck asked for that value, or the call was about a check that nobody did. What counts is when it was
 * done, not when it was written down, and not before the value that called. Accepting a call is no answer to it.
 */
export const isActionable = ({ alarm }: CallRow, { acts, taken, routine }: Deeds): boolean => {
  const { rule, raisedAt, observationId } = alarm;
  const value = taken.find(({ id }) => id === observationId);
  const since = Math.min(raisedAt, value?.observedAt ?? raisedAt);
  const inTime = (at: Instant): boolean => at >= since && at <= raisedAt + ANSWERED_WITHIN_MS;
  const answers = ({ id, values }: Observation): boolean =>
    rule === "check-overdue" || (!routine.has(id) && ABOUT[rule].some((field) => values[field] !== undefined));
  return acts.some(inTime) || taken.some((one) => one.id !== observationId && inTime(one.observedAt) && answers(one));
};

/** LE3. All that counts as done in a session, with each HELP that somebody took. */
export const deedsOf = (session: Session, protocol: Protocol, calls: readonly CallRow[], now: Instant): Deeds => {
  const slots = slotsOf(session, protocol, now);
  const asked = new Set(slots.flatMap(({ kind, doneBy }) => (kind === "recheck" && doneBy ? [doneBy.id] : [])));
  const due = slots.flatMap(({ kind, doneBy }) => (kind !== "recheck" && doneBy ? [doneBy.id] : []));
  return {
    acts: [
      ...standingInterventions(session).map(({ at }) => at),
      ...session.adverseEvents.flatMap(({ onsetAt, recordedAt }) => [onsetAt, recordedAt]),
      ...standing(session.doseFacts).flatMap((fact) => (isHeldBack(fact) ? [fact.at] : [])),
      ...helpsTaken(calls),
    ],
    taken: standingObservations(session),
    routine: new Set(due.filter((id) => !asked.has(id))),
  };
};

export const helpsTaken = (calls: readonly CallRow[]): readonly Instant[] =>
  calls.flatMap(({ alarm: { rule }, accepted }) => (rule === "help" && accepted ? [accepted.at] : []));

/** The pump paused, or a dose that ended before it was complete. */
const isHeldBack = (fact: Session["doseFacts"][number]): boolean =>
  fact.kind === "pause" ||
  ((fact.kind === "end" || fact.kind === "devices-stopped") && fact.reason.code !== "complete");
