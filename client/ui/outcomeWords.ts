import type { Outcome } from "#shared/session/session.ts";

/** LV10. How a session ended; leaving in any other way is never called discharged. */
export const OUTCOME = {
  discharged: "Discharged",
  "released-early": "Released early by clinician",
  "left-against-advice": "Left against advice",
  "aborted-before-dose": "No dose given",
  "left-without-ride": "Left without ride",
  "not-in-chair": "Not in chair",
  "discharged-on-paper": "Discharged on paper",
  "transferred-out": "Transferred out",
  "taken-by-emergency": "Taken by emergency services",
} as const satisfies Record<Outcome, string>;

export const outcomeWords = (outcome: Outcome): string => OUTCOME[outcome];
