import { RANK, type Alarm } from "#shared/alarm/alarm.ts";
import type { ChairId } from "#shared/base/ids.ts";
import { sessionInChair, type Clinic } from "#shared/clinic/clinic.ts";

/** Somebody has it, or what it called for is over: it stays in view and no longer shouts. */
export const isQuiet = ({ accepted, settledAt }: Alarm): boolean => accepted !== undefined || settledAt !== undefined;

/** BD5, CH6. The calls of a chair in the order of every screen: what nobody has first, then the worst, then HELP, then the oldest. */
export const callsAt = (clinic: Clinic, chairId: ChairId): readonly Alarm[] => {
  const here = sessionInChair(clinic, chairId)?.id;
  return Object.values(clinic.alarms)
    .filter((alarm) => alarm.chairId === chairId && (alarm.sessionId === undefined || alarm.sessionId === here))
    .toSorted(
      (a, b) =>
        Number(isQuiet(a)) - Number(isQuiet(b)) ||
        RANK[b.priority] - RANK[a.priority] ||
        Number(b.rule === "help") - Number(a.rule === "help") ||
        a.raisedAt - b.raisedAt,
    );
};
