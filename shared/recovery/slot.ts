import type { Instant } from "#shared/base/time.ts";
import type { Observation } from "#shared/vitals/observation.ts";

export type Watched = "bp" | "hr" | "spo2" | "rr" | "sedation";

/** An observation that the protocol asks for. */
export interface Slot {
  readonly at: Instant;
  readonly kind: "set" | "sedation" | "recheck" | "look-in";
  /** What a recheck is about. */
  readonly asks?: Watched;
  /** Its own window, where it has one: it counts in it and is late at its end. */
  readonly window?: { readonly from: Instant; readonly to: Instant };
  /** Until when a look can count for it. */
  readonly until: Instant;
  /** What satisfied it, if anything did. */
  readonly doneBy?: Observation;
}
