import { expect, test } from "vitest";

import { OUTBOX_LIMIT, retryDelayMs, SEND_TIMEOUT_MS } from "#client/connection/outbox.ts";
import { memoryOutboxStorage } from "#client/connection/outboxStorage.ts";
import { ACCEPTED, openOutbox, turn, type Storage } from "./handOutbox.ts";

test("[OB1] an entry is kept before it is sent, and gone once it is accepted", async () => {
  const { outbox, server, states, storage } = await openOutbox();
  const answer = outbox.answer("one");
  expect(await outbox.add("one", "a")).toBe("kept");
  expect((await storage.load()).entries).toEqual([{ commandId: "one", command: "a", addedAt: 0 }]);
  expect(states()).toEqual(["one sending"]);
  server.next().reply(ACCEPTED);
  expect(await answer).toEqual(ACCEPTED);
  expect(states()).toEqual([]);
  expect((await storage.load()).entries).toEqual([]);
});

test("[OB2] what cannot be kept does not look kept and is not sent", async () => {
  const full: Storage = { ...memoryOutboxStorage(), put: () => Promise.resolve("full") };
  const { outbox, server, states } = await openOutbox(full);
  expect(await outbox.add("one", "a")).toBe("full");
  expect(states()).toEqual([]);
  expect(server.sent).toEqual([]);
});

test("[OB1] [OB3] a store that takes its time is waited for, and the order is the one in which they were added", async () => {
  const memory: Storage = memoryOutboxStorage();
  const gates: (() => void)[] = [];
  const slow: Storage = {
    ...memory,
    put: async (entry) => {
      await new Promise<void>((open) => gates.push(open));
      return memory.put(entry);
    },
  };
  const { outbox, server, states } = await openOutbox(slow);
  const added = [outbox.add("one", "a"), outbox.add("two", "b"), outbox.add("one", "a")];
  await turn();
  expect([states(), server.sent, gates.length]).toEqual([[], [], 1]);
  gates.shift()?.();
  await turn();
  expect([server.sent, gates.length]).toEqual([["one"], 1]);
  gates.shift()?.();
  expect(await Promise.all(added)).toEqual(["kept", "kept", "kept"]);
  expect(states()).toEqual(["one sending", "two not-sent"]);
});

test("[OB3] one is on its way at a time, in the order in which they were made", async () => {
  const { outbox, server, states } = await openOutbox();
  await outbox.add("one", "a");
  await outbox.add("two", "b");
  expect(server.sent).toEqual(["one"]);
  expect(states()).toEqual(["one sending", "two not-sent"]);
  server.next().reply(ACCEPTED);
  await turn();
  expect(server.sent).toEqual(["one", "two"]);
});

test("[OB4] an attempt without an answer is tried again with the same id, and the next one waits for it", async () => {
  const { outbox, server, timers, states } = await openOutbox();
  await outbox.add("one", "a");
  await outbox.add("two", "b");
  server.next().fail();
  await turn();
  expect(states()).toEqual(["one not-sent", "two not-sent"]);
  timers.fire(1_000);
  expect(server.sent).toEqual(["one", "one"]);
});

test("[OB4] try-again is no answer", async () => {
  const { outbox, server, states } = await openOutbox();
  await outbox.add("one", "a");
  server.next().reply({ failed: "try-again" });
  await turn();
  expect(states()).toEqual(["one not-sent"]);
});

test("[OB5] an attempt is given up after eight seconds", async () => {
  const { outbox, timers, states } = await openOutbox();
  await outbox.add("one", "a");
  expect(timers.delays()).toEqual([SEND_TIMEOUT_MS]);
  timers.fire(SEND_TIMEOUT_MS);
  await turn();
  expect(states()).toEqual(["one not-sent"]);
});

test("[OB6] retries wait 1, 2, 4 ... 30 s, give or take a quarter", () => {
  expect([1, 2, 3, 4, 5, 6, 20].map((tries) => retryDelayMs(tries, 0.5))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
  expect(retryDelayMs(1, 0)).toBe(750);
  expect(retryDelayMs(1, 1)).toBe(1_250);
});

test("[OB7] when the link is back what waits is tried at once", async () => {
  const { outbox, server, timers } = await openOutbox();
  await outbox.add("one", "a");
  server.next().fail();
  await turn();
  outbox.retryNow();
  expect(server.sent).toEqual(["one", "one"]);
  expect(timers.delays()).toEqual([SEND_TIMEOUT_MS]);
});

test("[OB8] the same id is kept once", async () => {
  const { outbox, server } = await openOutbox();
  await outbox.add("one", "a");
  await outbox.add("one", "a");
  expect(outbox.entries()).toHaveLength(1);
  expect(server.sent).toEqual(["one"]);
});

test("[OB9] a refused entry stays until a person sets it aside, and does not hold up the others", async () => {
  const { outbox, server, states, storage } = await openOutbox();
  await outbox.add("one", "a");
  await outbox.add("two", "b");
  server.next().reply({ rejected: { reason: "session-unknown" } });
  await turn();
  expect(states()).toEqual(["one refused", "two sending"]);
  expect(outbox.entries()[0]?.rejection).toEqual({ reason: "session-unknown" });
  expect(outbox.unsent().unsent).toBe(1);
  await outbox.setAside("two");
  await outbox.setAside("one");
  expect(states()).toEqual(["two sending"]);
  expect((await storage.load()).entries).toMatchObject([{ commandId: "two" }]);
});

test("[OB10] it holds five hundred, and says so instead of dropping one", async () => {
  const { outbox } = await openOutbox();
  for (let n = 0; n < OUTBOX_LIMIT; n += 1) await outbox.add(`entry-${n}`, "a");
  expect(await outbox.add("one-more", "a")).toBe("full");
  expect(outbox.entries()).toHaveLength(OUTBOX_LIMIT);
});

test("[OB11] what an earlier page left goes first, in order", async () => {
  const storage: Storage = memoryOutboxStorage();
  await storage.put({ commandId: "old-1", command: "a", addedAt: -5_000 });
  await storage.put({ commandId: "old-2", command: "b", addedAt: -4_000 });
  const { outbox, server } = await openOutbox(storage);
  expect(server.sent).toEqual(["old-1"]);
  expect(outbox.unsent()).toEqual({ unsent: 2, oldestUnsentS: 5 });
});

test("[OB12] listeners hear every change and see a new list each time", async () => {
  const { outbox, server } = await openOutbox();
  const seen: (readonly unknown[])[] = [];
  const stop = outbox.subscribe(() => seen.push(outbox.entries()));
  await outbox.add("one", "a");
  server.next().reply(ACCEPTED);
  await turn();
  stop();
  expect(seen.map((entries) => entries.length)).toEqual([1, 1, 0]);
  expect(new Set(seen).size).toBe(3);
});
