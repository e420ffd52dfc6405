import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { seq } from "#shared/base/ids.ts";
import { link, NO_CHAIN } from "#server/store/chain.ts";
import { memoryLog } from "#server/store/memory.ts";
import { verifyAudit, verifyChain, verifyClinic } from "#server/store/verify.ts";
import type { Verdict } from "#server/store/verify.ts";
import { clinicA, clinicB, entryAfter, filled, throwAwayFolder } from "./makers.ts";
import { openStore } from "./openStore.ts";

test("[VC1] a log as it was written is intact, over more than one page", async () => {
  const log = memoryLog();
  const head = await filled(log, clinicA, 1_001);
  expect(await verifyClinic(log, clinicA)).toEqual({ intact: head });
  expect(await verifyClinic(log, clinicB)).toEqual({ intact: { seq: 0, chain: NO_CHAIN } });
});

test.each<[string, string, Verdict]>([
  [
    "an edited body",
    "UPDATE events SET body = replace(body, 'synthetic', 'Synthetic') WHERE seq = 4",
    { broken: { seq: 4, why: "changed" } },
  ],
  [
    "an edited chain value",
    "UPDATE events SET chain = replace(chain, 'a', 'b') WHERE seq = 4",
    { broken: { seq: 4, why: "changed" } },
  ],
  ["a deleted row", "DELETE FROM events WHERE seq = 4", { broken: { seq: 4, why: "missing" } }],
  ["a deleted first row", "DELETE FROM events WHERE seq = 1", { broken: { seq: 1, why: "missing" } }],
  [
    "a renumbered row",
    "DELETE FROM events WHERE seq = 4; UPDATE events SET seq = 4 WHERE seq = 5",
    { broken: { seq: 4, why: "changed" } },
  ],
  [
    "a row moved in from another clinic",
    "UPDATE events SET clinic = 'clinic-a', seq = 7 WHERE clinic = 'clinic-b' AND seq = 1",
    { broken: { seq: 7, why: "changed" } },
  ],
])("[VC2] %s is found, and where", async (_, tampering, verdict) => {
  const folder = throwAwayFolder();
  const before = await openStore({ folder });
  await filled(before.log, clinicA, 6);
  await filled(before.log, clinicB, 1);
  await before.close();
  tamper(folder, tampering);
  expect(await verifyClinic((await openStore({ folder })).log, clinicA)).toEqual(verdict);
});

test("[VC2] an edited line of the audit is found", async () => {
  const folder = throwAwayFolder();
  const before = await openStore({ folder });
  for (const at of [1, 2, 3]) {
    await before.audit.record({
      at,
      clinicId: clinicA,
      person: null,
      device: null,
      action: "viewed",
      subject: "board",
    });
  }
  expect(await verifyAudit(before.audit)).toHaveProperty("intact");
  await before.close();
  tamper(folder, "UPDATE audit SET subject = 'session:other' WHERE id = 2");
  expect(await verifyAudit((await openStore({ folder })).audit)).toEqual({ broken: { seq: 2, why: "changed" } });
});

test("[VC3] an end that was cut off is found when the checkpoint lies beyond it", async () => {
  const folder = throwAwayFolder();
  const before = await openStore({ folder });
  const head = await filled(before.log, clinicA, 6);
  await before.log.saveCheckpoint(clinicA, { ...head, stateVersion: 1, state: "{}" });
  await before.close();
  tamper(folder, "DELETE FROM events WHERE seq > 4");
  expect(await verifyClinic((await openStore({ folder })).log, clinicA)).toEqual({
    broken: { seq: 5, why: "cut-off" },
  });
});

test("[VC3] a chain that was written anew is found by an anchor, and by nothing else", async () => {
  const anew = (body: string) => [{ seq: 1, body, chain: link(NO_CHAIN, body) }];
  const anchor = { seq: 1, chain: link(NO_CHAIN, "{}") };
  expect(await verifyChain(anew("{ }"))).toHaveProperty("intact");
  expect(await verifyChain(anew("{ }"), [anchor])).toEqual({ broken: { seq: 1, why: "rewritten" } });
  expect(await verifyChain(anew("{}"), [anchor])).toEqual({ intact: anchor });
});

test("[VC3] the anchor of a log that went on stays good", async () => {
  const log = memoryLog();
  const anchor = await filled(log, clinicA, 2);
  await log.append(clinicA, seq(2), [entryAfter(2)]);
  expect(await verifyClinic(log, clinicA, [anchor])).toMatchObject({ intact: { seq: 3 } });
});

/** As somebody with the file and the time would: the guards go first. */
const tamper = (folder: string, sql: string): void => {
  const db = new DatabaseSync(join(folder, "chairside.db"));
  for (const table of ["events", "audit"]) db.exec(`DROP TRIGGER ${table}_update; DROP TRIGGER ${table}_delete`);
  db.exec(sql);
  db.close();
};
