import * as z from "zod";
import { FreeText, reasonOf } from "#shared/base/text.ts";
import { DeviceId, ObservationId, PersonId } from "#shared/base/ids.ts";

/**
 * Numbers are parsed wide here and judged by `checkValues`, so that an impossible one gets its own words at its field
 * instead of a schema error.
 */
const number = z.number().min(-99_999).max(99_999);

export const Symptom = z.enum([
  "nausea",
  "vomiting",
  "dizziness",
  "headache",
  "blurred-vision",
  "anxiety",
  "numbness",
  "pain",
]);
export type Symptom = z.infer<typeof Symptom>;

export const Grade = z.enum(["mild", "moderate", "severe"]);
export type Grade = z.infer<typeof Grade>;

/** Everything is optional and nothing has a default: what was not looked at is not there. */
export const Values = z.strictObject({
  sbp: number.optional(),
  dbp: number.optional(),
  hr: number.optional(),
  spo2: number.optional(),
  rr: number.optional(),
  /** MOAA/S, 5 = fully awake. The five words stand in scales/sedation. */
  sedation: number.optional(),
  dissociation: number.optional(),
  distress: number.optional(),
  /** By exception: only what was seen or said. */
  symptoms: z
    .array(z.strictObject({ symptom: Symptom, grade: Grade }))
    .max(Symptom.options.length)
    .optional(),
  orientation: z.enum(["oriented", "not-oriented"]).optional(),
  gait: z.enum(["as-on-arrival", "unsteady"]).optional(),
  /** A look-in: what the eye sees without waking the patient. */
  seen: z.enum(["resting-breathing", "awake-comfortable", "needs-attention"]).optional(),
});
export type Values = z.infer<typeof Values>;

export const Sheet = z.enum(["full", "bp", "look-in", "exit"]);
export type Sheet = z.infer<typeof Sheet>;

export const NotAssessedField = z.enum([
  "bp",
  "sbp",
  "dbp",
  "hr",
  "spo2",
  "rr",
  "sedation",
  "dissociation",
  "distress",
  "orientation",
  "gait",
]);
export type NotAssessedField = z.infer<typeof NotAssessedField>;

/** "Could not" is always honest and never a number. */
export const NotAssessed = z.strictObject({
  field: NotAssessedField,
  why: z.enum(["asleep", "declined", "mask-on", "restroom", "equipment", "other"]),
  text: FreeText.optional(),
});
export type NotAssessed = z.infer<typeof NotAssessed>;

/** Which questions "is this right?" the person answered yes to. */
export const Confirmation = z.enum([
  "sbp",
  "dbp",
  "hr",
  "spo2",
  "rr",
  "sedation",
  "dissociation",
  "distress",
  "pulse-pressure",
  "spo2-hr-swap",
]);
export type Confirmation = z.infer<typeof Confirmation>;

/** The part of an observation that a person enters; the same for a first entry and for a correction. */
export const Entered = z.strictObject({
  sheet: Sheet,
  observedAt: z.int(),
  values: Values,
  notAssessed: z.array(NotAssessed).max(12).optional(),
  /** Ratings by looking, or by asking the patient. */
  ratings: z.enum(["observed", "asked"]).optional(),
  confirmed: z.array(Confirmation).max(10).optional(),
});
export type Entered = z.infer<typeof Entered>;

export const CorrectionReason = reasonOf(["typing-slip", "wrong-chair", "wrong-time", "artefact", "other"]);

/**
 * One set of values taken at one time by one person. An observation is never changed: a correction adds one and marks
 * this as superseded; both stay visible.
 */
export const Observation = Entered.extend({
  id: ObservationId,
  recordedAt: z.int(),
  seq: z.int(),
  by: z.union([PersonId, z.literal("system")]),
  device: z.union([DeviceId, z.literal("system")]),
  /** More than 5 min old when it was recorded: both times are shown. */
  late: z.boolean(),
  /** Up to a minute in the future when it came: set to the server's time. */
  clamped: z.boolean(),
  status: z.enum(["current", "corrected", "struck"]),
  reason: CorrectionReason.optional(),
  /** The observation that this one replaces. */
  replaces: ObservationId.optional(),
});
export type Observation = z.infer<typeof Observation>;
