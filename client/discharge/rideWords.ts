import type { CommandOf } from "#shared/clinic/commands.ts";

type RideCall = CommandOf<"record-ride-call">;
type WithoutRide = CommandOf<"record-left-without-ride">;

/** The words of the ride home: who comes, who was rung up, and leaving without one. */
export const rideWords = {
  onList: (status: string) => `On today's list: ${status}`,
  status: "Where is the ride?",
  statuses: { none: "No ride", arranged: "Arranged", "on-the-way": "On the way", here: "Here" },
  kind: "Who takes them home?",
  kinds: {
    "adult-in-building": "Adult, in the building",
    "seen-at-car": "Adult, seen at the car",
    "medical-transport": "Medical transport",
    "rideshare-adult-home": "Rideshare, adult at home",
  },
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

  without: {
    title: "Left without ride",
    lead: "An end of its own, never called discharged. Write down how the patient left.",
    keys: "Where are the car keys?",
    keysAt: {
      "no-car": "No car",
      "with-ride": "With the ride",
      "kept-by-clinic": "Kept by the clinic",
      "with-patient": "With the patient",
    } satisfies Record<WithoutRide["keys"], string>,
    heard: "Did the patient hear the no-driving reminder?",
    told: "Was the prescriber told?",
    yesNo: { yes: "Yes", no: "No" },
    reason: "Why without a ride?",
    reasons: {
      "ride-did-not-come": "Ride did not come",
      "refuses-ride": "Refuses the ride",
      "lives-next-door": "Lives next door",
      "takes-transit": "Takes public transit",
      other: "Other",
    } satisfies Record<WithoutRide["reason"]["code"], string>,
    incomplete: "One answer to each question, please.",
    save: "Record: left without ride",
  },
};
