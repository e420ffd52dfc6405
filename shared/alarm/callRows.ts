import type { Instant } from "#shared/base/time.ts";
import type { EventOf, Recorded } from "#shared/clinic/events.ts";
import { RANK, type Alarm, type Priority } from "./alarm.ts";

interface Stamp {
  readonly at: Instant;
  readonly by: string;
}

/** One call from raised to closed. */
export interface CallRow {
  readonly alarm: Alarm;
  readonly worsenedAt: readonly Instant[];
  /** The highest priority that it reached. */
  readonly highest: Priority;
  /** AL23. How often it sounded: raised or made worse, medium or high. */
  readonly sounds: number;
  readonly passedOn: readonly Stamp[];
  readonly escalated: readonly { readonly at: Instant; readonly to: "clinician" | "everyone" }[];
  readonly accepted: (Stamp & { readonly afterMs: number }) | undefined;
  readonly settledAt: Instant | undefined;
  readonly cleared: (Stamp & { readonly outcome: EventOf<"alarm-cleared">["outcome"] }) | undefined;
}

/** RC2. Every call with its response time; the first acceptance counts, a call that got worse keeps its first time. */
export const callRows = (events: readonly Recorded[]): readonly CallRow[] => {
  const rows: CallRow[] = [];
  const placeOf = new Map<string, number>(); // a call that has ended frees its id: the last one of that id is meant
  for (const { event, at, by } of events) {
    if (event.type === "alarm-raised") {
      const { type: _, alarmId, ...rest } = event;
      placeOf.set(alarmId, rows.length);
      rows.push(raised({ ...rest, id: alarmId, raisedAt: at, raisedBy: by }));
    } else if ("alarmId" in event) {
      const place = placeOf.get(event.alarmId);
      const row = place === undefined ? undefined : rows[place];
      if (place !== undefined && row) rows[place] = next(row, event, { at, by });
    }
  }
  return rows;
};

const raised = (alarm: Alarm): CallRow => ({
  alarm,
  worsenedAt: [],
  highest: alarm.priority,
  sounds: soundsOf(alarm.priority),
  passedOn: [],
  escalated: [],
  accepted: undefined,
  settledAt: undefined,
  cleared: undefined,
});

const soundsOf = (priority: Priority): number => (priority === "low" ? 0 : 1);

type OfCall = Exclude<Extract<Recorded["event"], { alarmId: unknown }>, { type: "alarm-raised" }>;

const next = (row: CallRow, event: OfCall, { at, by }: Stamp): CallRow => {
  switch (event.type) {
    case "alarm-worsened":
      return {
        ...row,
        worsenedAt: [...row.worsenedAt, at],
        highest: RANK[event.priority] > RANK[row.highest] ? event.priority : row.highest,
        sounds: row.sounds + soundsOf(event.priority),
        settledAt: undefined,
      };
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
