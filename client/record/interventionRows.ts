import type { Instant } from "#shared/base/time.ts";
import type { EventOf, Recorded } from "#shared/clinic/events.ts";
import type { Intervention } from "#shared/session/care.ts";
import type { Session } from "#shared/session/session.ts";

export interface InterventionRow {
  readonly one: Intervention;
  readonly struck:
    | { readonly at: Instant; readonly by: string; readonly reason: EventOf<"intervention-struck">["reason"] }
    | undefined;
}

/** RC7. What was done, by when it was done; what was struck stays, with who struck it and why. */
export const interventionRows = (
  { interventions }: Pick<Session, "interventions">,
  events: readonly Recorded[],
): readonly InterventionRow[] =>
  interventions.toSorted((a, b) => a.at - b.at).map((one) => ({ one, struck: struckOf(one, events) }));

const struckOf = ({ id }: Intervention, events: readonly Recorded[]): InterventionRow["struck"] => {
  for (const { event, at, by } of events)
    if (event.type === "intervention-struck" && event.interventionId === id) return { at, by, reason: event.reason };
  return undefined;
};
