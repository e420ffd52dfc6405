import { DatabaseSync } from "node:sqlite";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ClinicId } from "#shared/base/ids.ts";
import { PASSWORD, setUpClinic, signIn } from "#tests/support/people.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** One first run from its beginning to its end: each test goes on where the one before it stopped. */
describe("the first run", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const form = (
    changes: {
      readonly token?: string;
      readonly password?: string;
      readonly zone?: string;
      readonly chairs?: readonly string[];
    } = {},
  ) => ({
    token: changes.token ?? server.token(),
    clinic: {
      name: "Harbor Clinic (synthetic)",
      zone: changes.zone ?? "America/New_York",
      phone: "555-0100",
      chairs: changes.chairs ?? ["1", "2"],
    },
    admin: { name: "Admin Synthetic", username: "admin", password: changes.password ?? PASSWORD },
  });
  const send = (body: unknown) =>
    fetch(`${server.url}/api/set-up`, {
      method: "POST",
      headers: { origin: server.url, "x-chairside": "1", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const said = async (answer: Response) => [answer.status, ((await answer.json()) as { title?: string }).title];
  const needed = async () => (await (await fetch(`${server.url}/api/set-up`)).json()) as unknown;
  const stored = (table: string) => {
    const db = new DatabaseSync(join(server.folder, table === "user" ? "accounts.db" : "chairside.db"), {
      readOnly: true,
    });
    const rows = db.prepare(`SELECT * FROM ${table}`).all();
    db.close();
    return rows;
  };

  test("[PE7] is needed while there is no clinic; there is nobody to sign in as", async () => {
    expect(await needed()).toEqual({ needed: true });
    expect(server.token()).toMatch(/^[\w-]{22}$/); // 128 bits
    expect(stored("user")).toEqual([]);
    await expect(signIn(server, "any-clinic" as ClinicId, "admin")).rejects.toThrow("401");
  });

  test("[PE7] a wrong link opens nothing and does not spend the right one", async () => {
    expect(await said(await send(form({ token: "A".repeat(22) })))).toEqual([
      403,
      "This set-up link is not valid any more",
    ]);
    expect(stored("user")).toEqual([]);
  });

  test("[PE7] a form that is refused, at whichever step, leaves the link as it was", async () => {
    expect(await said(await send(form({ zone: "Mars/Olympus" })))).toEqual([400, "This time zone is not known"]);
    expect((await send(form({ chairs: [] }))).status).toBe(400);
    expect((await send(form({ password: "short" }))).status).toBe(400);
    expect(await said(await send(form({ password: "password1234" })))).toEqual([
      400,
      "This password is too easy to guess. Four unrelated words are better.",
    ]);
    expect([stored("user"), await needed()]).toEqual([[], { needed: true }]);
  });

  test("[PE7] another start makes another link, and the one before it is worth nothing", async () => {
    const before = server.token();
    await server.kill();
    await server.start();
    expect(server.token()).not.toBe(before);
    expect((await send(form({ token: before }))).status).toBe(403);
  });

  test("[PE7] two who use it at the same moment give one clinic and one admin", async () => {
    const answers = await Promise.all([send(form()), send(form())]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403]);
    expect(
      [stored("user"), new Set(stored("events").map(({ clinic }) => clinic))].map((all) =>
        "size" in all ? all.size : all.length,
      ),
    ).toEqual([1, 1]);
  });

  test("[PE7] afterwards none is needed, and the link is spent, also after another start", async () => {
    expect(await needed()).toEqual({ needed: false });
    expect((await send(form())).status).toBe(403);
    await server.kill();
    await server.start();
    expect(await needed()).toEqual({ needed: false });
    expect((await send(form())).status).toBe(403);
  });

  test("[PE1] everything in the data folder is for its owner alone", () => {
    const open = readdirSync(server.folder).filter((name) => (statSync(join(server.folder, name)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });
});

describe("a clinic that was set up", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  test("[PE7] has its admin, its chairs in order and a protocol for each route that is not approved; a director, added by the admin, approves it", async () => {
    const clinic = await setUpClinic(server, ["Window", "Door"]);
    const { events } = (await (await clinic.admin.get(`/api/clinics/${clinic.clinicId}/events?after=0`)).json()) as {
      events: { by: string; event: Record<string, unknown> }[];
    };
    expect(
      events.map(({ by, event: { type, person, role, label, place } }) =>
        [by, type, person, role, label, place].filter((it) => it !== undefined),
      ),
    ).toEqual([
      ["system", "clinic-founded"],
      ["system", "membership-granted", clinic.admin.id, "admin"],
      ["system", "chair-added", "Window", 0],
      ["system", "chair-added", "Door", 1],
      ...["iv", "im", "nasal"].map(() => ["system", "protocol-version-proposed"]),
    ]);
    const me = (await (await clinic.admin.get("/api/me")).json()) as { clinics: unknown };
    expect(me.clinics).toEqual([
      { id: clinic.clinicId, name: "Harbor Clinic (synthetic)", zone: "America/New_York", roles: ["admin"] },
    ]);

    const approve = { type: "approve-protocol", protocol: { id: "iv", version: 1 } } as const;
    const director = await clinic.staff("mira", ["director"]);
    const nurse = await clinic.staff("ana", ["nurse"]);
    const clinician = await clinic.staff("dana", ["clinician"]);
    for (const who of [clinic.admin, nurse, clinician])
      expect([who.username, await who.submit(approve)]).toEqual([
        who.username,
        { rejected: { reason: "not-allowed" } },
      ]);
    expect(await director.submit(approve)).toEqual({ accepted: { seq: expect.any(Number) as number } });
    expect(await director.submit(approve)).toEqual({ rejected: { reason: "already-approved" } });
  });

  test("[PE1] an admin adds staff; nobody else does, and what is wrong is said", async () => {
    const admin = await signIn(server, "not-asked-for" as ClinicId, "admin");
    const [clinic] = ((await (await admin.get("/api/me")).json()) as { clinics: { id: ClinicId }[] }).clinics;
    const path = `/api/clinics/${clinic?.id}/staff`;
    const person = { username: "eli", name: "Eli (synthetic)", password: PASSWORD, roles: ["desk", "desk", "nurse"] };
    const [mira, ana] = [
      await signIn(server, "not-asked-for" as ClinicId, "mira"),
      await signIn(server, "not-asked-for" as ClinicId, "ana"),
    ];
    expect([(await mira.post(path, person)).status, (await ana.post(path, person)).status]).toEqual([403, 403]);
    expect(
      ((await (await admin.post(path, { ...person, roles: ["king"] })).json()) as { detail: string }).detail,
    ).toMatch(/^roles\.0: /);
    expect(
      ((await (await admin.post(path, { ...person, password: "eli eli eli eli" })).json()) as { title: string }).title,
    ).toBe("A password must not contain the username.");
    expect((await admin.post(path, person)).status).toBe(200);
    expect(((await (await admin.post(path, person)).json()) as { title: string }).title).toBe(
      "The username eli is taken.",
    );
    const { staff } = (await (await ana.get(path)).json()) as { staff: { name: string; roles: string[] }[] };
    expect(staff.find(({ name }) => name === person.name)?.roles).toEqual(["desk", "nurse"]);
  });
});
