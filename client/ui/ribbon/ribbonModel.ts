import { MINUTE, type Instant } from "#shared/base/time.ts";
import { pressureOf } from "#shared/protocol/pressure.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { dueList, staleAt, type Due } from "#shared/recovery/due.ts";
import { baseline } from "#shared/session/current.ts";
import { infusionOf, type Infusion } from "#shared/session/dose.ts";
import { standingObservations, type Session } from "#shared/session/session.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import { doseSpans, type DoseSpan } from "./doseSpans.ts";

export interface Level {
  readonly at: Instant;
  readonly value: number;
}

export interface Pressure {
  readonly sbp: number;
  readonly dbp: number;
}

export interface DueMark {
  readonly at: Instant;
  readonly kind: Due["kind"];
  /** ●, ○, ▲, × */
  readonly state: "done" | "due" | "overdue" | "not-done";
}

/** One session as a picture in numbers: everything that a ribbon of any size draws, and nothing that it has to work out. */
export interface RibbonModel {
  readonly zone: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant;
  readonly t0?: Instant;
  readonly mg?: number;
  readonly dose: readonly DoseSpan[];
  readonly window?: { readonly from: Instant; readonly to: Instant; readonly planned: boolean };
  readonly minimumStay?: { readonly at: Instant; readonly planned: boolean };
  /** Runs of levels; between two runs nobody looked for longer than a value holds. */
  readonly dissociation: readonly (readonly Level[])[];
  readonly distress: readonly (readonly Level[])[];
  readonly pressures: readonly ({ readonly at: Instant } & Pressure)[];
  readonly baseline?: Pressure;
  readonly dues: readonly DueMark[];
  /** Oldest first; what was corrected or struck is not among them. */
  readonly observations: readonly Observation[];
}

/** RB1-RB8. `now` is the clinic's time; for a session that is `over` it is the time of leaving, and nothing is due after it. */
export const ribbonModel = (session: Session, protocol: Protocol, now: Instant, { over = false } = {}): RibbonModel => {
  const infusion = infusionOf(session.doseFacts);
  const t0 = infusion.phase === "not-started" ? undefined : infusion.t0;
  const observations = standingObservations(session).toSorted((a, b) => a.observedAt - b.observedAt || a.seq - b.seq);
  const marks = marksOf(infusion, protocol, now);
  const asked = dueList(session, protocol, now).filter(({ at }) => !over || at <= now);
  const dues = asked.map(({ at, kind, state }) => ({ at, kind, state: MARK[state] }));
  // What was seen before the dose holds until the first set after it is late.
  const holds: Holds = (level, until) =>
    until <= staleAt(session, protocol, Math.max(level.at, t0 ?? 0), Math.max(now, until));
  return {
    zone: session.zone,
    ...axis(session, protocol, now, marks, observations, dues),
    now,
    ...(infusion.phase === "not-started" ? {} : { t0: infusion.t0, mg: infusion.mg }),
    dose: doseSpans(session.doseFacts, now),
    ...marks,
    dissociation: runs("dissociation", observations, holds),
    distress: runs("distress", observations, holds),
    pressures: observations.flatMap(({ observedAt, values }) => {
      const pressure = pressureOf(values);
      return pressure ? [{ at: observedAt, ...pressure }] : [];
    }),
    ...baselineOf(session, t0),
    dues,
    observations,
  };
};

const MARK = {
  done: "done",
  upcoming: "due",
  "due-soon": "due",
  due: "due",
  late: "overdue",
  overdue: "overdue",
  "not-done": "not-done",
} as const satisfies Record<Due["state"], DueMark["state"]>;

type Marks = Pick<RibbonModel, "window" | "minimumStay">;

/** RB3. The window and the minimum stay hang on the end of the dose, planned or real, and move with it. */
const marksOf = (infusion: Infusion, protocol: Protocol, now: Instant): Marks => {
  if (infusion.phase === "not-started") return {};
  const planned = infusion.phase !== "ended";
  const end = infusion.phase === "ended" ? infusion.endedAt : infusion.plannedEnd(now);
  const { window, minimumStay } = protocol;
  return {
    window: { from: end + window.fromMin * MINUTE, to: end + window.toMin * MINUTE, planned },
    minimumStay: { at: end + minimumStay.afterDoseEndMin * MINUTE, planned },
  };
};

const ROOM_MIN = 5;

/** RB1. From check-in to the expected end, in whole 5 min so that a second's step moves nothing; before the dose a usual one is allowed for. */
const axis = (
  session: Session,
  protocol: Protocol,
  now: Instant,
  { window, minimumStay }: Marks,
  observations: readonly Observation[],
  dues: readonly DueMark[],
) => {
  const from = Math.min(session.checkedIn.at, ...observations.map(({ observedAt }) => observedAt));
  const { dose, minimumStay: stay } = protocol;
  const usualMin = (session.orders.at(-1)?.minutes ?? dose.defaultMinutes) + stay.afterDoseEndMin + 3 * ROOM_MIN;
  const expected =
    Math.max(window?.to ?? 0, minimumStay?.at ?? 0) || Math.max(session.checkedIn.at, now) + usualMin * MINUTE;
  const step = ROOM_MIN * MINUTE;
  const end = Math.max(expected, now, ...dues.map(({ at }) => at)) + step;
  return { from, to: from + Math.ceil((end - from) / step) * step };
};

type Holds = (level: Level, until: Instant) => boolean;

/** RB5. A line joins two levels only while the first still counted when the second was taken: a gap is drawn as a gap. */
const runs = (
  of: "dissociation" | "distress",
  observations: readonly Observation[],
  holds: Holds,
): readonly (readonly Level[])[] => {
  const found: Level[][] = [];
  for (const { observedAt: at, values } of observations) {
    const value = values[of];
    if (value === undefined) continue;
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run && last && holds(last, at)) run.push({ at, value });
    else found.push([{ at, value }]);
  }
  return found;
};

/** Before the dose there is nothing to compare with: the first pressure is a bar like any other. */
const baselineOf = (session: Session, t0: Instant | undefined): Pick<RibbonModel, "baseline"> => {
  if (t0 === undefined) return {};
  const sbp = baseline(session, t0, "sbp");
  const dbp = baseline(session, t0, "dbp");
  return sbp === undefined || dbp === undefined ? {} : { baseline: { sbp, dbp } };
};
