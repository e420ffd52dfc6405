import type { ClinicId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import type { EventLog } from "#server/store/eventLog.ts";
import { Lane } from "./lane.ts";

export interface ClinicsOptions {
  readonly log: EventLog;
  readonly now: () => Instant;
  readonly publish: (clinicId: ClinicId, events: readonly Recorded[]) => void;
  readonly report: (what: string, error: unknown) => void;
}

/** Every clinic that this process holds, each with its one lane. */
export interface Clinics {
  /** The lane of a clinic that exists; undefined for one that has no event. */
  readonly lane: (clinicId: ClinicId) => Promise<Lane | undefined>;
  /** The lane of a clinic that is about to be founded. */
  readonly laneOfNew: (clinicId: ClinicId) => Promise<Lane>;
  readonly held: () => readonly (readonly [ClinicId, Lane])[];
}

/** LA9. A clinic is opened once, however many ask at the same moment; at the start every known clinic is opened, because timed calls must ring unwatched. */
export const openClinics = async ({ log, now, publish, report }: ClinicsOptions): Promise<Clinics> => {
  const lanes = new Map<ClinicId, Promise<Lane>>();
  const opened = new Map<ClinicId, Lane>();
  const open = (clinicId: ClinicId): Promise<Lane> => {
    const known = lanes.get(clinicId);
    if (known) return known;
    const lane = Lane.open({ clinicId, log, now, publish: (events) => publish(clinicId, events), report });
    lanes.set(clinicId, lane);
    void lane.then(
      (it) => opened.set(clinicId, it),
      () => lanes.delete(clinicId),
    ); // a failed start may be tried again
    return lane;
  };
  await Promise.all((await log.clinics()).map(open));
  return {
    lane: async (clinicId) => {
      if (lanes.has(clinicId)) return lanes.get(clinicId);
      return (await log.head(clinicId)).seq === 0 ? undefined : open(clinicId);
    },
    laneOfNew: open,
    held: () => [...opened],
  };
};
