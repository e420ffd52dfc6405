import { MEASURES, type MeasureId } from "#shared/vitals/measures.ts";
import type { CheckId, GateItem, RideKind } from "./protocol.ts";
import type * as z from "zod";

/** PO6. What a protocol asks for by a code, in the words that the screens have for it: a protocol reads as its forms do. */

export const GATE_ITEM = {
  identity: "Identity",
  allergies: "Allergies",
  contraindications: "Contraindications",
  consent: "Consent",
  ride: "Ride home",
  "emergency-kit": "Emergency kit",
  fasting: "Fasting",
  medicines: "Medicines today",
  "setting-certified": "Setting certified",
  "patient-enrolled": "Patient enrolled",
  nose: "Nose clear",
} as const satisfies Record<GateItem, string>;

/** Each check as the heading of its line; inside a sentence it has a short name. */
export const CHECK_TITLE = {
  time: "Minimum stay",
  sets: "Two good sets in a row",
  pressure: "Blood pressure",
  oxygen: "SpO₂ on air",
  awake: "Fully awake",
  dissociation: "Dissociation back to usual",
  oriented: "Knows name, place and day",
  walk: "Stands and walks as on arrival",
  orthostatic: "Standing blood pressure",
  nausea: "Nausea no more than mild",
  distress: "No distress",
  suicidality: "Suicidal thoughts asked again",
  drugs: "Wait after a drug",
  escort: "Ride here",
  calls: "No open high call",
} as const satisfies Record<CheckId, string>;

export const RIDE_KIND = {
  "adult-in-building": "Adult, in the building",
  "seen-at-car": "Adult, seen at the car",
  "medical-transport": "Medical transport",
  "rideshare-adult-home": "Rideshare, adult at home",
} as const satisfies Record<z.infer<typeof RideKind>, string>;

export const fieldName = (field: string): string =>
  field in MEASURES ? MEASURES[field as MeasureId].name : (OTHER_FIELDS[field] ?? field);

const OTHER_FIELDS: Readonly<Record<string, string>> = {
  bp: "Blood pressure",
  orientation: "Orientation",
  gait: "Walking",
  suicidality: "Suicidal thoughts",
};
