import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { makePrivateFile, makePrivateFolder } from "./privateFiles.ts";
import { isBusy } from "./sqliteErrors.ts";

export interface Lock {
  release(): void;
}

export class AlreadyRunning extends Error {
  override readonly name = "AlreadyRunning";
}

/** A connection that nobody refers to is closed by the garbage collector, and its lock with it: so they are kept here. */
const held = new Set<DatabaseSync>();

/**
 * SQ7. One process for one data folder. The lock is a transaction that stays open, so the operating system frees it
 * the moment that the process ends, however it ends; nothing is left behind that somebody must clean up.
 */
export const takeLock = (folder: string): Lock => {
  makePrivateFolder(folder);
  const path = join(folder, "lock.db");
  makePrivateFile(path);
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    throw isBusy(error) ? alreadyRunning(folder) : error;
  }
  held.add(db);
  return { release: () => held.delete(db) && db.close() };
};

const alreadyRunning = (folder: string): AlreadyRunning =>
  new AlreadyRunning(`Another Chairside already uses ${folder}. Stop it first, or give this one another DATA_DIR.`);
