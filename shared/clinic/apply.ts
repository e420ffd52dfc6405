import type { Clinic } from "./clinic.ts";
import type { Context } from "./decision.ts";
import type { Event, Recorded } from "./events.ts";
import { evolve } from "./evolve.ts";

/** The state as it will be once these events are recorded; the envelope's own numbers do not matter here. */
export const applyAll = (clinic: Clinic, events: readonly Event[], context: Context): Clinic =>
  stamp(clinic, events, context).reduce(evolve, clinic);

/** Puts events into their envelopes, after the last one of the clinic. `at` never runs backwards. */
export const stamp = (
  clinic: Clinic,
  events: readonly Event[],
  { now, person, role, device, commandId }: Context,
): readonly Recorded[] =>
  events.map((event, n) => ({
    seq: (clinic.seq + 1 + n) as Recorded["seq"],
    at: Math.max(clinic.at, now),
    by: person,
    role,
    device,
    commandId,
    n,
    event,
  }));
