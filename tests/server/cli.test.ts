import { once } from "node:events";
import { statSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { io } from "socket.io-client";
import { WIRE_VERSION } from "#shared/wire/version.ts";
import type { Ask } from "#server/cli/acts.ts";
import { askServer, socketPath } from "#server/cli/control.ts";
import { PASSWORD, setUpClinic, signIn, type TestClinic } from "#tests/support/people.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { chairside } from "./programs.ts";

describe("with a server running", () => {
  let server: TestServer;
  let clinic: TestClinic;
  beforeAll(async () => {
    server = await startServer();
    clinic = await setUpClinic(server);
  });
  afterAll(() => server.stop());

  const ask = (what: Ask) => askServer(server.folder, what);
  const add = (
    username: string,
    roles: Extract<Ask, { ask: "staff-add" }>["roles"] = ["nurse"],
    more: { readonly clinic?: string; readonly password?: string } = {},
  ) => ask({ ask: "staff-add", username, name: `${username} (synthetic)`, password: PASSWORD, roles, ...more });
  const lines = async () => ((await ask({ ask: "staff-list" })) as { done: string }).done.split("\n");
  const lineOf = async (username: string) => (await lines()).find((line) => line.startsWith(`${username}\t`));

  /** A screen of that person; its goodbye is awaited later. */
  const openScreen = async (cookie: string): Promise<() => Promise<unknown>> => {
    const socket = io(server.url, {
      transports: ["websocket"],
      reconnection: false,
      extraHeaders: { cookie, origin: server.url },
    });
    const goodbye = new Promise((resolve) => socket.once("goodbye", resolve));
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("connect_error", reject));
    socket.emit("hello", { wire: WIRE_VERSION, clinicId: clinic.clinicId, haveSeq: 0 });
    await new Promise((resolve) => socket.once("snapshot", resolve));
    return async () => {
      const said = await goodbye;
      socket.close();
      return said;
    };
  };

  test("[CL2] a process asks it over a socket that is its owner's alone", async () => {
    expect(statSync(socketPath(server.folder)).mode & 0o777).toBe(0o600);
    const added = await chairside(server.folder, 'staff add --username mira --name "Mira Synthetic" --roles director', {
      password: PASSWORD,
    });
    expect(added).toEqual({ code: 0, out: "mira added to Harbor Clinic (synthetic) as director.\n", err: "" });
    const mira = await signIn(server, clinic.clinicId, "mira");
    expect(await mira.submit({ type: "approve-protocol", protocol: { id: "iv", version: 1 } })).toHaveProperty(
      "accepted",
    );
  });

  test("[CL5] staff are added whole or not at all", async () => {
    const refused = [
      await add("ana", ["nurse"], { clinic: "Nowhere" }),
      await add("ana", ["nurse"], { password: "short" }),
      await add("a b"),
      await add("admin"),
    ];
    expect(refused).toEqual([
      { refused: "Which clinic? Name it with --clinic: Harbor Clinic (synthetic)." },
      { refused: "A password needs 12 characters or more." },
      { refused: "A username has 3 to 40 letters, digits, dots or underscores." },
      { refused: "The username admin is taken." },
    ]);
    expect(await lineOf("ana")).toBeUndefined();
    expect(await add("ana", ["nurse", "desk", "nurse"])).toEqual({
      done: "ana added to Harbor Clinic (synthetic) as nurse, desk.",
    });
    expect(await lineOf("ana")).toBe("ana\tana (synthetic)\tnurse, desk at Harbor Clinic (synthetic)");
    expect((await signIn(server, clinic.clinicId, "ana")).username).toBe("ana");
  });

  test("[PE9] disable ends every role, every sign-in and every screen; the same person is not let in again", async () => {
    await add("otto", ["nurse", "desk"]);
    const otto = await signIn(server, clinic.clinicId, "otto");
    const goodbye = await openScreen(otto.cookie);
    expect(await ask({ ask: "staff-disable", username: "Otto" })).toEqual({
      done: "otto can no longer sign in; every role and sign-in of theirs has ended.",
    });
    expect(await goodbye()).toEqual({ reason: expect.stringMatching(/^(not-a-member|signed-out)$/) as string });
    expect((await otto.get("/api/me")).status).toBe(401);
    await expect(signIn(server, clinic.clinicId, "otto")).rejects.toThrow("401");
    expect(await lineOf("otto")).toBe("otto\totto (synthetic)\tdisabled");
    const { staff } = (await (await clinic.admin.get(`/api/clinics/${clinic.clinicId}/staff`)).json()) as {
      staff: { id: string; roles: string[] }[];
    };
    expect(staff.filter(({ id, roles }) => id === otto.id && roles.length > 0)).toEqual([]);
  });

  test("[PE9] the last admin of a clinic stays, with every other role of theirs", async () => {
    await clinic.admin.submit({ type: "grant-membership", person: clinic.admin.id, role: "desk" });
    expect(await ask({ ask: "staff-disable", username: "admin" })).toEqual({
      refused: "This is the last admin of Harbor Clinic (synthetic). Make somebody else admin first.",
    });
    expect(await lineOf("admin")).toContain("admin, desk at");
    expect((await clinic.admin.get("/api/me")).status).toBe(200);
    await add("second.admin", ["admin"]);
    expect(await ask({ ask: "staff-disable", username: "second.admin" })).toHaveProperty("done");
  });

  test("[PE9] reset ends every sign-in and screen; the new password opens", async () => {
    await add("rita", ["nurse"], { password: "yesterday's long words" });
    await ask({ ask: "staff-reset", username: "rita", password: PASSWORD });
    const rita = await signIn(server, clinic.clinicId, "rita");
    const goodbye = await openScreen(rita.cookie);
    expect(await ask({ ask: "staff-reset", username: "rita", password: "tomorrow's long words" })).toEqual({
      done: "rita has a new password; every sign-in of theirs has ended.",
    });
    expect(await goodbye()).toEqual({ reason: "signed-out" });
    expect((await rita.get("/api/me")).status).toBe(401);
    await expect(signIn(server, clinic.clinicId, "rita")).rejects.toThrow("401");
  });

  test("[PE3] signing out closes the screens of that sign-in, and of no other", async () => {
    await add("sara");
    const [tablet, desk] = [
      await signIn(server, clinic.clinicId, "sara"),
      await signIn(server, clinic.clinicId, "sara"),
    ];
    const goodbye = await openScreen(tablet.cookie);
    const stays = await openScreen(desk.cookie);
    expect((await tablet.post("/api/auth/sign-out", {})).status).toBe(200);
    expect(await goodbye()).toEqual({ reason: "signed-out" });
    expect((await desk.get("/api/me")).status).toBe(200);
    await desk.post("/api/auth/sign-out", {});
    expect(await stays()).toEqual({ reason: "signed-out" });
  });

  test("[CL1] what it cannot do is said in one line", async () => {
    const clinicAsk = {
      ask: "clinic-add",
      name: "Other (synthetic)",
      zone: "Europe/Dublin",
      phone: "555-0200",
      chairs: ["1"],
      admin: "ana",
    } satisfies Ask;
    expect(await ask({ ...clinicAsk, zone: "Mars/Olympus" })).toEqual({
      refused: "There is no time zone Mars/Olympus. Try one like America/New_York.",
    });
    expect(await ask({ ...clinicAsk, name: "Harbor Clinic (synthetic)" })).toEqual({
      refused: "There is already a clinic called Harbor Clinic (synthetic).",
    });
    expect(await ask({ ...clinicAsk, admin: "nobody" })).toEqual({
      refused: "There is nobody called nobody. To make the account too, give --admin-name.",
    });
    expect(await ask({ ...clinicAsk, admin: "otto" })).toEqual({
      refused: "otto is disabled. First: npm run chairside -- staff reset --username otto",
    });
    for (const what of [
      { ask: "staff-disable", username: "nobody" },
      { ask: "staff-reset", username: "nobody", password: PASSWORD },
    ] as const) {
      expect(await ask(what)).toEqual({
        refused: "There is nobody called nobody. See: npm run chairside -- staff list",
      });
    }
    expect(await ask(clinicAsk)).toEqual({ done: expect.stringContaining("Clinic Other (synthetic) added") as string });
    expect(await add("tom")).toEqual({
      refused: "Which clinic? Name it with --clinic: Harbor Clinic (synthetic), Other (synthetic).",
    });
    expect(await lineOf("ana")).toContain("; admin at Other (synthetic)");
  });

  test("[PE8] each change is a line of the audit, by nobody's sign-in", async () => {
    const db = new DatabaseSync(join(server.folder, "chairside.db"), { readOnly: true });
    const changes = db
      .prepare("SELECT subject, person, device FROM audit WHERE action = 'account-changed' AND person IS NULL")
      .all();
    db.close();
    expect(changes.length).toBeGreaterThan(6);
    for (const { subject, device } of changes)
      expect([subject, device]).toEqual([expect.stringMatching(/^person:[\w-]{36}$/), null]);
    expect((await lines()).length).toBeGreaterThan(3);
  });

  test("[CL4] whatever comes over the socket is answered or hung up on, and the server goes on", async () => {
    const notUnderstood = { refused: "This command is not understood. Is the server of the same version?" };
    for (const sent of [
      "not json\n",
      "\n",
      "[]\n",
      "null\n",
      '{"ask":"staff-list","more":1}\n',
      '{"ask":"drop"}\n',
      '{"__proto__":{"ask":"staff-list"}}\n',
      '{"ask":"staff-list"}{"ask":"staff-list"}\n',
    ]) {
      expect([sent, JSON.parse(await raw(sent)) as unknown]).toEqual([sent, notUnderstood]);
    }
    expect(JSON.parse(await raw('{"ask":"staff-list"}\nand more'))).toHaveProperty("done");
    expect(await raw("x".repeat(1_000_000))).toBe("");
    for (const broken of ["", '{"ask":']) await hangUp(broken);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect(await lineOf("ana")).toBeDefined();
  });

  const raw = (sent: string): Promise<string> =>
    new Promise((resolve) => {
      let text = "";
      const socket = createConnection(socketPath(server.folder), () => socket.write(sent));
      socket
        .setEncoding("utf8")
        .on("data", (part: string) => (text += part))
        .on("error", () => undefined)
        .on("close", () => resolve(text));
    });

  const hangUp = async (sent: string): Promise<void> => {
    const socket = createConnection(socketPath(server.folder));
    await once(socket, "connect");
    if (sent) await new Promise((written) => socket.write(sent, written));
    socket.destroy();
    await once(socket, "close");
  };
});
