import type { Observation } from "#shared/vitals/observation.ts";
import type { Priority } from "./alarm.ts";

/** A condition that holds: what it calls for, how bad it is in its own measure, and the observation that says so. */
export interface Called {
  readonly priority: Priority;
  readonly severity: number;
  readonly observation?: Observation;
}
