import type { Recorded } from "#shared/clinic/events.ts";
import type { Alarm } from "./alarm.ts";

export type Alarms = Readonly<Record<string, Alarm>>;

/** A call from raised to cleared. A cleared one leaves the state; the log keeps it. */
export const evolveAlarms = (alarms: Alarms, { event, at, by }: Recorded): Alarms => {
  switch (event.type) {
    case "alarm-raised":
      return {
        ...alarms,
        [event.alarmId]: {
          id: event.alarmId,
          rule: event.rule,
          priority: event.priority,
          severity: event.severity,
          chairId: event.chairId,
          sessionId: event.sessionId,
          observationId: event.observationId,
          flag: event.flag,
          raisedAt: at,
          raisedBy: by,
        },
      };
    case "alarm-worsened":
      return change(alarms, event.alarmId, ({ accepted: _, settledAt: __, escalated: ___, ...alarm }) => ({
        ...alarm,
        priority: event.priority,
        severity: event.severity,
        observationId: event.observationId,
        raisedAt: at,
      }));
    case "alarm-accepted":
      return change(alarms, event.alarmId, (alarm) => ({ ...alarm, accepted: { at, by } }));
    case "alarm-passed-on":
      return change(alarms, event.alarmId, ({ accepted: _, ...alarm }) => ({
        ...alarm,
        passedOn: [...(alarm.passedOn ?? []), { at, by }],
      }));
    case "alarm-escalated":
      return change(alarms, event.alarmId, (alarm) => ({ ...alarm, escalated: { at, to: event.to } }));
    case "alarm-settled":
      return change(alarms, event.alarmId, (alarm) => ({ ...alarm, settledAt: at }));
    case "alarm-cleared":
      return without(alarms, event.alarmId);
    default:
      return alarms;
  }
};

const change = (alarms: Alarms, id: string, how: (alarm: Alarm) => Alarm): Alarms => {
  const alarm = alarms[id];
  return alarm ? { ...alarms, [id]: how(alarm) } : alarms;
};

const without = (alarms: Alarms, id: string): Alarms =>
  Object.fromEntries(Object.entries(alarms).filter(([key]) => key !== id));
