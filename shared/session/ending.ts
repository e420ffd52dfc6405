import type { Instant } from "#shared/base/time.ts";
import type { Event, EventOf } from "#shared/clinic/events.ts";
import { Outcome } from "./session.ts";

export type Ending = EventOf<Outcome>;

export const isEnding = (event: Event): event is Ending => Outcome.safeParse(event.type).success;

/** When the patient was gone, which is not when it was written down. */
export const endOf = (event: Ending, recordedAt: Instant): Instant => {
  if (event.type === "aborted-before-dose") return recordedAt;
  return event.type === "not-in-chair" ? event.noticedAt : event.leftAt;
};
