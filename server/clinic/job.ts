import { createHash } from "node:crypto";
import type { CommandId, DeviceId, PersonId, SessionId } from "#shared/base/ids.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import type { Session } from "#shared/session/session.ts";
import type { SubmitReply } from "#shared/wire/messages.ts";
import type { LogEntry, LogLine, Reply } from "#server/store/eventLog.ts";

/** A wish as it reaches the lane: parsed, with the person that the sign-in named. */
export interface Wish {
  readonly commandId: CommandId;
  readonly command: Command;
  readonly person: PersonId | "system";
  readonly device: DeviceId | "system";
}

export interface Job extends Wish {
  readonly reply: (answer: SubmitReply) => void;
}

/** A job with what must be read from the log before anything can be decided. */
export interface Prepared {
  readonly job: Job;
  readonly bodyHash: string;
  readonly earlier: Reply | undefined;
  readonly recalled: Session | undefined;
}

/** Parsing puts the keys in the schema's order, so the same wish always has the same text. */
export const bodyHashOf = (command: Command): string =>
  createHash("sha256").update(JSON.stringify(command)).digest("hex");

/** The session that the log is asked for; a check-in names one that must not be there, on no day. */
export const sessionNamedBy = (command: Command): SessionId | undefined =>
  "sessionId" in command ? command.sessionId : undefined;

export const lineOf = (recorded: Recorded): LogLine => ({
  seq: recorded.seq,
  sessionId: "sessionId" in recorded.event ? (recorded.event.sessionId ?? null) : null,
  body: JSON.stringify(recorded),
});

export const entryOf = ({ job, bodyHash }: Prepared, events: readonly Recorded[]): LogEntry => ({
  commandId: job.commandId,
  bodyHash,
  person: job.person,
  device: job.device,
  lines: events.map(lineOf),
});
