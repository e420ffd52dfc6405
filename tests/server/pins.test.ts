import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, expect, test } from "vitest";
import { HOUR, MINUTE } from "#shared/base/time.ts";
import { ClinicId } from "#shared/base/ids.ts";
import type { DeviceList } from "#shared/wire/http.ts";
import { askServer } from "#server/cli/control.ts";
import { enrolled, openJar, setPin, type Jar } from "#tests/support/browserJar.ts";
import { PASSWORD } from "#tests/support/people.ts";
import { useRoom } from "#tests/support/room.ts";
import { tabletsOf } from "./tablets.ts";

const room = useRoom();
const PIN = "274951";
const OTHER_PIN = "908070";
const WRONG = "318642";

let tablet: Jar;
const { here, newTablet, lastLabel, stateOf, newShifts } = tabletsOf(room);

const inPeopleFile = (sql: string): readonly Record<string, unknown>[] => {
  const db = new DatabaseSync(join(room().server.folder, "people.db"), { readOnly: true });
  const found = db.prepare(sql).all();
  db.close();
  return found;
};

beforeAll(async () => {
  tablet = await newTablet();
});

test("[DV9] one's own PIN is set with the password once more, in six digits that will do, and kept like a password", async () => {
  const { nurse, desk, display } = room().people;
  expect(await setPin(nurse, PIN, "not my password at all")).toBe(403);
  expect(await stateOf(nurse, tablet)).toBe("none");
  for (const [pin, title] of [
    ["121212", "This PIN is too easy to guess. Take six digits without a pattern."],
    ["27495", "A PIN has 6 digits."],
  ]) {
    const answer = await nurse.post("/api/auth/my-pin", { password: PASSWORD, pin });
    expect([answer.status, await answer.json()]).toMatchObject([400, { title }]);
  }
  expect((await (await openJar(room().server)).post("/api/auth/my-pin", { password: PASSWORD, pin: PIN })).status).toBe(
    401,
  );
  for (const who of [nurse, desk, display]) expect(await setPin(who, PIN)).toBe(200); // two may have the same
  const kept = inPeopleFile("SELECT hash FROM pins").map((row) => String(row["hash"]));
  expect(kept).toHaveLength(3);
  for (const hash of kept) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(new Set(kept).size).toBe(3);
  expect(await stateOf(nurse, tablet)).toBe("set");
});

test("[DV9] who guesses at the password there is made to wait, and nobody else is", async () => {
  const { clinician, director } = room().people;
  for (let n = 0; n < 10; n += 1) expect(await setPin(clinician, PIN, "not my password at all")).toBe(403);
  expect(await setPin(clinician, PIN)).toBe(429);
  expect(await setPin(director, PIN)).toBe(200);
});

test("[DV5] the tiles are the staff of this clinic whose shift is open, by name, and only an enrolled tablet shows them", async () => {
  const { people, clinic, server } = room();
  const former = await clinic.staff("former.nurse", ["nurse"]);
  await people.admin.submit({ type: "end-membership", person: former.id, role: "nurse" });
  const tiles = await tablet.tiles();
  expect(tiles.map(({ name }) => name)).toEqual(tiles.map(({ name }) => name).toSorted());
  const everybody = [people.admin, people.clinician, people.desk, people.director, people.display, people.nurse];
  expect(new Set(tiles.map(({ id }) => id))).toEqual(new Set(everybody.map(({ id }) => id)));
  expect(tiles.find(({ id }) => id === people.nurse.id)).toEqual({
    id: people.nurse.id,
    name: "the.nurse (synthetic)",
    pin: "set",
  });
  expect(await (await (await openJar(server)).get("/api/auth/tiles")).json()).toBeNull();
});

test("[DV6] a PIN signs its person in at an enrolled tablet, with her own rights, in this clinic", async () => {
  const { people, clinicId } = room();
  expect(await tablet.enterPin(people.nurse.id, PIN)).toEqual({ status: 200, ok: true });
  const cookie = tablet.lastSet().find((one) => one.startsWith("chairside-pin="));
  expect(cookie).toMatch(/^chairside-pin=[\w-]{43}; Max-Age=(\d+); Path=\/; HttpOnly; SameSite=Strict$/);
  expect(Number(/Max-Age=(\d+)/.exec(cookie ?? "")?.[1])).toBeLessThanOrEqual((12 * HOUR) / 1000);
  expect(await tablet.me()).toMatchObject({
    person: { id: people.nurse.id, username: "the.nurse" },
    device: { kind: "tablet", label: "Tablet 1" },
    clinics: [{ id: clinicId, roles: ["nurse"] }],
  });
  expect((await tablet.get(`/api/clinics/${clinicId}/devices`)).status).toBe(403);
});

test("[DV6] it opens nothing at a device that is not enrolled, at a display, or with a key that has ended", async () => {
  const { people, server, clinicId } = room();
  const title = "PINs open only tablets that the clinic has enrolled";
  const stranger = await openJar(server);
  expect(await stranger.enterPin(people.nurse.id, PIN)).toMatchObject({ status: 403, title });
  const display = await enrolled(here(), "display", "Wall");
  expect(await display.enterPin(people.nurse.id, PIN)).toMatchObject({ status: 403, title });
  const stolen = await openJar(server);
  for (const name of ["chairside-key", "chairside-pin"]) stolen.cookies.set(name, tablet.cookies.get(name) ?? "");
  expect(await stolen.me()).toBeUndefined(); // the cookies alone, in another browser
  const gone = await newTablet();
  await gone.enterPin(people.nurse.id, PIN);
  const { devices } = (await (await people.admin.get(`/api/clinics/${clinicId}/devices`)).json()) as DeviceList;
  const screen = await room().watch({ ...people.nurse, cookie: gone.cookie() });
  await screen.when(() => (screen.all("snapshot").length > 0 ? true : undefined));
  const began = performance.now();
  const last = devices.find(({ label }) => label === lastLabel());
  expect((await people.admin.post(`/api/clinics/${clinicId}/devices/${last?.id}/end`, {})).status).toBe(200);
  await screen.closed();
  expect(performance.now() - began).toBeLessThan(2_000);
  expect([(await gone.me())?.person.id, (await gone.enterPin(people.nurse.id, PIN)).status]).toEqual([undefined, 403]);
});

test("[DV6] it opens no other clinic, whatever roles its person has there", async () => {
  const { people, server, clinicId } = room();
  const made = await askServer(server.folder, {
    ask: "clinic-add",
    name: "Other Clinic (synthetic)",
    zone: "UTC",
    phone: "555-0101",
    chairs: ["1"],
    admin: "admin",
  });
  const other = ClinicId.parse(/[0-9a-f-]{36}/.exec(JSON.stringify(made))?.[0]);
  const theirs = await enrolled({ ...here(), clinicId: other }, "tablet", "Theirs");
  expect((await theirs.tiles()).map(({ id }) => id)).toEqual([people.admin.id]);
  expect((await theirs.enterPin(people.nurse.id, PIN)).status).toBe(403);
  expect(await setPin(people.admin, OTHER_PIN)).toBe(200);
  expect((await theirs.enterPin(people.admin.id, OTHER_PIN)).status).toBe(200);
  expect((await theirs.me())?.clinics.map(({ id }) => id)).toEqual([other]);
  expect((await theirs.get(`/api/clinics/${other}/events?after=0`)).status).toBe(200);
  expect((await theirs.get(`/api/clinics/${clinicId}/events?after=0`)).status).toBe(403);
  const screen = await room().watch({ ...people.admin, cookie: theirs.cookie() }); // says hello to the first clinic
  await screen.closed();
  expect(screen.all("goodbye")).toMatchObject([{ reason: "not-a-member" }]);
});

test("[DV7] the next person takes the place of the one before, whose key is dead and whose screens are told at once", async () => {
  const { people, watch } = room();
  const shared = await newTablet();
  await shared.enterPin(people.nurse.id, PIN);
  const before = shared.cookie();
  const screen = await watch({ ...people.nurse, cookie: before });
  await screen.when(() => (screen.all("snapshot").length > 0 ? true : undefined));
  const began = performance.now();
  expect((await shared.enterPin(people.desk.id, PIN)).status).toBe(200);
  await screen.closed();
  expect(performance.now() - began).toBeLessThan(2_000);
  expect((await shared.me())?.person.id).toBe(people.desk.id);
  const late = await openJar(room().server);
  for (const pair of before.split("; ")) late.cookies.set(pair.split("=")[0] ?? "", pair.slice(pair.indexOf("=") + 1));
  expect(await late.me()).toBeUndefined();
  expect(inPeopleFile("SELECT token_hash FROM pin_sign_ins").map(({ token_hash }) => token_hash)).not.toContain(
    shared.cookies.get("chairside-pin"),
  );
});

test("[DV7] the same person's PIN once more is a fresh key, and her screens stay", async () => {
  const { people, watch } = room();
  const shared = await newTablet();
  await shared.enterPin(people.nurse.id, PIN);
  const first = shared.cookies.get("chairside-pin");
  const screen = await watch({ ...people.nurse, cookie: shared.cookie() });
  expect((await shared.enterPin(people.nurse.id, PIN)).status).toBe(200);
  expect(shared.cookies.get("chairside-pin")).not.toBe(first);
  await screen.applied();
  expect(screen.connected()).toBe(true);
});

test("[DV7] a password at a shared tablet ends the PIN of the one before, a PIN ends the password, and out is out", async () => {
  const { people, clinicId } = room();
  const shared = await newTablet();
  await shared.enterPin(people.nurse.id, PIN);
  const byPin = shared.cookie();
  expect(await shared.signIn("the.desk")).toBe(200);
  expect([(await shared.me())?.person.id, shared.cookies.has("chairside-pin")]).toEqual([people.desk.id, false]);
  const asked = await fetch(`${room().server.url}/api/me`, { headers: { cookie: byPin } });
  expect(asked.status).toBe(401);
  const byPassword = shared.cookie();
  await shared.enterPin(people.desk.id, PIN); // proved once more: nothing changes
  expect(shared.cookie()).toBe(byPassword);
  await shared.enterPin(people.nurse.id, PIN);
  expect((await shared.me())?.person.id).toBe(people.nurse.id);
  expect((await fetch(`${room().server.url}/api/me`, { headers: { cookie: byPassword } })).status).toBe(401);
  await shared.post("/api/auth/sign-out", {});
  expect([await shared.me(), (await shared.get(`/api/clinics/${clinicId}/staff`)).status]).toEqual([undefined, 401]);
  expect(await stateOf(people.nurse, shared)).toBe("set"); // her shift goes on
});

test("[DV8] five wrong PINs of one person at one device, each says what is left; then it is her password there and nowhere else", async () => {
  const { people } = room();
  const [guessed, other] = [await newTablet(), await newTablet()];
  const titles = [];
  for (let n = 0; n < 5; n += 1) titles.push((await guessed.enterPin(people.nurse.id, WRONG)).title);
  expect(titles).toEqual([
    "Wrong PIN. 4 tries are left here.",
    "Wrong PIN. 3 tries are left here.",
    "Wrong PIN. 2 tries are left here.",
    "Wrong PIN. One try is left here.",
    "Wrong PIN, and that was the last try here: sign in with your password",
  ]);
  const needed = { status: 403, title: "No PIN opens here now: sign in with your password" };
  expect(await guessed.enterPin(people.nurse.id, PIN)).toMatchObject(needed);
  expect([await stateOf(people.nurse, guessed), await stateOf(people.desk, guessed)]).toEqual(["locked", "set"]);
  expect((await other.enterPin(people.nurse.id, PIN)).status).toBe(200);
  expect((await guessed.enterPin(people.desk.id, PIN)).status).toBe(200);

  await room().server.kill();
  await room().server.start();
  expect(await guessed.enterPin(people.nurse.id, PIN)).toMatchObject(needed);
  await room().server.advance(2 * HOUR);
  expect(await guessed.enterPin(people.nurse.id, PIN)).toMatchObject(needed); // no hour forgives it, her password does
  expect(await guessed.signIn("the.nurse")).toBe(200);
  await guessed.post("/api/auth/sign-out", {});
  expect((await guessed.enterPin(people.nurse.id, PIN)).status).toBe(200);
});

test("[DV8] a right PIN counts for nothing, before or after wrong ones", async () => {
  const { people } = room();
  const shared = await newTablet();
  for (let n = 0; n < 6; n += 1) {
    for (let wrong = 0; wrong < 2; wrong += 1)
      expect((await shared.enterPin(people.nurse.id, WRONG)).title).toBe(
        `Wrong PIN. ${4 - wrong} tries are left here.`,
      );
    expect((await shared.enterPin(people.nurse.id, PIN)).status).toBe(200);
  }
});

test("[DV8] many tries at one moment are no more than five", async () => {
  const { people } = room();
  const shared = await newTablet();
  const key = shared.cookie();
  const tries = Array.from({ length: 30 }, (_, n) =>
    fetch(`${room().server.url}/api/auth/pin`, {
      method: "POST",
      headers: { cookie: key, origin: room().server.url, "x-chairside": "1", "content-type": "application/json" },
      body: JSON.stringify({ person: people.desk.id, pin: String(300_451 + n * 7_919) }),
    }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 403)).toHaveLength(25);
});

test("[DV8] twenty wrong ones at one device within an hour, whoever's, and it asks everybody for the password until an hour later", async () => {
  const { people, server } = room();
  const [guessed, other] = [await newTablet(), await newTablet()];
  await newShifts();
  const victims = [people.admin, people.director, people.display, people.desk];
  for (const who of victims)
    for (let n = 0; n < 5; n += 1) {
      if (who === people.desk && n === 4) await server.advance(30 * MINUTE);
      expect((await guessed.enterPin(who.id, WRONG)).status).toBe(401);
    }
  expect(new Set((await guessed.tiles()).filter(({ pin }) => pin !== "none").map(({ pin }) => pin))).toEqual(
    new Set(["locked"]),
  );
  expect((await guessed.enterPin(people.nurse.id, PIN)).status).toBe(403);
  expect((await other.enterPin(people.nurse.id, PIN)).status).toBe(200);
  await server.advance(HOUR - 1);
  expect((await guessed.enterPin(people.nurse.id, PIN)).status).toBe(403);
  await server.kill();
  await server.start();
  expect((await guessed.enterPin(people.nurse.id, PIN)).status).toBe(403);
  await server.advance(1);
  expect((await guessed.enterPin(people.nurse.id, PIN)).status).toBe(200);
  expect((await guessed.enterPin(people.desk.id, PIN)).status).toBe(403); // her own five stand
});

test("[DV10] a new PIN, a sign-in by PIN and a wrong one are lines of the audit, never with what was typed", async () => {
  const { people, server, clinicId } = room();
  const shared = await newTablet();
  await setPin(people.nurse, PIN);
  await shared.enterPin(people.nurse.id, WRONG);
  await shared.enterPin(people.nurse.id, PIN);
  await shared.post("/api/auth/sign-out", {});
  const db = new DatabaseSync(join(server.folder, "chairside.db"), { readOnly: true });
  const lines = db
    .prepare("SELECT action, person, clinic, device, subject FROM audit WHERE person = ? ORDER BY id DESC LIMIT 4")
    .all(people.nurse.id);
  db.close();
  const device = shared.cookies.get("chairside-device");
  expect(lines).toMatchObject([
    { action: "signed-out", device },
    { action: "pin-signed-in", clinic: clinicId, device },
    { action: "pin-failed", clinic: clinicId, device },
    { action: "pin-set", subject: `person:${people.nurse.id}` },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${PIN}|${WRONG}`));
});
