import type { CommandOf } from "#shared/clinic/commands.ts";
import { RIDE_KIND } from "#shared/protocol/words.ts";

type RideCall = CommandOf<"record-ride-call">;

/** The words of the ride home: who comes, who was rung up, and leaving without one. */
export const rideWords = {
  onList: (status: string) => `On today's list: ${status}`,
  status: "Where is the ride?",
  statuses: { none: "No ride", arranged: "Arranged", "on-the-way": "On the way", here: "Here" },
  kind: "Who takes them home?",
  kinds: RIDE_KIND,
  notAccepted: "This clinic does not accept this kind of ride.",
  statusMissing: "Say where the ride is: none, arranged, on the way, or here.",
  kindMissing: "Say who takes them home: without it the ride does not count.",
  escort: "The escort",
  escortHelp: "Name them if you can. The phone is for a second call if they are late.",
  name: "Name",
  relation: "Relation (optional)",
  phone: "Phone (optional)",
  nameMissing: "A name is needed to keep a relation or a phone.",
  save: "Save the ride",

  waiting: {
    title: "Waiting for the ride",
    badge: "FIT TO LEAVE · NO RIDE YET",
    lead: (everyMin: number) => `Someone looks in every ${everyMin} minutes. Write down each call.`,
    none: "Nobody has been called yet.",
    log: "Calls made for the ride",
    to: "Who was called?",
    tos: { escort: "Escort", "second-contact": "Second contact" } satisfies Record<RideCall["to"], string>,
    answer: "What did they say?",
    answers: { coming: "Coming", "no-answer": "No answer", cannot: "Cannot come" } satisfies Record<
      RideCall["answer"],
      string
    >,
    save: "Save the call",
    line: (time: string, to: string, answer: string, name: string) => `${time} · ${to}: ${answer} · ${name}`,
    without: "Left without ride",
  },
};
