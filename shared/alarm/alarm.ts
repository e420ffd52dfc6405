import * as z from "zod";
import { AlarmId, ChairId, ObservationId, SessionId } from "#shared/base/ids.ts";
import { reasonOf } from "#shared/base/text.ts";
import { By } from "#shared/access/role.ts";

export const Priority = z.enum(["low", "medium", "high"]);
export type Priority = z.infer<typeof Priority>;
export const RANK: Readonly<Record<Priority, number>> = { low: 1, medium: 2, high: 3 };

export const RuleId = z.enum([
  "help",
  "pressure-high",
  "pressure-low",
  "heart-rate-high",
  "heart-rate-low",
  "oxygen-low",
  "breathing-slow",
  "breathing-fast",
  "sedation-deep",
  "distress",
  "check-overdue",
  "mean-pressure",
  "temperature",
  "carbon-dioxide",
  "nausea",
  "vomiting-drowsy",
  "still-affected",
  "not-back",
  "record-damaged",
]);
export type RuleId = z.infer<typeof RuleId>;

/** AL16. A technical call says that the program cannot vouch for what it shows; all others are about the patient. */
export const isTechnical = (rule: RuleId): boolean => rule === "record-damaged";

/** One tap beside HELP: what is wrong, no value needed. */
export const RedFlag = z.enum([
  "help",
  "chest-pain",
  "severe-headache-or-vision",
  "short-of-breath",
  "faint",
  "seizure",
  "not-responding",
]);
export type RedFlag = z.infer<typeof RedFlag>;

export const ClearOutcome = reasonOf(["settled", "treated", "expected-effect", "artefact", "other"]);

/** What a person's outcome was about: the same value does not call again, at this priority or below. */
export const Answered = z.object({ rule: RuleId, observationId: ObservationId, priority: Priority });
export type Answered = z.infer<typeof Answered>;

/** Someone must answer for a call: raised by the server or by a person, accepted by name, cleared. */
export const Alarm = z.object({
  id: AlarmId,
  rule: RuleId,
  priority: Priority,
  chairId: ChairId,
  sessionId: SessionId.optional(),
  observationId: ObservationId.optional(),
  flag: RedFlag.optional(),
  /** How bad, in the rule's own measure, so that a worse value sounds again. */
  severity: z.number(),
  raisedAt: z.int(),
  raisedBy: By,
  accepted: z.object({ at: z.int(), by: By }).optional(),
  /** Who could not take it. */
  passedOn: z.array(z.object({ at: z.int(), by: By })).optional(),
  /** Nobody had it in time: who is asked besides the owner. */
  escalated: z.object({ at: z.int(), to: z.enum(["clinician", "everyone"]) }).optional(),
  /** The condition no longer holds, but a high call stays until a person closes it with an outcome. */
  settledAt: z.int().optional(),
});
export type Alarm = z.infer<typeof Alarm>;
