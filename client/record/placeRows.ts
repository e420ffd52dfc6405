import type { Instant } from "#shared/base/time.ts";
import type { ChairId } from "#shared/base/ids.ts";
import type { Event, EventOf, Recorded } from "#shared/clinic/events.ts";

/** Where the patient was and who looked after them. */
export type Whereabouts =
  | { readonly kind: "moved"; readonly from: ChairId; readonly to: ChairId }
  | { readonly kind: "away"; readonly where: EventOf<"went-away">["where"] }
  | { readonly kind: "back" | "taken-over" }
  | { readonly kind: "stayed"; readonly until: Instant };

export interface PlaceRow {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly what: Whereabouts;
}

/** RC9. Moves, the restroom, somebody at the chair and hand-overs, in the order in which they were recorded. */
export const placeRows = (events: readonly Recorded[]): readonly PlaceRow[] =>
  events.flatMap(({ event, seq, at, by }) => {
    const what = whereabouts(event);
    return what ? [{ seq, at, by, what }] : [];
  });

const whereabouts = (event: Event): Whereabouts | undefined => {
  switch (event.type) {
    case "session-moved":
      return { kind: "moved", from: event.from, to: event.to };
    case "went-away":
      return { kind: "away", where: event.where };
    case "came-back":
      return { kind: "back" };
    case "patient-taken-over":
      return { kind: "taken-over" };
    case "stayed-with-patient":
      return { kind: "stayed", until: event.until };
    default:
      return undefined; // not about where somebody was
  }
};
