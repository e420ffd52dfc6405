import { chmodSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { seq } from "#shared/base/ids.ts";
import { StoreRefused } from "#server/store/sqlite.ts";
import { openFile, settingsThatDiffer } from "#server/store/sqliteFile.ts";
import { auditContract } from "./auditContract.ts";
import { eventLogContract } from "./eventLogContract.ts";
import { clinicA, entryAfter, escort, filled, numberedClinic, patient, throwAwayFolder } from "./makers.ts";
import { openStore } from "./openStore.ts";
import { registerContract } from "./registerContract.ts";

describe("sqlite", () => {
  eventLogContract(async () => (await openStore()).log);
  registerContract(async () => (await openStore()).register);
  auditContract(async () => (await openStore()).audit);
});

test("[LG9] a log that is opened again has the same epoch, lines, replies and checkpoint, and goes on", async () => {
  const folder = throwAwayFolder();
  const before = await openStore({ folder });
  const entry = entryAfter(0, 2);
  await before.log.append(clinicA, seq(0), [entry]);
  await before.log.saveCheckpoint(clinicA, { ...(await before.log.head(clinicA)), stateVersion: 1, state: "{}" });
  await before.register.addPatient(clinicA, patient("1"));
  await before.register.saveEscort(clinicA, escort("1"));
  const lines = await before.log.read(clinicA, seq(0), 10);
  await before.close();

  const { log, register } = await openStore({ folder });
  expect(log.epoch).toBe(before.log.epoch);
  expect(await log.read(clinicA, seq(0), 10)).toEqual(lines);
  expect(await log.replyTo(clinicA, entry.commandId)).toMatchObject({ firstSeq: 1, lastSeq: 2 });
  expect(await log.checkpoint(clinicA)).toMatchObject({ seq: 2 });
  expect(await register.patients(clinicA, [patient("1").id])).toEqual([patient("1")]);
  expect(await register.escorts(clinicA, [escort("1").id])).toEqual([escort("1")]);
  expect(await log.append(clinicA, seq(2), [entryAfter(2)])).toHaveProperty("appended");
});

test("[LG9] two logs never have one epoch", async () => {
  expect((await openStore()).log.epoch).not.toBe((await openStore()).log.epoch);
});

test("[SQ1] the settings that keep an acknowledged entry through a power cut are in force after the first write", () => {
  const db = openFile(join(throwAwayFolder(), "chairside.db"), undefined);
  expect(settingsThatDiffer(db)).toEqual([]);
  db.exec("PRAGMA synchronous = NORMAL; PRAGMA trusted_schema = ON");
  expect(settingsThatDiffer(db)).toEqual(["synchronous is 1, must be 2", "trusted_schema is 1, must be 0"]);
  db.close();
});

test("[SQ1] a database that does not take its settings is not opened", () => {
  expect(() => openFile(":memory:", undefined)).toThrow("journal_mode is memory, must be wal");
});

test("[SQ1] a file that is no database refuses the start, and says which file", async () => {
  const folder = throwAwayFolder();
  writeFileSync(join(folder, "chairside.db"), "not a database, but long enough to have a header of its own".repeat(20));
  await expect(openStore({ folder })).rejects.toThrow(StoreRefused);
  await expect(openStore({ folder })).rejects.toThrow("chairside.db: file is not a database");
});

test("[SQ2] every table is strict", async () => {
  const folder = throwAwayFolder();
  await openStore({ folder });
  const tables = raw(folder).prepare(
    "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
  );
  expect(tables.all()).toEqual([]);
});

test.each(["events", "commands", "audit"])(
  "[SQ2] the database itself refuses to change or delete rows of %s",
  async (table) => {
    const folder = throwAwayFolder();
    const { log, audit } = await openStore({ folder });
    await filled(log, clinicA, 2);
    await audit.record({ at: 1, clinicId: clinicA, person: null, device: null, action: "viewed", subject: "board" });
    const db = raw(folder);
    expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(`${table}: rows are never deleted`);
    expect(() => db.exec(`UPDATE ${table} SET clinic = 'other'`)).toThrow(`${table}: rows are never changed`);
    db.close();
  },
);

test("[SQ3] what is asked for in one turn of the event loop is one commit", async () => {
  const { log, stats } = await openStore();
  await Promise.all(Array.from({ length: 200 }, (_, n) => log.append(numberedClinic(n), seq(0), [entryAfter(0)])));
  expect(stats).toEqual({ commits: 1, appends: 200 });
});

test("[SQ3] what comes while a commit runs is the next commit", async () => {
  const { log, stats } = await openStore();
  const first = log.append(numberedClinic(0), seq(0), [entryAfter(0)]);
  await new Promise(setImmediate);
  const rest = Array.from({ length: 50 }, (_, n) => log.append(numberedClinic(n + 1), seq(0), [entryAfter(0)]));
  await Promise.all([first, ...rest]);
  expect(stats).toEqual({ commits: 2, appends: 51 });
});

test("[SQ3] an append that is alone waits for nobody", async () => {
  const { log, stats } = await openStore();
  await filled(log, clinicA, 20);
  expect(stats).toEqual({ commits: 20, appends: 20 });
});

test("[SQ10] the WAL is moved into the database as it grows, and written again from its beginning", async () => {
  const folder = throwAwayFolder();
  const { log } = await openStore({ folder });
  const big = (after: number) =>
    entryAfter(after, 1, { lines: [{ seq: seq(after + 1), sessionId: null, body: "x".repeat(20_000) }] });
  for (let after = 0; after < 40; after += 1) {
    await Promise.all(Array.from({ length: 20 }, (_, n) => log.append(numberedClinic(n), seq(after), [big(after)])));
  }
  await log.head(clinicA); // behind the last checkpoint
  expect(statSync(join(folder, "chairside.db")).size).toBeGreaterThan(12_000_000);
  expect(statSync(join(folder, "chairside.db-wal")).size).toBeLessThan(7_000_000);
});

test("[SQ3] what was asked before closing is answered, what comes after is refused", async () => {
  const { log } = await openStore();
  const last = log.append(clinicA, seq(0), [entryAfter(0)]);
  const closed = log.close();
  await expect(log.head(clinicA)).rejects.toThrow("the store is closed");
  expect(await last).toHaveProperty("appended");
  await closed;
  await log.close();
});

test("[SQ8] files are for their owner alone, side files too, and so is a folder that we made", async () => {
  const folder = join(throwAwayFolder(), "data");
  const { log } = await openStore({ folder });
  await filled(log, clinicA, 1);
  expect(rightsOf(folder)).toBe("700");
  for (const name of ["chairside.db", "chairside.db-wal", "chairside.db-shm"])
    expect(rightsOf(join(folder, name))).toBe("600");
});

test("[SQ8] a database that others could read is closed to them", async () => {
  const folder = throwAwayFolder();
  await (await openStore({ folder })).close();
  chmodSync(join(folder, "chairside.db"), 0o644);
  await openStore({ folder });
  expect(rightsOf(join(folder, "chairside.db"))).toBe("600");
});

test("[SQ9] a database of a newer program is refused, and left as it is", async () => {
  const folder = throwAwayFolder();
  await (await openStore({ folder })).close();
  const db = raw(folder);
  db.exec("PRAGMA user_version = 999");
  db.close();
  await expect(openStore({ folder })).rejects.toThrow("use a newer Chairside");
  expect(raw(folder).prepare("PRAGMA user_version").get()).toEqual({ user_version: 999 });
});

const raw = (folder: string): DatabaseSync => new DatabaseSync(join(folder, "chairside.db"));

const rightsOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
