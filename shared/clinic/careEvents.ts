import * as z from "zod";
import { AdverseEventId, DoseFactId, DrugCountId, InterventionId, ObservationId, SessionId } from "#shared/base/ids.ts";
import { FreeText } from "#shared/base/text.ts";
import { CorrectionReason, Entered } from "#shared/vitals/observation.ts";
import {
  AdverseEventTold,
  DrugCountFlag,
  DrugCountTold,
  InterventionTold,
  StrikeReason,
} from "#shared/session/care.ts";
import {
  DoseCorrectionReason,
  DoseFlag,
  EndReason,
  InjectionSite,
  Package,
  PauseReason,
} from "#shared/session/dose.ts";

const inSession = { sessionId: SessionId };
const doseFact = { ...inSession, factId: DoseFactId, at: z.int(), flags: z.array(DoseFlag) };
const observed = {
  ...inSession,
  observationId: ObservationId,
  entered: Entered,
  late: z.boolean(),
  clamped: z.boolean(),
};

/** What was given, seen and done at the chair: the part of the log that a signer must have read. */
export const CARE_EVENTS = [
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
    type: z.literal("injection-given"),
    ...doseFact,
    mg: z.number(),
    site: InjectionSite.optional(),
    package: Package.optional(),
  }),
  z.object({
    type: z.literal("device-given"),
    ...doseFact,
    mg: z.number(),
    of: z.int(),
    gapMin: z.number(),
    package: Package.optional(),
  }),
  z.object({ type: z.literal("devices-stopped"), ...doseFact, reason: EndReason }),
  z.object({
    type: z.literal("drug-counted"),
    ...inSession,
    drugCountId: DrugCountId,
    told: DrugCountTold,
    flags: z.array(DrugCountFlag),
  }),
  z.object({ type: z.literal("waste-witnessed"), ...inSession, drugCountId: DrugCountId }),
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
    type: z.literal("intervention-recorded"),
    ...inSession,
    interventionId: InterventionId,
    told: InterventionTold,
    late: z.boolean(),
  }),
  z.object({
    type: z.literal("intervention-struck"),
    ...inSession,
    interventionId: InterventionId,
    reason: StrikeReason,
  }),
  z.object({
    type: z.literal("adverse-event-recorded"),
    ...inSession,
    adverseEventId: AdverseEventId,
    told: AdverseEventTold,
  }),
] as const;
