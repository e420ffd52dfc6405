import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { infusionOf } from "#shared/session/dose.ts";
import { standingObservations, type Session } from "#shared/session/session.ts";
import type { Observation, Sheet } from "#shared/vitals/observation.ts";
import { withPressure } from "#shared/session/current.ts";
import { asksForRecheck } from "#shared/protocol/pressure.ts";

/** An observation that the protocol asks for. */
export interface Slot {
  readonly at: Instant;
  readonly kind: "set" | "recheck" | "look-in";
  /** What satisfied it, if anything did. */
  readonly doneBy?: Observation;
}

export type DueState = "done" | "upcoming" | "due-soon" | "due" | "late" | "overdue" | "not-done";

export interface Due extends Slot {
  readonly state: DueState;
}

/** DU1-DU7. Every slot up to the next one after `now`, oldest first, each with its state. */
export const dueList = (session: Session, protocol: Protocol, now: Instant): readonly Due[] => {
  const slots = slotsOf(session, protocol, now);
  const over = overOf(session, slots, now + protocol.schedule.countsFromMin * MINUTE);
  return slots.map((slot) => ({ ...slot, state: stateOf(over, slot, protocol, now) }));
};

/** The slot that a person must see to now or next: the oldest that is open. */
export const nextDue = (session: Session, protocol: Protocol, now: Instant): Due | undefined =>
  dueList(session, protocol, now).find(({ state }) => state !== "done" && state !== "not-done");

/** DU6. A value is stale when the next slot after it is due plus the grace: one rule everywhere. */
export const staleAt = (session: Session, protocol: Protocol, observedAt: Instant, now: Instant): Instant => {
  const early = protocol.schedule.countsFromMin * MINUTE;
  const next = slotsOf(session, protocol, Math.max(now, observedAt)).find(
    ({ at, kind }) => kind !== "recheck" && at - early > observedAt,
  );
  const due = next?.at ?? observedAt + protocol.schedule.afterDoseEveryMin * MINUTE;
  return due + protocol.schedule.lateAfterMin * MINUTE;
};

export const isStale = (session: Session, protocol: Protocol, observedAt: Instant, now: Instant): boolean =>
  now > staleAt(session, protocol, observedAt, now);

const slotsOf = (session: Session, protocol: Protocol, now: Instant): readonly Slot[] =>
  [...routine(session, protocol, now), ...rechecks(session, protocol)].toSorted((a, b) => a.at - b.at);

/** DU1-DU3. Every 10 min while the pump runs, at its real end, then every 15; look-ins once a patient only waits for a ride. */
const routine = (session: Session, protocol: Protocol, now: Instant): readonly Slot[] => {
  const infusion = infusionOf(session.doseFacts);
  if (infusion.phase === "not-started") return [];
  const { whileDosingEveryMin, afterDoseEveryMin, countsFromMin } = protocol.schedule;
  const early = countsFromMin * MINUTE;
  const end = infusion.phase === "ended" ? infusion.endedAt : undefined;
  const horizon = end ?? now + whileDosingEveryMin * MINUTE + early; // a set may be done before its slot
  const times: Instant[] = [];
  for (
    let at = infusion.t0;
    end === undefined ? at <= horizon : at < horizon - early;
    at += whileDosingEveryMin * MINUTE
  )
    times.push(at);
  const waiting = session.fit ? Math.max(session.fit.at, end ?? 0) : Infinity;
  if (end !== undefined) {
    for (
      let at = end;
      at <= Math.min(now + afterDoseEveryMin * MINUTE + early, waiting);
      at += afterDoseEveryMin * MINUTE
    )
      times.push(at);
  }
  const sets = fill(session, times, "set", early).filter(
    ({ at, doneBy }) => doneBy || !onlyWaiting(session, protocol, at),
  );
  return [...sets, ...(waiting === Infinity ? [] : lookIns(session, protocol, waiting, now))];
};

/**
 * DU3. A patient who only waits for a ride is looked at every 30 min, counted from the last time somebody did: so READY,
 * which lasts as long, does not lapse before the next look is due.
 */
const lookIns = (session: Session, { schedule }: Protocol, signedAt: Instant, now: Instant): readonly Slot[] => {
  const every = schedule.waitingForRideEveryMin * MINUTE;
  const early = schedule.countsFromMin * MINUTE;
  const seen = standingObservations(session).map(({ observedAt }) => observedAt);
  const slots: Slot[] = [];
  let at = Math.max(signedAt - every, ...seen.filter((observedAt) => observedAt <= signedAt)) + every;
  while (at <= now + every + early) {
    const doneBy = standingObservations(session)
      .filter(({ observedAt }) => observedAt > signedAt && observedAt >= at - early && observedAt < at + every - early)
      .toSorted((a, b) => a.observedAt - b.observedAt)[0];
    slots.push({ at, kind: "look-in", ...(doneBy ? { doneBy } : {}) });
    at = Math.max((doneBy?.observedAt ?? at) + every, at + MINUTE); // a clinic may count looks from earlier than one step
  }
  return slots;
};

/** DU3. While a signature held nobody was asked for a set; one that was not yet late when it was given is let go. */
const onlyWaiting = ({ fit, fitLost }: Session, { schedule }: Protocol, at: Instant): boolean =>
  [
    ...fitLost.map(({ signedAt, at: lostAt }) => ({ from: signedAt, to: lostAt })),
    ...(fit ? [{ from: fit.at, to: Infinity }] : []),
  ].some(({ from, to }) => at > from - schedule.lateAfterMin * MINUTE && at <= to);

/** DU4. A set counts from 4 min before its slot until 4 min before the next; by when it was observed, so a late entry never fills the wrong one. */
const fill = (session: Session, times: readonly Instant[], kind: "set" | "look-in", early: number): readonly Slot[] => {
  const looks = standingObservations(session).filter(({ sheet }) => satisfies(sheet, kind));
  return times.map((at, index) => {
    const until = (times[index + 1] ?? Infinity) - early;
    const doneBy = looks.find(({ observedAt }) => observedAt >= at - early && observedAt < until);
    return { at, kind, ...(doneBy ? { doneBy } : {}) };
  });
};

const satisfies = (sheet: Sheet, kind: "set" | "look-in"): boolean => (kind === "set" ? sheet === "full" : true);

/** DU5. A high pressure asks for another in 5 min; any later pressure answers it. */
const rechecks = (session: Session, protocol: Protocol): readonly Slot[] => {
  const pressures = standingObservations(session)
    .filter(withPressure)
    .toSorted((a, b) => a.observedAt - b.observedAt);
  return pressures.flatMap((one, index) => {
    if (!asksForRecheck(protocol, one.values)) return [];
    const doneBy = pressures[index + 1];
    return [
      {
        at: one.observedAt + protocol.schedule.recheckAfterMin * MINUTE,
        kind: "recheck" as const,
        ...(doneBy ? { doneBy } : {}),
      },
    ];
  });
};

/**
 * DU7. Quiet amber until 5 min late, sound from 8. The first one missed stays open, however late, until somebody looks: that
 * look counts for the slot of its own time, and what was missed stays "not done" for ever.
 */
const stateOf = (over: ReadonlySet<Slot>, slot: Slot, { schedule }: Protocol, now: Instant): DueState => {
  if (slot.doneBy) return "done";
  if (over.has(slot)) return "not-done";
  const after = (minutes: number) => now >= slot.at + minutes * MINUTE;
  if (after(schedule.soundAfterMin)) return "overdue";
  if (after(schedule.lateAfterMin)) return "late";
  if (after(0)) return "due";
  return after(-schedule.dueSoonMin) ? "due-soon" : "upcoming";
};

/**
 * Nothing can be done about them any more: a later one was done, or is to be done instead, or a signature ended the sets.
 * One pass over each kind: a session that somebody forgot has thousands.
 */
const overOf = ({ fit }: Session, slots: readonly Slot[], countsUntil: Instant): ReadonlySet<Slot> => {
  const over = (kind: Slot["kind"]): readonly Slot[] => {
    const same = slots.filter((slot) => slot.kind === kind);
    if (kind === "set" && fit) return same;
    const lastDone = same.findLastIndex(({ doneBy }) => doneBy !== undefined);
    return same.filter((_, index) => {
      const [before, next] = [same[index - 1], same[index + 1]];
      const isFirstMissed = before === undefined || before.doneBy !== undefined;
      return index < lastDone || (next !== undefined && countsUntil >= next.at && !isFirstMissed);
    });
  };
  return new Set([...over("set"), ...over("look-in")]);
};
