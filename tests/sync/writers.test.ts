import { expect, test } from "vitest";
import { CommandId } from "#shared/base/ids.ts";
import type { SubmitReply } from "#shared/wire/messages.ts";
import { acceptedSeq, upTo, useRoom } from "#tests/support/room.ts";
import { checkIn, fullSet, help, lookIn, newId, note } from "#tests/support/wishes.ts";

const room = useRoom();

test("[SY8] a double tap: five of the same at once give one row and one answer, over the socket and over HTTP", async () => {
  const { people, watch, seat } = room();
  const sessionId = await seat();
  const screen = await watch(people.nurse);
  const from = screen.store.haveSeq();
  for (let tap = 1; tap <= 50; tap += 1) {
    const [wish, commandId] = [lookIn(sessionId), newId(CommandId)];
    const answers = await Promise.all(
      [1, 2, 3]
        .map(() => screen.submit(wish, commandId))
        .concat([1, 2].map(() => people.nurse.submit(wish, commandId))),
    );
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ accepted: { seq: from + tap } })));
  }
  await screen.has(from + 50);
  expect(screen.store.clinic().sessions[sessionId]?.observations).toHaveLength(50);
});

test("[SY8] the same id with another body, or from somebody else, is refused and writes nothing", async () => {
  const { people, watch, seat, head } = room();
  const sessionId = await seat();
  const [nurse, clinician] = [await watch(people.nurse), await watch(people.clinician)];
  const before = await head();
  for (let n = 1; n <= 50; n += 1) {
    const [wish, commandId] = [note(sessionId, `first ${n}`), newId(CommandId)];
    acceptedSeq(await nurse.submit(wish, commandId));
    const refused: SubmitReply = { rejected: { reason: "command-id-used" } };
    expect(
      await Promise.all([nurse.submit(note(sessionId, "second"), commandId), clinician.submit(wish, commandId)]),
    ).toEqual([refused, refused]);
  }
  expect(await head()).toBe(before + 50);
});

test("[SY8] a recorded frame played again by its own person is the first answer; by another it is refused", async () => {
  const { people, watch, seat, head } = room();
  const sessionId = await seat();
  const nurse = await watch(people.nurse);
  const said = Array.from({ length: 10 }, () => [lookIn(sessionId), newId(CommandId)] as const);
  const first = await Promise.all(said.map(([wish, id]) => nurse.submit(wish, id)));
  const before = await head();
  expect(await Promise.all(said.map(([wish, id]) => people.nurse.submit(wish, id)))).toEqual(first);
  const others = await Promise.all(said.map(([wish, id]) => people.director.submit(wish, id)));
  expect(others).toEqual(said.map(() => ({ rejected: { reason: "command-id-used" } })));
  expect(await head()).toBe(before);
});

test("[SY9] two nurses at once on one chair: both entries are kept, each with its author and its time", async () => {
  const { people, watch, seat } = room();
  const sessionId = await seat();
  const [one, two] = [await watch(people.nurse), await watch(people.clinician)];
  for (let n = 1; n <= 25; n += 1) {
    const wishes = [
      fullSet(sessionId, undefined, { hr: 55 + n }),
      fullSet(sessionId, undefined, { hr: 82 + n }),
    ] as const;
    const seqs = (await Promise.all([one.submit(wishes[0]), two.submit(wishes[1])])).map(acceptedSeq);
    expect(new Set(seqs).size).toBe(2);
  }
  for (const screen of [one, two]) {
    await screen.when(() => (screen.store.clinic().sessions[sessionId]?.observations.length === 50 ? true : undefined));
    const { observations = [] } = screen.store.clinic().sessions[sessionId] ?? {};
    for (const [who, from] of [
      [people.nurse, 55],
      [people.clinician, 82],
    ] as const) {
      const theirs = observations.filter(({ by, recordedAt }) => by === who.id && recordedAt > 0);
      expect(theirs.map(({ values }) => values.hr)).toEqual(upTo(from + 25, from));
    }
  }
});

test("[SY9] two people seat two patients in one chair: one sits there, the other is told by whom it is taken", async () => {
  const { people, clinic, watch } = room();
  const [one, two] = [await watch(people.nurse), await watch(people.desk)];
  const chairId = clinic.chairs.at(-1);
  if (chairId === undefined) throw new Error("no chair");
  const [first, second] = [checkIn(chairId), checkIn(chairId)];
  const answers = await Promise.all([one.submit(first), two.submit(second)]);
  const seated = answers.findIndex((answer) => "accepted" in answer);
  expect(answers[1 - seated]).toEqual({
    rejected: { reason: "chair-taken", chairId, sessionId: [first, second][seated]?.sessionId },
  });
});

test("[SY10] eight writers at once, three watchers: the same facts in the same order, every answer a seq of its own", async () => {
  const { people, clinic, watch, seat } = room();
  const sessions = await Promise.all([1, 2, 3, 4].map(() => seat()));
  const watchers = [await watch(people.nurse), await watch(people.clinician), await watch(people.director)];
  const writers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => watch([people.nurse, people.clinician][n % 2] ?? people.nurse)),
  );
  const from = Math.max(...watchers.map(({ store }) => store.haveSeq()));
  const answers = await Promise.all(
    writers.flatMap((writer, n) =>
      Array.from({ length: 40 }, (_, k) =>
        writer.submit(k % 10 === 0 ? help(clinic.chairs[n] as never) : lookIn(sessions[k % 4] as never)),
      ),
    ),
  );
  const seqs = answers.map(acceptedSeq);
  expect(seqs.toSorted((a, b) => a - b)).toEqual(upTo(from + 320, from));
  for (const watcher of watchers) {
    await watcher.has(from + 320);
    expect(watcher.seqs().filter((at) => at > from)).toEqual(upTo(from + 320, from));
  }
  const told = watchers.map((watcher) =>
    JSON.stringify(
      watcher
        .all("events")
        .flatMap(({ events }) => events)
        .filter(({ seq }) => seq > from),
    ),
  );
  expect(new Set(told).size).toBe(1);
  expect(new Set(watchers.map(({ store }) => JSON.stringify(store.clinic()))).size).toBe(1);
});

test("[SY10] what a writer was told is done, every watcher's head soon is: read your own write", async () => {
  const { people, watch, seat } = room();
  const sessionId = await seat();
  const writer = await watch(people.nurse);
  for (let n = 0; n < 20; n += 1)
    expect(acceptedSeq(await writer.submit(lookIn(sessionId)))).toBeLessThanOrEqual(writer.store.haveSeq());
});
