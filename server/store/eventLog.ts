import type { ClinicId, CommandId, DeviceId, Epoch, PersonId, Seq, SessionId } from "#shared/base/ids.ts";

/** One event as it is stored: the body is the recorded event as JSON text; those bytes are hashed and chained. */
export interface LogLine {
  readonly seq: Seq;
  /** The session that the event belongs to, so that a session can be read alone. */
  readonly sessionId: SessionId | null;
  readonly body: string;
}

/** A line as it was read back, with its chain value (`chain.ts`): what a verifier or a checkpoint needs beside the body. */
export interface StoredLine extends LogLine {
  readonly chain: string;
}

/** One accepted command and the events that it gave: at least one. */
export interface LogEntry {
  readonly commandId: CommandId;
  /** SHA-256 (hex) of the command as it came, so that the same id with another body can be refused. */
  readonly bodyHash: string;
  readonly person: PersonId | "system";
  readonly device: DeviceId | "system";
  readonly lines: readonly LogLine[];
}

/** What the log remembers of an accepted command: enough to give a retry the first answer. */
export interface Reply {
  readonly bodyHash: string;
  readonly person: PersonId | "system";
  readonly firstSeq: Seq;
  readonly lastSeq: Seq;
}

export interface Head {
  readonly seq: Seq;
  /** SHA-256 (hex) over the previous chain value and this body; 64 zeros before the first event. */
  readonly chain: string;
}

export interface Checkpoint {
  readonly seq: Seq;
  readonly stateVersion: number;
  readonly chain: string;
  /** The folded state as JSON text. */
  readonly state: string;
}

export type Appended = { readonly appended: Head };
export type Conflict = { readonly conflict: Head };

/** LG1-LG10; tests/store/eventLogContract.ts holds every store to them. */
export interface EventLog {
  /** Made when the log was made, anew by a restore. */
  readonly epoch: Epoch;
  /**
   * All lines of all entries at expected+1…, or none. Resolves only once they would survive a power cut.
   * A taken seq or a known command id gives `conflict` with the true head; lines that do not follow `expected` are a
   * defect. Throws TryAgain when nothing was written (disk full, busy). An I/O error is never thrown: the process ends,
   * because nobody knows what was written.
   */
  append(clinicId: ClinicId, expected: Seq, entries: readonly LogEntry[]): Promise<Appended | Conflict>;
  /** Lines after `after`, ascending, contiguous, at most `limit`. */
  read(clinicId: ClinicId, after: Seq, limit: number): Promise<readonly StoredLine[]>;
  /** Every line of one session, ascending. */
  readSession(clinicId: ClinicId, sessionId: SessionId): Promise<readonly LogLine[]>;
  /** What a command produced, if it was ever accepted. Makes retries safe. */
  replyTo(clinicId: ClinicId, commandId: CommandId): Promise<Reply | undefined>;
  /** The last seq of a clinic and its chain value, truly read from the store; throws when the store cannot be read. */
  head(clinicId: ClinicId): Promise<Head>;
  /** Every clinic that has at least one event. */
  clinics(): Promise<readonly ClinicId[]>;
  checkpoint(clinicId: ClinicId): Promise<Checkpoint | undefined>;
  saveCheckpoint(clinicId: ClinicId, checkpoint: Checkpoint): Promise<void>;
  close(): Promise<void>;
}

/** Nothing was written and nothing is known to be wrong with the data: the same command may be sent again. */
export class TryAgain extends Error {
  override readonly name = "TryAgain";
}
