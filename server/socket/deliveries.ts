import type { AlarmId, ClinicId, DeviceId } from "#shared/base/ids.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import type { Presence } from "#shared/wire/messages.ts";
import type { Screen } from "./presence.ts";

/** Where a call came from, and which devices have had it since. */
interface Delivery {
  readonly seq: number;
  /** Of the event that raised it or made it worse; undefined when that was before this process began. */
  readonly from: Recorded["device"] | undefined;
  readonly reached: Set<DeviceId>;
}

/**
 * CW2. Who has had which call, kept in memory alone: it is no fact of the clinic, and after a restart the screens say again
 * within seconds what they have.
 */
export interface Deliveries {
  readonly published: (clinicId: ClinicId, events: readonly Recorded[]) => void;
  readonly of: (clinic: Pick<Clinic, "id" | "seq" | "alarms">, watching: readonly Screen[]) => Presence["delivered"];
}

export const createDeliveries = (): Deliveries => {
  const clinics = new Map<ClinicId, Map<AlarmId, Delivery>>();
  const known = (clinicId: ClinicId): Map<AlarmId, Delivery> => {
    const map = clinics.get(clinicId) ?? new Map<AlarmId, Delivery>();
    clinics.set(clinicId, map);
    return map;
  };

  return {
    published: (clinicId, events) => {
      for (const { event, seq, device } of events) {
        if (event.type === "alarm-raised" || event.type === "alarm-worsened")
          known(clinicId).set(event.alarmId, { seq, from: device, reached: new Set() });
        else if (event.type === "alarm-cleared") known(clinicId).delete(event.alarmId);
      }
    },
    of: ({ id, seq, alarms }, watching) => {
      if (id === undefined) return [];
      const map = known(id);
      for (const alarmId of map.keys()) if (!alarms[alarmId]) map.delete(alarmId); // it went with its session
      return Object.values(alarms).flatMap((alarm) => {
        const delivery = map.get(alarm.id) ?? { seq, from: undefined, reached: new Set<DeviceId>() };
        map.set(alarm.id, delivery);
        for (const screen of watching) if (has(screen, alarm, delivery)) delivery.reached.add(screen.device);
        return waits(alarm) ? [{ alarmId: alarm.id, screens: delivery.reached.size }] : [];
      });
    },
  };
};

/** Of a call that is older than this process nobody knows the device: then no screen of the caller counts. */
const has = ({ applied, device, person }: Screen, { raisedBy }: Alarm, { seq, from }: Delivery): boolean =>
  applied !== undefined && applied.seq >= seq && (from === undefined ? person !== raisedBy : device !== from);

/** Once somebody has it, or it is over, nobody asks whom it reached. */
const waits = ({ accepted, settledAt }: Alarm): boolean => accepted === undefined && settledAt === undefined;
