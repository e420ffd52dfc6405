import type { PersonId } from "#shared/base/ids.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { Observation } from "#shared/vitals/observation.ts";

/** Two sheets of one kind so close in time are more often one reading written twice than two readings. Ours. */
const NEAR_MS = 3 * MINUTE;

interface Kept {
  readonly command: Command;
  readonly addedAt: Instant;
}

/** Whose tablet it is, and which observations went out from it. */
interface Here {
  readonly person: PersonId;
  readonly sent: ReadonlySet<string>;
}

/**
 * OB17. What another person, or the same one at another device, has meanwhile recorded of the same moment. What she
 * recorded herself before this entry, or from here, she knows of; what is on record under its own id was sent before.
 */
export const lookAlike = (
  clinic: Clinic,
  { command, addedAt }: Kept,
  { person, sent }: Here,
): Observation | undefined => {
  if (command.type !== "record-observation") return undefined;
  const { entered, observationId } = command;
  const known = clinic.sessions[command.sessionId]?.observations ?? [];
  if (known.some(({ id }) => id === observationId)) return undefined;
  return known.find(
    ({ id, by, status, sheet, observedAt, recordedAt }) =>
      status === "current" &&
      sheet === entered.sheet &&
      Math.abs(observedAt - entered.observedAt) <= NEAR_MS &&
      (by !== person || (recordedAt > addedAt && !sent.has(id))),
  );
};

/** A correction or a strike cannot go before what it is about. */
export const isAbout = (command: Command, held: Command): boolean => {
  if (held.type !== "record-observation" && held.type !== "correct-observation") return false;
  if (command.type === "strike-observation") return command.observationId === held.observationId;
  return command.type === "correct-observation" && command.replaces === held.observationId;
};
