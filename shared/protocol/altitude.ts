import type { Limits } from "#shared/vitals/interpret.ts";
import type { Protocol } from "./protocol.ts";

/** LM4. Floors of oxygen for a patient who lives at the clinic's altitude: lower by what the clinic has set, and by nothing for anybody else. P 5. */
export const oxygenLimits = (
  { limits: { spo2 }, altitude }: Protocol,
  { livesAtAltitude }: { readonly livesAtAltitude?: boolean | undefined },
): { readonly limits: Limits; readonly lowerBy: number } => {
  const lowerBy = livesAtAltitude === true ? (altitude?.spo2LowerBy ?? 0) : 0;
  const lower = ({ low, high }: Limits["warn"]): Limits["warn"] => ({ low: low === null ? null : low - lowerBy, high });
  return { limits: { warn: lower(spo2.warn), critical: lower(spo2.critical) }, lowerBy };
};
