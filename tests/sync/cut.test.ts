import { expect, onTestFinished, test } from "vitest";
import { CommandId } from "#shared/base/ids.ts";
import { WIRE_VERSION } from "#shared/wire/version.ts";
import { Connection } from "#client/connection/connection.ts";
import { createServerClock } from "#client/connection/serverClock.ts";
import { createClinicStore } from "#client/store/clinicStore.ts";
import { parseServerMessage } from "#client/store/serverMessage.ts";
import { runCable, type Cable } from "#tests/support/proxy.ts";
import { acceptedSeq, upTo, useRoom } from "#tests/support/room.ts";
import { lookIn, newId } from "#tests/support/wishes.ts";

const room = useRoom();

const cable = async (): Promise<Cable> => {
  const it = await runCable(room().server.port);
  onTestFinished(it.close);
  return it;
};

const ENTRIES = 30;

test.each([
  ["cut", (line: Cable) => line.cut()],
  ["dead towards the screen", (line: Cable) => line.goDead("client")],
  ["dead both ways", (line: Cable) => line.goDead()],
])("[SY6] a watcher whose cable is %s for 30 entries gets every one, in order, none twice", async (_, fail) => {
  const { people, watch, seat } = room();
  const sessionId = await seat();
  const line = await cable();
  const screen = await watch(people.clinician, { through: line.url, returns: true });
  const from = screen.store.haveSeq();
  await people.nurse.submit(lookIn(sessionId));
  await screen.has(from + 1);
  fail(line);
  for (let n = 0; n < ENTRIES; n += 1) acceptedSeq(await people.nurse.submit(lookIn(sessionId)));
  expect(screen.store.haveSeq()).toBe(from + 1);
  line.mend();
  await screen.has(from + 1 + ENTRIES);
  await people.nurse.submit(lookIn(sessionId));
  await screen.has(from + 2 + ENTRIES);
  expect(screen.seqs()).toEqual(upTo(from + 2 + ENTRIES, from));
  expect(screen.all("snapshot")).toHaveLength(1);
  expect(screen.store.clinic().sessions[sessionId]?.observations).toHaveLength(ENTRIES + 2);
});

test("[SY6] cut at twenty moments while others write: whole again each time", async () => {
  const { people, watch, seat } = room();
  const sessionId = await seat();
  const line = await cable();
  const screen = await watch(people.clinician, { through: line.url, returns: true });
  const writer = await watch(people.nurse);
  const from = screen.store.haveSeq();
  for (let cut = 0; cut < 20; cut += 1) {
    const writing = Promise.all(Array.from({ length: 10 }, () => writer.submit(lookIn(sessionId))));
    await screen.has(from + cut * 10 + 1 + (cut % 5));
    line.cut();
    await writing;
    line.mend();
    await screen.has(from + (cut + 1) * 10);
  }
  expect(screen.seqs()).toEqual(upTo(from + 200, from));
  expect(screen.store.clinic()).toEqual(writer.store.clinic());
});

test("[SY6] the page itself: not LIVE while entries are missing, and LIVE again only when it has every one", async () => {
  const { people, seat, clinicId, server } = room();
  const sessionId = await seat();
  const line = await cable();
  const store = createClinicStore();
  let slipped = 0;
  const clocks = { link: () => performance.now() + slipped, wall: () => Date.now() + slipped };
  const connection = new Connection({
    wire: WIRE_VERSION,
    clinicId,
    inbox: store,
    parse: parseServerMessage,
    clocks,
    clock: createServerClock(clocks.wall),
    url: line.url,
    report: () => ({ unsent: 0, oldestUnsentS: 0 }),
    onPageShown: () => () => undefined,
    socket: {
      reconnectionDelay: 20,
      reconnectionDelayMax: 100,
      extraHeaders: { cookie: people.nurse.cookie, origin: server.url },
    },
  });
  onTestFinished(() => connection.close());
  const seen: (readonly [state: string, seq: number])[] = [];
  const state = (wanted: string): Promise<void> =>
    new Promise((resolve) => {
      const stop = connection.subscribe(() => look());
      const look = (): void => {
        const { live } = connection.view();
        if (seen.at(-1)?.[0] !== live.state) seen.push([live.state, store.haveSeq()]);
        if (live.state !== wanted) return;
        stop();
        resolve();
      };
      look();
    });

  await state("LIVE");
  const from = store.haveSeq();
  line.goDead();
  for (let n = 0; n < ENTRIES; n += 1) await people.nurse.submit(lookIn(sessionId));
  slipped += 10_500; // as if that long had passed without a beat
  await state("NOT_LIVE");
  expect(store.haveSeq()).toBe(from);
  line.mend();
  await state("LIVE");
  expect(seen.filter(([name]) => name === "LIVE").map(([, at]) => at)).toEqual([from, from + ENTRIES]);
});

test("[SY7] an acknowledgement lost on its way: the retry over a new connection gets the same answer, and there is one row", async () => {
  const { people, watch, seat } = room();
  const sessionId = await seat();
  const line = await cable();
  const [nurse, other] = [
    await watch(people.nurse, { through: line.url, returns: true }),
    await watch(people.clinician),
  ];
  for (let n = 0; n < 10; n += 1) {
    const [wish, commandId, from] = [lookIn(sessionId), newId(CommandId), other.store.haveSeq()];
    line.goDead("client");
    const unanswered = nurse.submit(wish, commandId).catch(() => "no answer");
    await other.has(from + 1);
    line.mend();
    await nurse.has(from + 1);
    const retried = nurse.when(() => (nurse.connected() ? true : undefined)).then(() => nurse.submit(wish, commandId));
    expect(await retried).toEqual({ accepted: { seq: from + 1 } });
    expect(await people.nurse.submit(wish, commandId)).toEqual({ accepted: { seq: from + 1 } });
    expect(other.store.haveSeq()).toBe(from + 1);
    void unanswered;
  }
  expect(nurse.store.clinic().sessions[sessionId]?.observations).toHaveLength(10);
});
