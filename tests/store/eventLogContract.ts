import { expect, test } from "vitest";
import { seq } from "#shared/base/ids.ts";
import { link, NO_CHAIN } from "#server/store/chain.ts";
import type { EventLog } from "#server/store/eventLog.ts";
import {
  clinicA,
  clinicB,
  entryAfter,
  filled,
  linesAfter,
  newCommandId,
  nurse,
  numberedClinic,
  sessionOne,
  sessionTwo,
} from "./makers.ts";

const nothing = { seq: 0, chain: NO_CHAIN };

/** What every store promises. `open` gives an empty log that the suite's test may do anything with. */
export const eventLogContract = (open: () => Promise<EventLog>): void => {
  test("[LG1] every line of every command of an append is written", async () => {
    const log = await open();
    const entries = [entryAfter(0, 2), entryAfter(2, 1)];
    await log.append(clinicA, seq(0), entries);
    expect(await log.read(clinicA, seq(0), 10)).toMatchObject(entries.flatMap((entry) => entry.lines));
  });

  test("[LG1] one command of an append that cannot be written leaves nothing of the others", async () => {
    const log = await open();
    const twice = entryAfter(0);
    await expect(log.append(clinicA, seq(0), [twice, { ...twice, lines: linesAfter(1, 1) }])).rejects.toThrow();
    expect(await log.head(clinicA)).toEqual(nothing);
    expect(await log.read(clinicA, seq(0), 10)).toEqual([]);
    expect(await log.replyTo(clinicA, twice.commandId)).toBeUndefined();
    expect(await log.clinics()).toEqual([]);
  });

  test.each([
    ["begin too late", [entryAfter(1)]],
    ["begin too early", [{ ...entryAfter(0), lines: linesAfter(-1, 1) }]],
    ["leave a hole", [entryAfter(0), entryAfter(2)]],
    ["repeat a number", [entryAfter(0), entryAfter(0)]],
    ["are none", [{ ...entryAfter(0), lines: [] }]],
  ])("[LG2] lines that %s are a defect, and nothing is written", async (_, entries) => {
    const log = await open();
    await expect(log.append(clinicA, seq(0), entries)).rejects.toThrow("defect");
    expect(await log.head(clinicA)).toEqual(nothing);
  });

  test("[LG2] an append without a command is a defect", async () => {
    const log = await open();
    await expect(log.append(clinicA, seq(0), [])).rejects.toThrow("defect");
  });

  test("[LG3] a taken seq is a conflict with the true head, and writes nothing", async () => {
    const log = await open();
    const head = await filled(log, clinicA, 3);
    const late = entryAfter(2);
    expect(await log.append(clinicA, seq(2), [late])).toEqual({ conflict: head });
    expect(await log.head(clinicA)).toEqual(head);
    expect(await log.replyTo(clinicA, late.commandId)).toBeUndefined();
  });

  test("[LG3] a seq beyond the head is a conflict too: history has no holes", async () => {
    const log = await open();
    const head = await filled(log, clinicA, 1);
    expect(await log.append(clinicA, seq(5), [entryAfter(5)])).toEqual({ conflict: head });
  });

  test("[LG3] of two appends at one seq, asked for together, one is written and the other hears the new head", async () => {
    const log = await open();
    const [first, second] = await Promise.all([
      log.append(clinicA, seq(0), [entryAfter(0, 2)]),
      log.append(clinicA, seq(0), [entryAfter(0, 2)]),
    ]);
    const head = await log.head(clinicA);
    expect(first).toEqual({ appended: head });
    expect(second).toEqual({ conflict: head });
    expect(head.seq).toBe(2);
  });

  test("[LG4] a known command is a conflict even at the right seq, and writes nothing", async () => {
    const log = await open();
    const known = entryAfter(0);
    await log.append(clinicA, seq(0), [known]);
    const head = await log.head(clinicA);
    const again = { ...known, lines: linesAfter(2, 1) };
    expect(await log.append(clinicA, seq(1), [entryAfter(1), again])).toEqual({ conflict: head });
    expect(await log.head(clinicA)).toEqual(head);
  });

  test("[LG4] the reply to a command tells what it gave, whose it was and what it said", async () => {
    const log = await open();
    const [first, second] = [
      entryAfter(0, 2),
      entryAfter(2, 3, { bodyHash: "c".repeat(64), person: "system", device: "system" }),
    ];
    await log.append(clinicA, seq(0), [first, second]);
    expect(await log.replyTo(clinicA, first.commandId)).toEqual({
      bodyHash: first.bodyHash,
      person: nurse,
      firstSeq: 1,
      lastSeq: 2,
    });
    expect(await log.replyTo(clinicA, second.commandId)).toEqual({
      bodyHash: second.bodyHash,
      person: "system",
      firstSeq: 3,
      lastSeq: 5,
    });
    expect(await log.replyTo(clinicA, newCommandId())).toBeUndefined();
  });

  test.each([
    { after: 0, limit: 10, seqs: [1, 2, 3, 4] },
    { after: 0, limit: 2, seqs: [1, 2] },
    { after: 2, limit: 10, seqs: [3, 4] },
    { after: 3, limit: 1, seqs: [4] },
    { after: 4, limit: 10, seqs: [] },
    { after: 9, limit: 10, seqs: [] },
  ])("[LG5] after $after, at most $limit: $seqs", async ({ after, limit, seqs }) => {
    const log = await open();
    await filled(log, clinicA, 4);
    expect((await log.read(clinicA, seq(after), limit)).map((line) => line.seq)).toEqual(seqs);
  });

  test("[LG5] a session is read alone, in order", async () => {
    const log = await open();
    await log.append(clinicA, seq(0), [
      entryAfter(0, 1, { lines: linesAfter(0, 1, null) }),
      entryAfter(1, 2, { lines: linesAfter(1, 2, sessionOne) }),
      entryAfter(3, 1, { lines: linesAfter(3, 1, sessionTwo) }),
      entryAfter(4, 1, { lines: linesAfter(4, 1, sessionOne) }),
    ]);
    expect((await log.readSession(clinicA, sessionOne)).map((line) => line.seq)).toEqual([2, 3, 5]);
    expect(await log.readSession(clinicB, sessionOne)).toEqual([]);
  });

  test("[LG6] every line carries the chain value that follows from the one before, and the head the last", async () => {
    const log = await open();
    expect(await log.head(clinicA)).toEqual(nothing);
    const appended = await log.append(clinicA, seq(0), [entryAfter(0, 2), entryAfter(2, 1)]);
    const lines = await log.read(clinicA, seq(0), 10);
    let chain = NO_CHAIN;
    for (const line of lines) expect(line.chain).toBe((chain = link(chain, line.body)));
    expect(appended).toEqual({ appended: { seq: 3, chain } });
    expect(await log.head(clinicA)).toEqual({ seq: 3, chain });
  });

  test("[LG6] the chain value is the SHA-256 of the value before, a line feed and the body", () => {
    expect(link(NO_CHAIN, "{}")).toBe("5649d09ed68c17156095d175eef152856c5b1a81c117c409c1e00f096aa6838e");
  });

  test("[LG7] clinics do not see each other: the same command id, seqs and sessions are their own", async () => {
    const log = await open();
    const entry = entryAfter(0);
    await log.append(clinicA, seq(0), [entry]);
    expect(await log.head(clinicB)).toEqual(nothing);
    expect(await log.replyTo(clinicB, entry.commandId)).toBeUndefined();
    expect(await log.append(clinicB, seq(0), [entry])).toHaveProperty("appended");
    expect([...(await log.clinics())].sort()).toEqual([clinicA, clinicB]);
  });

  test("[LG8] a clinic has one checkpoint, the one saved last", async () => {
    const log = await open();
    const checkpoint = { seq: seq(1), stateVersion: 1, chain: "c".repeat(64), state: "{}" };
    expect(await log.checkpoint(clinicA)).toBeUndefined();
    await log.saveCheckpoint(clinicA, checkpoint);
    await log.saveCheckpoint(clinicA, { ...checkpoint, seq: seq(2), stateVersion: 2 });
    expect(await log.checkpoint(clinicA)).toEqual({ ...checkpoint, seq: 2, stateVersion: 2 });
    expect(await log.checkpoint(clinicB)).toBeUndefined();
    expect(await log.clinics()).toEqual([]);
  });

  test("[LG10] appends of many clinics in one turn are each answered for themselves", async () => {
    const log = await open();
    const clinics = Array.from({ length: 100 }, (_, n) => numberedClinic(n));
    const answers = await Promise.all(
      clinics.map((clinicId, n) => log.append(clinicId, seq(0), [entryAfter(0, (n % 3) + 1)])),
    );
    expect(answers.map((answer) => "appended" in answer && answer.appended.seq)).toEqual(
      clinics.map((_, n) => (n % 3) + 1),
    );
  });

  test("[LG10] a bad append among good ones is refused alone", async () => {
    const log = await open();
    const twice = entryAfter(0);
    const [before, hole, double, after] = await Promise.allSettled([
      log.append(clinicA, seq(0), [entryAfter(0)]),
      log.append(clinicB, seq(0), [entryAfter(7)]),
      log.append(clinicB, seq(0), [twice, { ...twice, lines: linesAfter(1, 1) }]),
      log.append(clinicA, seq(1), [entryAfter(1)]),
    ]);
    expect([before.status, hole.status, double.status, after.status]).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      "fulfilled",
    ]);
    expect((await log.head(clinicA)).seq).toBe(2);
    expect(await log.head(clinicB)).toEqual(nothing);
  });
};
