import { MINUTE, type Instant } from "#shared/base/time.ts";
import { pressureOf } from "#shared/protocol/pressure.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { acuteEndOf, stayOverAt } from "#shared/recovery/acuteEnd.ts";
import { dueList, staleAt, type Due } from "#shared/recovery/due.ts";
import { baseline } from "#shared/session/current.ts";
import { devicesOf } from "#shared/session/doseFlags.ts";
import { doseOf, t0Of, type Dose } from "#shared/session/dose.ts";
import { standingObservations, type Session } from "#shared/session/session.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import { doseSpans, doseTicks, type DoseSpan, type DoseTick } from "./doseSpans.ts";

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
  /** Injections and devices. */
  readonly ticks: readonly DoseTick[];
  readonly window?: { readonly from: Instant; readonly to: Instant; readonly planned: boolean };
  readonly minimumStay?: { readonly at: Instant; readonly planned: boolean };
  /** Runs of levels; between two runs nobody looked for longer than a value holds. */
  readonly dissociation: readonly (readonly Level[])[];
  readonly distress: readonly (readonly Level[])[];
  readonly pressures: readonly ({ readonly at: Instant } & Pressure)[];
  readonly baseline?: Pressure;
  readonly dues: readonly DueMark[];
  /** Dissociation in the same patient's session before this one, laid over it at T0. */
  readonly previous: readonly Level[];
  /** Oldest first; what was corrected or struck is not among them. */
  readonly observations: readonly Observation[];
}

interface RibbonOptions {
  readonly over?: boolean;
  /** The session before this one, where the screen has it. */
  readonly previous?: Pick<Session, "doseFacts" | "observations"> | undefined;
}

/** RB1-RB11. `now` is the clinic's time; for a session that is `over` it is the time of leaving, and nothing is due after it. */
export const ribbonModel = (
  session: Session,
  protocol: Protocol,
  now: Instant,
  { over = false, previous }: RibbonOptions = {},
): RibbonModel => {
  const dose = doseOf(session.doseFacts);
  const t0 = t0Of(session.doseFacts);
  const observations = standingObservations(session).toSorted((a, b) => a.observedAt - b.observedAt || a.seq - b.seq);
  const marks = marksOf(dose, protocol, now);
  const asked = dueList(session, protocol, now).filter(({ at }) => !over || at <= now);
  const dues = asked.map(({ at, kind, state }) => ({ at, kind, state: MARK[state] }));
  // What was seen before the dose holds until the first set after it is late.
  const holds: Holds = (level, until) =>
    until <= staleAt(session, protocol, Math.max(level.at, t0 ?? 0), Math.max(now, until));
  return {
    zone: session.zone,
    ...axis(session, protocol, now, marks, observations, dues),
    now,
    ...(dose.phase === "not-started" ? {} : { t0: dose.t0, mg: dose.mg }),
    dose: doseSpans(session.doseFacts, now),
    ticks: doseTicks(session.doseFacts, now).filter(({ planned }) => !(over && planned)),
    ...marks,
    dissociation: runs("dissociation", observations, holds),
    distress: runs("distress", observations, holds),
    pressures: observations.flatMap(({ observedAt, values }) => {
      const pressure = pressureOf(values);
      return pressure ? [{ at: observedAt, ...pressure }] : [];
    }),
    ...baselineOf(session, t0),
    dues,
    previous: t0 === undefined || !previous ? [] : alignedAt(t0, previous),
    observations,
  };
};

/** RB11. Minute by minute from the start of each. */
const alignedAt = (
  t0: Instant,
  { doseFacts, observations }: Pick<Session, "doseFacts" | "observations">,
): readonly Level[] => {
  const then = t0Of(doseFacts);
  if (then === undefined) return [];
  return observations
    .filter(({ status }) => status === "current")
    .flatMap(({ observedAt, values: { dissociation } }) =>
      dissociation === undefined ? [] : [{ at: observedAt - then + t0, value: dissociation }],
    )
    .toSorted((a, b) => a.at - b.at);
};

const MARK = {
  done: "done",
  upcoming: "due",
  "due-soon": "due",
  due: "due",
  held: "due",
  late: "overdue",
  overdue: "overdue",
  "not-done": "not-done",
} as const satisfies Record<Due["state"], DueMark["state"]>;

type Marks = Pick<RibbonModel, "window" | "minimumStay">;

/** RB3. The window hangs on the acute end and the minimum stay on T0 or the end, planned or real; both move with it. */
const marksOf = (dose: Dose, protocol: Protocol, now: Instant): Marks => {
  const end = acuteEndOf(dose, protocol, now);
  const stay = stayOverAt(dose, protocol, now);
  if (end === undefined || stay === undefined) return {};
  const planned = dose.phase !== "ended";
  const { window, minimumStay } = protocol;
  return {
    window: { from: end + window.fromMin * MINUTE, to: end + window.toMin * MINUTE, planned },
    minimumStay: { at: stay, planned: planned && minimumStay.from === "dose-end" },
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
  const expected =
    Math.max(window?.to ?? 0, minimumStay?.at ?? 0) ||
    Math.max(session.checkedIn.at, now) + (usualMin(session, protocol) + 3 * ROOM_MIN) * MINUTE;
  const step = ROOM_MIN * MINUTE;
  const end = Math.max(expected, now, ...dues.map(({ at }) => at)) + step;
  return { from, to: from + Math.ceil((end - from) / step) * step };
};

/** From T0 to the expected end, of a dose that has not begun. */
const usualMin = (session: Session, protocol: Protocol): number => {
  const { window, minimumStay } = protocol;
  const doseMin = usualDoseMin(session, protocol);
  const stayMin = minimumStay.from === "t0" ? minimumStay.min : doseMin + minimumStay.min;
  return Math.max(doseMin + window.acuteEndAfterMin + window.toMin, stayMin);
};

const usualDoseMin = ({ orders }: Session, { dose }: Protocol): number => {
  const order = orders.at(-1)?.order;
  switch (dose.route) {
    case "iv":
      return order?.route === "iv" ? order.minutes : dose.defaultMinutes;
    case "im":
      return 0;
    case "nasal":
      return (devicesOf(order, dose) - 1) * dose.gapMin;
  }
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
