import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Dose } from "#shared/session/dose.ts";

/**
 * RW7. The end of the strongest effects, from which the window is counted: the infusion stopped, the last injection + 30 min,
 * the last device + 40 min, as the protocol says (P 6 [D]). What was measured before it proves nothing about being over.
 */
export const acuteEndOf = (dose: Dose, { window }: Protocol, now: Instant): Instant | undefined => {
  const after = window.acuteEndAfterMin * MINUTE;
  if (dose.phase === "not-started") return undefined;
  return (dose.phase === "ended" ? dose.endedAt : dose.plannedEnd(now)) + after;
};

/** When the stay of the protocol is over by the clock; while the dose goes on, by its plan and never before now. */
export const stayOverAt = (dose: Dose, { minimumStay }: Protocol, now: Instant): Instant | undefined => {
  if (dose.phase === "not-started") return undefined;
  const end = dose.phase === "ended" ? dose.endedAt : Math.max(now, dose.plannedEnd(now)); // a pump past its plan has not ended
  return (minimumStay.from === "t0" ? dose.t0 : end) + minimumStay.min * MINUTE;
};
