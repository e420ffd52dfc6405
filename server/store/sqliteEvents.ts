import type { DatabaseSync } from "node:sqlite";
import { seq } from "#shared/base/ids.ts";
import type { ClinicId, Seq } from "#shared/base/ids.ts";
import { assertFollows } from "./appendRules.ts";
import { link, NO_CHAIN } from "./chain.ts";
import type { Head, LogEntry } from "./eventLog.ts";
import type { Readers, Writers } from "./sqliteCalls.ts";
import * as rows from "./sqliteRows.ts";

const LINE = "seq, session AS sessionId, body, chain";

/** The tables events, commands and checkpoints. */
export const eventReaders = (
  db: DatabaseSync,
): Readers<"read" | "readSession" | "replyTo" | "head" | "clinics" | "checkpoint"> => {
  const read = db.prepare(`SELECT ${LINE} FROM events WHERE clinic = ? AND seq > ? ORDER BY seq LIMIT ?`);
  const readSession = db.prepare(`SELECT ${LINE} FROM events WHERE clinic = ? AND session = ? ORDER BY seq`);
  const replyTo = db.prepare(
    `SELECT body_hash AS bodyHash, person, first_seq AS firstSeq, last_seq AS lastSeq
     FROM commands WHERE clinic = ? AND command_id = ?`,
  );
  const checkpoint = db.prepare(
    "SELECT seq, state_version AS stateVersion, chain, state FROM checkpoints WHERE clinic = ?",
  );
  const clinics = db.prepare(CLINICS);
  return {
    read: (clinicId, after, limit) => rows.lines(read.all(clinicId, after, limit)),
    readSession: (clinicId, sessionId) => rows.lines(readSession.all(clinicId, sessionId)),
    replyTo: (clinicId, commandId) => rows.reply(replyTo.get(clinicId, commandId)),
    head: headReader(db),
    clinics: () => rows.clinics(clinics.all()).map((row) => row.clinic),
    checkpoint: (clinicId) => rows.checkpoint(checkpoint.get(clinicId)),
  };
};

export const eventWriters = (db: DatabaseSync): Writers<"append" | "saveCheckpoint"> => {
  const head = headReader(db);
  const isKnown = db.prepare("SELECT 1 FROM commands WHERE clinic = ? AND command_id = ?");
  const insert = entryWriter(db);
  const saveCheckpoint = db.prepare(
    `INSERT INTO checkpoints (clinic, seq, state_version, chain, state) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (clinic) DO UPDATE SET
       seq = excluded.seq, state_version = excluded.state_version, chain = excluded.chain, state = excluded.state`,
  );
  return {
    append: (clinicId, expected, entries) => {
      assertFollows(expected, entries);
      const before = head(clinicId);
      const known = entries.some((entry) => isKnown.get(clinicId, entry.commandId) !== undefined);
      if (known || before.seq !== expected) return { conflict: before };
      return { appended: entries.reduce((last, entry) => insert(clinicId, last, entry), before) };
    },
    saveCheckpoint: (clinicId, { seq, stateVersion, chain, state }) => {
      saveCheckpoint.run(clinicId, seq, stateVersion, chain, state);
    },
  };
};

/** Asked inside the writing transaction too: some microseconds, for a head that can never be out of step. */
const headReader = (db: DatabaseSync): ((clinicId: ClinicId) => Head) => {
  const head = db.prepare("SELECT seq, chain FROM events WHERE clinic = ? ORDER BY seq DESC LIMIT 1");
  return (clinicId) => rows.head(head.get(clinicId)) ?? { seq: seq(0), chain: NO_CHAIN };
};

const entryWriter = (db: DatabaseSync): ((clinicId: ClinicId, after: Head, entry: LogEntry) => Head) => {
  const event = db.prepare("INSERT INTO events (clinic, seq, session, body, chain) VALUES (?, ?, ?, ?, ?)");
  const command = db.prepare(
    `INSERT INTO commands (clinic, command_id, body_hash, person, device, first_seq, last_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  return (clinicId, after, { commandId, bodyHash, person, device, lines }) => {
    let last: { seq: Seq; chain: string } = after;
    for (const line of lines) {
      last = { seq: line.seq, chain: link(last.chain, line.body) };
      event.run(clinicId, line.seq, line.sessionId, line.body, last.chain);
    }
    command.run(clinicId, commandId, bodyHash, person, device, after.seq + 1, last.seq);
    return last;
  };
};

/** One step of the index per clinic; SELECT DISTINCT would walk through every event. */
const CLINICS = `
  WITH RECURSIVE found (clinic) AS (
    SELECT min(clinic) FROM events
    UNION ALL
    SELECT (SELECT min(clinic) FROM events WHERE clinic > found.clinic) FROM found WHERE found.clinic IS NOT NULL
  )
  SELECT clinic FROM found WHERE clinic IS NOT NULL`;
