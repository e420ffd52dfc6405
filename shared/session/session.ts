import * as z from "zod";
import { ChairId, EscortId, ObservationId, PatientId, PersonId, SessionId, VisitId } from "#shared/base/ids.ts";
import { onceFor } from "#shared/base/memo.ts";
import { FreeText, reasonOf } from "#shared/base/text.ts";
import { By } from "#shared/access/role.ts";
import { Answered } from "#shared/alarm/alarm.ts";
import { CheckId, GateItem, ProtocolRef, RideKind, Route } from "#shared/protocol/protocol.ts";
import { Observation } from "#shared/vitals/observation.ts";
import { AdverseEvent, DrugCount, Intervention } from "./care.ts";
import { DoseFact } from "./dose.ts";

export const GateAnswer = z.enum(["done", "reviewed-unchanged", "not-done", "not-applicable"]);

const ordered = {
  kind: z.enum(["signed", "verbal"]),
  prescriber: PersonId,
  mg: z.number(),
  /** Beyond the usual range and looked at again. */
  confirmed: z.boolean(),
};

/** OR4. A second injection that the order allows beforehand: at most so much, between these minutes after T0. P 3. */
const secondInjection = z.strictObject({ mgAtMost: z.number(), fromMin: z.number(), toMin: z.number() });

/** OR1-OR4. What a prescriber ordered, one shape for each route. mg in all, minutes of the infusion. */
export const Order = z.discriminatedUnion("route", [
  z.strictObject({
    route: z.literal("iv"),
    ...ordered,
    mgPerKg: z.number(),
    weightKg: z.number(),
    minutes: z.number(),
  }),
  z.strictObject({
    route: z.literal("im"),
    ...ordered,
    /** Only where the dose is per kilogram. */
    mgPerKg: z.number().optional(),
    weightKg: z.number().optional(),
    second: secondInjection.optional(),
  }),
  z.strictObject({ route: z.literal("nasal"), ...ordered }),
]);
export type Order = z.infer<typeof Order>;

export const ClearanceWhy = reasonOf([
  "pressure-held",
  "first-treatment",
  "dose-above-order",
  "protocol-asks",
  "other",
]);

/** GA7. What else was taken that changes the risk: asked on the monitoring form (C 1.6, S4 S5 [V]). */
export const Medicines = z.strictObject({
  benzodiazepine: z.boolean(),
  sedativeHypnotic: z.boolean(),
  opioid: z.boolean(),
  psychostimulant: z.boolean(),
  maoi: z.boolean(),
  text: FreeText.optional(),
});

export const RideStatus = z.enum(["none", "arranged", "on-the-way", "here"]);
export type RideStatus = z.infer<typeof RideStatus>;

export const Ride = z.strictObject({ status: RideStatus, kind: RideKind.optional(), escortId: EscortId.optional() });

/** RS1, RS3. What the patient may not do: until an hour of the clinic's clock, or until after the night before a day. */
export const Restriction = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("until"), until: z.int() }),
  z.strictObject({ kind: z.literal("next-day"), day: z.iso.date() }),
]);
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

export const CheckState = z.enum(["met", "not-met", "stale", "unknown"]);
export type CheckState = z.infer<typeof CheckState>;

export const OverrideReason = reasonOf([
  "usual-for-patient",
  "assessed-at-chair",
  "expected-effect",
  "patient-asks-to-go",
  "other",
]);
export const Safeguard = reasonOf(["stays-with-adult", "follow-up-call", "extra-check", "seen-by-prescriber", "other"]);

/** OV1. A check that a named person let pass: on which evidence, why, and what stands in its place. */
export const Override = z.strictObject({
  check: CheckId,
  reason: OverrideReason,
  safeguard: Safeguard,
  evidence: z.array(Evidence),
  state: CheckState,
});
export type Override = z.infer<typeof Override>;

/** A check as it was judged. */
export const JudgedCheck = z.strictObject({
  id: CheckId,
  state: CheckState,
  evidence: z.array(Evidence),
  overridden: z.strictObject({ by: By, at: z.int() }).optional(),
});

/** A criterion as it was judged when somebody signed: stored with the signature, never computed again. */
export const JudgedCriterion = z.strictObject({
  id: CriterionId,
  state: CheckState,
  evidence: z.array(Evidence),
  checks: z.array(JudgedCheck).optional(),
});
export type JudgedCriterion = z.infer<typeof JudgedCriterion>;

/** Where the car keys of somebody who must not drive are. */
export const Keys = z.enum(["no-car", "with-ride", "kept-by-clinic", "with-patient"]);
export type Keys = z.infer<typeof Keys>;

export const LeavingReason = reasonOf(["wants-to-leave", "ride-is-waiting", "feels-fine", "upset", "other"]);
export const AbortReason = reasonOf(["pressure-held", "patient-declined", "unwell", "no-ride", "other"]);
export const NoRideReason = reasonOf([
  "ride-did-not-come",
  "refuses-ride",
  "lives-next-door",
  "takes-transit",
  "other",
]);
export const TransferReason = reasonOf([
  "needs-observation",
  "needs-treatment",
  "psychiatric",
  "clinic-closes",
  "other",
]);
export const EmergencyReason = reasonOf(["breathing", "heart-or-pressure", "not-responding", "seizure", "other"]);

const stamped = { at: z.int(), by: By };

/** GA8, LV1. What a prescriber said by word of mouth and signs later: an order by its seq, or that the patient may go. */
export const Cosignable = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("order"), seq: z.int() }),
  z.strictObject({ kind: z.literal("fit-to-leave") }),
]);

/** What a person who is not in the chair is doing. P 3. */
export const Away = z.enum(["restroom-escorted", "restroom-alone"]);

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
  /** The session before this one of the same patient, for the picture behind the ribbon. */
  previous: SessionId.optional(),
  /** 65 or older, as the register says; missing is not known. */
  from65: z.boolean().optional(),
  livesAtAltitude: z.boolean().optional(),
  checkedIn: z.object(stamped),
  /** Whose patient this is: the nurse who checked in, else the first who recorded a fact, else who took over. */
  nurse: By.optional(),
  orders: z.array(z.object({ ...stamped, order: Order, seq: z.int(), cosigned: z.object(stamped).optional() })),
  gate: z.partialRecord(
    GateItem,
    z.object({ ...stamped, answer: GateAnswer, since: z.iso.date().optional(), text: FreeText.optional() }),
  ),
  medicines: Medicines.extend(stamped).optional(),
  soberReminder: z
    .object({ ...stamped, droveHere: z.boolean(), keys: z.string(), acknowledged: z.boolean() })
    .optional(),
  clearances: z.array(z.object({ ...stamped, why: ClearanceWhy })),
  doseFacts: z.array(DoseFact),
  drugCounts: z.array(DrugCount),
  observations: z.array(Observation),
  interventions: z.array(Intervention),
  /** Every telling, oldest first; of one id the last counts. */
  adverseEvents: z.array(AdverseEvent),
  notes: z.array(z.object({ ...stamped, text: FreeText.optional() })),
  /** Somebody stays at the chair: its routine checks wait until then. */
  withPatient: z
    .object({ ...stamped, until: z.int(), earlier: z.array(z.object({ at: z.int(), until: z.int() })) })
    .optional(),
  away: z.object({ ...stamped, where: Away }).optional(),
  moves: z.array(z.object({ ...stamped, from: ChairId, to: ChairId })),
  ride: Ride.extend(stamped).optional(),
  rideCalls: z.array(
    z.object({
      ...stamped,
      to: z.enum(["escort", "second-contact"]),
      answer: z.enum(["coming", "no-answer", "cannot"]),
    }),
  ),
  overrides: z.array(Override.extend(stamped)),
  /** A nurse's signature that the checks were met on what she had seen; voided by a newer adverse fact. */
  fit: z.object({ ...stamped, judged: z.array(JudgedCriterion) }).optional(),
  /** What a prescriber said by word of mouth about leaving, also when it was taken back afterwards. */
  verbalWords: z.array(z.object({ ...stamped, from: PersonId, cosigned: z.object(stamped).optional() })),
  clinicianFit: z
    .object({ ...stamped, verbalFrom: PersonId.optional(), cosigned: z.object(stamped).optional() })
    .optional(),
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

const phoned = z.enum(["reached", "no-answer", "not-tried"]);

/**
 * LV10. What is told of each end but a discharge: the same in the wish and in the fact. Times are instants; people who are
 * not in the register are never named here.
 */
export const ENDINGS = {
  "left-without-ride": {
    leftAt: z.int(),
    keys: Keys,
    reminderHeard: z.boolean(),
    prescriberTold: z.boolean(),
    reason: NoRideReason,
  },
  "not-in-chair": {
    noticedAt: z.int(),
    lastSeenAt: z.int(),
    phoned,
    prescriberTold: z.boolean(),
    keys: Keys.optional(),
  },
  "discharged-on-paper": {
    leftAt: z.int(),
    signedBy: PersonId,
    ride: RideKind,
    reminderHeard: z.boolean(),
  },
  "transferred-out": {
    leftAt: z.int(),
    to: z.enum(["hospital", "other-clinic", "psychiatric-unit"]),
    with: z.enum(["ambulance", "staff", "family"]),
    handedOver: z.boolean(),
    prescriberTold: z.boolean(),
    reason: TransferReason,
  },
  "taken-by-emergency": {
    calledAt: z.int(),
    arrivedAt: z.int().optional(),
    leftAt: z.int(),
    handedOver: z.boolean(),
    prescriberTold: z.boolean(),
    reason: EmergencyReason,
  },
} as const;

/** LV10. Every way in which a session ends, each its own and none a silent delete. P 7, C 1.1. */
export const Outcome = z.enum([
  "discharged",
  "released-early",
  "left-against-advice",
  "aborted-before-dose",
  "left-without-ride",
  "not-in-chair",
  "discharged-on-paper",
  "transferred-out",
  "taken-by-emergency",
]);
export type Outcome = z.infer<typeof Outcome>;

/** What stays of a session that has ended, until the clinic's next day; the record folds the rest from the log. */
export const Closed = z.object({
  id: SessionId,
  patientId: PatientId,
  chairId: ChairId,
  route: Route,
  outcome: Outcome,
  checkedInAt: z.int(),
  endedAt: z.int(),
  recordedAt: z.int(),
  by: By,
  restriction: Restriction.optional(),
  /** A verbal word of a prescriber that still wants a signature, and until when. It stays listed until it has one. */
  cosignDueAt: z.int().optional(),
  damaged: z.boolean(),
});
export type Closed = z.infer<typeof Closed>;

export const standingObservations = ({ observations }: Session): readonly Observation[] => notReplaced(observations);

/** Neither corrected nor struck. */
export const notReplaced = onceFor((observations: readonly Observation[]) =>
  observations.filter(({ status }) => status === "current"),
);
