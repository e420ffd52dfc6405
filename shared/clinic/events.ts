import * as z from "zod";
import {
  AlarmId,
  ChairId,
  ClinicId,
  CommandId,
  CoverId,
  DeviceId,
  ObservationId,
  PatientId,
  PersonId,
  Seq,
  SessionId,
  VisitId,
} from "#shared/base/ids.ts";
import { CARE_EVENTS } from "./careEvents.ts";
import { FreeText } from "#shared/base/text.ts";
import { By, Role, StaffRole } from "#shared/access/role.ts";
import { Answered, ClearOutcome, Priority, RedFlag, RuleId } from "#shared/alarm/alarm.ts";
import { GateItem, Protocol, ProtocolRef, RideKind, Route } from "#shared/protocol/protocol.ts";
import {
  AbortReason,
  Away,
  ClearanceWhy,
  Cosignable,
  CriterionId,
  ENDINGS,
  GateAnswer,
  JudgedCriterion,
  Keys,
  LeavingReason,
  Medicines,
  Order,
  Override,
  Restriction,
  Ride,
  RideStatus,
} from "#shared/session/session.ts";

const course = z.object({ n: z.int(), of: z.int().optional() });
const inSession = { sessionId: SessionId };

/** GA8. What still wants a prescriber's signature when the session ends, and until when: the same for every audience. */
const ending = { ...inSession, cosignDueAt: z.int().optional() };
const left = {
  ...ending,
  leftAt: z.int(),
  judged: z.array(JudgedCriterion),
  protocol: ProtocolRef,
  restriction: Restriction,
  ride: Ride,
  seenSeq: z.int(),
};
/** Also who got nothing has a restriction of none: an end before the dose restricts nobody. */
const restriction = Restriction.optional();

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
  z.object({ type: z.literal("protocol-version-proposed"), protocol: Protocol }),
  z.object({ type: z.literal("protocol-approved"), protocol: ProtocolRef }),
  z.object({ type: z.literal("back-up-set"), nurse: PersonId, backUp: z.union([PersonId, z.literal("nobody")]) }),
  z.object({ type: z.literal("prescriber-on-site-attested"), prescriber: PersonId, until: z.int() }),

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
    previous: SessionId.optional(),
    from65: z.boolean().optional(),
    livesAtAltitude: z.boolean().optional(),
  }),
  z.object({ type: z.literal("session-moved"), ...inSession, from: ChairId, to: ChairId }),
  z.object({ type: z.literal("went-away"), ...inSession, where: Away }),
  z.object({ type: z.literal("came-back"), ...inSession }),
  z.object({ type: z.literal("patient-taken-over"), ...inSession }),
  z.object({ type: z.literal("order-placed"), ...inSession, order: Order }),
  /** `last`: nothing else of this session waits for a signature. */
  z.object({
    type: z.literal("cosigned"),
    ...inSession,
    what: Cosignable,
    last: z.boolean(),
    nextDueAt: z.int().optional(),
  }),
  z.object({
    type: z.literal("gate-item-recorded"),
    ...inSession,
    item: GateItem,
    answer: GateAnswer,
    since: z.iso.date().optional(),
    text: FreeText.optional(),
  }),
  z.object({ type: z.literal("medicines-recorded"), ...inSession, medicines: Medicines }),
  z.object({
    type: z.literal("sober-reminder-given"),
    ...inSession,
    droveHere: z.boolean(),
    keys: Keys,
    acknowledged: z.boolean(),
  }),
  z.object({ type: z.literal("clearance-given"), ...inSession, why: ClearanceWhy }),

  ...CARE_EVENTS,

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
  z.object({ type: z.literal("alarm-passed-on"), alarmId: AlarmId, sessionId: SessionId.optional() }),
  z.object({
    type: z.literal("alarm-escalated"),
    alarmId: AlarmId,
    sessionId: SessionId.optional(),
    to: z.enum(["clinician", "everyone"]),
  }),
  z.object({ type: z.literal("audio-paused"), until: z.int() }),
  z.object({ type: z.literal("stayed-with-patient"), ...inSession, until: z.int() }),
  z.object({ type: z.literal("cover-asked"), coverId: CoverId, by: PersonId, until: z.int() }),
  z.object({ type: z.literal("cover-taken"), coverId: CoverId }),
  z.object({ type: z.literal("cover-ended"), coverId: CoverId }),
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
  z.object({
    type: z.literal("ride-called"),
    ...inSession,
    to: z.enum(["escort", "second-contact"]),
    answer: z.enum(["coming", "no-answer", "cannot"]),
  }),
  z.object({ type: z.literal("check-overridden"), ...inSession, override: Override, seenSeq: z.int() }),
  z.object({ type: z.literal("belongings-returned"), ...inSession, lineOut: z.boolean() }),
  z.object({
    type: z.literal("fit-to-leave-confirmed"),
    ...inSession,
    judged: z.array(JudgedCriterion),
    seenSeq: z.int(),
  }),
  z.object({ type: z.literal("fit-to-leave-countersigned"), ...inSession, verbalFrom: PersonId.optional() }),
  z.object({ type: z.literal("fit-to-leave-voided"), ...inSession, criteria: z.array(CriterionId) }),
  z.object({
    type: z.literal("door-reminder-acknowledged"),
    ...inSession,
    restriction: Restriction,
    escort: z.enum(["heard", "not-present"]),
  }),
  z.object({ type: z.literal("hand-out-given"), ...inSession, language: z.enum(["en", "es"]) }),
  z.object({ type: z.literal("discharged"), ...left }),
  /** LV11. As a discharge, but short of the minimum time alone, by a named prescriber. */
  z.object({ type: z.literal("released-early"), ...left }),
  z.object({
    type: z.literal("left-against-advice"),
    ...ending,
    leftAt: z.int(),
    lastValues: z.enum(["taken", "refused"]),
    risksToldBy: PersonId,
    ride: z.union([RideKind, z.literal("none")]),
    keys: Keys,
    prescriberTold: z.boolean(),
    followUpAt: z.int().optional(),
    restriction,
    reason: LeavingReason,
  }),
  z.object({ type: z.literal("left-without-ride"), ...ending, ...ENDINGS["left-without-ride"], restriction }),
  z.object({ type: z.literal("not-in-chair"), ...ending, ...ENDINGS["not-in-chair"], restriction }),
  z.object({ type: z.literal("discharged-on-paper"), ...ending, ...ENDINGS["discharged-on-paper"], restriction }),
  z.object({ type: z.literal("transferred-out"), ...ending, ...ENDINGS["transferred-out"], restriction }),
  z.object({ type: z.literal("taken-by-emergency"), ...ending, ...ENDINGS["taken-by-emergency"], restriction }),
  z.object({ type: z.literal("aborted-before-dose"), ...ending, reason: AbortReason }),

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
