import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { runMigrations, type Migration } from "#server/store/migrations.ts";
import { makePrivateFile } from "#server/store/privateFiles.ts";

/** What the accounts library does not know: devices, PINs, shifts. A file and a connection of our own, beside the library's. */
export const openPeopleFile = (folder: string): DatabaseSync => {
  const path = join(folder, "people.db");
  makePrivateFile(path);
  const db = new DatabaseSync(path, { enableDoubleQuotedStringLiterals: false });
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000");
  runMigrations(db, MIGRATIONS);
  return db;
};

/** Forward only, never edited once released. Of every secret a hash is kept: this file opens nothing. */
const MIGRATIONS: readonly Migration[] = [
  (db) =>
    db.exec(`
      CREATE TABLE devices (
        id           TEXT    NOT NULL PRIMARY KEY,
        clinic       TEXT    NOT NULL,
        kind         TEXT    NOT NULL CHECK (kind IN ('tablet', 'display')),
        label        TEXT    NOT NULL,
        browser      TEXT    NOT NULL,
        member       TEXT,
        key_hash     TEXT    NOT NULL UNIQUE,
        enrolled_by  TEXT    NOT NULL,
        enrolled_at  INTEGER NOT NULL,
        seen_at      INTEGER NOT NULL,
        ended_by     TEXT,
        ended_at     INTEGER,
        locked_until INTEGER NOT NULL DEFAULT 0
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE codes (
        hash    TEXT    NOT NULL PRIMARY KEY,
        clinic  TEXT    NOT NULL,
        kind    TEXT    NOT NULL CHECK (kind IN ('tablet', 'display')),
        label   TEXT    NOT NULL,
        made_by TEXT    NOT NULL,
        made_on TEXT    NOT NULL,
        until   INTEGER NOT NULL,
        device  TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE pins (
        person TEXT    NOT NULL PRIMARY KEY,
        hash   TEXT    NOT NULL,
        set_on TEXT,
        set_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE pin_failures (
        id       INTEGER NOT NULL PRIMARY KEY,
        device   TEXT    NOT NULL REFERENCES devices (id),
        person   TEXT    NOT NULL,
        at       INTEGER NOT NULL,
        forgiven INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX pin_failures_of_device ON pin_failures (device, at);

      CREATE TABLE shifts (person TEXT NOT NULL PRIMARY KEY, opened_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

      CREATE TABLE pin_sign_ins (
        id         TEXT    NOT NULL PRIMARY KEY,
        device     TEXT    NOT NULL UNIQUE REFERENCES devices (id),
        person     TEXT    NOT NULL,
        token_hash TEXT    NOT NULL,
        began_at   INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `),
];
