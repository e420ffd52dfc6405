import type { CommandOf } from "#shared/clinic/commands.ts";

type WithoutRide = CommandOf<"record-left-without-ride">;

/** The words of one end: left without ride, at the chair and at the desk. */
export const withoutRideWords = {
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
  close: "Close without saving",
} as const;
