import type { Alarm } from "#shared/alarm/alarm.ts";
import type { Instant } from "#shared/base/time.ts";
import type { EventOf, Recorded } from "#shared/clinic/events.ts";

interface Stamp {
  readonly at: Instant;
  readonly by: string;
}

/** One call from raised to closed. */
export interface CallRow {
  readonly alarm: Alarm;
  readonly worsenedAt: readonly Instant[];
  readonly passedOn: readonly Stamp[];
  readonly escalated: readonly { readonly at: Instant; readonly to: "clinician" | "everyone" }[];
  readonly accepted: (Stamp & { readonly afterMs: number }) | undefined;
  readonly settledAt: Instant | undefined;
  readonly cleared: (Stamp & { readonly outcome: EventOf<"alarm-cleared">["outcome"] }) | undefined;
}

/** RC2. Every call of the session with its response time; the first acceptance counts, a call that got worse keeps its first time. */
export const callRows = (events: readonly Recorded[]): readonly CallRow[] => {
  const rows = new Map<string, CallRow>();
  for (const recorded of events) step(rows, recorded);
  return [...rows.values()];
};

const raised = (alarm: Alarm): CallRow => ({
  alarm,
  worsenedAt: [],
  passedOn: [],
  escalated: [],
  accepted: undefined,
  settledAt: undefined,
  cleared: undefined,
});

const step = (rows: Map<string, CallRow>, recorded: Recorded): void => {
  const { event, at, by } = recorded;
  if (event.type === "alarm-raised") {
    const { type: _, alarmId, ...rest } = event;
    rows.set(alarmId, raised({ ...rest, id: alarmId, raisedAt: at, raisedBy: by }));
    return;
  }
  if (!("alarmId" in event)) return;
  const row = rows.get(event.alarmId);
  if (row) rows.set(event.alarmId, next(row, event, { at, by }));
};

type OfCall = Extract<Recorded["event"], { alarmId: unknown }>;

const next = (row: CallRow, event: OfCall, { at, by }: Stamp): CallRow => {
  switch (event.type) {
    case "alarm-raised":
      return row;
    case "alarm-worsened":
      return { ...row, worsenedAt: [...row.worsenedAt, at], settledAt: undefined };
    case "alarm-passed-on":
      return { ...row, passedOn: [...row.passedOn, { at, by }] };
    case "alarm-escalated":
      return { ...row, escalated: [...row.escalated, { at, to: event.to }] };
    case "alarm-accepted":
      return { ...row, accepted: row.accepted ?? { at, by, afterMs: at - row.alarm.raisedAt } };
    case "alarm-settled":
      return { ...row, settledAt: at };
    case "alarm-cleared":
      return { ...row, cleared: { at, by, outcome: event.outcome } };
  }
};
