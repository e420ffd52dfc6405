import type { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "#shared/base/assert.ts";
import { auditReaders, auditWriters } from "./sqliteAudit.ts";
import { runBatch } from "./sqliteBatch.ts";
import type { FromWorker, OpenAsk, Outcome, Read, Readers, ReadName, ToWorker, Write, Writers } from "./sqliteCalls.ts";
import { describe, isPassing } from "./sqliteErrors.ts";
import { eventReaders, eventWriters } from "./sqliteEvents.ts";
import { checkpointWal, openFile, watchPlace } from "./sqliteFile.ts";
import { registerReaders, registerWriters } from "./sqliteRegister.ts";

/*
 * The writer thread: the one place that speaks SQL, so that a slow disk stops no beat. It handles one message at a time.
 */

const serve = (db: DatabaseSync, path: string): void => {
  const readers: Readers = { ...eventReaders(db), ...registerReaders(db), ...auditReaders(db) };
  const writers: Writers = { ...eventWriters(db), ...registerWriters(db), ...auditWriters(db) };
  const inPlace = watchPlace(path);
  let broken = false;

  const commit = (writes: readonly Write[]): void => {
    const outcomes = inPlace() ? runBatch(db, writers, writes) : writes.map(() => GONE);
    say({ kind: "committed", outcomes });
    tidy(db);
  };
  const close = (): void => {
    db.close();
    port.close();
  };
  const receive = (message: ToWorker): void => {
    switch (message.kind) {
      case "read":
        return say({ kind: "answer", id: message.id, outcome: inPlace() ? outcomeOf(readers, message.read) : GONE });
      case "batch":
        return commit(message.writes);
      case "close":
        return close();
    }
  };

  // SQ5. After an error that leaves the disk in doubt nothing is answered any more, neither this batch nor what follows.
  port.on("message", (message: ToWorker) => {
    if (broken) return;
    try {
      receive(message);
    } catch (error) {
      broken = true;
      say({ kind: "fatal", reason: describe(error) });
    }
  });
};

const GONE: Outcome = { tryAgain: "the database file is not in its place" };

const outcomeOf = (readers: Readers, read: Read): Outcome => {
  try {
    return { answer: answerTo(readers, read) };
  } catch (error) {
    return isPassing(error) ? { tryAgain: describe(error) } : { failed: describe(error) };
  }
};

const answerTo = <Name extends ReadName>(readers: Readers, { name, ask }: Read<Name>) => readers[name](...ask);

/** Everything is on the disk already, in the WAL: a full or busy disk only puts this off. */
const tidy = (db: DatabaseSync): void => {
  try {
    checkpointWal(db);
  } catch (error) {
    if (!isPassing(error)) throw error;
  }
};

assert(parentPort !== null, "sqliteWorker.ts runs as a thread");
const port = parentPort;
const say = (message: FromWorker): void => port.postMessage(message);

const { path, maxBytes } = workerData as OpenAsk; // from sqlite.ts
try {
  const db = openFile(path, maxBytes);
  serve(db, path);
  say({ kind: "opened", epoch: String(db.prepare("SELECT value FROM meta WHERE key = 'epoch'").get()?.value) });
} catch (error) {
  say({ kind: "refused", reason: describe(error) });
}
