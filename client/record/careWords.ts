import type { Away } from "#shared/session/session.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";
import type * as z from "zod";

type RideCall = CommandOf<"record-ride-call">;

/** What was done, what went wrong, where the patient was, and who was rung up. */
export const careWords = {
  intervention: {
    title: "Interventions",
    columns: ["Time", "What", "Answer", "By"],
    orderedBy: (name: string) => `ordered by ${name}`,
    litres: (litres: number) => `${litres} L/min`,
    late: (time: string) => `entered ${time}`,
    struck: (at: string, name: string, why: string) => `struck ${at} by ${name}: ${why}`,
  },

  adverse: {
    title: "Adverse events",
    columns: ["Began", "What", "How bad", "Outcome", "Told"],
    telling: (nth: number) => `telling ${nth}`,
    counts: "this telling counts",
    replaced: "replaced by a later telling",
    serious: (why: string) => `SERIOUS: ${why}`,
    resolved: (time: string) => `resolved ${time}`,
    worst: (measure: string, value: number) => `worst ${measure} ${value}`,
    notified: (who: string, time: string) => `${who} told ${time}`,
    after: (what: string) => `done: ${what}`,
  },

  place: {
    title: "Where the patient was",
    moved: (from: string, to: string) => `Moved from ${from} to ${to}`,
    label: { moved: "Place", away: "Away", back: "Away", "taken-over": "Nurse", stayed: "At the chair" },
    away: {
      "restroom-escorted": "To the restroom, escorted",
      "restroom-alone": "To the restroom, alone",
    } satisfies Record<z.infer<typeof Away>, string>,
    back: "Back",
    takenOver: (name: string) => `Taken over by ${name}`,
    stayed: (until: string) => `Somebody stayed with the patient; routine checks waited until ${until}`,
  },

  ride: {
    title: "Ride home",
    label: { ride: "Ride", called: "Called" },
    to: { escort: "escort", "second-contact": "second contact" } satisfies Record<RideCall["to"], string>,
    answer: { coming: "coming", "no-answer": "no answer", cannot: "cannot come" } satisfies Record<
      RideCall["answer"],
      string
    >,
  },
};
