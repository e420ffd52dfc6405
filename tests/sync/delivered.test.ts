import { expect, test } from "vitest";
import type { ChairId } from "#shared/base/ids.ts";
import { acceptedSeq, useRoom } from "#tests/support/room.ts";
import type { SignedIn } from "#tests/support/people.ts";
import type { Screen } from "#tests/support/screen.ts";
import { help } from "#tests/support/wishes.ts";

const room = useRoom();

const at = (who: SignedIn, device: string): SignedIn => ({
  ...who,
  cookie: `${who.cookie}; chairside-device=${device}`,
});

/** What the screen was last told of that call. */
const screensOf = (screen: Screen, alarmId: string): number | undefined =>
  screen
    .all("presence")
    .at(-1)
    ?.delivered.find((one) => one.alarmId === alarmId)?.screens;

const told = (screen: Screen, alarmId: string, screens: number | undefined): Promise<true> =>
  screen.when(() => (screensOf(screen, alarmId) === screens ? true : undefined));

test("[CW2] [PR2] the caller hears within 12 s that nobody has it, then to how many it went, and nothing once somebody has it", async () => {
  const { people, watch, clinic } = room();
  const tablet = await watch(at(people.nurse, "tablet-of-the-call"));
  await tablet.applied();
  const call = help(clinic.chairs[3] as ChairId);
  const began = performance.now();
  const seq = acceptedSeq(await tablet.submit(call));
  await tablet.has(seq);
  await tablet.applied(); // the caller's own tablet has it, and that is not enough
  await told(tablet, call.alarmId, 0);
  expect(performance.now() - began).toBeLessThan(12_000);

  const [wall, desk, station] = [
    await watch(at(people.display, "wall-of-the-call")),
    await watch(at(people.desk, "desk-of-the-call")),
    await watch(at(people.nurse, "station-of-the-call")),
  ];
  for (const screen of [wall, desk, station]) {
    await screen.has(seq);
    await screen.applied();
  }
  await told(tablet, call.alarmId, 2);
  wall.close();
  acceptedSeq(await station.submit({ type: "accept-alarm", alarmId: call.alarmId }));
  await told(tablet, call.alarmId, undefined);
  acceptedSeq(await station.submit({ type: "pass-on-alarm", alarmId: call.alarmId }));
  await told(tablet, call.alarmId, 2); // the wall that is gone had it all the same
});

test("[CW1] each screen hears how many others watch; one that closes, or is silent for ten seconds, does not", async () => {
  const { people, watch } = room();
  const tablet = await watch(at(people.nurse, "tablet-alone"));
  const others = async (): Promise<number> => (await tablet.applied()).watching;
  expect(await others()).toBe(0);
  const wall = await watch(at(people.display, "wall-that-goes"));
  expect(await others()).toBe(0); // it has not said yet what it has
  await wall.applied();
  const second = await watch(at(people.nurse, "tablet-alone"));
  await second.applied();
  await (await watch(at(people.desk, "desk-beside"))).applied();
  expect(await others()).toBe(1);
  expect((await wall.applied()).watching).toBe(1);
  wall.close();
  await tablet.when(() => (wall.connected() ? undefined : true));
  const gone = performance.now();
  while ((await others()) > 0) await tablet.next("beat");
  expect(performance.now() - gone).toBeLessThan(2_500);
});

test("[CW1] a screen before its hello is told of nobody", async () => {
  const { people, watch } = room();
  const [silent, other] = [await watch(people.nurse, { silent: true }), await watch(at(people.display, "wall-before"))];
  await other.applied();
  expect((await silent.applied({ seq: 0 as never })).watching).toBe(0);
});
