import { expect, test } from "vitest";

import { fallingBack, STORE_PATIENCE_MS } from "#client/connection/fallingBack.ts";
import { Outbox } from "#client/connection/outbox.ts";
import { memoryOutboxStorage } from "#client/connection/outboxStorage.ts";
import { ACCEPTED, handTimers, openOutbox, turn, type Storage } from "./handOutbox.ts";

test("[OB13] what a page adds while it still reads the device goes behind what lies there, under the same ids", async () => {
  const storage: Storage = memoryOutboxStorage();
  await storage.put({ commandId: "old", command: "a", addedAt: -5_000 });
  const outbox = new Outbox<string, { reason: string }>({
    storage,
    send: () => Promise.reject(new Error("the link is closed")),
    now: () => 0,
    timers: handTimers(),
    random: () => 0.5,
  });
  const added = [outbox.open(), outbox.add("new", "b"), outbox.add("old", "a")];
  await Promise.all(added);
  expect(outbox.entries().map(({ commandId }) => commandId)).toEqual(["old", "new"]);
});

test("[OB16] a refusal outlives the page: the next one lists it with its reason and sends only the others", async () => {
  const { outbox, server, storage } = await openOutbox();
  await outbox.add("one", "a");
  await outbox.add("two", "b");
  server.next().reply({ rejected: { reason: "session-unknown" } });
  await turn();
  outbox.close();
  const next = await openOutbox(storage);
  expect(next.states()).toEqual(["one refused", "two sending"]);
  expect(next.outbox.entries()[0]?.rejection).toEqual({ reason: "session-unknown" });
  expect(next.server.sent).toEqual(["two"]);
});

/** "b" looks like something on record, "strike b" is about it. */
const doubles = { asks: ({ command }: { command: string }) => command === "b", hangsOn: aboutIt };
function aboutIt(command: string, held: string): boolean {
  return command === `strike ${held}`;
}

const outage = async () => {
  const all = await openOutbox(memoryOutboxStorage(), doubles);
  await all.outbox.add("one", "a");
  all.server.next().fail();
  await turn();
  for (const [id, command] of [
    ["two", "b"],
    ["three", "strike b"],
    ["four", "c"],
  ] as const)
    await all.outbox.add(id, command);
  all.outbox.retryNow();
  for (let n = 0; n < 3; n += 1) {
    all.server.next().reply(ACCEPTED);
    await turn();
  }
  return all;
};

test("[OB17] after an outage a possible double is held, and what is about it; the rest of the queue does not wait", async () => {
  const { outbox, server, states } = await outage();
  expect(server.sent).toEqual(["one", "one", "four"]);
  expect(states()).toEqual(["two held", "three held"]);
  expect(outbox.unsent().unsent).toBe(2);
});

test("[OB17] keep both sends it, with what is about it behind it", async () => {
  const { outbox, server, states } = await outage();
  outbox.clear("two");
  await turn();
  expect(server.sent.slice(3)).toEqual(["two"]);
  server.next().reply(ACCEPTED);
  await turn();
  expect(server.sent.slice(3)).toEqual(["two", "three"]);
  expect(states()).toEqual(["three sending"]);
});

test("[OB17] same sets it aside", async () => {
  const { outbox, server, storage } = await outage();
  await outbox.setAside("two");
  await turn();
  expect(server.sent).not.toContain("two");
  expect((await storage.load()).entries.map(({ commandId }) => commandId)).toEqual(["three"]);
});

test("[OB17] what goes at once is not asked about", async () => {
  const { outbox, server } = await openOutbox(memoryOutboxStorage(), doubles);
  await outbox.add("two", "b");
  expect(server.sent).toEqual(["two"]);
});

test("[OB18] an entry that cannot be opened is listed until it is set aside, and the others go", async () => {
  const memory: Storage = memoryOutboxStorage();
  await memory.put({ commandId: "good", command: "a", addedAt: 0 });
  const unreadable = [{ commandId: "bad", addedAt: 0 }];
  const storage: Storage = { ...memory, load: async () => ({ ...(await memory.load()), unreadable }) };
  const { outbox, server } = await openOutbox(storage);
  expect(server.sent).toEqual(["good"]);
  expect(outbox.device().unreadable).toEqual(unreadable);
  await outbox.setAside("bad");
  expect(outbox.device().unreadable).toEqual([]);
});

const failing = (cause: Error): Storage => ({
  load: () => Promise.reject(cause),
  put: () => Promise.reject(cause),
  remove: () => Promise.reject(cause),
});

test("[OB14] where the device keeps nothing an entry lies in the page, is sent, and says where it lies", async () => {
  const { outbox, server } = await openOutbox(fallingBack(failing(new Error("refused")), handTimers()));
  expect(outbox.device().where).toBe("page");
  expect(await outbox.add("one", "a")).toBe("kept");
  expect(outbox.entries()).toMatchObject([{ commandId: "one", where: "page" }]);
  expect(server.sent).toEqual(["one"]);
  server.next().reply(ACCEPTED);
  await turn();
  expect(outbox.entries()).toEqual([]);
});

test("[OB14] a store that does not answer is one that refuses: nobody waits for it twice, and its late answer counts", async () => {
  const timers = handTimers();
  const memory: Storage = memoryOutboxStorage();
  let finish = (): void => undefined;
  const load: Storage["load"] = async () => {
    await new Promise<void>((done) => (finish = done));
    return memory.load();
  };
  const put: Storage["put"] = async (entry) => {
    await memory.put(entry);
    return "device";
  };
  const storage = fallingBack({ ...memory, load, put }, timers);
  const loaded = storage.load();
  timers.fire(STORE_PATIENCE_MS);
  expect((await loaded).where).toBe("page");
  const entry = { commandId: "one", command: "a", addedAt: 0 };
  expect(await storage.put(entry)).toBe("page");
  finish();
  await turn();
  expect(await storage.put(entry)).toBe("device");
});

test("[OB2] a device without room refuses the entry instead of pretending", async () => {
  const cause = new Error("no room");
  cause.name = "QuotaExceededError";
  const { outbox, server } = await openOutbox(fallingBack(failing(cause), handTimers()));
  expect(await outbox.add("one", "a")).toBe("full");
  expect(server.sent).toEqual([]);
});
