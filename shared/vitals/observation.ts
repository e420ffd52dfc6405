import * as z from "zod";
import { FreeText, reasonOf } from "#shared/base/text.ts";
import { DeviceId, ObservationId, PersonId } from "#shared/base/ids.ts";
import { MEASURE_IDS, type MeasureId } from "./measures.ts";

/**
 * Numbers are parsed wide here and judged by `checkEntered`, so that an impossible one gets its own words at its field
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
  "sensory-change",
  "agitation",
  "faint",
  "chest-pain",
  "short-of-breath",
  "urinary",
]);
export type Symptom = z.infer<typeof Symptom>;

export const Grade = z.enum(["mild", "moderate", "severe"]);
export type Grade = z.infer<typeof Grade>;

/** SC3. Scores of CADSS items by their number, each 0-4; the wording is copyrighted and never here. C 2.3. */
const cadssItems = z.partialRecord(
  z.enum(Array.from({ length: 23 }, (_, n) => `${n + 1}`) as [string, ...string[]]),
  number,
);

/** SC5. Our own three answers, asked before and after; it carries no wording of any published scale. C 2.1 [D]. */
export const Suicidality = z.enum(["none", "thoughts", "plan-or-intent"]);
export type Suicidality = z.infer<typeof Suicidality>;

/** Everything is optional and nothing has a default: what was not looked at is not there. */
export const Values = z.strictObject({
  ...(Object.fromEntries(MEASURE_IDS.map((id) => [id, number.optional()])) as Record<
    MeasureId,
    z.ZodOptional<typeof number>
  >),
  cadssItems: cadssItems.optional(),
  /** By exception: only what was seen or said. */
  symptoms: z
    .array(z.strictObject({ symptom: Symptom, grade: Grade }))
    .max(Symptom.options.length)
    .optional(),
  /** Times vomited since the last entry. */
  vomitCount: z.int().min(0).max(50).optional(),
  suicidality: Suicidality.optional(),
  /** Breathing air, or oxygen given in L/min. Missing is not known. */
  oxygen: z
    .strictObject({
      on: z.boolean(),
      litresPerMin: z.number().positive().max(60).optional(),
      by: z.enum(["nasal-prongs", "mask", "reservoir-mask", "bag-valve-mask"]).optional(),
    })
    .optional(),
  position: z.enum(["lying", "reclined", "sitting", "standing"]).optional(),
  cuff: z.enum(["left-arm", "right-arm", "left-leg", "right-leg", "wrist"]).optional(),
  hrFrom: z.enum(["oximeter", "ecg", "palpated", "cuff"]).optional(),
  /** Seconds over which breaths were counted. */
  rrCountedS: z.union([z.literal(30), z.literal(60)]).optional(),
  orientation: z.enum(["oriented", "not-oriented"]).optional(),
  gait: z.enum(["as-on-arrival", "unsteady"]).optional(),
  /** A look-in: what the eye sees without waking the patient. */
  seen: z.enum(["resting-breathing", "awake-comfortable", "needs-attention"]).optional(),
});
export type Values = z.infer<typeof Values>;

export const Sheet = z.enum(["full", "bp", "look-in", "exit"]);
export type Sheet = z.infer<typeof Sheet>;

/** What can be asked for, and so what can be "could not": a pressure is one, with both its halves. */
export const NotAssessedField = z.enum([
  "bp",
  ...(MEASURE_IDS as readonly [MeasureId, ...MeasureId[]]),
  "orientation",
  "gait",
  "suicidality",
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
  ...(MEASURE_IDS as readonly [MeasureId, ...MeasureId[]]),
  "pulse-pressure",
  "spo2-hr-swap",
  "sedation-drop",
]);
export type Confirmation = z.infer<typeof Confirmation>;

/** The part of an observation that a person enters; the same for a first entry and for a correction. */
export const Entered = z.strictObject({
  sheet: Sheet,
  observedAt: z.int(),
  values: Values,
  notAssessed: z.array(NotAssessed).max(24).optional(),
  /** Ratings by looking, or by asking the patient. */
  ratings: z.enum(["observed", "asked"]).optional(),
  confirmed: z.array(Confirmation).max(24).optional(),
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
