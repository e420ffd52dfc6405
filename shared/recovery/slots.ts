import { MINUTE, type Instant } from "#shared/base/time.ts";
import { above, atLeast, pressureOf, type Pressure } from "#shared/protocol/pressure.ts";
import { onceFor } from "#shared/base/memo.ts";
import type { Mark, Protocol } from "#shared/protocol/protocol.ts";
import { isFoundAfter, newestFirst, withPressure } from "#shared/session/current.ts";
import { standingInterventions } from "#shared/session/care.ts";
import { doseOf, standing, t0Of, type Dose } from "#shared/session/dose.ts";
import { isOnOxygen } from "#shared/session/oxygen.ts";
import { holdLimit, isCleared } from "#shared/session/gate.ts";
import { standingObservations, type Session } from "#shared/session/session.ts";
import { oxygenLimits } from "#shared/protocol/altitude.ts";
import { interpret, type Limits } from "#shared/vitals/interpret.ts";
import type { Observation } from "#shared/vitals/observation.ts";

export type Watched = "bp" | "hr" | "spo2" | "rr" | "sedation";

/** An observation that the protocol asks for. */
export interface Slot {
  readonly at: Instant;
  readonly kind: "set" | "sedation" | "recheck" | "look-in";
  /** What a recheck is about. */
  readonly asks?: Watched;
  /** Its own window, where it has one: it counts in it and is late at its end. */
  readonly window?: { readonly from: Instant; readonly to: Instant };
  /** Until when a look can count for it. */
  readonly until: Instant;
  /** What satisfied it, if anything did. */
  readonly doneBy?: Observation;
}

/** Asked several times at one moment, by the due list, by each value that may be stale, by the calls: worked out once. */
export const slotsOf = (session: Session, protocol: Protocol, now: Instant): readonly Slot[] => {
  const known = lastAsked(session);
  if (known.slots && known.now === now && known.protocol === protocol) return known.slots;
  const slots = [...routine(session, protocol, now), ...rechecks(session, protocol)].toSorted((a, b) => a.at - b.at);
  Object.assign(known, { now, protocol, slots });
  return slots;
};

const lastAsked = onceFor((_: Session): { now?: Instant; protocol?: Protocol; slots?: readonly Slot[] } => ({}));

type Times = Pick<Slot, "at" | "window"> & { readonly kind: "set" | "sedation" };

/** DU1-DU3, DU8. The schedule of the dose, then one after it; look-ins once a patient only waits for a ride. */
const routine = (session: Session, protocol: Protocol, now: Instant): readonly Slot[] => {
  const dose = doseOf(session.doseFacts);
  if (dose.phase === "not-started") return [];
  const { schedule } = protocol;
  const early = schedule.countsFromMin * MINUTE;
  const end = dose.phase === "ended" ? dose.endedAt : undefined;
  const waiting = session.fit ? Math.max(session.fit.at, end ?? 0) : Infinity;
  const times =
    schedule.dosing.kind === "every"
      ? everyTimes(dose, schedule, schedule.dosing.everyMin, Math.min(now, waiting))
      : markTimes(session, schedule, schedule.dosing, Math.min(now, waiting));
  const sets = filled(session, times, early).filter(({ at, doneBy }) => doneBy || !onlyWaiting(session, protocol, at));
  return [...sets, ...(waiting === Infinity ? [] : lookIns(session, protocol, waiting, now))];
};

/** DU1, DU2. Every so often while the pump runs, at its real end, then on the schedule after it. */
const everyTimes = (
  dose: Exclude<Dose, { phase: "not-started" }>,
  { afterDoseEveryMin, countsFromMin }: Protocol["schedule"],
  everyMin: number,
  until: Instant,
): readonly Times[] => {
  const early = countsFromMin * MINUTE;
  if (dose.phase !== "ended") return steps(dose.t0, until + (everyMin + countsFromMin) * MINUTE, everyMin);
  const before = steps(dose.t0, dose.endedAt - early - 1, everyMin);
  return [...before, ...steps(dose.endedAt, until + (afterDoseEveryMin + countsFromMin) * MINUTE, afterDoseEveryMin)];
};

const steps = (from: Instant, to: Instant, everyMin: number): readonly Times[] =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / (everyMin * MINUTE)) + 1) }, (_, n) => ({
    at: from + n * everyMin * MINUTE,
    kind: "set" as const,
  }));

/** DU8. At fixed minutes from the first device, or again from each injection until the next; then on the schedule after it. */
const markTimes = (
  { doseFacts }: Session,
  { afterDoseEveryMin, countsFromMin }: Protocol["schedule"],
  { from, marks }: Extract<Protocol["schedule"]["dosing"], { kind: "marks" }>,
  until: Instant,
): readonly Times[] => {
  const given = standing(doseFacts)
    .filter(({ kind }) => kind === "injection" || kind === "device" || kind === "start")
    .map(({ at }) => at);
  const anchors = from === "first" ? given.slice(0, 1) : given;
  const last = Math.max(...marks.map(({ atMin }) => atMin)) * MINUTE;
  const marked = anchors.flatMap((anchor, index) => {
    const next = anchors[index + 1] ?? Infinity;
    return marks.map((mark) => markAt(mark, anchor)).filter(({ at }) => at < next);
  });
  const after = (anchors.at(-1) ?? 0) + last + afterDoseEveryMin * MINUTE;
  return [...marked, ...steps(after, until + (afterDoseEveryMin + countsFromMin) * MINUTE, afterDoseEveryMin)];
};

const markAt = ({ atMin, check, countsMin }: Mark, anchor: Instant): Times => ({
  at: anchor + atMin * MINUTE,
  kind: check,
  ...(countsMin ? { window: { from: anchor + countsMin[0] * MINUTE, to: anchor + countsMin[1] * MINUTE } } : {}),
});

/** DU4, DU9. A set counts from 4 min before its slot until 4 min before the next, or in the slot's own window; by when it was observed, so a late entry never fills the wrong one. */
const filled = (session: Session, times: readonly Times[], early: number): readonly Slot[] => {
  const looks = standingObservations(session);
  return times.map((slot, index) => {
    const next = nextServing(times, index, slot.kind);
    const from = slot.window?.from ?? slot.at - (index === 0 && isStart(session, slot) ? BASELINE_MIN * MINUTE : early);
    const until = slot.window ? slot.window.to + 1 : (next?.window?.from ?? (next ? next.at - early : Infinity));
    const doneBy = looks.find((one) => one.observedAt >= from && one.observedAt < until && satisfies(one, slot));
    return { ...slot, until, ...(doneBy ? { doneBy } : {}) };
  });
};

/** DU1. The baseline is the set of T0: it may be a quarter of an hour old. C 2.4 [D]. */
const BASELINE_MIN = 15;
const isStart = ({ doseFacts }: Session, { at }: Times): boolean => at === t0Of(doseFacts);

/** The next time at which a look would serve this kind. Mostly the very next one: a forgotten session has thousands. */
const nextServing = (times: readonly Times[], after: number, kind: Times["kind"]): Times | undefined => {
  for (let index = after + 1; index < times.length; index += 1) {
    const one = times[index];
    if (one && (one.kind === kind || one.kind === "set")) return one;
  }
  return undefined;
};

/** A set is a full sheet; the pressure that a window is about may come alone; sedation is a level, or why it could not be taken. */
export const satisfies = (
  { sheet, values, notAssessed = [] }: Observation,
  { kind, window }: Pick<Slot, "kind"> & { readonly window?: Slot["window"] | undefined },
): boolean => {
  if (kind === "look-in") return true;
  if (kind === "sedation")
    return values.sedation !== undefined || notAssessed.some(({ field }) => field === "sedation");
  return sheet === "full" || (window !== undefined && values.sbp !== undefined);
};

/**
 * DU3. A patient who only waits for a ride is looked at every 30 min, counted from the last time somebody did: so READY,
 * which lasts as long, does not lapse before the next look is due.
 */
const lookIns = (session: Session, { schedule }: Protocol, signedAt: Instant, now: Instant): readonly Slot[] => {
  const every = schedule.waitingForRideEveryMin * MINUTE;
  const early = schedule.countsFromMin * MINUTE;
  const looks = newestFirst(session).toReversed();
  const slots: Slot[] = [];
  let last = Math.max(signedAt - every, ...looks.map((one) => (one.observedAt <= signedAt ? one.observedAt : 0)));
  while (last + every <= now + every + early) {
    const at = last + every;
    const until = at + every - early;
    const look = looks.find(({ observedAt }) => observedAt > Math.max(signedAt, last) && observedAt < until);
    if (look && look.observedAt < at - early) {
      last = look.observedAt; // somebody looked before it was due: the next one counts from then
      continue;
    }
    slots.push({ at, kind: "look-in", until, ...(look ? { doneBy: look } : {}) });
    last = Math.max(look?.observedAt ?? at, last + MINUTE); // a clinic may count looks from earlier than one step
  }
  return slots;
};

/** DU3. While a signature held nobody was asked for a set; one that was not yet late when it was given is let go. */
const onlyWaiting = ({ fit, fitLost }: Session, { schedule }: Protocol, at: Instant): boolean =>
  [
    ...fitLost.map(({ signedAt, at: lostAt }) => ({ from: signedAt, to: lostAt })),
    ...(fit ? [{ from: fit.at, to: Infinity }] : []),
  ].some(({ from, to }) => at > from - schedule.lateAfterMin * MINUTE && at <= to);

const WATCHED: readonly Watched[] = ["bp", "hr", "spo2", "rr", "sedation"];

/** DU5, DU10, DU11. What an abnormal value asks for; each is answered by any later value of the same kind. */
const rechecks = (session: Session, protocol: Protocol): readonly Slot[] => {
  const taken = newestFirst(session).toReversed();
  const all = [
    ...WATCHED.flatMap((asks) =>
      rechecksOf(
        session,
        protocol,
        asks,
        taken.filter((one) => says(one, asks)),
      ),
    ),
    ...closeLooks(session, protocol, taken),
  ];
  // Two reasons to look at one thing in one minute are one look.
  return [...new Map(all.map((slot) => [`${slot.asks} ${slot.at}`, slot])).values()];
};

const says = (one: Observation, asks: Watched): boolean =>
  asks === "bp" ? withPressure(one) : one.values[asks] !== undefined;

/** DU5. A value in the critical band asks for another in 5 min, and so on until two in a row are out of it. C 2.4, S53 S51 [V2]. */
const rechecksOf = (
  session: Session,
  protocol: Protocol,
  asks: Watched,
  taken: readonly Observation[],
): readonly Slot[] => {
  const t0 = t0Of(session.doseFacts);
  return taken.flatMap((one, index): Slot[] => {
    const beforeDose = t0 === undefined || one.observedAt < t0;
    const doneBy = taken[index + 1];
    const over = doneBy === undefined && (t0 !== undefined || isCleared(session, "pressure-held"));
    const asked =
      beforeDose && asks === "bp"
        ? !over && isHeldAgain(session, protocol, taken.slice(0, index + 1))
        : isCritical(session, protocol, asks, one) ||
          asksForSecond(session, protocol, asks, one, taken.slice(0, index));
    const afterMin = beforeDose && asks === "bp" ? protocol.hold.recheckGapMin : protocol.schedule.recheckAfterMin;
    return asked ? [recheck(one, afterMin, asks, doneBy)] : [];
  });
};

type Told = Pick<Observation, "observedAt" | "recordedAt" | "late">;

const recheck = (one: Told, afterMin: number, asks: Watched, doneBy: Observation | undefined): Slot => ({
  at: (one.late ? one.recordedAt : one.observedAt) + afterMin * MINUTE, // nobody is late for what was not known
  kind: "recheck",
  asks,
  until: Infinity,
  ...(doneBy ? { doneBy } : {}),
});

/** The first good one after a critical one wants a second; what was found late afterwards neither asks nor answers (AL10). */
const asksForSecond = (
  session: Session,
  protocol: Protocol,
  asks: Watched,
  one: Observation,
  earlier: readonly Observation[],
): boolean => {
  const before = earlier.findLast((other) => !isFoundAfter(other, one));
  return before !== undefined && isCritical(session, protocol, asks, before);
};

const isCritical = (session: Session, protocol: Protocol, asks: Watched, one: Observation): boolean => {
  if (asks === "spo2") return isCriticalBand(one.values.spo2, oxygenLimits(protocol, session).limits);
  if (asks !== "bp") return isCriticalBand(one.values[asks], protocol.limits[asks]);
  const { sbp, dbp } = protocol.limits;
  return isCriticalBand(one.values.sbp, sbp) || isCriticalBand(one.values.dbp, dbp);
};

const isCriticalBand = (value: number | undefined, limits: Limits): boolean =>
  interpret(value, limits).startsWith("critically");

/** DU10. Before the dose a held pressure is taken again, as often as the protocol says, unless it was cleared; then it is the clinician's. C 1.2. */
const isHeldAgain = (session: Session, { hold }: Protocol, taken: readonly Observation[]): boolean => {
  const backwards = taken.toReversed();
  const good = backwards.findIndex(({ values }) => {
    const pressure = pressureOf(values);
    return pressure === undefined || !(atLeast(pressure, holdLimit(session, hold)) || isOver(pressure, hold));
  });
  const heldInARow = good === -1 ? backwards.length : good;
  return heldInARow >= 1 && heldInARow <= hold.recheckTimes;
};

const isOver = (pressure: Pressure, { doNotStartAbove }: Protocol["hold"]): boolean =>
  doNotStartAbove !== null && above(pressure, doNotStartAbove);

/** DU11. While drowsy or on oxygen somebody looks every 5 min; the first look that finds neither ends it. C 2.4, S41 [V2]. */
const closeLooks = (
  session: Session,
  { schedule, limits }: Protocol,
  taken: readonly Observation[],
): readonly Slot[] => {
  const t0 = t0Of(session.doseFacts);
  const { closeEveryMin } = schedule;
  if (closeEveryMin === null || t0 === undefined) return [];
  const looks = taken.filter(
    ({ observedAt, values }) => observedAt >= t0 && (values.sedation !== undefined || values.oxygen !== undefined),
  );
  const begins: readonly Told[] = [
    ...looks,
    ...standingInterventions(session).flatMap(({ kind, at, late, recordedAt }) =>
      kind === "oxygen-on" && at >= t0 ? [{ observedAt: at, late, recordedAt }] : [],
    ),
  ];
  return begins.flatMap((one): Slot[] => {
    const doneBy = looks.find(({ observedAt }) => observedAt > one.observedAt);
    const close = isClose(session, looks, limits.sedation.warn.low, one.observedAt);
    return close ? [recheck(one, closeEveryMin, "sedation", doneBy)] : [];
  });
};

/** As it was known then: what a later look did not say again still holds. */
const isClose = (session: Session, looks: readonly Observation[], drowsy: number | null, at: Instant): boolean => {
  const sedation = looks.findLast((one) => one.observedAt <= at && one.values.sedation !== undefined)?.values.sedation;
  return (drowsy !== null && sedation !== undefined && sedation <= drowsy) || isOnOxygen(session, at);
};
