import * as z from "zod";
import { AdverseEventId, DrugCountId, InterventionId, PersonId } from "#shared/base/ids.ts";
import { onceFor } from "#shared/base/memo.ts";
import { FreeText, reasonOf } from "#shared/base/text.ts";
import { MEASURE_IDS, type MeasureId } from "#shared/vitals/measures.ts";
import { By } from "#shared/access/role.ts";
import { Package } from "./dose.ts";

const stamped = { recordedAt: z.int(), by: By };

/**
 * IN1. What was done. The program records it and never suggests a drug or a dose. C 6.
 */
export const InterventionKind = z.enum([
  "reassurance",
  "repositioned",
  "oxygen-on",
  "oxygen-off",
  "suction",
  "airway-opened",
  "bag-valve-mask",
  "legs-raised",
  "fluids",
  "drug",
  "prescriber-at-chair",
  "emergency-called",
]);
export type InterventionKind = z.infer<typeof InterventionKind>;

/** Drugs that clinics' protocols name (C 6, S51 S53 S57 [V2]), for a record of what a person ordered and gave. */
export const DrugName = z.enum([
  "ondansetron",
  "labetalol",
  "clonidine",
  "hydralazine",
  "metoprolol",
  "midazolam",
  "lorazepam",
  "epinephrine",
  "glycopyrrolate",
  "flumazenil",
  "naloxone",
  "other",
]);
export type DrugName = z.infer<typeof DrugName>;

/** IN2. What a drug means for leaving; `other` is asked for it, because an unknown drug is never taken for a harmless one. */
export const DrugClass = z.enum(["sedative", "antihypertensive", "antiemetic", "reversal", "none-of-these"]);
export type DrugClass = z.infer<typeof DrugClass>;

export const DRUG_CLASS: Readonly<Record<Exclude<DrugName, "other">, DrugClass>> = {
  ondansetron: "antiemetic",
  labetalol: "antihypertensive",
  clonidine: "antihypertensive",
  hydralazine: "antihypertensive",
  metoprolol: "antihypertensive",
  midazolam: "sedative",
  lorazepam: "sedative",
  epinephrine: "none-of-these",
  glycopyrrolate: "none-of-these",
  flumazenil: "reversal",
  naloxone: "reversal",
};

export const Drug = z.strictObject({
  name: DrugName,
  class: DrugClass,
  /** As given. */
  amount: z.number().positive().max(10_000),
  unit: z.enum(["mg", "mcg", "g", "mL"]),
  route: z.enum(["iv", "im", "oral", "sublingual", "nasal", "subcutaneous"]),
  orderedBy: PersonId,
  text: FreeText.optional(),
});
export type Drug = z.infer<typeof Drug>;

export const Response = z.enum(["helped", "no-change", "worse", "not-yet-known"]);

export const InterventionTold = z.strictObject({
  kind: InterventionKind,
  at: z.int(),
  drug: Drug.optional(),
  litresPerMin: z.number().positive().max(60).optional(),
  response: Response.optional(),
  text: FreeText.optional(),
});
export const Intervention = InterventionTold.extend({
  id: InterventionId,
  ...stamped,
  late: z.boolean(),
  struck: z.boolean(),
});
export type Intervention = z.infer<typeof Intervention>;

export const StrikeReason = reasonOf(["typing-slip", "wrong-chair", "not-done", "other"]);

/** AE1. C 6: what happened, what was done, how it answered, how it ended, how bad it was. */
export const AdverseEventKind = z.enum([
  "hypertension",
  "hypotension",
  "tachycardia",
  "bradycardia",
  "arrhythmia",
  "chest-pain",
  "desaturation",
  "hypoventilation",
  "airway-obstruction",
  "laryngospasm",
  "hypersalivation",
  "over-sedation",
  "loss-of-consciousness",
  "prolonged-recovery",
  "severe-dissociation",
  "agitation",
  "psychosis",
  "mania",
  "suicidality",
  "nausea",
  "vomiting",
  "dizziness",
  "headache",
  "visual-disturbance",
  "numbness",
  "seizure-like",
  "fall",
  "allergic-reaction",
  "line-or-needle-injury",
  "urinary",
  "nasal-discomfort",
  "medication-error",
  "device-failure",
  "diversion-concern",
  "other",
]);
export type AdverseEventKind = z.infer<typeof AdverseEventKind>;

export const AdverseEventTold = z.strictObject({
  kind: AdverseEventKind,
  onsetAt: z.int(),
  severity: z.enum(["mild", "moderate", "severe"]),
  /** What makes it serious, if anything does. C 1.6 [V2]. */
  serious: z
    .array(z.enum(["death", "life-threatening", "hospitalisation", "disability", "important-medical-event"]))
    .max(5),
  relatedness: z.enum(["related", "possibly-related", "not-related", "unknown"]),
  interventions: z.array(InterventionId).max(50),
  outcome: z.enum(["ongoing", "resolved", "prolonged-stay", "transferred", "hospitalised", "died"]),
  resolvedAt: z.int().optional(),
  worst: z
    .strictObject({ measure: z.enum(MEASURE_IDS as readonly [MeasureId, ...MeasureId[]]), value: z.number() })
    .optional(),
  notified: z
    .array(
      z.strictObject({
        who: z.enum(["prescriber", "director", "manufacturer-form", "regulator", "pharmacy", "family"]),
        at: z.int(),
      }),
    )
    .max(10),
  text: FreeText.optional(),
});
/** AE2. Told again under the same id it replaces what was told before; both stay. */
export const AdverseEvent = AdverseEventTold.extend({ id: AdverseEventId, ...stamped });
export type AdverseEvent = z.infer<typeof AdverseEvent>;

/** IN3. A controlled drug counted: drawn is given and wasted. Milligrams. */
export const DrugCountFlag = z.enum(["does-not-add-up", "given-differs-from-dose", "no-witness"]);
export const DrugCountTold = z.strictObject({
  package: Package,
  drawnMg: z.number().min(0).max(5000),
  givenMg: z.number().min(0).max(5000),
  wastedMg: z.number().min(0).max(5000),
});
export const DrugCount = DrugCountTold.extend({
  id: DrugCountId,
  ...stamped,
  flags: z.array(DrugCountFlag),
  witness: z.object({ at: z.int(), by: By }).optional(),
});
export type DrugCount = z.infer<typeof DrugCount>;

/** Half a tenth of a milligram: what a syringe cannot show. */
const ROUNDING_MG = 0.05;

export const isSameMg = (one: number, other: number): boolean => Math.abs(one - other) <= ROUNDING_MG;

/** IN3, CH19. For the form before it is sent, and for the flag of the fact. */
export const addsUp = ({ drawnMg, givenMg, wastedMg }: Pick<DrugCount, "drawnMg" | "givenMg" | "wastedMg">): boolean =>
  isSameMg(drawnMg, givenMg + wastedMg);

/** AE2. What was told last of each. */
export const adverseEventsOf = ({
  adverseEvents,
}: {
  readonly adverseEvents: readonly AdverseEvent[];
}): readonly AdverseEvent[] => lastTold(adverseEvents);

const lastTold = onceFor((told: readonly AdverseEvent[]): readonly AdverseEvent[] => [
  ...new Map(told.map((one) => [one.id, one])).values(),
]);

export const standingInterventions = (session: {
  readonly interventions: readonly Intervention[];
}): readonly Intervention[] => session.interventions.filter(({ struck }) => !struck);
