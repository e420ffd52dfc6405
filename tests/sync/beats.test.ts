import { renameSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ChairId } from "#shared/base/ids.ts";
import { acceptedSeq, useRoom } from "#tests/support/room.ts";
import { help, lookIn } from "#tests/support/wishes.ts";

const room = useRoom();

test("[WR7] the first beat comes with the answer to hello, the next ones every two seconds; each names the head that the screen has", async () => {
  const { people, watch, seat } = room();
  const sessionId = await seat();
  const began = performance.now();
  const screen = await watch(people.nurse);
  const heads = [await screen.when(() => screen.all("beat")[0]?.seq)];
  expect(performance.now() - began).toBeLessThan(1_500);
  for (let n = 0; n < 2; n += 1) {
    acceptedSeq(await screen.submit(lookIn(sessionId)));
    const beat = await screen.next("beat");
    expect([beat.seq, beat.epoch, beat.log]).toEqual([screen.store.haveSeq(), screen.store.epoch(), "ok"]);
    heads.push(beat.seq);
  }
  expect(heads).toEqual([heads[0], Number(heads[0]) + 1, Number(heads[0]) + 2]);
});

test("[WR7] while the log cannot be read nothing beats, though the server lives and answers; when it can be read again the beats are back", async () => {
  const { people, clinic, watch, server, head } = room();
  const [screen, before] = [await watch(people.nurse), await head()];
  const ready = async (): Promise<number> => (await fetch(`${server.url}/readyz`)).status;
  const file = join(server.folder, "chairside.db");
  await screen.next("beat");
  renameSync(file, `${file}.away`);
  const beats = screen.all("beat").length;

  // Presence is told on the tick that would beat: from one change to the next is a tick without one.
  for (const chairId of clinic.chairs.slice(0, 2)) {
    await screen.applied({ entering: chairId });
    await screen.next("presence", ({ entering }) => entering[0]?.chairId === chairId);
  }
  expect(screen.all("beat")).toHaveLength(beats);
  expect(await screen.submit(help(clinic.chairs[0] as ChairId))).toEqual({ failed: "try-again" });
  expect([await ready(), (await fetch(`${server.url}/healthz`)).status]).toEqual([503, 200]);
  const late = await watch(people.clinician);
  expect([late.store.haveSeq(), late.all("beat")]).toEqual([before, []]); // what it has is shown, and nobody vouches for it

  renameSync(`${file}.away`, file);
  expect(await screen.next("beat")).toMatchObject({ seq: before });
  expect(await ready()).toBe(200);
  expect(acceptedSeq(await screen.submit(help(clinic.chairs[0] as ChairId)))).toBe(before + 1);
});
