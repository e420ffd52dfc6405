import type { Timers } from "#server/clinic/watch.ts";
import type { Instant } from "#shared/base/time.ts";

/**
 * The demo's domain clock. It stands still while the room is set up and while what has already happened is played, each
 * act at its own minute; from the first wait on it is real time, `speed` times as fast.
 */
export interface DemoClock {
  readonly now: () => Instant;
  /** Moves a clock that stands; once it runs it is never moved. */
  readonly jumpTo: (at: Instant) => void;
  /** Resolves when the clock has reached the moment. */
  readonly reached: (at: Instant) => Promise<void>;
  readonly timers: Timers;
}

export const demoClock = (start: Instant, speed: number): DemoClock => {
  let at = start;
  let runsSince: number | undefined;
  const now = (): Instant => (runsSince === undefined ? at : Math.round(at + (Date.now() - runsSince) * speed));
  return {
    now,
    jumpTo: (to) => {
      if (runsSince === undefined) at = Math.max(at, to);
    },
    reached: (moment) => {
      runsSince ??= Date.now();
      return new Promise((resolve) => setTimeout(resolve, Math.max(0, (moment - now()) / speed)));
    },
    timers: {
      every: (ms, run) => {
        const timer = setInterval(run, Math.max(250, ms / speed));
        return () => clearInterval(timer);
      },
    },
  };
};
