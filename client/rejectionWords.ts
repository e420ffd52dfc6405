import { MEASURES, type MeasureId } from "#shared/vitals/measures.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import { dayAndTime } from "#shared/base/time.ts";

type Problem = Extract<Rejection, { reason: "values" }>["problems"][number];

/** A "no" in words: what was wrong, with which field, what to do. */
export const rejectionWords = (rejection: Rejection, zone = "UTC"): string => {
  switch (rejection.reason) {
    case "not-allowed":
      return "Your role cannot do this here. Ask a colleague who can.";
    case "invalid":
      return `${rejection.field}: ${rejection.problem}. Correct it and try again.`;
    case "command-id-used":
      return "This entry was already used for something else. Reload the page and enter it again.";
    case "clinic-exists":
      return "This clinic is already set up.";
    case "unknown-zone":
      return "This time zone is not known. Choose one from the list.";
    case "unknown-thing":
      return "This is no longer there. Go back and look again.";
    case "id-taken":
      return "This is already recorded.";
    case "last-admin":
      return "A clinic needs at least one admin. Make somebody else admin first.";
    case "chair-taken":
      return "Somebody is in this chair already. Choose another chair.";
    case "chair-in-use":
      return "A patient is in this chair. Wait until they have left.";
    case "patient-already-here":
      return "This patient is already checked in.";
    case "no-protocol":
      return "There is no protocol for this route. Ask an admin.";
    case "version-taken":
      return "This version exists already. Use the next number.";
    case "already-approved":
      return "This version is already approved.";
    case "in-the-future":
      return "This time is in the future. Check the clock and the time you typed.";
    case "before-check-in":
      return "This time is before the patient was checked in. Check the time.";
    case "values":
      return rejection.problems.map(problemWords).join(" ");
    case "dose-arithmetic":
      return `Dose, weight and mg per kg do not agree: this weight gives ${rejection.expectedMg} mg. Check all three.`;
    case "dose-unusual":
      return `${DOSE_FIELD[rejection.field]} is outside ${rejection.low} to ${rejection.high}. Check it, then confirm.`;
    case "not-a-prescriber":
      return "The prescriber must be a clinician or director of this clinic.";
    case "already-replaced":
      return "Somebody has corrected this already. Look at the newer entry.";
    case "already-accepted":
      return "A colleague has this call already.";
    case "already-cleared":
      return "This call is already closed.";
    case "accept-first":
      return "Accept the call first, then say how it ended.";
    case "session-ended":
      return "This session has ended.";
    case "dose-was-given":
      return "The infusion was started: end it, or record how the patient left.";
    case "newer-facts":
      return "Something new was recorded. Look again, then sign.";
    case "criteria-not-met":
      return `Not yet: ${rejection.criteria.map((id) => CRITERION[id]).join(", ")}.`;
    case "not-fit-to-leave":
      return "A nurse must confirm fit to leave first.";
    case "ride-not-here":
      return "The ride is not here yet.";
    case "reminder-missing":
      return "Read the no-driving reminder first.";
    case "reminder-out-of-date":
      return `The hour has turned: the reminder now says ${dayAndTime(rejection.until, zone)}. Read it again.`;
    case "hand-out-missing":
      return "Give the hand-out first.";
    case "belongings-missing":
      return "Belongings and IV line first.";
  }
};

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
