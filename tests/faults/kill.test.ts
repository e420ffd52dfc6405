import { expect, onTestFinished, test } from "vitest";
import { AlarmId, CommandId, type SessionId } from "#shared/base/ids.ts";
import { MINUTE, SECOND } from "#shared/base/time.ts";
import { protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { dueList } from "#shared/recovery/due.ts";
import { openSqliteStore } from "#server/store/sqlite.ts";
import { verifyClinic } from "#server/store/verify.ts";
import { runCable } from "#tests/support/proxy.ts";
import { acceptedSeq, upTo, useRoom, type Room } from "#tests/support/room.ts";
import { openScreen, type Screen } from "#tests/support/screen.ts";
import { fullSet, lookIn, newId, startInfusion, START } from "#tests/support/wishes.ts";
import { problemsIn, type Wished } from "./history.ts";

const room = useRoom();

const ENTRIES = 20;
const KILLS_BETWEEN = 6;
const KILLS_IN_FLIGHT = 5;

/** Other ones each time; the title keeps them for who must repeat a failure. */
const killAfter: ReadonlySet<number> = new Set(
  Array.from({ length: ENTRIES }, (_, n) => n + 1)
    .toSorted(() => Math.random() - 0.5)
    .slice(0, KILLS_BETWEEN),
);

test(`[SY11] SIGKILL between entries (after ${[...killAfter].join(", ")}): every acknowledged one is there once, every screen is whole again, timers are right`, async () => {
  const { people, watch, seat, server, clinicId } = room();
  const sessionId = await seat();
  acceptedSeq(await people.nurse.submit(fullSet(sessionId)));
  acceptedSeq(await people.nurse.submit(startInfusion(sessionId)));
  const watchers = [await watch(people.clinician, { returns: true }), await watch(people.display, { returns: true })];
  const from = watchers[0]?.store.haveSeq() ?? 0;
  const wishes: Wished[] = [];
  const restarts: number[] = [];

  let now = START;
  for (let entry = 1; entry <= ENTRIES; entry += 1) {
    const commandId = newId(CommandId);
    wishes.push({ commandId, toldSeq: acceptedSeq(await people.nurse.submit(lookIn(sessionId, now), commandId)) });
    if (!killAfter.has(entry)) continue;
    for (const watcher of watchers) await watcher.has(from + entry);
    const before = watchers[0]?.store.clinic();
    await server.kill();
    restarts.push(await timed(server.start));
    const fresh = await openScreen({ server, who: people.nurse, clinicId });
    fresh.close();
    expect(fresh.store.clinic()).toEqual(before);
    expect(duesOf(fresh.store.clinic(), sessionId, now)).toEqual(duesOf(before, sessionId, now));
    now = await server.advance(20 * SECOND);
  }
  for (const watcher of watchers) {
    await watcher.has(from + ENTRIES);
    expect(watcher.seqs()).toEqual(upTo(from + ENTRIES, from));
    expect(watcher.all("snapshot")).toHaveLength(1);
  }
  expect(problemsIn(await eventsOf(room()), wishes)).toEqual([]);
  console.log(`kills between entries: ${restarts.length}, entries ${wishes.length}, restart ms ${figures(restarts)}`);
}, 60_000);

test("[SY11] SIGKILL in the middle of writing: what was acknowledged is there once, what was not is sent again and is there once", async () => {
  const { people, seat, watch, server, clinicId } = room();
  const sessionId = await seat();
  const watcher = await watch(people.clinician, { returns: true });
  const from = watcher.store.haveSeq();
  const now = await server.advance(0);
  const line = await runCable(server.port);
  onTestFinished(line.close);
  const wishes: Wished[] = [];
  let [unanswered, alreadyThere] = [0, 0];
  for (let kill = 0; kill < KILLS_IN_FLIGHT; kill += 1) {
    const writer = await openScreen({ server, who: people.nurse, clinicId, through: line.url });
    const burst = Array.from({ length: 40 }, () => [lookIn(sessionId, now), newId(CommandId)] as const);
    const writing = write(writer, burst, 1 + kill * 7);
    await writing.enough;
    if (kill % 2 === 1) {
      // Nothing more is heard, and yet it is written: the answers are lost on their way.
      line.goDead("client");
      await watcher.next("events");
    }
    await server.kill();
    line.mend();
    await writing.ended;
    writer.close();
    await server.start();
    const kept = new Set((await eventsOf(room())).map(({ commandId }) => commandId));
    const open = burst.filter(([, commandId]) => !writing.told.has(commandId));
    unanswered += open.length;
    alreadyThere += open.filter(([, commandId]) => kept.has(commandId)).length;
    for (const [commandId, toldSeq] of writing.told) wishes.push({ commandId, toldSeq });
    await Promise.all(
      open.map(async ([wish, commandId]) =>
        wishes.push({ commandId, toldSeq: acceptedSeq(await people.nurse.submit(wish, commandId)) }),
      ),
    );
  }
  const last = from + wishes.length;
  await watcher.has(last);
  expect(watcher.seqs()).toEqual(upTo(last, from));
  expect(problemsIn(await eventsOf(room()), wishes)).toEqual([]);
  expect(await room().head()).toBe(last);
  expect(alreadyThere).toBeGreaterThan(0);
  console.log(
    `kills in flight: ${KILLS_IN_FLIGHT}, entries ${wishes.length}, unanswered ${unanswered}, of these written all the same ${alreadyThere}`,
  );
}, 60_000);

test("[AL8] a call that only time raises comes at its minute though the server died before it, once, with nobody watching", async () => {
  const { people, seat, server, clinicId } = room();
  const sessionId = await seat();
  const now = await server.advance(0);
  acceptedSeq(await people.nurse.submit(fullSet(sessionId, now)));
  acceptedSeq(await people.nurse.submit(startInfusion(sessionId, now)));
  await server.advance(17 * MINUTE + 50 * SECOND);
  const raised = async (): Promise<readonly Recorded[]> =>
    (await eventsOf(room())).filter(({ event }) => event.type === "alarm-raised" && event.sessionId === sessionId);
  await server.kill();
  await server.start();
  expect(await raised()).toEqual([]);
  for (let step = 0; step < 6; step += 1) {
    await server.advance(5 * SECOND);
    await people.nurse.submit({ type: "accept-alarm", alarmId: newId(AlarmId) }); // refused, behind whatever the clock has asked for
  }
  const watcher = await openScreen({ server, who: people.clinician, clinicId });
  onTestFinished(watcher.close);
  await watcher.when(() => Object.values(watcher.store.clinic().alarms).find((alarm) => alarm.sessionId === sessionId));
  const [call, ...more] = await raised();
  expect([call?.by, call?.role, call?.event.type === "alarm-raised" && call.event.rule, more]).toEqual([
    "system",
    "system",
    "check-overdue",
    [],
  ]);
  expect(call?.at).toBeGreaterThanOrEqual(now + 18 * MINUTE);
  expect(call?.at).toBeLessThanOrEqual(now + 18 * MINUTE + 10 * SECOND);
}, 30_000);

test("[SY11] after all of that the chain of the log verifies", async () => {
  const { server, clinicId } = room();
  await server.kill();
  const store = await openSqliteStore({
    folder: server.folder,
    onFatal: (error) => {
      throw error;
    },
  });
  const verdict = await verifyClinic(store.log, clinicId);
  const head = await store.log.head(clinicId);
  await store.close();
  expect(verdict).toEqual({ intact: head });
});

const duesOf = (clinic: Clinic | undefined, sessionId: SessionId, now: number) => {
  const session = clinic?.sessions[sessionId];
  const protocol = clinic && session && protocolOf(clinic, session.protocol);
  return session && protocol ? dueList(session, protocol, now + MINUTE) : "no session";
};

/** Four hands, each sending one after the other until the link breaks; `enough` when so many answers were heard. */
const write = (writer: Screen, burst: readonly (readonly [ReturnType<typeof lookIn>, CommandId])[], many: number) => {
  const told = new Map<string, number>();
  const enough = Promise.withResolvers<void>();
  const hand = async (n: number): Promise<void> => {
    for (const [wish, commandId] of burst.filter((_, at) => at % 4 === n)) {
      told.set(commandId, acceptedSeq(await writer.submit(wish, commandId)));
      if (told.size >= many) enough.resolve();
    }
  };
  const ended = Promise.allSettled([0, 1, 2, 3].map(hand)); // the link broke: nobody knows what became of the last ones
  void ended.then(() => enough.reject(new Error("the link broke too early")));
  return { told, enough: enough.promise, ended };
};

const eventsOf = async ({ people, clinicId }: Room): Promise<readonly Recorded[]> => {
  const events: Recorded[] = [];
  for (;;) {
    const page = (await (await people.nurse.get(`/api/clinics/${clinicId}/events?after=${events.length}`)).json()) as {
      events: Recorded[];
    };
    if (page.events.length === 0) return events;
    events.push(...page.events);
  }
};

const timed = async (work: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const figures = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b).map(Math.round);
  return `p50 ${sorted[Math.floor(sorted.length / 2)] ?? 0}, most ${sorted.at(-1) ?? 0}`;
};
