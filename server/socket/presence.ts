import type { ChairId, DeviceId, PersonId } from "#shared/base/ids.ts";
import type { Audience } from "#shared/clinic/redact.ts";
import type { Applied, Presence } from "#shared/wire/messages.ts";

/** One open screen, as it last told us. */
export interface Screen {
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly audience: Audience | undefined;
  readonly applied?: Applied | undefined;
  /** When it told so, on the link clock. */
  readonly appliedAt?: number | undefined;
}

/** For so long a screen that is silent still counts as one that somebody can see: as long as it may call itself LIVE. */
const WATCHES_FOR_MS = 10_000;

/** CW1. A screen watches when it shows the chairs and said within ten seconds what it has. The desk sees who leaves, not who calls. */
export const watches = ({ audience, appliedAt }: Screen, at: number): boolean =>
  (audience === "care" || audience === "wall") && appliedAt !== undefined && at - appliedAt <= WATCHES_FOR_MS;

/** CW1. On how many other devices somebody watches; two pages of one tablet are one screen. */
export const watchingBeside = (device: DeviceId, screens: readonly Screen[], at: number): number =>
  new Set(screens.filter((one) => one.device !== device && watches(one, at)).map((one) => one.device)).size;

/** PR1. Who is entering where, which walls watch, which tablets hold unsent entries: from what screens say every 2 s, never from the log. */
export const presenceOf = (screens: Iterable<Screen>, delivered: Presence["delivered"]): Presence => {
  const entering: { person: PersonId; chairId: ChairId }[] = [];
  const displays: DeviceId[] = [];
  const unsent: Presence["unsent"] = [];
  for (const { person, device, audience, applied } of screens) {
    if (audience === "wall") displays.push(device);
    if (applied?.entering !== undefined) entering.push({ person, chairId: applied.entering });
    if (applied && applied.unsent > 0)
      unsent.push({ person, device, count: applied.unsent, oldestS: applied.oldestUnsentS });
  }
  return { entering, displays, unsent, delivered };
};
