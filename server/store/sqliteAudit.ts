import type { DatabaseSync } from "node:sqlite";
import { auditBody } from "./auditBody.ts";
import { link, NO_CHAIN } from "./chain.ts";
import type { Readers, Writers } from "./sqliteCalls.ts";
import * as rows from "./sqliteRows.ts";

const LINE = "at, clinic AS clinicId, person, device, action, subject";

export const auditReaders = (db: DatabaseSync): Readers<"lines" | "rows"> => {
  const lines = db.prepare(`SELECT ${LINE} FROM audit WHERE clinic = ? ORDER BY id DESC LIMIT ?`);
  const chained = db.prepare(`SELECT id, chain, ${LINE} FROM audit WHERE id > ? ORDER BY id LIMIT ?`);
  return {
    lines: (clinicId, limit) => rows.auditLines(lines.all(clinicId, limit)),
    rows: (after, limit) =>
      rows
        .auditChainRows(chained.all(after, limit))
        .map(({ id, chain, ...line }) => ({ seq: id, body: auditBody(line), chain })),
  };
};

export const auditWriters = (db: DatabaseSync): Writers<"record"> => {
  const last = db.prepare(`SELECT id, chain, ${LINE} FROM audit ORDER BY id DESC LIMIT 1`);
  const insert = db.prepare(
    `INSERT INTO audit (id, at, clinic, person, device, action, subject, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    record: (line) => {
      const [before] = rows.auditChainRows(last.all());
      const chain = link(before?.chain ?? NO_CHAIN, auditBody(line));
      const { at, clinicId, person, device, action, subject } = line;
      insert.run((before?.id ?? 0) + 1, at, clinicId, person, device, action, subject, chain);
    },
  };
};
