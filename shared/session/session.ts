import * as z from "zod";
import { ChairId, EscortId, ObservationId, PatientId, PersonId, SessionId, VisitId } from "#shared/base/ids.ts";
import { FreeText, reasonOf } from "#shared/base/text.ts";
import { By } from "#shared/access/role.ts";
import { Answered } from "#shared/alarm/alarm.ts";
import { ProtocolRef, Route } from "#shared/protocol/protocol.ts";
import { Observation } from "#shared/vitals/observation.ts";
import { DoseFact } from "./dose.ts";

/** GA1. What is checked before the dose (C 1.2). The five of `HARD_GATE` block the green light. */
export const GateItem = z.enum([
  "identity",
  "allergies",
  "contraindications",
  "consent",
  "ride",
  "emergency-kit",
  "fasting",
]);
export type GateItem = z.infer<typeof GateItem>;
export const HARD_GATE: readonly GateItem[] = ["identity", "allergies", "contraindications", "consent", "ride"];

export const GateAnswer = z.enum(["done", "reviewed-unchanged", "not-done", "not-applicable"]);

export const Order = z.strictObject({
  kind: z.enum(["signed", "verbal"]),
  prescriber: PersonId,
  mgPerKg: z.number(),
  weightKg: z.number(),
  mg: z.number(),
  minutes: z.number(),
  /** Beyond the usual range and looked at again. */
  confirmed: z.boolean(),
});
export type Order = z.infer<typeof Order>;

export const ClearanceWhy = reasonOf([
  "pressure-held",
  "first-treatment",
  "dose-above-order",
  "protocol-asks",
  "other",
]);

export const RideStatus = z.enum(["none", "arranged", "on-the-way", "here"]);
export type RideStatus = z.infer<typeof RideStatus>;
export const RideKind = z.enum(["adult-in-building", "seen-at-car", "medical-transport", "rideshare-adult-home"]);

export const Ride = z.strictObject({ status: RideStatus, kind: RideKind.optional(), escortId: EscortId.optional() });

/** What the patient may not do, until when. IV: until an hour of the clinic's clock. */
export const Restriction = z.strictObject({ kind: z.literal("until"), until: z.int() });
export type Restriction = z.infer<typeof Restriction>;

export const CriterionId = z.enum([
  "time",
  "pressure-oxygen",
  "awake",
  "effects",
  "walk",
  "ride",
  "calls",
  "clinician",
]);
export type CriterionId = z.infer<typeof CriterionId>;

/** One number that a criterion was judged on. */
export const Evidence = z.strictObject({
  observationId: ObservationId.optional(),
  measure: z.string(),
  value: z.union([z.string(), z.number()]),
  observedAt: z.int(),
  by: By.optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A criterion as it was judged when somebody signed: stored with the signature, never computed again. */
export const JudgedCriterion = z.strictObject({
  id: CriterionId,
  state: z.enum(["met", "not-met", "stale", "unknown"]),
  evidence: z.array(Evidence),
});
export type JudgedCriterion = z.infer<typeof JudgedCriterion>;

/** Where the car keys of somebody who must not drive are. */
export const Keys = z.enum(["no-car", "with-ride", "kept-by-clinic", "with-patient"]);
export type Keys = z.infer<typeof Keys>;

export const LeavingReason = reasonOf(["wants-to-leave", "ride-is-waiting", "feels-fine", "upset", "other"]);
export const AbortReason = reasonOf(["pressure-held", "patient-declined", "unwell", "no-ride", "other"]);

const stamped = { at: z.int(), by: By };

/**
 * One treatment of one patient in one chair, from check-in to leaving. It holds facts only; phase, due list, window
 * and readiness are derived from them and the clock, so a corrected fact corrects everything.
 */
export const Session = z.object({
  id: SessionId,
  patientId: PatientId,
  chairId: ChairId,
  route: Route,
  protocol: ProtocolRef,
  zone: z.string(),
  visitId: VisitId.optional(),
  /** n of N; N is planned per patient. */
  course: z.object({ n: z.int(), of: z.int().optional() }).optional(),
  checkedIn: z.object(stamped),
  /** Whose patient this is: the nurse who checked in, else the first who recorded a fact. */
  nurse: By.optional(),
  orders: z.array(Order.extend(stamped)),
  gate: z.partialRecord(GateItem, z.object({ ...stamped, answer: GateAnswer, text: FreeText.optional() })),
  soberReminder: z
    .object({ ...stamped, droveHere: z.boolean(), keys: z.string(), acknowledged: z.boolean() })
    .optional(),
  clearances: z.array(z.object({ ...stamped, why: ClearanceWhy })),
  doseFacts: z.array(DoseFact),
  observations: z.array(Observation),
  notes: z.array(z.object({ ...stamped, text: FreeText.optional() })),
  ride: Ride.extend(stamped).optional(),
  /** A nurse's signature that the checks were met on what she had seen; voided by a newer adverse fact. */
  fit: z.object({ ...stamped, judged: z.array(JudgedCriterion) }).optional(),
  clinicianFit: z.object(stamped).optional(),
  fitLost: z.array(z.object({ at: z.int(), signedAt: z.int(), criteria: z.array(CriterionId) })),
  reminder: z.object({ ...stamped, restriction: Restriction, escort: z.enum(["heard", "not-present"]) }).optional(),
  handOut: z.object({ ...stamped, language: z.enum(["en", "es"]) }).optional(),
  belongings: z.object({ ...stamped, lineOut: z.boolean() }).optional(),
  /** Calls that a person closed while their value was still the current one. */
  answered: z.array(Answered).optional(),
  lateFindings: z.array(z.object({ at: z.int(), observationId: ObservationId, rule: z.string() })),
  /** A row of this session could not be read: it is shown damaged and is never ready. */
  damaged: z.boolean(),
  /** The last fact about this patient: who signs must have seen it. */
  factSeq: z.int(),
});
export type Session = z.infer<typeof Session>;

/** What stays of a session that has ended, until the clinic's next day; the record folds the rest from the log. */
export const Closed = z.object({
  id: SessionId,
  patientId: PatientId,
  chairId: ChairId,
  route: Route,
  outcome: z.enum(["discharged", "left-against-advice", "aborted-before-dose"]),
  checkedInAt: z.int(),
  endedAt: z.int(),
  recordedAt: z.int(),
  by: By,
  restriction: Restriction.optional(),
  damaged: z.boolean(),
});
export type Closed = z.infer<typeof Closed>;

export const standingObservations = (session: Session): readonly Observation[] =>
  session.observations.filter(({ status }) => status === "current");
