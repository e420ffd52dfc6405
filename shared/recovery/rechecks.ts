import { MINUTE, type Instant } from "#shared/base/time.ts";
import { oxygenLimits } from "#shared/protocol/altitude.ts";
import { above, atLeast, pressureOf, type Pressure } from "#shared/protocol/pressure.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { standingInterventions } from "#shared/session/care.ts";
import { isFoundAfter, newestFirst, withPressure } from "#shared/session/current.ts";
import { t0Of } from "#shared/session/dose.ts";
import { holdLimit, isCleared } from "#shared/session/gate.ts";
import { isOnOxygen } from "#shared/session/oxygen.ts";
import type { Session } from "#shared/session/session.ts";
import { interpret, type Limits } from "#shared/vitals/interpret.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import type { Slot, Watched } from "./slot.ts";

const WATCHED: readonly Watched[] = ["bp", "hr", "spo2", "rr", "sedation"];

/** DU5, DU10, DU11. What an abnormal value asks for; each is answered by any later value of the same kind. */
export const rechecks = (session: Session, protocol: Protocol): readonly Slot[] => {
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
