import type { ClinicId } from "#shared/base/ids.ts";
import { seq } from "#shared/base/ids.ts";
import { Clinic, EMPTY_CLINIC, STATE_VERSION } from "#shared/clinic/clinic.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import { readRecorded } from "#shared/clinic/upcast.ts";
import type { EventLog } from "#server/store/eventLog.ts";

const PAGE = 1_000;

export interface Loaded {
  readonly clinic: Clinic;
  /** The last events, for those who were away a moment. */
  readonly recent: readonly Recorded[];
  readonly checkpointAt: number;
}

/** ME2, LA8. The checkpoint if it is of this version and readable, then everything after it, page by page. */
export const loadClinic = async (log: EventLog, clinicId: ClinicId): Promise<Loaded> => {
  let clinic = await checkpointed(log, clinicId);
  const checkpointAt = clinic.seq;
  let recent: readonly Recorded[] = [];
  for (;;) {
    const lines = await log.read(clinicId, seq(clinic.seq), PAGE);
    if (lines.length === 0) return { clinic, recent, checkpointAt };
    recent = lines.map((line) => readRecorded(line.body, line));
    clinic = recent.reduce(evolve, clinic);
  }
};

const checkpointed = async (log: EventLog, clinicId: ClinicId): Promise<Clinic> => {
  const checkpoint = await log.checkpoint(clinicId);
  if (!checkpoint || checkpoint.stateVersion !== STATE_VERSION) return EMPTY_CLINIC;
  try {
    return Clinic.parse(JSON.parse(checkpoint.state));
  } catch {
    return EMPTY_CLINIC; // a checkpoint is a convenience: unreadable, it is folded again from the log
  }
};
