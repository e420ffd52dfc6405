import { afterEach, beforeEach, expect, test } from "vitest";

import { connectTo, EPOCH, startTinyServer } from "./tinyServer.ts";

let server: Awaited<ReturnType<typeof startTinyServer>>;
let screen: ReturnType<typeof connectTo>;

beforeEach(async () => {
  server = await startTinyServer();
  server.log.head = 3;
  screen = connectTo(server.url);
});

afterEach(async () => {
  screen.connection.close();
  await server.stop();
});

const states = () => {
  const seen: string[] = [];
  screen.connection.subscribe(() => seen.push(screen.connection.view().live.state));
  return seen;
};

const alone = (is: boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if ((screen.connection.view().aloneSince !== undefined) !== is) return;
      stop();
      resolve();
    };
    const stop = screen.connection.subscribe(look);
    look();
  });

test("[CN1] it says hello with what it has, gets what is missing, and is LIVE", async () => {
  expect(screen.connection.view().live.state).toBe("NOT_LIVE");
  await screen.reaches("LIVE");
  expect(server.heard[0]).toEqual({ type: "hello", body: { wire: 1, clinicId: "clinic-one", haveSeq: 0 } });
  expect(screen.applied).toEqual([1, 2, 3]);
  expect(screen.connection.view().build).toBe("b1");
});

test("[CN2] a watcher that was cut off for 30 events gets each once, in order, and says so until then", async () => {
  await screen.reaches("LIVE");
  const seen = states();
  const hello = server.next("hello");
  server.cut();
  server.log.head = 33;
  expect(await hello).toMatchObject({ epoch: EPOCH, haveSeq: 3 });
  await screen.reaches("LIVE");
  expect(seen.at(0)).toBe("DELAYED");
  expect(screen.applied).toEqual(Array.from({ length: 33 }, (_, n) => n + 1));
});

test("[CN3] a gap is NOT LIVE, is asked for again, and heals", async () => {
  await screen.reaches("LIVE");
  const seen = states();
  const hello = server.next("hello");
  server.log.head = 6;
  server.send(6, 6);
  expect(await hello).toMatchObject({ haveSeq: 3 });
  await screen.reaches("LIVE");
  expect(seen).toContain("NOT_LIVE");
  expect(screen.applied).toEqual([1, 2, 3, 4, 5, 6]);
});

test("[CN4] what came twice is nothing", async () => {
  await screen.reaches("LIVE");
  const seen = states();
  server.send(2, 3);
  server.log.head = 4;
  server.send(3, 4);
  const applied = server.next("applied");
  await applied;
  expect(screen.applied).toEqual([1, 2, 3, 4]);
  expect(seen).not.toContain("NOT_LIVE");
});

test("[CN5] when the beats stop it is DELAYED, NOT LIVE, LOST, and takes a new socket to be LIVE again", async () => {
  await screen.reaches("LIVE");
  const hello = server.next("hello");
  screen.wait(5_500);
  await screen.reaches("DELAYED");
  screen.wait(5_000);
  await screen.reaches("NOT_LIVE");
  await hello;
  await screen.reaches("LIVE");
});

test("[CN5] a server that hangs up is visited again", async () => {
  await screen.reaches("LIVE");
  const hello = server.next("hello");
  server.hangUp();
  await hello;
  await screen.reaches("LIVE");
});

test("[CN6] a page that comes back before somebody's eyes asks before it vouches", async () => {
  await screen.reaches("LIVE");
  const hello = server.next("hello");
  screen.shown("hidden");
  expect(screen.connection.view().live.state).toBe("NOT_LIVE");
  await hello;
  await screen.reaches("LIVE");
});

test("[CN6] a machine that slept takes a new socket: what the old one still holds was sent before", async () => {
  await screen.reaches("LIVE");
  const hello = server.next("hello");
  screen.sleep(30_000);
  await screen.reaches("NOT_LIVE");
  await hello;
  await screen.reaches("LIVE");
});

test("[CN6] a page that was frozen takes a new socket, too", async () => {
  await screen.reaches("LIVE");
  const hello = server.next("hello");
  server.log.answersHello = false;
  server.log.head = 4;
  screen.shown("frozen");
  server.send(4, 4); // sent on the old socket, and no answer to anything
  expect(screen.connection.view().live.state).toBe("NOT_LIVE");
  await hello;
  expect(screen.applied).toEqual([1, 2, 3]);
  server.send(4, 4);
  server.beat();
  await screen.reaches("LIVE");
});

test("[CN7] every two seconds it tells what it has applied and holds unsent, and measures the server's clock", async () => {
  server.log.aheadMs = 3_600_000;
  await screen.reaches("LIVE");
  expect(await server.next("applied")).toEqual({ seq: 3, unsent: 2, oldestUnsentS: 40 });
  expect(Math.abs(screen.connection.now() - (Date.now() + 3_600_000))).toBeLessThan(1_000);
});

test("[CW4] it knows since when no other screen watches: from the first answer that said so, until one that does not, or none", async () => {
  await screen.reaches("LIVE");
  await server.next("applied");
  expect(screen.connection.view().aloneSince).toBeUndefined();
  server.log.watching = 0;
  await alone(true);
  const since = screen.connection.view().aloneSince;
  await server.next("applied");
  expect(screen.connection.view().aloneSince).toBe(since);
  server.log.watching = 2;
  await alone(false);
  server.log.watching = 0;
  await alone(true);
  server.hangUp();
  await alone(false);
});

test("[CN8] the clinic's time stands still while the screen is not LIVE", async () => {
  await screen.reaches("LIVE");
  screen.wait(11_000);
  await screen.reaches("NOT_LIVE");
  const held = screen.connection.nowWhileLive();
  screen.wait(5_000);
  expect(screen.connection.nowWhileLive()).toBe(held);
  expect(screen.connection.now() - held).toBeGreaterThan(5_000);
});

test("[CN8] before it was ever LIVE the time that stands still is the server's, not the tablet's", async () => {
  server.log.aheadMs = 3_600_000;
  server.log.answersHello = false;
  const told = new Promise<void>((resolve) => screen.connection.onOpen(resolve));
  await server.next("hello");
  server.send(1, 3);
  await told;
  expect(screen.connection.view().live.state).toBe("NOT_LIVE");
  expect(Math.abs(screen.connection.nowWhileLive() - (Date.now() + 3_600_000))).toBeLessThan(1_000);
});

test("[CN9] a submit gets its answer, and fails at once while the link is closed", async () => {
  await screen.reaches("LIVE");
  expect(await screen.connection.submit("command-1", { type: "note" })).toEqual({ accepted: { seq: 3 } });
  screen.connection.close();
  await expect(screen.connection.submit("command-2", { type: "note" })).rejects.toThrow("closed");
});

test("[CN10] a beat that leaves the screen LIVE holds down the dead man's switch; one of another epoch does not", async () => {
  let vouched = 0;
  screen.connection.onVouched(() => (vouched += 1));
  await screen.reaches("LIVE");
  expect(vouched).toBeGreaterThan(0);
  const before = vouched;
  const hello = server.next("hello");
  server.log.epoch = "epoch-two";
  server.beat();
  await hello;
  expect(vouched).toBe(before);
  expect(screen.connection.view().live.state).toBe("NOT_LIVE");
});

test("[CN11] what waits goes when the server has answered hello, and no earlier", async () => {
  await screen.reaches("LIVE");
  let opened = 0;
  screen.connection.onOpen(() => (opened += 1));
  const hello = server.next("hello");
  server.log.answersHello = false;
  server.cut();
  await hello;
  await expect(screen.connection.submit("command-1", { type: "note" })).rejects.toThrow("closed");
  expect(opened).toBe(0);
  server.send(3, 3);
  await screen.reaches("LIVE");
  expect(opened).toBe(1);
  expect(await screen.connection.submit("command-1", { type: "note" })).toEqual({ accepted: { seq: 3 } });
});
