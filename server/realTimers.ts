import type { Timers } from "./clinic/watch.ts";

export const realTimers: Timers = {
  every: (ms, run) => {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};
