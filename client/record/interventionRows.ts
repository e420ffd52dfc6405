import { DRUG_CLASS_WORD, drugWords, INTERVENTION } from "#client/ui/careWords.ts";
import type { Instant } from "#shared/base/time.ts";
import type { EventOf, Recorded } from "#shared/clinic/events.ts";
import type { Intervention } from "#shared/session/care.ts";
import type { Session } from "#shared/session/session.ts";
import { careWords } from "./careWords.ts";
import { joined } from "./packageWords.ts";

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

/** RC11. `Oxygen on · 2 L/min`, `Ondansetron 4 mg IV · ordered by Rey`: in the words of the forms; an unknown drug says its class. */
export const interventionText = (
  { kind, drug, litresPerMin }: Pick<Intervention, "kind" | "drug" | "litresPerMin">,
  name: (by: string) => string,
): string => {
  const { orderedBy, litres } = careWords.intervention;
  if (!drug) return joined(INTERVENTION[kind], litresPerMin === undefined ? undefined : litres(litresPerMin));
  const more = drug.name === "other" ? DRUG_CLASS_WORD[drug.class] : drug.text;
  return joined(drugWords(drug), more, orderedBy(name(drug.orderedBy)));
};

const struckOf = ({ id }: Intervention, events: readonly Recorded[]): InterventionRow["struck"] => {
  for (const { event, at, by } of events)
    if (event.type === "intervention-struck" && event.interventionId === id) return { at, by, reason: event.reason };
  return undefined;
};
