import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Mark, Protocol } from "#shared/protocol/protocol.ts";
import { newestFirst } from "#shared/session/current.ts";
import { doseOf, standing, t0Of, type Dose } from "#shared/session/dose.ts";
import { standingObservations, type Session } from "#shared/session/session.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import type { Slot } from "./slot.ts";

type Times = Pick<Slot, "at" | "window"> & { readonly kind: "set" | "sedation" };

/** DU1-DU3, DU8. The schedule of the dose, then one after it; look-ins once a patient only waits for a ride. */
export const routine = (session: Session, protocol: Protocol, now: Instant): readonly Slot[] => {
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
  const newest = anchors.at(-1);
  if (newest === undefined) return marked;
  const after = newest + last + afterDoseEveryMin * MINUTE;
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
