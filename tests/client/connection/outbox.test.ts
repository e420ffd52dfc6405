import { expect, test } from "vitest";

import { Outbox, OUTBOX_LIMIT, retryDelayMs, SEND_TIMEOUT_MS, type SubmitReply } from "#client/connection/outbox.ts";
import { memoryOutboxStorage, type OutboxStorage } from "#client/connection/outboxStorage.ts";

type Reply = SubmitReply<{ reason: string }>;

/** Timers that fire by hand. */
const handTimers = () => {
  const waiting = new Map<number, { run: () => void; ms: number }>();
  let made = 0;
  const set = (run: () => void, ms: number): number => {
    waiting.set(++made, { run, ms });
    return made;
  };
  const clear = (timer: unknown): void => void waiting.delete(timer as number);
  const delays = (): number[] => [...waiting.values()].map(({ ms }) => ms);
  const fire = (ms: number): void => {
    const [timer, { run }] = [...waiting].find(([, entry]) => entry.ms === ms) ?? [0, { run: () => undefined }];
    waiting.delete(timer);
    run();
  };
  return { set, clear, delays, fire };
};

/** A server that answers when it is told to. */
const handServer = () => {
  const sent: string[] = [];
  const open: { reply: (reply: Reply) => void; fail: () => void }[] = [];
  const send = (commandId: string): Promise<Reply> =>
    new Promise((reply, reject) => {
      sent.push(commandId);
      open.push({ reply, fail: () => reject(new Error("the link is closed")) });
    });
  return { sent, send, next: () => open.shift() ?? { reply: () => undefined, fail: () => undefined } };
};

const turn = async (): Promise<void> => {
  for (let step = 0; step < 12; step += 1) await Promise.resolve();
};

const set = async (storage: OutboxStorage<string> = memoryOutboxStorage()) => {
  const timers = handTimers();
  const server = handServer();
  const machine = { now: 0 };
  const outbox = new Outbox<string, { reason: string }>({
    storage,
    send: server.send,
    now: () => machine.now,
    timers,
    random: () => 0.5,
  });
  await outbox.open();
  const states = (): string[] => outbox.entries().map(({ commandId, state }) => `${commandId} ${state}`);
  return { outbox, timers, server, machine, states, storage };
};

const ACCEPTED: Reply = { accepted: { seq: 7 } };

test("[OB1] an entry is kept before it is sent, and gone once it is accepted", async () => {
  const { outbox, server, states, storage } = await set();
  const answer = outbox.answer("one");
  expect(await outbox.add("one", "a")).toBe("kept");
  expect(await storage.load()).toEqual([{ commandId: "one", command: "a", addedAt: 0 }]);
  expect(states()).toEqual(["one sending"]);
  server.next().reply(ACCEPTED);
  expect(await answer).toEqual(ACCEPTED);
  expect(states()).toEqual([]);
  expect(await storage.load()).toEqual([]);
});

test("[OB2] what cannot be kept does not look kept and is not sent", async () => {
  const broken = { ...memoryOutboxStorage<string>(), put: () => Promise.reject(new Error("disk full")) };
  const { outbox, server, states } = await set(broken);
  await expect(outbox.add("one", "a")).rejects.toThrow("disk full");
  expect(states()).toEqual([]);
  expect(server.sent).toEqual([]);
});

test("[OB3] one is on its way at a time, in the order in which they were made", async () => {
  const { outbox, server, states } = await set();
  await outbox.add("one", "a");
  await outbox.add("two", "b");
  expect(server.sent).toEqual(["one"]);
  expect(states()).toEqual(["one sending", "two not-sent"]);
  server.next().reply(ACCEPTED);
  await turn();
  expect(server.sent).toEqual(["one", "two"]);
});

test("[OB4] an attempt without an answer is tried again with the same id, and the next one waits for it", async () => {
  const { outbox, server, timers, states } = await set();
  await outbox.add("one", "a");
  await outbox.add("two", "b");
  server.next().fail();
  await turn();
  expect(states()).toEqual(["one not-sent", "two not-sent"]);
  timers.fire(1_000);
  expect(server.sent).toEqual(["one", "one"]);
});

test("[OB4] try-again is no answer", async () => {
  const { outbox, server, states } = await set();
  await outbox.add("one", "a");
  server.next().reply({ failed: "try-again" });
  await turn();
  expect(states()).toEqual(["one not-sent"]);
});

test("[OB5] an attempt is given up after eight seconds", async () => {
  const { outbox, timers, states } = await set();
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
  const { outbox, server, timers } = await set();
  await outbox.add("one", "a");
  server.next().fail();
  await turn();
  outbox.retryNow();
  expect(server.sent).toEqual(["one", "one"]);
  expect(timers.delays()).toEqual([SEND_TIMEOUT_MS]);
});

test("[OB8] the same id is kept once", async () => {
  const { outbox, server } = await set();
  await outbox.add("one", "a");
  await outbox.add("one", "a");
  expect(outbox.entries()).toHaveLength(1);
  expect(server.sent).toEqual(["one"]);
});

test("[OB9] a refused entry stays until a person sets it aside, and does not hold up the others", async () => {
  const { outbox, server, states, storage } = await set();
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
  expect(await storage.load()).toMatchObject([{ commandId: "two" }]);
});

test("[OB10] it holds five hundred, and says so instead of dropping one", async () => {
  const { outbox } = await set();
  for (let n = 0; n < OUTBOX_LIMIT; n += 1) await outbox.add(`entry-${n}`, "a");
  expect(await outbox.add("one-more", "a")).toBe("full");
  expect(outbox.entries()).toHaveLength(OUTBOX_LIMIT);
});

test("[OB11] what an earlier page left goes first, in order", async () => {
  const storage = memoryOutboxStorage<string>();
  await storage.put({ commandId: "old-1", command: "a", addedAt: -5_000 });
  await storage.put({ commandId: "old-2", command: "b", addedAt: -4_000 });
  const { outbox, server } = await set(storage);
  expect(server.sent).toEqual(["old-1"]);
  expect(outbox.unsent()).toEqual({ unsent: 2, oldestUnsentS: 5 });
});

test("[OB12] listeners hear every change and see a new list each time", async () => {
  const { outbox, server } = await set();
  const seen: (readonly unknown[])[] = [];
  const stop = outbox.subscribe(() => seen.push(outbox.entries()));
  await outbox.add("one", "a");
  server.next().reply(ACCEPTED);
  await turn();
  stop();
  expect(seen.map((entries) => entries.length)).toEqual([1, 1, 0]);
  expect(new Set(seen).size).toBe(3);
});
