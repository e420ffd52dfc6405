import type { Recorded } from "#shared/clinic/events.ts";
import { evolveSession, newSession } from "./evolve.ts";
import type { Session } from "./session.ts";

/** UP3. A session folded from its own events alone, whenever it was: for the record, and for a late fact on an ended one. */
export const foldSession = (events: readonly Recorded[]): Session | undefined =>
  events.reduce<Session | undefined>((session, recorded) => {
    if (session) return evolveSession(session, recorded);
    return recorded.event.type === "checked-in" ? newSession(recorded, recorded.event) : undefined;
  }, undefined);
