import { MEASURES, type MeasureId } from "#shared/vitals/measures.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import { dayAndTime } from "#shared/base/time.ts";

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
      return `The hour has turned: the reminder now says ${dayAndTime(rejection.until, zone)}. Read it again.`;
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
  "already-replaced": "Somebody has corrected this already. Look at the newer entry.",
  "already-accepted": "A colleague has this call already.",
  "already-cleared": "This call is already closed.",
  "accept-first": "Accept the call first, then say how it ended.",
  "session-ended": "This session has ended.",
  "dose-was-given": "The infusion was started: end it, or record how the patient left.",
  "newer-facts": "Something new was recorded. Look again, then sign.",
  "not-fit-to-leave": "A nurse must confirm fit to leave first.",
  "ride-not-here": "The ride is not here yet.",
  "reminder-missing": "Read the no-driving reminder first.",
  "hand-out-missing": "Give the hand-out first.",
  "belongings-missing": "Belongings and IV line first.",
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
      return "Diastolic must be below systolic. Check both.";
    case "half-a-pressure":
      return `${name} is missing: a blood pressure needs both numbers.`;
    case "missing":
      return `${name} is missing. Enter it, or say why it could not be taken.`;
    case "empty":
      return "Nothing was entered yet.";
    case "unusual":
      if (field === "pulse-pressure") return `Systolic and diastolic are ${value} apart. Is that right?`;
      if (field === "spo2-hr-swap") return `SpO₂ ${low} and heart rate ${high}: are they swapped?`;
      return `${name} ${value} is unusual. Is that right?`;
  }
};

export const fieldName = (field: string): string =>
  field in MEASURES ? MEASURES[field as MeasureId].name : (OTHER_FIELDS[field] ?? field);

const OTHER_FIELDS: Readonly<Record<string, string>> = {
  bp: "Blood pressure",
  orientation: "Orientation",
  gait: "Walking",
};
const DOSE_FIELD = { mgPerKg: "Dose per kg", minutes: "Duration in minutes", weightKg: "Weight in kg" } as const;

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
} as const;
