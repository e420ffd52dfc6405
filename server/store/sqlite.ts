import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Epoch } from "#shared/base/ids.ts";
import type { EventLog } from "./eventLog.ts";
import { makePrivateFile, makePrivateFolder } from "./privateFiles.ts";
import type { Audit, Register } from "./register.ts";
import type { FromWorker, OpenAsk } from "./sqliteCalls.ts";
import { SqliteThread } from "./sqliteThread.ts";

export interface SqliteOptions {
  /** Made when it is not there. Take its lock first (lock.ts). */
  readonly folder: string;
  /** The process must end, without answering: what is on the disk is not known. Called once. */
  readonly onFatal: (error: Error) => void;
  /** Ceiling for the database file; beyond it every write is TryAgain, as on a full disk. None when absent. */
  readonly maxBytes?: number;
}

export interface SqliteStore {
  readonly log: EventLog;
  readonly register: Register;
  readonly audit: Audit;
  readonly stats: { readonly commits: number; readonly appends: number };
  close(): Promise<void>;
}

/** The database cannot be used as it must be; the message says why. The caller exits with 78. */
export class StoreRefused extends Error {
  override readonly name = "StoreRefused";
}

export const openSqliteStore = async ({ folder, onFatal, maxBytes }: SqliteOptions): Promise<SqliteStore> => {
  const path = join(folder, "chairside.db");
  makePrivateFolder(folder);
  makePrivateFile(path);
  const worker = new Worker(new URL("./sqliteWorker.ts", import.meta.url), {
    workerData: { path, maxBytes } satisfies OpenAsk,
  });
  const epoch = await opened(worker, path);
  const thread = new SqliteThread(worker, onFatal);
  const close = (): Promise<void> => thread.close();
  return {
    log: logOn(thread, epoch),
    register: registerOn(thread),
    audit: auditOn(thread),
    stats: thread.stats,
    close,
  };
};

const opened = async (worker: Worker, path: string): Promise<Epoch> => {
  const [message] = (await once(worker, "message")) as [FromWorker]; // our own thread
  if (message.kind === "opened") return Epoch.parse(message.epoch);
  const reason = message.kind === "refused" ? message.reason : `the writer thread said ${message.kind}`;
  throw new StoreRefused(`${path}: ${reason}`);
};

const logOn = (thread: SqliteThread, epoch: Epoch): EventLog => ({
  epoch,
  append: (clinicId, expected, entries) => thread.write("append", clinicId, expected, entries),
  read: (clinicId, after, limit) => thread.read("read", clinicId, after, limit),
  readSession: (clinicId, sessionId) => thread.read("readSession", clinicId, sessionId),
  replyTo: (clinicId, commandId) => thread.read("replyTo", clinicId, commandId),
  head: (clinicId) => thread.read("head", clinicId),
  clinics: () => thread.read("clinics"),
  checkpoint: (clinicId) => thread.read("checkpoint", clinicId),
  saveCheckpoint: (clinicId, checkpoint) => thread.write("saveCheckpoint", clinicId, checkpoint),
  close: () => thread.close(),
});

const registerOn = (thread: SqliteThread): Register => ({
  addPatient: (clinicId, patient) => thread.write("addPatient", clinicId, patient),
  changePatient: (clinicId, patient) => thread.write("changePatient", clinicId, patient),
  findPatients: (clinicId, query) => thread.read("findPatients", clinicId, query),
  patients: (clinicId, ids) => thread.read("patients", clinicId, ids),
  saveEscort: (clinicId, escort) => thread.write("saveEscort", clinicId, escort),
  escorts: (clinicId, ids) => thread.read("escorts", clinicId, ids),
});

const auditOn = (thread: SqliteThread): Audit => ({
  record: (line) => thread.write("record", line),
  lines: (clinicId, limit) => thread.read("lines", clinicId, limit),
  rows: (after, limit) => thread.read("rows", after, limit),
});
