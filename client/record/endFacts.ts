import { clockTime, dayAndTime } from "#shared/base/time.ts";
import type { Event, EventOf, Recorded } from "#shared/clinic/events.ts";
import { RIDE_KIND } from "#shared/protocol/words.ts";
import { endWords as words } from "./endWords.ts";
import { plain, withText } from "./recordModel.ts";

export type Facts = readonly (readonly [label: string, value: string])[];

interface Say {
  readonly zone: string;
  readonly name: (id: string) => string;
}

/** RC10. Each end in all that was written down of it: it is what a reader years later will ask for. */
export const endFacts = (events: readonly Recorded[], say: Say): Facts =>
  events.flatMap(({ event }) => factsOf(event, say));

const factsOf = (event: Event, say: Say): Facts => {
  switch (event.type) {
    case "left-against-advice":
      return againstAdvice(event, say);
    case "left-without-ride":
      return [
        [words.whyNoRide, withText(event.reason)],
        [words.keys, plain(event.keys)],
        [words.heard, words.yesNo(event.reminderHeard)],
        [words.prescriber, words.yesNo(event.prescriberTold)],
      ];
    case "not-in-chair":
      return notInChair(event, say);
    case "discharged-on-paper":
      return [
        [words.signedBy, say.name(event.signedBy)],
        [words.ride, RIDE_KIND[event.ride]],
        [words.heard, words.yesNo(event.reminderHeard)],
      ];
    case "transferred-out":
      return [[words.to, plain(event.to)], [words.with, plain(event.with)], ...handedOver(event)];
    case "taken-by-emergency":
      return [
        [words.called, clockTime(event.calledAt, say.zone)],
        [words.arrived, event.arrivedAt === undefined ? words.none : clockTime(event.arrivedAt, say.zone)],
        ...handedOver(event),
      ];
    case "aborted-before-dose":
      return [[words.why, withText(event.reason)]];
    default:
      return []; // not an end, or one that the rest of the page tells in full
  }
};

const againstAdvice = (event: EventOf<"left-against-advice">, { zone, name }: Say): Facts => [
  [words.whyLeft, withText(event.reason)],
  [words.lastValues, plain(event.lastValues)],
  [words.risks, name(event.risksToldBy)],
  [words.ride, event.ride === "none" ? words.none : RIDE_KIND[event.ride]],
  [words.keys, plain(event.keys)],
  [words.prescriber, words.yesNo(event.prescriberTold)],
  [words.followUp, event.followUpAt === undefined ? words.none : dayAndTime(event.followUpAt, zone)],
];

const notInChair = (event: EventOf<"not-in-chair">, { zone }: Say): Facts => [
  [words.noticed, clockTime(event.noticedAt, zone)],
  [words.lastSeen, clockTime(event.lastSeenAt, zone)],
  [words.phoned, plain(event.phoned)],
  [words.keys, event.keys ? plain(event.keys) : words.none],
  [words.prescriber, words.yesNo(event.prescriberTold)],
];

const handedOver = (event: EventOf<"transferred-out" | "taken-by-emergency">): Facts => [
  [words.why, withText(event.reason)],
  [words.handedOver, words.yesNo(event.handedOver)],
  [words.prescriber, words.yesNo(event.prescriberTold)],
];
