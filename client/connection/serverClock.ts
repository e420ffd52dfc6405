import type { Instant } from "#shared/base/time.ts";
import type { LinkTime } from "./linkClock.ts";

/** The server's clock as far as this screen can tell: what every age and countdown is computed from. */
export interface ServerClock {
  /** False until the server said its time once. */
  readonly known: () => boolean;
  readonly now: (at: LinkTime) => Instant;
  /** A message named the server's time; how long it travelled is not known. */
  readonly heard: (now: Instant, at: LinkTime) => void;
  /** An acknowledgement named it, and the round trip is known. */
  readonly measured: (now: Instant, sentAt: LinkTime, at: LinkTime) => void;
}

/** A jump beyond this is the server's clock being set; less is jitter of the network. */
const SNAP_MS = 2_000;
/** How much one measurement counts against all before it. */
const WEIGHT = 0.2;

/**
 * LC1-LC5. A message without a round trip gives only a lower bound (the server's clock has gone on since), so it may push
 * the clock forward and never back; a round trip, halved, may do both.
 */
export const createServerClock = (guess: (at: LinkTime) => Instant): ServerClock => {
  let offset: number | undefined;

  const now = (at: LinkTime): Instant => (offset === undefined ? guess(at) : at + offset);

  const heard = (said: Instant, at: LinkTime): void => {
    const bound = said - at;
    offset = offset === undefined ? bound : Math.max(offset, bound);
  };

  const measured = (said: Instant, sentAt: LinkTime, at: LinkTime): void => {
    const sample = said + (at - sentAt) / 2 - at;
    offset = offset === undefined || Math.abs(sample - offset) > SNAP_MS ? sample : offset + (sample - offset) * WEIGHT;
  };

  return { known: () => offset !== undefined, now, heard, measured };
};
