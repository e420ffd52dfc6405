import type { DatabaseSync } from "node:sqlite";
import type { Outcome, Write, WriteName, Writers } from "./sqliteCalls.ts";
import { describe, isDefect, isPassing } from "./sqliteErrors.ts";

/**
 * SQ3, LG10. All that waited becomes one transaction, and one sync of the disk; each write is a savepoint, so a bad one
 * rolls back alone. When the disk is full or busy nothing of the batch was written and every write may be tried again.
 * Any other error is thrown on: nobody knows what is on the disk, and the process must end.
 */
export const runBatch = (db: DatabaseSync, writers: Writers, writes: readonly Write[]): readonly Outcome[] => {
  try {
    db.exec("BEGIN IMMEDIATE");
    const outcomes = writes.map((write) => runAlone(db, writers, write));
    db.exec("COMMIT");
    return outcomes;
  } catch (error) {
    if (!isPassing(error)) throw error;
    if (db.isTransaction) db.exec("ROLLBACK");
    return writes.map(() => ({ tryAgain: describe(error) }));
  }
};

const runAlone = (db: DatabaseSync, writers: Writers, write: Write): Outcome => {
  db.exec("SAVEPOINT alone");
  try {
    const answer = answerTo(writers, write);
    db.exec("RELEASE alone");
    return { answer };
  } catch (error) {
    if (!isDefect(error)) throw error;
    db.exec("ROLLBACK TO alone");
    db.exec("RELEASE alone");
    return { failed: describe(error) };
  }
};

const answerTo = <Name extends WriteName>(writers: Writers, { name, ask }: Write<Name>) => writers[name](...ask);
