import type { Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { WayOut } from "./dischargeModel.ts";

/** What every step is given. */
export interface StepProps {
  readonly clinic: Clinic;
  readonly wayOut: WayOut;
  readonly now: Instant;
  readonly live: boolean;
  /** The step's act is recorded: go on to the next one. */
  readonly onDone: () => void;
}

/** What a list of checks needs of it, and what a signature needs. */
export type CriteriaProps = Pick<StepProps, "clinic" | "wayOut" | "now" | "live">;
export type FitProps = Pick<StepProps, "clinic" | "wayOut" | "live">;
