import { expect, onTestFinished, test } from "vitest";
import { WIRE_VERSION } from "#shared/wire/version.ts";
import { askServer } from "#server/cli/control.ts";
import { PASSWORD, signIn } from "#tests/support/people.ts";
import { useRoom } from "#tests/support/room.ts";
import { upgrade } from "#tests/support/upgrade.ts";
import { help } from "#tests/support/wishes.ts";

const room = useRoom();

const status = async (headers: Readonly<Record<string, string>>): Promise<number> => {
  const answer = await upgrade(room().server, headers);
  onTestFinished(answer.leave);
  return answer.status;
};

test("[WR1] there is no long polling, for anybody", async () => {
  const { server, people } = room();
  for (const method of ["GET", "POST"]) {
    const answer = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, {
      method,
      headers: { cookie: people.nurse.cookie, origin: server.url },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ message: "Transport unknown" });
  }
});

test("[WR2] our own page and somebody who is signed in are let in", async () => {
  const { server, people } = room();
  expect(await status({ origin: server.url, cookie: people.nurse.cookie })).toBe(101);
});

test.each([
  ["no Origin", {}],
  ["an empty Origin", { origin: "" }],
  ["the Origin null", { origin: "null" }],
  ["another site", { origin: "https://evil.example" }],
  ["another port", { origin: "http://localhost:1" }],
  ["another scheme", { origin: "https://localhost:PORT" }],
  ["our address with more behind it", { origin: "http://localhost:PORT.evil.example" }],
  ["our address as somebody's name", { origin: "http://localhost:PORT@evil.example" }],
  ["our address by its number", { origin: "http://127.0.0.1:PORT" }],
  ["a slash at the end", { origin: "http://localhost:PORT/" }],
])("[WR2] %s is refused before the upgrade", async (_, headers) => {
  const { server, people } = room();
  const named = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace("PORT", String(server.port))]),
  );
  expect(await status({ ...named, cookie: people.nurse.cookie })).toBe(400);
});

test("[WR2] no cookie, a forged one and one whose sign-in has ended are refused before the upgrade", async () => {
  const { server, clinicId } = room();
  const again = await signIn(server, clinicId, "the.nurse");
  const origin = server.url;
  expect(await status({ origin })).toBe(400);
  expect(await status({ origin, cookie: again.cookie.replace(/=(.{10})/, "=AAAAAAAAAA") })).toBe(400);
  expect(await status({ origin, cookie: again.cookie })).toBe(101);
  expect((await again.post("/api/auth/sign-out", {})).status).toBe(200);
  expect(await status({ origin, cookie: again.cookie })).toBe(400);
});

test("[WR2] a person has eight screens at most", async () => {
  const { clinic, server, clinicId, watch } = room();
  const many = await clinic.staff("many.screens", ["nurse"]);
  for (let n = 0; n < 8; n += 1) await watch(many);
  expect(await status({ origin: server.url, cookie: many.cookie })).toBe(400);
  const elsewhere = await signIn(server, clinicId, "the.nurse");
  expect(await status({ origin: server.url, cookie: elsewhere.cookie })).toBe(101);
});

test("[WR3] a client of another wire version is told so and hung up on", async () => {
  const { people, watch } = room();
  for (const wire of [WIRE_VERSION - 1, WIRE_VERSION + 1]) {
    const screen = await watch(people.nurse, { silent: true });
    screen.hello({ wire });
    expect(await screen.next("goodbye")).toMatchObject({ reason: "client-too-old" });
    await screen.closed();
    expect(screen.all("snapshot")).toEqual([]);
  }
});

test("[AC6] somebody of another clinic, or of none, is hung up on; a clinic that does not exist gives the same answer", async () => {
  const { server, people, watch } = room();
  const made = await askServer(server.folder, {
    ask: "clinic-add",
    name: "Other Clinic (synthetic)",
    zone: "America/Chicago",
    phone: "555-0101",
    chairs: ["1"],
    admin: "admin",
  });
  const [otherId] = /[0-9a-f-]{36}/.exec(JSON.stringify(made)) ?? [];
  for (const clinicId of [otherId, "clinic-unheard-of"]) {
    const screen = await watch(people.nurse, { silent: true });
    screen.hello({ clinicId });
    expect(await screen.next("goodbye")).toMatchObject({ reason: "not-a-member" });
    await screen.closed();
    expect(screen.heard.map(({ type }) => type)).toEqual(["goodbye"]);
  }
});

test("[AC6] whose last role ends is hung up on within two seconds, and cannot come back", async () => {
  const { clinic, people, watch } = room();
  const leaver = await clinic.staff("the.leaver", ["nurse"]);
  const screen = await watch(leaver);
  const began = performance.now();
  await people.admin.submit({ type: "end-membership", person: leaver.id, role: "nurse" });
  await screen.closed();
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(screen.all("goodbye")).toMatchObject([{ reason: "not-a-member" }]);
  const again = await watch(leaver);
  expect(again.heard).toMatchObject([{ type: "goodbye", reason: "not-a-member" }]);
});

test("[AC6] whose roles change sees at once what the new ones may see", async () => {
  const { clinic, people, watch, seat } = room();
  const mover = await clinic.staff("the.mover", ["desk"]);
  const sessionId = await seat();
  await people.nurse.submit({ type: "add-note", sessionId, text: "for care alone" });
  const screen = await watch(mover);
  expect(JSON.stringify(screen.store.clinic())).not.toContain("for care alone");
  const promoted = screen.next("snapshot");
  await people.admin.submit({ type: "grant-membership", person: mover.id, role: "nurse" });
  expect(JSON.stringify(await promoted)).toContain("for care alone");
  const demoted = screen.next("snapshot");
  await people.admin.submit({ type: "end-membership", person: mover.id, role: "nurse" });
  expect(JSON.stringify(await demoted)).not.toContain("for care alone");
  const news = screen.next("events");
  await people.nurse.submit({ type: "add-note", sessionId, text: "for care alone, again" });
  expect(JSON.stringify(await news)).not.toContain("for care alone");
});

test("[PE3] signing out closes the screens of that sign-in and of no other", async () => {
  const { server, clinic, clinicId, watch } = room();
  const first = await clinic.staff("two.screens", ["nurse"]);
  const second = await signIn(server, clinicId, "two.screens");
  const [here, there] = [await watch(first), await watch(second)];
  await first.post("/api/auth/sign-out", {});
  await here.closed();
  expect(here.all("goodbye")).toMatchObject([{ reason: "signed-out" }]);
  expect(await there.submit(help(clinic.chairs[0] as never))).toHaveProperty("accepted");
});

test("[PE9] a new password and a disabled account close every screen of that person", async () => {
  const { server, clinic, watch } = room();
  const one = await clinic.staff("reset.me", ["nurse"]);
  const other = await clinic.staff("disable.me", ["nurse"]);
  const screens = [await watch(one), await watch(one), await watch(other)];
  await askServer(server.folder, { ask: "staff-reset", username: "reset.me", password: `${PASSWORD} again` });
  await askServer(server.folder, { ask: "staff-disable", username: "disable.me" });
  for (const screen of screens) await screen.closed();
  expect((await one.get("/api/me")).status).toBe(401);
  expect((await other.get("/api/me")).status).toBe(401);
});
