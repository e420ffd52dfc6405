import type { ChairId, DeviceId, PersonId } from "#shared/base/ids.ts";
import type { Applied, Presence } from "#shared/wire/messages.ts";

/** One open screen, as it last told us. */
export interface Screen {
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly display: boolean;
  readonly applied?: Applied;
}

/** PR1. Who is entering where, which walls watch, which tablets hold unsent entries: from what screens say every 2 s, never from the log. */
export const presenceOf = (screens: Iterable<Screen>): Presence => {
  const entering: { person: PersonId; chairId: ChairId }[] = [];
  const displays: DeviceId[] = [];
  const unsent: Presence["unsent"] = [];
  for (const { person, device, display, applied } of screens) {
    if (display) displays.push(device);
    if (applied?.entering !== undefined) entering.push({ person, chairId: applied.entering });
    if (applied && applied.unsent > 0)
      unsent.push({ person, device, count: applied.unsent, oldestS: applied.oldestUnsentS });
  }
  return { entering, displays, unsent };
};
