import { onceFor } from "#shared/base/memo.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Session } from "#shared/session/session.ts";
import { rechecks } from "./rechecks.ts";
import { routine } from "./routine.ts";
import type { Slot } from "./slot.ts";

/** Asked several times at one moment, by the due list, by each value that may be stale, by the calls: worked out once. */
export const slotsOf = (session: Session, protocol: Protocol, now: Instant): readonly Slot[] => {
  const known = lastAsked(session);
  if (known.slots && known.now === now && known.protocol === protocol) return known.slots;
  const slots = [...routine(session, protocol, now), ...rechecks(session, protocol)].toSorted((a, b) => a.at - b.at);
  Object.assign(known, { now, protocol, slots });
  return slots;
};

const lastAsked = onceFor((_: Session): { now?: Instant; protocol?: Protocol; slots?: readonly Slot[] } => ({}));
