import { Writable } from "node:stream";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { pino } from "pino";
import * as z from "zod";
import { ObservationId } from "#shared/base/ids.ts";
import { createLog, reporter } from "#server/log.ts";
import { PASSWORD, setUpClinic, signIn } from "#tests/support/people.ts";
import { openScreen } from "#tests/support/screen.ts";
import { freePort, startServer, type TestServer } from "#tests/support/server.ts";
import { checkIn, fullSet, newId, note } from "#tests/support/wishes.ts";
import { folderFor, start } from "./programs.ts";

const LINK = /\/set-up#(\S+)/;

/** Every place where somebody types something about a patient, a colleague or themselves, each with a word of its own. */
const canary = (what: string): string => `canary${what}`;

test("[LO1] whatever is typed, right or wrong, nothing of it is in what the server writes: no name, no note, no value, no address", async () => {
  const port = await freePort();
  const server = { url: `http://localhost:${port}`, port };
  const product = start("server", { env: { PORT: String(port), DATA_DIR: folderFor(), LOG_LEVEL: "trace" } });
  const [, token = ""] = await product.said(LINK);
  const clinic = await setUpClinic({ ...server, token: () => token } as TestServer, ["1", "2"]);
  const { clinicId, admin, chairs } = clinic;
  const base = `/api/clinics/${clinicId}`;
  const nurse = await clinic.staff("canaryusername", ["nurse"], canary("StaffName"));

  const person = {
    givenName: canary("Given"),
    familyName: canary("Family"),
    birthDate: "1961-11-23",
    identifier: canary("Number"),
    phone: canary("Phone"),
    allergies: canary("Allergies"),
  };
  const { id: patientId } = (await (await nurse.post(`${base}/patients`, person)).json()) as { id: string };
  await nurse.post(`${base}/patients/search`, { query: canary("Family") });
  await nurse.post(`${base}/patients/${patientId}`, { ...person, givenName: canary("Changed") });
  const command = { ...checkIn(chairs[0] as never), patientId: patientId as never };
  await nurse.submit(command);
  const { sessionId } = command;
  await nurse.submit(note(sessionId, canary("Note")));
  await nurse.submit(fullSet(sessionId, Date.now(), { sbp: 197, hr: 143 }));
  await nurse.post(`${base}/escorts`, {
    sessionId,
    name: canary("Escort"),
    relation: canary("Relation"),
    phone: canary("EscortPhone"),
  });
  const screen = await openScreen({ server, who: nurse, clinicId });
  onTestFinished(screen.close);
  await screen.submit(note(sessionId, canary("SocketNote")));

  // What goes wrong is where logs usually say too much.
  await signIn(server as TestServer, clinicId, "canaryusername");
  await fetch(`${server.url}/api/auth/sign-in`, {
    method: "POST",
    headers: { origin: server.url, "x-chairside": "1", "content-type": "application/json" },
    body: JSON.stringify({ username: canary("Stranger"), password: canary("Password") }),
  });
  await fetch(`${server.url}/api/clinics/${canary("Clinic")}/patients?name=${canary("Query")}`, {
    headers: { cookie: nurse.cookie, "user-agent": canary("Agent"), "x-forwarded-for": canary("Forwarded") },
  });
  await nurse.post(`${base}/commands`, {
    commandId: canary("Command"),
    command: { type: canary("Type"), text: canary("Lost") },
  });
  await nurse.post(`${base}/patients`, { ...person, birthDate: canary("Date"), extra: canary("Extra") });
  await nurse.post(`${base}/patients/${patientId}`, person);
  await nurse.submit({
    ...fullSet(sessionId, Date.now()),
    observationId: newId(ObservationId),
    entered: { sheet: "full", observedAt: Date.now(), values: { sbp: 4_197 } },
  });
  await fetch(`${server.url}${base}/commands`, {
    method: "POST",
    headers: { cookie: nurse.cookie, origin: server.url, "x-chairside": "1", "content-type": "application/json" },
    body: `{"command": "${canary("HalfJson")}`,
  });
  await admin.post(`${base}/staff`, {
    username: canary("Weak").toLowerCase(),
    name: canary("WeakName"),
    password: "passwordpassword",
    roles: ["nurse"],
  });
  await admin.post(`${base}/staff`, {
    username: "canaryusername",
    name: canary("Twice"),
    password: PASSWORD,
    roles: ["nurse"],
  });
  screen.sayRaw(`42["submit",{"commandId":"${canary("Raw")}"}]`);
  screen.sayRaw(`42["${canary("Event")}"`);
  await screen.closed();

  product.signal("SIGTERM");
  const { code, out, err } = await product.ended;
  expect(code).toBe(0);
  const written = out.replace(LINK, "") + err;
  expect(written).not.toMatch(/canary/i);
  for (const secret of [
    PASSWORD,
    "1961-11-23",
    "197",
    clinicId,
    patientId,
    nurse.id,
    nurse.cookie.split("=")[1] ?? "-",
    "/api/",
    "?name",
    "SELECT",
    "INSERT",
  ])
    expect(written).not.toContain(secret);
}, 30_000);

test("[LO1] a failure is written by its name, its code and its place in our code: what its message says, on however many lines, stays out", () => {
  const lines: string[] = [];
  const sink = new Writable({
    write: (part, _, done) => {
      lines.push(String(part));
      done();
    },
  });
  const report = reporter(pino({ level: "trace" }, sink));
  report(
    "it failed",
    Object.assign(new TypeError(`canary one\n    canary two\n  at canary three`), {
      code: "ERR_SYNTHETIC",
      detail: "canary four",
    }),
  );
  report("a form failed", z.object({ name: z.literal("x") }).safeParse({ name: "canary five" }).error);
  report(
    "a row failed",
    errorOf(() => JSON.parse('{"name": "canary\\n six')),
  );
  report("something was thrown", "canary seven");
  expect(lines).toHaveLength(4);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    what: "it failed",
    error: "TypeError",
    code: "ERR_SYNTHETIC",
    where: [
      expect.stringContaining("ops.test.ts") as string,
      expect.any(String) as string,
      expect.any(String) as string,
    ],
  });
  expect(lines.join("")).not.toContain("canary");
  expect(createLog("warn").level).toBe("warn");
});

const errorOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test.each(["none", "living", "dead"])(
  "[OP3] a stopping server says goodbye and is gone within seconds: %s screens",
  async (kind) => {
    const server = await startServer();
    onTestFinished(server.stop);
    const clinic = await setUpClinic(server);
    const screens = kind === "none" ? [] : [await openScreen({ server, who: clinic.admin, clinicId: clinic.clinicId })];
    for (const screen of screens) onTestFinished(screen.close);
    if (kind === "dead") for (const screen of screens) screen.stopReading();
    const child = server.process();
    const began = performance.now();
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(performance.now() - began).toBeLessThan(5_000);
    if (kind !== "living") return;
    for (const screen of screens) {
      await screen.closed();
      expect(screen.all("goodbye")).toMatchObject([{ reason: "going-away" }]);
    }
  },
);
