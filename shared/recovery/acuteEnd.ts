import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import type { Dose } from "#shared/session/dose.ts";

/**
 * RW7. The end of the strongest effects, from which the window is counted: the infusion stopped, the last injection + 30 min,
 * the last device + 40 min, as the protocol says (P 6 [D]). What was measured before it proves nothing about being over.
 * IV5. What was given another way counts by the numbers that we ship for that way.
 */
export const acuteEndOf = (dose: Dose, { window, route }: Protocol, now: Instant): Instant | undefined => {
  if (dose.phase === "not-started") return undefined;
  const end = dose.phase === "ended" ? dose.endedAt : dose.plannedEnd(now);
  const { lastDevice, lastInjection } = dose.given ?? {};
  return latest([
    [end, window.acuteEndAfterMin],
    [route === "nasal" ? undefined : lastDevice, SHIPPED.nasal.window.acuteEndAfterMin],
    [route === "im" ? undefined : lastInjection, SHIPPED.im.window.acuteEndAfterMin],
  ]);
};

/** RD2, NS6. When the stay is over by the clock; while the dose goes on, by its plan and never before now. */
export const stayOverAt = (dose: Dose, { minimumStay, route }: Protocol, now: Instant): Instant | undefined => {
  if (dose.phase === "not-started") return undefined;
  const end = dose.phase === "ended" ? dose.endedAt : Math.max(now, dose.plannedEnd(now)); // a pump past its plan has not ended
  const { firstDevice, lastInjection } = dose.given ?? {};
  return latest([
    [minimumStay.from === "t0" ? dose.t0 : end, minimumStay.min],
    [firstDevice, route === "nasal" ? minimumStay.min : SHIPPED.nasal.minimumStay.min],
    [route === "im" ? undefined : lastInjection, SHIPPED.im.minimumStay.min],
  ]);
};

const latest = (waits: readonly (readonly [from: Instant | undefined, minutes: number])[]): Instant =>
  Math.max(...waits.map(([from, minutes]) => (from === undefined ? -Infinity : from + minutes * MINUTE)));
