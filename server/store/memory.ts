/* eslint-disable @typescript-eslint/require-await -- the interface is asynchronous, memory is not */
import { randomUUID } from "node:crypto";
import { assert } from "#shared/base/assert.ts";
import { Epoch, seq } from "#shared/base/ids.ts";
import type { ClinicId, CommandId, EscortId, PatientId } from "#shared/base/ids.ts";
import { assertFollows } from "./appendRules.ts";
import { auditBody } from "./auditBody.ts";
import { link, NO_CHAIN } from "./chain.ts";
import type { ChainedRow } from "./chain.ts";
import type { Checkpoint, EventLog, Head, LogEntry, Reply, StoredLine } from "./eventLog.ts";
import { matches, MOST_FOUND, searchable, searchWords } from "./patientSearch.ts";
import type { Audit, AuditLine, Escort, Patient, Register } from "./register.ts";

interface ClinicLog {
  readonly lines: StoredLine[];
  readonly replies: Map<CommandId, Reply>;
  checkpoint: Checkpoint | undefined;
}

/** For tests: the promises of EventLog but one, it outlives nothing. */
export const memoryLog = (epoch: Epoch = Epoch.parse(randomUUID())): EventLog => {
  const logs = new Map<ClinicId, ClinicLog>();
  const logOf = (clinicId: ClinicId): ClinicLog =>
    logs.get(clinicId) ?? { lines: [], replies: new Map(), checkpoint: undefined };
  return {
    epoch,
    append: async (clinicId, expected, entries) => {
      assertFollows(expected, entries);
      assert(new Set(entries.map((entry) => entry.commandId)).size === entries.length, "one command twice");
      const log = logOf(clinicId);
      const known = entries.some((entry) => log.replies.has(entry.commandId));
      if (known || headOf(log).seq !== expected) return { conflict: headOf(log) };
      logs.set(clinicId, log);
      for (const entry of entries) write(log, entry);
      return { appended: headOf(log) };
    },
    read: async (clinicId, after, limit) => logOf(clinicId).lines.slice(after, after + limit),
    readSession: async (clinicId, sessionId) => logOf(clinicId).lines.filter((line) => line.sessionId === sessionId),
    replyTo: async (clinicId, commandId) => logOf(clinicId).replies.get(commandId),
    head: async (clinicId) => headOf(logOf(clinicId)),
    clinics: async () => [...logs].filter(([, log]) => log.lines.length > 0).map(([clinicId]) => clinicId),
    checkpoint: async (clinicId) => logOf(clinicId).checkpoint,
    saveCheckpoint: async (clinicId, checkpoint) => {
      logs.set(clinicId, { ...logOf(clinicId), checkpoint });
    },
    close: async () => {},
  };
};

export const memoryRegister = (): Register => {
  const patients = new Map<string, Patient>();
  const escorts = new Map<string, Escort>();
  return {
    addPatient: async (clinicId, patient) => {
      const known = patients.get(place(clinicId, patient.id));
      assert(known === undefined || samePatient(known, patient), `patient ${patient.id} is already there`);
      patients.set(place(clinicId, patient.id), patient);
    },
    changePatient: async (clinicId, patient) => {
      assert(patients.has(place(clinicId, patient.id)), `patient ${patient.id} is not there`);
      patients.set(place(clinicId, patient.id), patient);
    },
    findPatients: async (clinicId, query) => {
      const words = searchWords(query);
      if (words.length === 0) return [];
      const here = [...patients].filter(([key]) => key.startsWith(`${clinicId} `)).map(([, patient]) => patient);
      return byFamilyName(here.filter((patient) => matches(patient, words))).slice(0, MOST_FOUND);
    },
    patients: async (clinicId, ids) => byFamilyName(ids.flatMap((id) => patients.get(place(clinicId, id)) ?? [])),
    saveEscort: async (clinicId, escort) => void escorts.set(place(clinicId, escort.id), escort),
    escorts: async (clinicId, ids) => ids.flatMap((id) => escorts.get(place(clinicId, id)) ?? []),
  };
};

export const memoryAudit = (): Audit => {
  const lines: AuditLine[] = [];
  const rows: ChainedRow[] = [];
  return {
    record: async (line) => {
      const body = auditBody(line);
      lines.push(line);
      rows.push({ seq: lines.length, body, chain: link(rows.at(-1)?.chain ?? NO_CHAIN, body) });
    },
    lines: async (clinicId, limit) =>
      lines
        .filter((line) => line.clinicId === clinicId)
        .reverse()
        .slice(0, limit),
    rows: async (after, limit) => rows.slice(after, after + limit),
  };
};

const headOf = ({ lines }: ClinicLog): Head => {
  const last = lines.at(-1);
  return last === undefined ? { seq: seq(0), chain: NO_CHAIN } : { seq: last.seq, chain: last.chain };
};

const write = (log: ClinicLog, { commandId, bodyHash, person, lines }: LogEntry): void => {
  const firstSeq = seq(headOf(log).seq + 1);
  for (const line of lines) log.lines.push({ ...line, chain: link(headOf(log).chain, line.body) });
  log.replies.set(commandId, { bodyHash, person, firstSeq, lastSeq: headOf(log).seq });
};

const place = (clinicId: ClinicId, id: PatientId | EscortId): string => `${clinicId} ${id}`;

const samePatient = (one: Patient, other: Patient): boolean =>
  one.givenName === other.givenName &&
  one.familyName === other.familyName &&
  one.birthDate === other.birthDate &&
  one.identifier === other.identifier &&
  one.phone === other.phone &&
  one.allergies === other.allergies;

const byFamilyName = (patients: readonly Patient[]): readonly Patient[] =>
  patients
    .map((patient) => ({ patient, key: searchable(patient).familyFirst }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ patient }) => patient);
