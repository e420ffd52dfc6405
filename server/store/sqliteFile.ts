import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { migrate } from "./sqliteSchema.ts";

/**
 * SQ1. An acknowledged entry must survive a power cut: WAL with FULL syncs every commit (fullfsync: macOS too).
 * wal_autocheckpoint is off because SQLite's own checkpoint swallows a failed fsync (tried: the next commit was
 * acknowledged); `checkpointWal` does it instead, after the answers, and its errors are seen.
 * temp_store 2 keeps savepoints in memory: no patient's row in a temporary file.
 */
const SETTINGS = {
  journal_mode: "wal",
  synchronous: 2,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  foreign_keys: 1,
  trusted_schema: 0,
  busy_timeout: 2_000,
  wal_autocheckpoint: 0,
  journal_size_limit: 67_108_864,
  mmap_size: 0,
  temp_store: 2,
} as const;

const PAGE_BYTES = 4_096;
/** About 4 MB, the size at which SQLite itself would do it. */
const WAL_FRAMES = 1_000;

/** SQ1. Opened, set, migrated, written to and read back: or not opened. */
export const openFile = (path: string, maxBytes: number | undefined): DatabaseSync => {
  const db = new DatabaseSync(path, { enableDoubleQuotedStringLiterals: false });
  for (const [name, value] of Object.entries(SETTINGS)) db.exec(`PRAGMA ${name} = ${value}`);
  if (maxBytes !== undefined) db.exec(`PRAGMA max_page_count = ${Math.floor(maxBytes / PAGE_BYTES)}`);
  migrate(db);
  db.exec("INSERT OR REPLACE INTO meta (key, value) VALUES ('written-by', 'SQLite ' || sqlite_version())");
  const differing = settingsThatDiffer(db);
  if (differing.length > 0) throw new Error(`the database did not take its settings: ${differing.join(", ")}`);
  return db;
};

/** Read back after a write, because some builds of SQLite change `synchronous` when the first transaction begins. */
export const settingsThatDiffer = (db: DatabaseSync): readonly string[] =>
  Object.entries(SETTINGS).flatMap(([name, wanted]) => {
    const [is] = Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {});
    return is === wanted ? [] : [`${name} is ${String(is)}, must be ${wanted}`];
  });

/** Moves what the WAL holds into the database when there is enough of it. Throws when the disk does not take it. */
export const checkpointWal = (db: DatabaseSync): void => {
  const frames = Number(db.prepare("PRAGMA wal_checkpoint(NOOP)").get()?.log);
  if (frames >= WAL_FRAMES) db.prepare("PRAGMA wal_checkpoint(PASSIVE)").get();
};

/** Says whether the file is still under its name: what is written to one that was moved or deleted, nobody finds again. */
export const watchPlace = (path: string): (() => boolean) => {
  const files = [path, `${path}-wal`];
  const found = files.map(inodeOf);
  return () => files.every((file, n) => inodeOf(file) !== undefined && inodeOf(file) === found[n]);
};

const inodeOf = (path: string): bigint | undefined => {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
  } catch {
    return undefined; // the folder cannot be read: as good as gone
  }
};
