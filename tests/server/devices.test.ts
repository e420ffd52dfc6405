import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { statSync } from "node:fs";
import { expect, test } from "vitest";
import { HOUR, MINUTE } from "#shared/base/time.ts";
import { ClinicId, DeviceId, PersonId } from "#shared/base/ids.ts";
import type { DeviceList, StaffList } from "#shared/wire/http.ts";
import { codeFor, enrolled, openJar } from "#tests/support/browserJar.ts";
import { useRoom } from "#tests/support/room.ts";
import { signIn } from "#tests/support/people.ts";
import { checkIn } from "#tests/support/wishes.ts";
import { openDesk } from "./peopleAccounts.ts";

const room = useRoom();
const here = () => ({ server: room().server, clinicId: room().clinicId, admin: room().people.admin });
const path = (rest = "") => `/api/clinics/${room().clinicId}/devices${rest}`;
const listed = async () => ((await (await room().people.admin.get(path())).json()) as DeviceList).devices;
const idOf = async (label: string) => (await listed()).find((device) => device.label === label)?.id ?? "none";

const rows = (sql: string): readonly Record<string, unknown>[] => {
  const db = new DatabaseSync(join(room().server.folder, "people.db"), { readOnly: true });
  const found = db.prepare(sql).all();
  db.close();
  return found;
};

test("[DV1] an admin's code lets one device in, once; the list says which, by whom and when", async () => {
  const { server, people } = room();
  const { code, link, until } = await codeFor(here(), "tablet", "Tablet 1");
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  expect(link).toBe(`${server.url}/enrol#${code}`);
  expect(until).toBe((await server.advance(0)) + 15 * MINUTE);
  const tablet = await openJar(server);
  const answer = await tablet.post("/api/enrol", { code: code.toLowerCase().replace("-", " ") });
  expect(await answer.json()).toEqual({ kind: "tablet", label: "Tablet 1", clinic: "Harbor Clinic (synthetic)" });
  const now = await server.advance(0);
  expect(await listed()).toEqual([
    {
      id: await idOf("Tablet 1"),
      kind: "tablet",
      label: "Tablet 1",
      enrolledBy: people.admin.id,
      enrolledAt: now,
      seenAt: now,
    },
  ]);
  const again = await tablet.post("/api/enrol", { code });
  expect([again.status, ((await again.json()) as { title: string }).title]).toEqual([
    409,
    "This device is enrolled already, as Tablet 1",
  ]);
  const taken = await people.admin.post(path("/codes"), { kind: "tablet", label: "Tablet 1" });
  expect([taken.status, await taken.json()]).toMatchObject([400, { title: "There is a device with this label" }]);
});

test("[DV1] only an admin of this clinic makes codes and ends devices, and a form says which field is wrong", async () => {
  const { people } = room();
  const tablet = await enrolled(here(), "tablet", "Guarded");
  const id = await idOf("Guarded");
  for (const role of ["nurse", "clinician", "director", "desk", "display"] as const) {
    expect((await people[role].post(path("/codes"), { kind: "tablet", label: role })).status).toBe(403);
    expect((await people[role].post(path(`/${id}/end`), {})).status).toBe(403);
  }
  expect((await people.admin.post(path("/device-unheard-of/end"), {})).status).toBe(404);
  expect(await (await tablet.get("/api/auth/tiles")).json()).not.toBeNull();
  for (const [body, field] of [
    [{ kind: "tablet", label: " " }, "label"],
    [{ kind: "phone", label: "x" }, "kind"],
    [{ kind: "tablet", label: "x".repeat(41) }, "label"],
  ] as const) {
    const answer = await people.admin.post(path("/codes"), body);
    expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([
      400,
      expect.stringContaining(`${field}:`),
    ]);
  }
});

test("[DV2] the key is a cookie that no script reads; a hash of it is kept, in a file for its owner alone", async () => {
  const { server } = room();
  const tablet = await enrolled(here(), "tablet", "Key holder");
  const key = tablet.cookies.get("chairside-key") ?? "";
  expect(key).toMatch(/^[\w-]{43}$/);
  const attributes = tablet.lastSet().find((one) => one.startsWith("chairside-key="));
  expect(attributes?.split("; ").slice(1).toSorted()).toEqual([
    "HttpOnly",
    `Max-Age=${400 * 24 * 60 * 60}`,
    "Path=/",
    "SameSite=Strict",
  ]);
  expect(JSON.stringify(rows("SELECT * FROM devices"))).not.toContain(key);
  expect(rows("SELECT key_hash FROM devices").every((row) => /^[0-9a-f]{64}$/.test(String(row["key_hash"])))).toBe(
    true,
  );
  for (const name of ["people.db", "people.db-wal", "people.db-shm"])
    expect([name, statSync(join(server.folder, name)).mode & 0o777]).toEqual([name, 0o600]);
});

test("[DV2] it opens nothing beside another device's id, or with a letter changed; in use it is renewed", async () => {
  const tablet = await enrolled(here(), "tablet", "Bound");
  const other = await openJar(room().server);
  const key = tablet.cookies.get("chairside-key") ?? "";
  other.cookies.set("chairside-key", key);
  expect(await (await other.get("/api/auth/tiles")).json()).toBeNull();
  await tablet.get("/api/me");
  expect(tablet.lastSet().map((one) => one.split("=")[0])).toEqual(["chairside-key", "chairside-device"]);
  expect(tablet.cookies.get("chairside-key")).toBe(key);
  expect(await (await tablet.get("/api/auth/tiles")).json()).not.toBeNull();
  tablet.cookies.set("chairside-key", `${key.slice(0, -2)}${key.endsWith("AA") ? "BB" : "AA"}`);
  expect(await (await tablet.get("/api/auth/tiles")).json()).toBeNull();
});

test("[DV2] over https it is bound to this very host", async () => {
  const desk = await openDesk({ secureCookies: true, baseUrl: "https://chairside.example" });
  const { devices } = desk.accounts.door;
  const [clinicId, madeBy, browser] = ["clinic-one", "person-one", "device-one"];
  const madeOn = DeviceId.parse(browser);
  const { code } = devices.newCode({
    clinicId: ClinicId.parse(clinicId),
    kind: "tablet",
    label: "Tablet",
    madeBy: PersonId.parse(madeBy),
    madeOn,
  });
  const cookie = devices.enrol(code, madeOn)?.cookie ?? "";
  expect(cookie).toMatch(/^__Host-chairside-key=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
  const key = /=([^;]+)/.exec(cookie)?.[1];
  const at = (name: string) => devices.at({ cookie: `chairside-device=device-one; ${name}=${key}` });
  expect([at("__Host-chairside-key")?.label, at("chairside-key")]).toEqual(["Tablet", undefined]);
});

test("[DV3] a display is signed in by itself: called by its label, with the role that the admin's event granted, as a wall", async () => {
  const { clinicId, people, watch, head } = room();
  const before = await head();
  const display = await enrolled(here(), "display", "Wall north");
  const me = await display.me();
  expect(me).toMatchObject({
    person: { name: "Wall north", username: "" },
    device: { kind: "display", label: "Wall north" },
    clinics: [{ id: clinicId, roles: ["display"] }],
  });
  const { events } = (await (await people.admin.get(`/api/clinics/${clinicId}/events?after=${before}`)).json()) as {
    events: unknown[];
  };
  expect(events).toMatchObject([
    {
      by: people.admin.id,
      role: "admin",
      event: { type: "membership-granted", person: me?.person.id, role: "display" },
    },
  ]);
  const { staff } = (await (await people.nurse.get(`/api/clinics/${clinicId}/staff`)).json()) as StaffList;
  expect(staff).toContainEqual({ id: me?.person.id, name: "Wall north", roles: ["display"] });
  const screen = await watch({ ...people.display, cookie: display.cookie() });
  await screen.has(await head());
  const chair = room().clinic.chairs.at(-2);
  expect(chair && (await screen.submit(checkIn(chair)))).toEqual({ rejected: { reason: "not-allowed" } });
  expect(await (await display.get("/api/auth/tiles")).json()).toBeNull(); // tiles are for tablets
  expect((await display.post("/api/auth/my-pin", { password: "x", pin: "274951" })).status).toBe(401);
});

test("[DV3] it never times out, and a restart changes nothing", async () => {
  const { server, clinicId } = room();
  const display = await enrolled(here(), "display", "Wall south");
  await server.advance(13 * HOUR);
  expect((await display.me())?.person.name).toBe("Wall south");
  await server.kill();
  await server.start();
  expect((await display.get(`/api/clinics/${clinicId}/events?after=0`)).status).toBe(200);
});

test("[DV4] ending a display ends its key, its membership and its screens within two seconds", async () => {
  const { people, clinicId, watch } = room();
  const display = await enrolled(here(), "display", "Wall west");
  const member = (await display.me())?.person.id;
  const screen = await watch({ ...people.display, cookie: display.cookie() });
  await screen.when(() => (screen.all("snapshot").length > 0 ? true : undefined));
  const began = performance.now();
  expect((await people.admin.post(path(`/${await idOf("Wall west")}/end`), {})).status).toBe(200);
  await screen.closed();
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(await display.me()).toBeUndefined();
  expect((await display.get(`/api/clinics/${clinicId}/events?after=0`)).status).toBe(401);
  expect((await listed()).map(({ label }) => label)).not.toContain("Wall west");
  const { staff } = (await (await people.nurse.get(`/api/clinics/${clinicId}/staff`)).json()) as StaffList;
  expect(staff.map(({ id }) => id)).not.toContain(member);
});

test("[DV4] a device that was ended can be let in again, by another code", async () => {
  const { people } = room();
  const tablet = await enrolled(here(), "tablet", "Lost and found");
  await people.admin.post(path(`/${await idOf("Lost and found")}/end`), {});
  expect(await (await tablet.get("/api/auth/tiles")).json()).toBeNull();
  const { code } = await codeFor(here(), "tablet", "Lost and found");
  expect((await tablet.post("/api/enrol", { code })).status).toBe(200);
  expect(await (await tablet.get("/api/auth/tiles")).json()).not.toBeNull();
});

test("[DV10] a code, an enrolment and an end are lines of the audit, by id", async () => {
  const { server, people, clinicId } = room();
  await enrolled(here(), "tablet", "Audited");
  const id = await idOf("Audited");
  await people.admin.post(path(`/${id}/end`), {});
  const db = new DatabaseSync(join(server.folder, "chairside.db"), { readOnly: true });
  const lines = db
    .prepare("SELECT action, person, clinic, subject FROM audit WHERE action LIKE 'device-%' ORDER BY id DESC LIMIT 3")
    .all();
  db.close();
  const line = { person: people.admin.id, clinic: clinicId };
  expect(lines).toEqual([
    { ...line, action: "device-ended", subject: `device:${id}` },
    { ...line, action: "device-enrolled", subject: `device:${id}` },
    { ...line, action: "device-code-made", subject: "tablet" },
  ]);
});

test("[DV1] a code dies with the right of who made it", async () => {
  const { server, clinic, clinicId, people } = room();
  const second = await clinic.staff("second.admin", ["admin"]);
  const { code } = await codeFor({ server, clinicId, admin: second }, "display", "Never");
  await people.admin.submit({ type: "end-membership", person: second.id, role: "admin" });
  await signIn(server, clinicId, "second.admin");
  const browser = await openJar(server);
  const answer = await browser.post("/api/enrol", { code });
  expect([answer.status, browser.cookies.has("chairside-key")]).toEqual([403, false]);
  expect((await listed()).map(({ label }) => label)).not.toContain("Never");
});

test("[DV1] a used, an old and a wrong code say so alike; after five in a minute the address waits", async () => {
  const { server } = room();
  const used = await codeFor(here(), "tablet", "Used");
  expect((await (await openJar(server)).post("/api/enrol", { code: used.code })).status).toBe(200);
  const old = await codeFor(here(), "tablet", "Old");
  await server.advance(15 * MINUTE);
  const browser = await openJar(server);
  const say = async (code: string) => {
    const answer = await browser.post("/api/enrol", { code });
    return [answer.status, ((await answer.json()) as { title: string }).title];
  };
  for (const code of [used.code, old.code, "AAAA-2222", "no code at all"])
    expect(await say(code)).toEqual([403, "This code is wrong, used or older than 15 minutes"]);
  const fresh = await codeFor(here(), "tablet", "Fresh"); // the fifth of this minute was the code of who is no admin
  expect(await say(fresh.code)).toEqual([429, "Too many wrong codes"]);
});
