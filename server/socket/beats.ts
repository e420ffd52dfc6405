import type { ClinicId, Epoch } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { EventLog } from "#server/store/eventLog.ts";
import type { Beat } from "#shared/wire/messages.ts";
import type { Clinics } from "#server/clinic/clinics.ts";
import type { Live } from "./socket.ts";

const BEAT_MS = 2_000;
const HEAD_WITHIN_MS = 3_000;

export interface BeatOptions {
  readonly log: EventLog;
  readonly clinics: Clinics;
  readonly live: Live;
  readonly build: string;
  readonly epoch: Epoch;
  readonly now: () => Instant;
}

/**
 * WR7. A beat says "the log's head is this, and I have it": sent only when the head was truly read within 3 s and this
 * process has reached it. A timer alone proves nothing. On the link clock, which nothing can fake.
 */
export const startBeats = (options: BeatOptions): (() => void) => {
  const busy = new Set<ClinicId>();
  const tick = (): void => {
    options.live.tellPresence();
    for (const clinicId of options.live.watched()) {
      if (busy.has(clinicId)) continue;
      busy.add(clinicId);
      void beatOnce(options, clinicId)
        .catch(() => undefined)
        .finally(() => busy.delete(clinicId)); // silence is the message: screens go NOT LIVE
    }
  };
  const timer = setInterval(tick, BEAT_MS);
  return () => clearInterval(timer);
};

const beatOnce = async (options: BeatOptions, clinicId: ClinicId): Promise<void> => {
  const beat = await currentBeat(options, clinicId);
  if (beat) options.live.beat(clinicId, beat);
};

/** What can be vouched for at this moment; nothing when the head could not be read in time or is ahead of us. */
export const currentBeat = async (
  { log, clinics, build, epoch, now }: Omit<BeatOptions, "live">,
  clinicId: ClinicId,
): Promise<Beat | undefined> => {
  const began = performance.now();
  const lane = await clinics.lane(clinicId);
  const head = await log.head(clinicId);
  if (!lane || performance.now() - began > HEAD_WITHIN_MS) return undefined;
  // Behind the log only while a batch is being answered in this very turn; else another process has written.
  if (head.seq > lane.clinic.seq) await lane.look(() => undefined);
  return head.seq <= lane.clinic.seq ? { epoch, seq: head.seq, now: now(), build, log: "ok" } : undefined;
};
