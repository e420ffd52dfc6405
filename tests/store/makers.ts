import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { ClinicId, CommandId, DeviceId, EscortId, PatientId, PersonId, seq, SessionId } from "#shared/base/ids.ts";
import type { EventLog, Head, LogEntry, LogLine } from "#server/store/eventLog.ts";
import type { Escort, Patient } from "#server/store/register.ts";

export const clinicA = ClinicId.parse("clinic-a");
export const clinicB = ClinicId.parse("clinic-b");
export const sessionOne = SessionId.parse("session-one");
export const sessionTwo = SessionId.parse("session-two");
export const nurse = PersonId.parse("synthetic-nurse");
export const tablet = DeviceId.parse("synthetic-tablet");

export const numberedClinic = (n: number) => ClinicId.parse(`clinic-${n}`);
export const newCommandId = () => CommandId.parse(randomUUID());

/** `count` lines after `after`, of one session. */
export const linesAfter = (
  after: number,
  count: number,
  sessionId: SessionId | null = sessionOne,
): readonly LogLine[] =>
  Array.from({ length: count }, (_, n) => ({
    seq: seq(after + n + 1),
    sessionId,
    body: JSON.stringify({ seq: after + n + 1, event: { type: "synthetic", note: "Größe ✓" } }),
  }));

export const entryAfter = (after: number, count = 1, rest: Partial<LogEntry> = {}): LogEntry => ({
  commandId: newCommandId(),
  bodyHash: "b".repeat(64),
  person: nurse,
  device: tablet,
  lines: linesAfter(after, count),
  ...rest,
});

/** Appends `count` one-line commands, one after the other, to a clinic that has none; gives the head. */
export const filled = async (log: EventLog, clinicId: ClinicId, count: number): Promise<Head> => {
  for (let after = 0; after < count; after += 1) await log.append(clinicId, seq(after), [entryAfter(after)]);
  return log.head(clinicId);
};

export const patient = (id: string, rest: Partial<Patient> = {}): Patient => ({
  id: PatientId.parse(`patient-${id}`),
  givenName: "Synthetic",
  familyName: "Patient",
  birthDate: "1980-03-07",
  identifier: null,
  phone: null,
  allergies: null,
  ...rest,
});

export const escort = (id: string, rest: Partial<Escort> = {}): Escort => ({
  id: EscortId.parse(`escort-${id}`),
  sessionId: sessionOne,
  name: "Synthetic Escort",
  relation: null,
  phone: null,
  ...rest,
});

/** A folder that is gone when the test is over. */
export const throwAwayFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "chairside-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
