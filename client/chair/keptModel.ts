import type { OutboxEntry } from "#client/connection/outbox.ts";
import type { ObservationCommand } from "#client/entry/useEntry.ts";
import type { ChairId, ObservationId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";

export type Kept = OutboxEntry<Command, Rejection>;

export type LateReason = "no-link" | "tablet-clock" | "wrong-time" | "from-paper" | "other";
export const LATE_REASONS: readonly LateReason[] = ["no-link", "tablet-clock", "wrong-time", "from-paper", "other"];

/** OB16. It waits for a word of hers; the others go by themselves. */
export const needsWord = ({ state }: Pick<Kept, "state">): boolean => state === "refused" || state === "held";

export const isObservation = (command: Command): command is ObservationCommand =>
  command.type === "record-observation" || command.type === "correct-observation";

export const timeOf = ({ command, addedAt }: Pick<Kept, "command" | "addedAt">): Instant =>
  isObservation(command) ? command.entered.observedAt : "at" in command ? command.at : addedAt;

/**
 * OB16. What helps beside setting it aside. A time that was refused, or a session that has ended, takes the values again at
 * a time that can be; anything else is put right on the form, while the patient is here.
 */
export const remedyOf = ({ command, rejection }: Pick<Kept, "command" | "rejection">, clinic: Clinic): Remedy => {
  if (!rejection || !isObservation(command)) return undefined;
  if (isAboutTime(rejection)) return "late";
  return command.sessionId in clinic.sessions ? "form" : undefined;
};
export type Remedy = "late" | "form" | undefined;

const isAboutTime = (rejection: Rejection): boolean =>
  rejection.reason === "session-ended" ||
  rejection.reason === "in-the-future" ||
  rejection.reason === "before-check-in" ||
  (rejection.reason === "invalid" && rejection.field.endsWith("observedAt"));

/** OB16. The same values under ids of their own, at the time at which they were seen. */
export const lateEntryOf = (
  command: ObservationCommand,
  observationId: ObservationId,
  observedAt: Instant,
): ObservationCommand => ({ ...command, observationId, entered: { ...command.entered, observedAt } });

/** Where the patient sits of whom it is, while they are here. */
export const chairOf = (command: Command, { sessions, chairs }: Clinic): { id: ChairId; label: string } | undefined => {
  const id =
    "sessionId" in command ? sessions[command.sessionId]?.chairId : "chairId" in command ? command.chairId : undefined;
  return id && chairs[id];
};
