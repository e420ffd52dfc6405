import * as z from "zod";
import {
  AdverseEventId,
  AlarmId,
  ChairId,
  ClinicId,
  CoverId,
  DoseFactId,
  DrugCountId,
  InterventionId,
  ObservationId,
  PatientId,
  PersonId,
  SessionId,
  VisitId,
} from "#shared/base/ids.ts";
import { FreeText } from "#shared/base/text.ts";
import { StaffRole } from "#shared/access/role.ts";
import { ClearOutcome, RedFlag } from "#shared/alarm/alarm.ts";
import { CheckId, GateItem, Protocol, ProtocolRef, RideKind, Route } from "#shared/protocol/protocol.ts";
import { CorrectionReason, Entered } from "#shared/vitals/observation.ts";
import { AdverseEventTold, DrugCountTold, InterventionTold, StrikeReason } from "#shared/session/care.ts";
import { DoseCorrectionReason, EndReason, InjectionSite, Package, PauseReason } from "#shared/session/dose.ts";
import {
  AbortReason,
  Away,
  ClearanceWhy,
  Cosignable,
  ENDINGS,
  GateAnswer,
  Keys,
  LeavingReason,
  Medicines,
  Order,
  OverrideReason,
  Restriction,
  Ride,
  RideStatus,
  Safeguard,
} from "#shared/session/session.ts";

const course = z.strictObject({ n: z.int().min(1).max(999), of: z.int().min(1).max(999).optional() });
const inSession = { sessionId: SessionId };
const doseFact = { ...inSession, factId: DoseFactId, at: z.int() };
const label = z.string().trim().min(1).max(20);
const seen = { seenSeq: z.int().min(0) };

/** Every wish that a person, or the server itself, can send. Ids of new things are made by the sender. */
export const Command = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("found-clinic"),
    clinicId: ClinicId,
    name: z.string().trim().min(1).max(80),
    zone: z.string().min(1).max(60),
    phone: z.string().trim().min(3).max(30),
    admin: PersonId,
    chairs: z.array(z.strictObject({ chairId: ChairId, label })).max(64),
  }),
  z.strictObject({ type: z.literal("grant-membership"), person: PersonId, role: StaffRole }),
  z.strictObject({ type: z.literal("end-membership"), person: PersonId, role: StaffRole }),
  z.strictObject({ type: z.literal("add-chair"), chairId: ChairId, label, kind: z.enum(["chair", "recovery-place"]) }),
  z.strictObject({ type: z.literal("remove-chair"), chairId: ChairId }),
  z.strictObject({ type: z.literal("propose-protocol"), protocol: Protocol }),
  z.strictObject({ type: z.literal("approve-protocol"), protocol: ProtocolRef }),
  z.strictObject({ type: z.literal("set-back-up"), nurse: PersonId, backUp: z.union([PersonId, z.literal("nobody")]) }),
  z.strictObject({ type: z.literal("attest-prescriber-on-site"), prescriber: PersonId, until: z.int() }),

  z.strictObject({
    type: z.literal("expect-patient"),
    visitId: VisitId,
    patientId: PatientId,
    chairId: ChairId.optional(),
    route: Route,
    expectedAt: z.int(),
    ride: RideStatus,
    course: course.optional(),
  }),
  z.strictObject({ type: z.literal("withdraw-visit"), visitId: VisitId, outcome: z.enum(["no-show", "cancelled"]) }),

  z.strictObject({
    type: z.literal("check-in"),
    ...inSession,
    patientId: PatientId,
    chairId: ChairId,
    route: Route,
    visitId: VisitId.optional(),
    course: course.optional(),
    previous: SessionId.optional(),
    /** 65 or older by the register; left out when nobody knows. */
    from65: z.boolean().optional(),
    livesAtAltitude: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal("move-session"), ...inSession, chairId: ChairId }),
  z.strictObject({ type: z.literal("record-away"), ...inSession, where: Away }),
  z.strictObject({ type: z.literal("record-back"), ...inSession }),
  z.strictObject({ type: z.literal("take-over-patient"), ...inSession }),
  z.strictObject({ type: z.literal("record-order"), ...inSession, order: Order }),
  z.strictObject({
    type: z.literal("record-gate-item"),
    ...inSession,
    item: GateItem,
    answer: GateAnswer,
    text: FreeText.optional(),
  }),
  z.strictObject({ type: z.literal("review-history"), ...inSession, unchangedSince: z.iso.date() }),
  z.strictObject({ type: z.literal("record-medicines"), ...inSession, medicines: Medicines }),
  z.strictObject({ type: z.literal("cosign"), ...inSession, what: Cosignable }),
  z.strictObject({
    type: z.literal("give-sober-reminder"),
    ...inSession,
    droveHere: z.boolean(),
    keys: Keys,
    acknowledged: z.boolean(),
  }),
  z.strictObject({ type: z.literal("give-clearance"), ...inSession, why: ClearanceWhy }),

  z.strictObject({
    type: z.literal("start-infusion"),
    ...doseFact,
    mg: z.number().positive().max(2000),
    plannedMin: z.number().positive().max(600),
    rateMlPerH: z.number().positive().max(2000).optional(),
  }),
  z.strictObject({ type: z.literal("pause-infusion"), ...doseFact, reason: PauseReason }),
  z.strictObject({ type: z.literal("resume-infusion"), ...doseFact }),
  z.strictObject({
    type: z.literal("change-rate"),
    ...doseFact,
    rateMlPerH: z.number().positive().max(2000),
    remainingMin: z.number().positive().max(600),
  }),
  z.strictObject({
    type: z.literal("end-infusion"),
    ...doseFact,
    givenMg: z.number().min(0).max(2000),
    reason: EndReason,
  }),
  z.strictObject({
    type: z.literal("give-injection"),
    ...doseFact,
    mg: z.number().positive().max(2000),
    site: InjectionSite.optional(),
    package: Package.optional(),
  }),
  z.strictObject({ type: z.literal("give-device"), ...doseFact, package: Package.optional() }),
  z.strictObject({ type: z.literal("stop-devices"), ...doseFact, reason: EndReason }),
  z.strictObject({
    type: z.literal("count-drug"),
    ...inSession,
    drugCountId: DrugCountId,
    told: DrugCountTold,
  }),
  z.strictObject({ type: z.literal("witness-waste"), ...inSession, drugCountId: DrugCountId }),
  z.strictObject({
    type: z.literal("correct-dose-fact"),
    ...inSession,
    factId: DoseFactId,
    at: z.int(),
    struck: z.boolean(),
    reason: DoseCorrectionReason,
  }),

  z.strictObject({
    type: z.literal("record-observation"),
    ...inSession,
    observationId: ObservationId,
    entered: Entered,
  }),
  z.strictObject({
    type: z.literal("correct-observation"),
    ...inSession,
    observationId: ObservationId,
    replaces: ObservationId,
    entered: Entered,
    reason: CorrectionReason,
  }),
  z.strictObject({
    type: z.literal("strike-observation"),
    ...inSession,
    observationId: ObservationId,
    reason: CorrectionReason,
  }),
  z.strictObject({ type: z.literal("add-note"), ...inSession, text: FreeText }),

  z.strictObject({
    type: z.literal("record-intervention"),
    ...inSession,
    interventionId: InterventionId,
    told: InterventionTold,
  }),
  z.strictObject({
    type: z.literal("strike-intervention"),
    ...inSession,
    interventionId: InterventionId,
    reason: StrikeReason,
  }),
  z.strictObject({
    type: z.literal("record-adverse-event"),
    ...inSession,
    adverseEventId: AdverseEventId,
    told: AdverseEventTold,
  }),

  z.strictObject({ type: z.literal("call-help"), alarmId: AlarmId, chairId: ChairId, flag: RedFlag }),
  z.strictObject({ type: z.literal("accept-alarm"), alarmId: AlarmId }),
  z.strictObject({ type: z.literal("clear-alarm"), alarmId: AlarmId, outcome: ClearOutcome }),
  z.strictObject({ type: z.literal("pass-on-alarm"), alarmId: AlarmId }),
  z.strictObject({ type: z.literal("pause-audio"), seconds: z.int().min(10).max(3600) }),
  z.strictObject({ type: z.literal("stay-with-patient"), ...inSession }),
  z.strictObject({ type: z.literal("ask-for-cover"), coverId: CoverId, by: PersonId, until: z.int() }),
  z.strictObject({ type: z.literal("take-cover"), coverId: CoverId }),
  z.strictObject({ type: z.literal("end-cover"), coverId: CoverId }),
  z.strictObject({ type: z.literal("raise-timed-alarms") }),

  z.strictObject({ type: z.literal("record-ride"), ...inSession, ride: Ride }),
  z.strictObject({
    type: z.literal("record-ride-call"),
    ...inSession,
    to: z.enum(["escort", "second-contact"]),
    answer: z.enum(["coming", "no-answer", "cannot"]),
  }),
  z.strictObject({ type: z.literal("return-belongings"), ...inSession, lineOut: z.boolean() }),
  z.strictObject({
    type: z.literal("override-check"),
    ...inSession,
    ...seen,
    check: CheckId,
    reason: OverrideReason,
    safeguard: Safeguard,
  }),
  z.strictObject({ type: z.literal("confirm-fit-to-leave"), ...inSession, ...seen }),
  z.strictObject({ type: z.literal("countersign-fit-to-leave"), ...inSession, ...seen }),
  z.strictObject({ type: z.literal("record-verbal-countersign"), ...inSession, ...seen, prescriber: PersonId }),
  z.strictObject({
    type: z.literal("acknowledge-door-reminder"),
    ...inSession,
    shown: Restriction,
    escort: z.enum(["heard", "not-present"]),
  }),
  z.strictObject({ type: z.literal("give-hand-out"), ...inSession, language: z.enum(["en", "es"]) }),
  z.strictObject({ type: z.literal("complete-discharge"), ...inSession, ...seen }),
  z.strictObject({
    type: z.literal("record-left-against-advice"),
    ...inSession,
    leftAt: z.int(),
    lastValues: z.enum(["taken", "refused"]),
    risksToldBy: PersonId,
    ride: z.union([RideKind, z.literal("none")]),
    keys: Keys,
    prescriberTold: z.boolean(),
    followUpAt: z.int().optional(),
    reason: LeavingReason,
  }),
  z.strictObject({ type: z.literal("record-left-without-ride"), ...inSession, ...ENDINGS["left-without-ride"] }),
  z.strictObject({ type: z.literal("record-not-in-chair"), ...inSession, ...ENDINGS["not-in-chair"] }),
  z.strictObject({ type: z.literal("record-discharged-on-paper"), ...inSession, ...ENDINGS["discharged-on-paper"] }),
  z.strictObject({ type: z.literal("record-transferred-out"), ...inSession, ...ENDINGS["transferred-out"] }),
  z.strictObject({ type: z.literal("record-taken-by-emergency"), ...inSession, ...ENDINGS["taken-by-emergency"] }),
  z.strictObject({ type: z.literal("abort-before-dose"), ...inSession, reason: AbortReason }),
]);
export type Command = z.infer<typeof Command>;
export type CommandOf<Type extends Command["type"]> = Extract<Command, { type: Type }>;
