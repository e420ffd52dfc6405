import { beforeAll, expect, test } from "vitest";
import { HOUR } from "#shared/base/time.ts";
import type { PersonId } from "#shared/base/ids.ts";
import { askServer } from "#server/cli/control.ts";
import { openJar, setPin } from "#tests/support/browserJar.ts";
import { useRoom } from "#tests/support/room.ts";
import { tabletsOf } from "./tablets.ts";

const room = useRoom();
const { newTablet, stateOf, newShifts } = tabletsOf(room);
const PIN = "274951";

beforeAll(async () => {
  const { desk, director } = room().people;
  for (const who of [desk, director]) await setPin(who, PIN);
});

const resetPassword = (username: string, password: string) =>
  askServer(room().server.folder, { ask: "staff-reset", username, password });

test("[DV5] a new password ends the shift, the PIN and what began with it; screens are told", async () => {
  const { people, server, watch } = room();
  const shared = await newTablet();
  await newShifts();
  await setPin(people.nurse, PIN);
  await shared.enterPin(people.nurse.id, PIN);
  const screen = await watch({ ...people.nurse, cookie: shared.cookie() });
  await screen.when(() => (screen.all("snapshot").length > 0 ? true : undefined));
  await resetPassword("the.nurse", "quite another set of words");
  await screen.closed();
  expect([await shared.me(), await stateOf(people.nurse, shared)]).toEqual([undefined, undefined]);
  expect((await shared.enterPin(people.nurse.id, PIN)).status).toBe(403);
  expect(await (await openJar(server)).signIn("the.nurse", "quite another set of words")).toBe(200);
  expect(await stateOf(people.nurse, shared)).toBe("none");
});

test("[DV5] a closed account has no tile", async () => {
  const { people, server } = room();
  const shared = await newTablet();
  await shared.enterPin(people.desk.id, PIN);
  expect((await shared.me())?.person.id).toBe(people.desk.id);
  await askServer(server.folder, { ask: "staff-disable", username: "the.desk" });
  expect(await shared.me()).toBeUndefined();
  expect(await stateOf(people.desk, shared)).toBeUndefined();
  expect((await shared.enterPin(people.desk.id, PIN)).status).toBe(403);
});

test("[DV5] [DV6] twelve hours after the full sign-in the tile is gone, and so is what the PIN had opened", async () => {
  const { people, server } = room();
  const shared = await newTablet();
  await newShifts("the.nurse", "the.desk");
  const who: PersonId = people.director.id;
  expect((await shared.enterPin(who, PIN)).status).toBe(200);
  await server.advance(6 * HOUR);
  expect((await shared.enterPin(who, PIN)).status).toBe(200); // a PIN opens no shift and lengthens none
  await server.advance(6 * HOUR - 1);
  expect((await shared.me())?.person.id).toBe(who);
  await server.advance(1);
  expect([await shared.me(), (await shared.tiles()).length]).toEqual([undefined, 0]);
  expect((await shared.enterPin(who, PIN)).status).toBe(403);
});
