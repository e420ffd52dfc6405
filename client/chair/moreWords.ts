import type { Drug } from "#shared/session/care.ts";
import type { EmergencyReason, ENDINGS, Keys, TransferReason } from "#shared/session/session.ts";
import type * as z from "zod";
import type { Ending } from "./endingModel.ts";
import { chairWords } from "./words.ts";

type Code<Schema extends z.ZodType<{ code: string }>> = z.infer<Schema>["code"];
type Words<Key extends string> = Readonly<Record<Key, string>>;
type Ends = typeof ENDINGS;

/** What stands behind "More": rare things, each with its own short form. */
export const moreWords = {
  atTheChair: "At the chair",
  stay: "I'm with the patient",
  stayHint: (minutes: number) => `Takes this patient's calls; routine checks wait ${minutes} min.`,
  away: { "restroom-escorted": "Restroom, escorted", "restroom-alone": "Restroom, alone", back: "Back in the chair" },
  takeOver: "Take over this patient",
  yours: "This patient is yours",
  nurseIs: (name: string) => `Nurse: ${name}`,
  careTitle: "Interventions and events",
  groups: { care: "Record something", places: "Move or take over", ends: "Other ends", sign: "To be signed" },

  move: {
    open: "Move to another chair",
    title: "Move to another chair",
    to: "To",
    none: "No chair is free.",
    act: "Move",
  },

  intervention: {
    open: "Intervention",
    title: "Record an intervention",
    what: "What was done",
    drug: "Which drug",
    drugName: "Name of the drug",
    drugClass: "What kind",
    amount: "Amount",
    unit: "Unit",
    units: { mg: "mg", mcg: "mcg", g: "g", mL: "mL" } satisfies Words<z.infer<typeof Drug>["unit"]>,
    route: "How",
    orderedBy: "Ordered by",
    litres: "L/min, if known",
    response: "How it answered, if known",
    text: "In a few words (optional)",
    strike: "Strike out",
    strikeReasons: {
      "typing-slip": "Typing slip",
      "wrong-chair": "Wrong chair",
      "not-done": "Did not happen",
      other: "Other",
    },
  },

  adverse: {
    open: "Adverse event",
    title: "Record an adverse event",
    again: "Tell again",
    what: "What happened",
    moreKinds: "More kinds",
    fewerKinds: "Fewer kinds",
    severity: "How bad",
    outcome: "How it stands",
    relatedness: "Related to the drug",
    serious: "Serious, if it was one of these",
    text: "In a few words (optional)",
  },

  count: {
    open: "Count the drug",
    title: "Count the controlled drug",
    drawn: "Drawn",
    given: "Given",
    wasted: "Wasted",
    lot: "Lot, if known",
    line: (drawn: number, given: number, wasted: number) => `Drawn ${drawn} mg, given ${given} mg, wasted ${wasted} mg`,
    witness: "I saw the waste",
    another: "Somebody else than who counted witnesses it.",
    witnessed: (name: string, time: string) => `waste witnessed by ${name}, ${time}`,
    differs: "Drawn is not given and wasted. It is recorded, and flagged.",
  },

  cosign: {
    act: "Sign",
    order: (name: string) => `Verbal order of ${name}`,
    "fit-to-leave": (name: string) => `Verbal word of ${name}: may leave`,
    due: (time: string) => `until ${time}`,
  },

  endings: {
    "left-without-ride": "Left without ride",
    "not-in-chair": "Not in chair",
    "discharged-on-paper": "Discharged on paper",
    "transferred-out": "Transferred out",
    "taken-by-emergency": "Taken by emergency services",
  } satisfies Words<keyof Ends>,
  endingLead: {
    "not-in-chair": "The chair is empty and nobody saw the patient go.",
    "discharged-on-paper": "Signed on paper while the link was down.",
    "transferred-out": "To another place that goes on caring.",
    "taken-by-emergency": "With their times.",
  } satisfies Words<Ending>,
  fitFirst: "Left without ride needs a signed fit to leave; without it the patient left against advice.",
  record: "Record the end",

  fields: {
    leftAt: "Left",
    noticedAt: "Noticed",
    lastSeenAt: "Last seen (24 h)",
    calledAt: "Called (24 h)",
    arrivedAt: "Arrived (24 h), if known",
    keys: "Keys",
    reminderHeard: "No-driving reminder heard",
    prescriberTold: "Prescriber told",
    phoned: "Telephoned",
    signedBy: "Signed by",
    ride: "Ride",
    to: "To",
    with: "With",
    handedOver: "Handed over in words",
    reason: "Why",
  } satisfies Words<{ [Ending in keyof Ends]: keyof Ends[Ending] & string }[keyof Ends]>,

  options: {
    "not-in-chair": {
      phoned: { reached: "Reached", "no-answer": "No answer", "not-tried": "Not tried" } satisfies Words<
        z.infer<Ends["not-in-chair"]["phoned"]>
      >,
    },
    "discharged-on-paper": { ride: chairWords.ride.kinds },
    "transferred-out": {
      to: {
        hospital: "Hospital",
        "other-clinic": "Other clinic",
        "psychiatric-unit": "Psychiatric unit",
      } satisfies Words<z.infer<Ends["transferred-out"]["to"]>>,
      with: { ambulance: "Ambulance", staff: "Staff", family: "Family" } satisfies Words<
        z.infer<Ends["transferred-out"]["with"]>
      >,
      reason: {
        "needs-observation": "Needs observation",
        "needs-treatment": "Needs treatment",
        psychiatric: "Psychiatric",
        "clinic-closes": "Clinic closes",
        other: "Other",
      } satisfies Words<Code<typeof TransferReason>>,
    },
    "taken-by-emergency": {
      reason: {
        breathing: "Breathing",
        "heart-or-pressure": "Heart or blood pressure",
        "not-responding": "Not responding",
        seizure: "Seizure",
        other: "Other",
      } satisfies Words<Code<typeof EmergencyReason>>,
    },
  } satisfies Readonly<Record<Ending, Readonly<Record<string, Words<string>>>>>,

  keys: {
    "no-car": "No car",
    "with-ride": "With the ride",
    "kept-by-clinic": "Kept by the clinic",
    "with-patient": "With the patient",
  } satisfies Words<Keys>,
} as const;
