import { renameSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { seq } from "#shared/base/ids.ts";
import { TryAgain } from "#server/store/eventLog.ts";
import type { EventLog, LogEntry } from "#server/store/eventLog.ts";
import { SqliteThread } from "#server/store/sqliteThread.ts";
import { verifyClinic } from "#server/store/verify.ts";
import { startWriter } from "./children.ts";
import { clinicA, clinicB, entryAfter, filled, throwAwayFolder } from "./makers.ts";
import { openStore } from "./openStore.ts";

const KB = 1_024;

test("[SQ4] a full disk: nothing written, try again; reads go on; room comes back and so do writes, without a restart", async () => {
  const { log } = await openStore({ maxBytes: 400 * KB });
  const ballast = { seq: seq(0), stateVersion: 1, chain: "", state: "x".repeat(100 * KB) };
  await log.saveCheckpoint(clinicB, ballast);
  const refused = await appendUntilRefused(log);
  const head = await log.head(clinicA);
  expect(head.seq).toBeGreaterThan(0);
  expect(await log.replyTo(clinicA, refused.commandId)).toBeUndefined();
  expect(await log.read(clinicA, seq(0), 1_000)).toHaveLength(head.seq);

  await log.saveCheckpoint(clinicB, { ...ballast, state: "" });
  expect(await log.append(clinicA, head.seq, [refused])).toHaveProperty("appended");
  expect(await verifyClinic(log, clinicA)).toHaveProperty("intact");
});

test("[SQ4] a database that somebody else writes to: try again after 2 s, and again it goes", async () => {
  const folder = throwAwayFolder();
  const { log } = await openStore({ folder });
  const other = new DatabaseSync(join(folder, "chairside.db"));
  other.exec("BEGIN IMMEDIATE");
  await expect(log.append(clinicA, seq(0), [entryAfter(0)])).rejects.toThrow(TryAgain);
  other.exec("ROLLBACK");
  other.close();
  expect(await log.append(clinicA, seq(0), [entryAfter(0)])).toHaveProperty("appended");
});

test.each(["chairside.db", "chairside.db-wal"])(
  "[SQ4] while %s is not in its place nothing is read or written",
  async (name) => {
    const folder = throwAwayFolder();
    const { log } = await openStore({ folder });
    const head = await filled(log, clinicA, 2);
    renameSync(join(folder, name), join(folder, "moved"));
    await expect(log.append(clinicA, seq(2), [entryAfter(2)])).rejects.toThrow(TryAgain);
    await expect(log.head(clinicA)).rejects.toThrow("not in its place");
    renameSync(join(folder, "moved"), join(folder, name));
    expect(await log.head(clinicA)).toEqual(head);
    expect(await log.append(clinicA, seq(2), [entryAfter(2)])).toHaveProperty("appended");
  },
);

test("[SQ4] more than 10,000 waiting appends are turned away", async () => {
  const { log } = await openStore();
  const asked = Array.from({ length: 10_001 }, () => log.append(clinicA, seq(1), [entryAfter(1)]));
  const answers = await Promise.allSettled(asked);
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(10_000);
  expect(answers.at(-1)).toMatchObject({ status: "rejected", reason: { name: "TryAgain" } });
});

test("[SQ5] a write that the disk refuses ends the process: nothing is acknowledged after it, nothing before it is lost", async () => {
  const folder = throwAwayFolder();
  const writer = startWriter(folder, { largestFileKb: 1_000 });
  expect(await writer.ended).toEqual({ code: 70, signal: null });
  expect(writer.output().at(-1)).toMatch(/^fatal the store is broken: disk I\/O error/);
  const { log } = await openStore({ folder });
  expect(writer.acks().length).toBeGreaterThan(0);
  for (const ack of writer.acks())
    expect(await log.replyTo(ack.clinicId, ack.commandId)).toMatchObject({ lastSeq: ack.seq });
  for (const clinicId of await log.clinics()) expect(await verifyClinic(log, clinicId)).toHaveProperty("intact");
});

test.each([
  ["ends", "parentPort.once('message', () => process.exit(0))"],
  ["throws", "parentPort.once('message', () => { throw new Error('synthetic') })"],
  [
    "says that it is broken",
    "parentPort.on('message', () => parentPort.postMessage({ kind: 'fatal', reason: 'synthetic' }))",
  ],
])("[SQ5] a writer thread that %s is heard of once, and nothing that was asked is ever answered", async (_, script) => {
  const worker = new Worker(`const { parentPort } = require('node:worker_threads'); ${script}`, { eval: true });
  const fatal = Promise.withResolvers<Error>();
  let heard = 0;
  const thread = new SqliteThread(worker, (error) => {
    heard += 1;
    fatal.resolve(error);
  });
  let settled = 0;
  const settle = (): void => void (settled += 1);
  thread.write("append", clinicA, seq(0), [entryAfter(0)]).then(settle, settle);
  thread.read("head", clinicA).then(settle, settle);
  expect((await fatal.promise).message).toContain("the store is broken");
  thread.read("head", clinicA).then(settle, settle);
  await thread.close();
  await new Promise(setImmediate);
  expect([heard, settled]).toEqual([1, 0]);
});

/** Fills the log with big lines; gives the append that had no room. */
const appendUntilRefused = async (log: EventLog): Promise<LogEntry> => {
  for (let after = 0; after < 1_000; after += 1) {
    const entry = entryAfter(after, 1, { lines: [{ seq: seq(after + 1), sessionId: null, body: "x".repeat(4 * KB) }] });
    try {
      await log.append(clinicA, seq(after), [entry]);
    } catch (error) {
      expect(error).toBeInstanceOf(TryAgain);
      return entry;
    }
  }
  throw new Error("the disk never became full");
};
