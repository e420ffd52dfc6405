import { isHeard } from "#shared/alarm/life.ts";
import type { RuleId } from "#shared/alarm/alarm.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Event } from "#shared/clinic/events.ts";

/** Counts what can be heard: calls raised or made worse, low ones never; and those that sound again after they were accepted. */
export const heardCalls = () => {
  const ruleOf = new Map<string, RuleId>();
  const known = new Set<string>();
  const sounds: RuleId[] = [];
  const heldOn: RuleId[] = [];
  return {
    sounds,
    heldOn,
    /** AL23. One sound for each call that was raised or made worse. */
    note: (events: readonly Event[]): void => {
      for (const event of events) {
        if (event.type === "alarm-raised") ruleOf.set(event.alarmId, event.rule);
        if (event.type !== "alarm-raised" && event.type !== "alarm-worsened") continue;
        const rule = ruleOf.get(event.alarmId);
        if (rule && event.priority !== "low") sounds.push(rule);
      }
    },
    /** AL22. An accepted call whose condition goes on is heard again; counted apart, once for each acceptance. */
    listen: (clinic: Clinic, now: number): void => {
      for (const alarm of Object.values(clinic.alarms)) {
        const acceptance = `${alarm.id} ${alarm.accepted?.at}`;
        if (!alarm.accepted || known.has(acceptance) || !isHeard(clinic, alarm, now)) continue;
        known.add(acceptance);
        heldOn.push(alarm.rule);
      }
    },
  };
};
