import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AlreadyRunning, takeLock } from "#server/store/lock.ts";
import { startLockHolder } from "./children.ts";
import { throwAwayFolder } from "./makers.ts";

test("[SQ7] a folder that another process uses is refused; when that one is killed it is free at once", async () => {
  const folder = throwAwayFolder();
  const other = startLockHolder(folder);
  await other.said("locked");
  expect(() => takeLock(folder)).toThrow(AlreadyRunning);
  expect(() => takeLock(folder)).toThrow(`Another Chairside already uses ${folder}.`);
  await other.kill();
  takeLock(folder).release();
});

test("[SQ7] a second process is refused while this one holds the lock, and takes it after it was released", async () => {
  const folder = throwAwayFolder();
  const lock = takeLock(folder);
  expect(() => takeLock(folder)).toThrow(AlreadyRunning); // a failed attempt must not free the lock of this process
  expect(await startLockHolder(folder).said("refused")).toContain("AlreadyRunning: Another Chairside already uses");
  lock.release();
  lock.release();
  await startLockHolder(folder).said("locked");
});

test("[SQ7] a lock that nobody refers to any more is still held", async () => {
  const folder = throwAwayFolder();
  takeLock(folder);
  for (let n = 0; n < 20; n += 1) new ArrayBuffer(50_000_000); // makes the garbage collector run
  await new Promise(setImmediate);
  await startLockHolder(folder).said("refused");
});

test("[SQ8] the lock file is for its owner alone", () => {
  const folder = throwAwayFolder();
  takeLock(folder).release();
  expect(statSync(join(folder, "lock.db")).mode & 0o777).toBe(0o600);
});
