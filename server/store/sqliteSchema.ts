import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { runMigrations, type Migration } from "./migrations.ts";

/**
 * SQ9. Numbered by their place, forward only, never edited once released: a change is a new one at the end.
 * Each runs once, in one transaction with the number that says so.
 */
const MIGRATIONS: readonly Migration[] = [
  (db) => {
    db.exec(LOG);
    db.exec(REGISTER);
    db.exec(AUDIT);
    db.prepare("INSERT INTO meta (key, value) VALUES ('epoch', ?)").run(randomUUID());
  },
];

export const migrate = (db: DatabaseSync): void => runMigrations(db, MIGRATIONS);

const neverChanges = (table: string): string => `
  CREATE TRIGGER ${table}_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table}: rows are never changed'); END;
  CREATE TRIGGER ${table}_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table}: rows are never deleted'); END;
`;

const LOG = `
  CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE events (
    clinic  TEXT    NOT NULL,
    seq     INTEGER NOT NULL CHECK (seq > 0),
    session TEXT,
    body    TEXT    NOT NULL,
    chain   TEXT    NOT NULL,
    PRIMARY KEY (clinic, seq)
  ) STRICT;
  CREATE INDEX events_of_session ON events (clinic, session, seq) WHERE session IS NOT NULL;
  ${neverChanges("events")}

  CREATE TABLE commands (
    clinic     TEXT    NOT NULL,
    command_id TEXT    NOT NULL,
    body_hash  TEXT    NOT NULL,
    person     TEXT    NOT NULL,
    device     TEXT    NOT NULL,
    first_seq  INTEGER NOT NULL,
    last_seq   INTEGER NOT NULL CHECK (last_seq >= first_seq),
    PRIMARY KEY (clinic, command_id)
  ) STRICT, WITHOUT ROWID;
  ${neverChanges("commands")}

  CREATE TABLE checkpoints (
    clinic        TEXT    NOT NULL PRIMARY KEY,
    seq           INTEGER NOT NULL,
    state_version INTEGER NOT NULL,
    chain         TEXT    NOT NULL,
    state         TEXT    NOT NULL
  ) STRICT;
`;

/** The columns found_* are made by patientSearch.ts and serve the search alone. */
const REGISTER = `
  CREATE TABLE patients (
    clinic             TEXT NOT NULL,
    id                 TEXT NOT NULL,
    given_name         TEXT NOT NULL,
    family_name        TEXT NOT NULL,
    birth_date         TEXT NOT NULL,
    identifier         TEXT,
    phone              TEXT,
    allergies          TEXT,
    found_names        TEXT NOT NULL,
    found_identifier   TEXT,
    found_family_first TEXT NOT NULL,
    PRIMARY KEY (clinic, id)
  ) STRICT;

  CREATE TABLE escorts (
    clinic   TEXT NOT NULL,
    id       TEXT NOT NULL,
    session  TEXT NOT NULL,
    name     TEXT NOT NULL,
    relation TEXT,
    phone    TEXT,
    PRIMARY KEY (clinic, id)
  ) STRICT;
`;

const AUDIT = `
  CREATE TABLE audit (
    id      INTEGER NOT NULL PRIMARY KEY,
    at      INTEGER NOT NULL,
    clinic  TEXT,
    person  TEXT,
    device  TEXT,
    action  TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    chain   TEXT    NOT NULL
  ) STRICT;
  CREATE INDEX audit_of_clinic ON audit (clinic, id);
  ${neverChanges("audit")}
`;
