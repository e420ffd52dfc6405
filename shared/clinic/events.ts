import * as z from "zod";
import {
  AlarmId,
  ChairId,
  ClinicId,
  CommandId,
  DeviceId,
  ObservationId,
  PatientId,
  PersonId,
  Seq,
  SessionId,
  VisitId,
  DoseFactId,
} from "#shared/base/ids.ts";
import { FreeText } from "#shared/base/text.ts";
import { By, Role, StaffRole } from "#shared/access/role.ts";
import { Answered, ClearOutcome, Priority, RedFlag, RuleId } from "#shared/alarm/alarm.ts";
import { Protocol, ProtocolRef, Route } from "#shared/protocol/protocol.ts";
import { CorrectionReason, Entered } from "#shared/vitals/observation.ts";
import { DoseCorrectionReason, DoseFlag, EndReason, PauseReason } from "#shared/session/dose.ts";
import {
  AbortReason,
  ClearanceWhy,
  CriterionId,
  GateAnswer,
  GateItem,
  JudgedCriterion,
  Keys,
  LeavingReason,
  Order,
  Restriction,
  Ride,
  RideKind,
  RideStatus,
} from "#shared/session/session.ts";

const course = z.object({ n: z.int(), of: z.int().optional() });
const inSession = { sessionId: SessionId };
const doseFact = { ...inSession, factId: DoseFactId, at: z.int(), flags: z.array(DoseFlag) };
const observed = {
  ...inSession,
  observationId: ObservationId,
  entered: Entered,
  late: z.boolean(),
  clamped: z.boolean(),
};

/**
 * Every fact that a clinic's log can hold, in the past tense. A stored shape never changes: a new shape is a new
 * type, and the old one is lifted in upcast.ts. Names of people are never here; ids are.
 */
export const Event = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("clinic-founded"),
    clinicId: ClinicId,
    name: z.string(),
    zone: z.string(),
    phone: z.string(),
  }),
  z.object({ type: z.literal("membership-granted"), person: PersonId, role: StaffRole }),
  z.object({ type: z.literal("membership-ended"), person: PersonId, role: StaffRole }),
  z.object({
    type: z.literal("chair-added"),
    chairId: ChairId,
    label: z.string(),
    place: z.int(),
    kind: z.enum(["chair", "recovery-place"]),
  }),
  z.object({ type: z.literal("chair-removed"), chairId: ChairId }),
  z.object({ type: z.literal("protocol-proposed"), protocol: Protocol }),
  z.object({ type: z.literal("protocol-approved"), protocol: ProtocolRef }),

  z.object({
    type: z.literal("visit-expected"),
    visitId: VisitId,
    patientId: PatientId,
    chairId: ChairId.optional(),
    route: Route,
    expectedAt: z.int(),
    ride: RideStatus,
    course: course.optional(),
  }),
  z.object({ type: z.literal("visit-withdrawn"), visitId: VisitId, outcome: z.enum(["no-show", "cancelled"]) }),

  z.object({
    type: z.literal("checked-in"),
    ...inSession,
    patientId: PatientId,
    chairId: ChairId,
    route: Route,
    protocol: ProtocolRef,
    zone: z.string(),
    visitId: VisitId.optional(),
    course: course.optional(),
  }),
  z.object({ type: z.literal("order-recorded"), ...inSession, order: Order }),
  z.object({
    type: z.literal("gate-item-recorded"),
    ...inSession,
    item: GateItem,
    answer: GateAnswer,
    text: FreeText.optional(),
  }),
  z.object({
    type: z.literal("sober-reminder-given"),
    ...inSession,
    droveHere: z.boolean(),
    keys: Keys,
    acknowledged: z.boolean(),
  }),
  z.object({ type: z.literal("clearance-given"), ...inSession, why: ClearanceWhy }),

  z.object({
    type: z.literal("infusion-started"),
    ...doseFact,
    mg: z.number(),
    plannedMin: z.number(),
    rateMlPerH: z.number().optional(),
  }),
  z.object({ type: z.literal("infusion-paused"), ...doseFact, reason: PauseReason }),
  z.object({ type: z.literal("infusion-resumed"), ...doseFact }),
  z.object({ type: z.literal("infusion-rate-changed"), ...doseFact, rateMlPerH: z.number(), remainingMin: z.number() }),
  z.object({ type: z.literal("infusion-ended"), ...doseFact, givenMg: z.number(), reason: EndReason }),
  z.object({
    type: z.literal("dose-fact-corrected"),
    ...inSession,
    factId: DoseFactId,
    at: z.int(),
    struck: z.boolean(),
    reason: DoseCorrectionReason,
  }),

  z.object({ type: z.literal("observation-recorded"), ...observed }),
  z.object({
    type: z.literal("observation-corrected"),
    ...observed,
    replaces: ObservationId,
    reason: CorrectionReason,
  }),
  z.object({
    type: z.literal("observation-struck"),
    ...inSession,
    observationId: ObservationId,
    reason: CorrectionReason,
  }),
  z.object({ type: z.literal("note-added"), ...inSession, text: FreeText.optional() }),

  z.object({
    type: z.literal("alarm-raised"),
    alarmId: AlarmId,
    rule: RuleId,
    priority: Priority,
    severity: z.number(),
    chairId: ChairId,
    sessionId: SessionId.optional(),
    observationId: ObservationId.optional(),
    flag: RedFlag.optional(),
  }),
  z.object({
    type: z.literal("alarm-worsened"),
    alarmId: AlarmId,
    sessionId: SessionId.optional(),
    priority: Priority,
    severity: z.number(),
    observationId: ObservationId.optional(),
  }),
  z.object({ type: z.literal("alarm-accepted"), alarmId: AlarmId, sessionId: SessionId.optional() }),
  z.object({ type: z.literal("alarm-settled"), alarmId: AlarmId, sessionId: SessionId.optional() }),
  z.object({
    type: z.literal("alarm-cleared"),
    alarmId: AlarmId,
    sessionId: SessionId.optional(),
    outcome: ClearOutcome.optional(),
    answers: Answered.optional(),
  }),
  z.object({ type: z.literal("late-finding-listed"), ...inSession, observationId: ObservationId, rule: RuleId }),

  z.object({ type: z.literal("ride-recorded"), ...inSession, ride: Ride }),
  z.object({ type: z.literal("belongings-returned"), ...inSession, lineOut: z.boolean() }),
  z.object({
    type: z.literal("fit-to-leave-confirmed"),
    ...inSession,
    judged: z.array(JudgedCriterion),
    seenSeq: z.int(),
  }),
  z.object({ type: z.literal("fit-to-leave-countersigned"), ...inSession }),
  z.object({ type: z.literal("fit-to-leave-voided"), ...inSession, criteria: z.array(CriterionId) }),
  z.object({
    type: z.literal("door-reminder-acknowledged"),
    ...inSession,
    restriction: Restriction,
    escort: z.enum(["heard", "not-present"]),
  }),
  z.object({ type: z.literal("hand-out-given"), ...inSession, language: z.enum(["en", "es"]) }),
  z.object({
    type: z.literal("discharged"),
    ...inSession,
    leftAt: z.int(),
    judged: z.array(JudgedCriterion),
    protocol: ProtocolRef,
    restriction: Restriction,
    ride: Ride,
    seenSeq: z.int(),
  }),
  z.object({
    type: z.literal("left-against-advice"),
    ...inSession,
    leftAt: z.int(),
    lastValues: z.enum(["taken", "refused"]),
    risksToldBy: PersonId,
    ride: z.union([RideKind, z.literal("none")]),
    keys: Keys,
    prescriberTold: z.boolean(),
    followUpAt: z.int().optional(),
    restriction: Restriction,
    reason: LeavingReason,
  }),
  z.object({ type: z.literal("aborted-before-dose"), ...inSession, reason: AbortReason }),

  /** Never written: what a row folds to that this program cannot read. */
  z.object({ type: z.literal("event-unreadable"), sessionId: SessionId.optional() }),
  /** Never written: what a seq becomes for an audience that may not see its event. */
  z.object({ type: z.literal("withheld") }),
]);
export type Event = z.infer<typeof Event>;

/** The envelope: one command may give several events, numbered `n` from 0. `at` never runs backwards. */
export const Recorded = z.object({
  seq: Seq,
  at: z.int(),
  by: By,
  role: Role,
  device: z.union([DeviceId, z.literal("system")]),
  commandId: CommandId,
  n: z.int().min(0),
  event: Event,
});
export type Recorded = z.infer<typeof Recorded>;

export type EventOf<Type extends Event["type"]> = Extract<Event, { type: Type }>;
