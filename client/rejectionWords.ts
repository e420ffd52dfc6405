import type { CheckId } from "#shared/protocol/protocol.ts";
import { fieldName } from "#shared/protocol/words.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import type { CriterionId } from "#shared/session/session.ts";
import { restrictionWords } from "#client/ui/restrictionWords.ts";

type Problem = Extract<Rejection, { reason: "values" }>["problems"][number];

/** A "no" in words: what was wrong, with which field, what to do. */
export const rejectionWords = (rejection: Rejection, zone = "UTC"): string => {
  switch (rejection.reason) {
    case "invalid":
      return `${rejection.field}: ${rejection.problem}. Correct it and try again.`;
    case "values":
      return rejection.problems.map(problemWords).join(" ");
    case "dose-arithmetic":
      return `Dose, weight and mg per kg do not agree: this weight gives ${rejection.expectedMg} mg. Check all three.`;
    case "dose-unusual":
      return `${DOSE_FIELD[rejection.field]} is outside ${rejection.low} to ${rejection.high}. Check it, then confirm.`;
    case "criteria-not-met":
      return `Not yet: ${rejection.criteria.map((id) => CRITERION[id]).join(", ")}.`;
    case "reminder-out-of-date":
      return `The ${TURNED[rejection.restriction.kind]} has turned: the reminder now says ${restrictionWords(rejection.restriction, zone)}. Read it again.`;
    case "order-incomplete":
      return ORDER_LACKS[rejection.field];
    case "never-overridden":
      return `${upper(CHECK[rejection.check])}: nobody can let this pass. It has to be met.`;
    case "not-yours-to-override":
      return `${upper(CHECK[rejection.check])}: only a clinician can let this pass.`;
    default:
      return PLAIN[rejection.reason];
  }
};

/** The answers that need no number. */
const PLAIN = {
  "not-allowed": "Your role cannot do this here. Ask a colleague who can.",
  "command-id-used": "This entry was already used for something else. Reload the page and enter it again.",
  "clinic-exists": "This clinic is already set up.",
  "unknown-zone": "This time zone is not known. Choose one from the list.",
  "unknown-thing": "This is no longer there. Go back and look again.",
  "id-taken": "This is already recorded.",
  "last-admin": "A clinic needs at least one admin. Make somebody else admin first.",
  "chair-taken": "Somebody is in this chair already. Choose another chair.",
  "chair-in-use": "A patient is in this chair. Wait until they have left.",
  "patient-already-here": "This patient is already checked in.",
  "no-protocol": "There is no protocol for this route. Ask an admin.",
  "version-taken": "This version exists already. Use the next number.",
  "already-approved": "This version is already approved.",
  "in-the-future": "This time is in the future. Check the clock and the time you typed.",
  "before-check-in": "This time is before the patient was checked in. Check the time.",
  "not-a-prescriber": "The prescriber must be a clinician or director of this clinic.",
  "already-replaced": "This was corrected or struck already. Look at the newer entry.",
  "already-accepted": "Somebody has this already.",
  "already-cleared": "This call is already closed.",
  "accept-first": "Accept the call first, then say how it ended.",
  "session-ended": "This session has ended.",
  "other-route": "This patient was checked in for another route. Check the chair.",
  "needs-signed-order": "So high a dose needs a signed order: a verbal one is not enough.",
  "already-signed": "This is signed already, or there is nothing to sign.",
  "already-witnessed": "Somebody has witnessed this already.",
  "needs-another-person": "This needs somebody else than you.",
  "drug-missing": "A drug needs its name, amount, unit and route, and who ordered it.",
  "not-a-nurse": "Choose a colleague who is a nurse or a clinician here.",
  "already-covered": "A colleague covers these chairs already. End that first.",
  "nothing-to-override": "This check is met or let pass already. Look again.",
  "dose-was-given": "A dose was given: record how the patient left.",
  "newer-facts": "Something new was recorded. Look again, then sign.",
  "not-fit-to-leave": "A nurse must confirm fit to leave first.",
  "ride-not-here": "The ride is not here yet.",
  "reminder-missing": "Read the no-driving reminder first.",
  "dose-not-over": "The dose is not over yet. Read the reminder when the patient is about to leave.",
  "hand-out-missing": "Give the hand-out first.",
  "belongings-missing": "Belongings first, and the IV line where there was one.",
} as const;

/** The same words at the field, before and after the network. */
export const problemWords = ({ kind, field, low, high, value }: Problem): string => {
  const name = fieldName(field);
  switch (kind) {
    case "impossible":
      return `${name}: ${low} to ${high} is possible. Check what you typed.`;
    case "not-whole":
      return `${name}: whole numbers only.`;
    case "diastolic-not-below-systolic":
      return `${field === "standingDbp" ? "Standing: diastolic" : "Diastolic"} must be below systolic. Check both.`;
    case "half-a-pressure":
      return `${name} is missing: a blood pressure needs both numbers.`;
    case "not-a-score":
      return `${name}: each item is 0, 1, 2, 3 or 4.`;
    case "missing":
      return `${name} is missing. Enter it, or say why it could not be taken.`;
    case "empty":
      return "Nothing was entered yet.";
    case "unusual":
      if (field === "pulse-pressure") return `Systolic and diastolic are ${value} apart. Is that right?`;
      if (field === "sedation-drop") return `Sedation ${value} after ${high}: much deeper than before. Is that right?`;
      if (field === "spo2-hr-swap") return `SpO₂ ${low} and heart rate ${high}: are they swapped?`;
      return `${name} ${value} is unusual. Is that right?`;
  }
};

const DOSE_FIELD = {
  mgPerKg: "Dose per kg",
  minutes: "Duration in minutes",
  weightKg: "Weight in kg",
  mg: "Dose in mg",
} as const;
const ORDER_LACKS = {
  mgPerKg: "A dose by weight needs mg per kg. Enter it, or leave the weight out.",
  weightKg: "A dose by weight needs the weight. Enter it, or leave mg per kg out.",
  second: "The second injection needs at most how much, and from and to which minute, in this order.",
} as const;
/** What a reminder hangs on. */
const TURNED = { until: "hour", "next-day": "day" } as const;

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The exit groups by their short names, as in "NOT YET · 2 left: walk, ride". */
export const CRITERION = {
  time: "time",
  "pressure-oxygen": "BP and SpO₂",
  awake: "awake and oriented",
  effects: "effects gone",
  walk: "walk",
  ride: "ride",
  calls: "open call",
  clinician: "clinician",
} as const satisfies Record<CriterionId, string>;

/** The checks behind the groups by their short names, for inside a sentence; as a heading they are in shared/protocol/words.ts. */
export const CHECK = {
  time: "minimum stay",
  sets: "two good sets",
  pressure: "BP",
  oxygen: "SpO₂ on air",
  awake: "fully awake",
  dissociation: "dissociation gone",
  oriented: "oriented",
  walk: "walk",
  orthostatic: "standing BP",
  nausea: "nausea",
  distress: "distress",
  suicidality: "suicidal thoughts",
  drugs: "wait after a drug",
  escort: "ride",
  calls: "open call",
} as const satisfies Record<CheckId, string>;
