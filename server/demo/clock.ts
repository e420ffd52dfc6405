import type { Timers } from "#server/clinic/watch.ts";
import type { Instant } from "#shared/base/time.ts";

/** The demo's domain clock: real time, `speed` times as fast, and able to jump ahead to where the morning gets interesting. */
export interface DemoClock {
  readonly now: () => Instant;
  readonly jumpTo: (at: Instant) => void;
  /** Resolves when the clock has reached the moment. */
  readonly reached: (at: Instant) => Promise<void>;
  readonly timers: Timers;
}

export const demoClock = (start: Instant, speed: number): DemoClock => {
  let base = { at: start, real: Date.now() };
  const now = (): Instant => Math.round(base.at + (Date.now() - base.real) * speed);
  return {
    now,
    jumpTo: (at) => {
      if (at > now()) base = { at, real: Date.now() };
    },
    reached: (at) => new Promise((resolve) => setTimeout(resolve, Math.max(0, (at - now()) / speed))),
    timers: {
      every: (ms, run) => {
        const timer = setInterval(run, Math.max(250, ms / speed));
        return () => clearInterval(timer);
      },
    },
  };
};
