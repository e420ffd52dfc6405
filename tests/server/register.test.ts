import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askServer } from "#server/cli/control.ts";
import { PASSWORD, setUpClinic, signIn, type SignedIn, type TestClinic } from "#tests/support/people.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

let server: TestServer;
let clinic: TestClinic;
let nurse: SignedIn, desk: SignedIn, wall: SignedIn, stranger: SignedIn;
let noor: string;

const NOOR = {
  givenName: "Noor",
  familyName: "Synthetic-Haddad",
  birthDate: "1984-05-02",
  identifier: "SYN-7",
  phone: "555-0101",
  allergies: "Penicillin",
};

beforeAll(async () => {
  server = await startServer();
  clinic = await setUpClinic(server);
  nurse = await clinic.staff("ana", ["nurse"]);
  desk = await clinic.staff("eli", ["desk"]);
  wall = await clinic.staff("wall.one", ["display"]);
  stranger = await someoneOfAnotherClinic();
  noor = ((await (await nurse.post(path("/patients"), NOOR)).json()) as { id: string }).id;
});
afterAll(() => server.stop());

const path = (rest: string, clinicId: string = clinic.clinicId) => `/api/clinics/${clinicId}${rest}`;
const patientsOf = async (asked: Promise<Response>) => ((await (await asked).json()) as { patients: unknown }).patients;
const search = (who: SignedIn, query: string) => who.post(path("/patients/search"), { query });
const lookUp = (who: SignedIn, ids: readonly string[]) => who.post(path("/patients/look-up"), { ids });

/** A nurse of a second clinic on the same server. */
const someoneOfAnotherClinic = async (): Promise<SignedIn> => {
  const added = await askServer(server.folder, {
    ask: "clinic-add",
    name: "Other Clinic (synthetic)",
    zone: "Europe/Dublin",
    phone: "555-0200",
    chairs: ["1"],
    admin: "other.admin",
    adminName: "Other Admin",
    password: PASSWORD,
  });
  expect(added).toHaveProperty("done");
  await askServer(server.folder, {
    ask: "staff-add",
    clinic: "Other Clinic (synthetic)",
    username: "stranger",
    name: "Stranger (synthetic)",
    password: PASSWORD,
    roles: ["nurse", "desk", "director"],
  });
  return signIn(server, clinic.clinicId, "stranger");
};

/** The audit as it stands on the disk, of one person, newest last. */
const looksOf = (who: SignedIn, action = "viewed"): readonly string[] => {
  const db = new DatabaseSync(join(server.folder, "chairside.db"), { readOnly: true });
  const lines = db
    .prepare("SELECT subject, device FROM audit WHERE person = ? AND action = ? ORDER BY id")
    .all(who.id, action);
  db.close();
  return lines.map(({ subject }) => String(subject));
};

test("[PT5] a patient who was added is found again by name, number or birth date, by those at the chair and the desk", async () => {
  for (const query of ["noor", "synth NOOR", "SYN-7", "1984-05-02"])
    expect([query, await patientsOf(search(nurse, query))]).toEqual([query, [{ ...NOOR, id: noor }]]);
  expect(await patientsOf(search(nurse, "nora"))).toEqual([]);
  expect(await patientsOf(search(desk, "noor synth"))).toEqual([{ ...NOOR, id: noor, allergies: null }]);
});

test("[PT5] a name is never in an address: there is nothing to get", async () => {
  for (const asked of [
    "/patients?query=noor",
    "/patients/search?query=noor",
    `/patients/${noor}`,
    "/patients",
    `/patients/look-up?ids=${noor}`,
  ]) {
    expect([asked, (await nurse.get(path(asked))).status]).toEqual([asked, 404]);
  }
});

test("[PT5] an id becomes what its reader needs: all at the chair, no allergies at the desk, initials on a wall", async () => {
  expect(await patientsOf(lookUp(nurse, [noor]))).toEqual([{ ...NOOR, id: noor }]);
  expect(await patientsOf(lookUp(desk, [noor]))).toEqual([{ ...NOOR, id: noor, allergies: null }]);
  for (const who of [wall, clinic.admin])
    expect(await patientsOf(lookUp(who, [noor]))).toEqual([{ id: noor, initials: "N. S." }]);
  expect(await patientsOf(lookUp(nurse, [randomUUID()]))).toEqual([]);
});

test("[PT5] each look is recorded with its patient before it is answered; a wall's initials are none", async () => {
  const counts = { nurse: looksOf(nurse).length, desk: looksOf(desk).length };
  await search(nurse, "noor");
  await lookUp(nurse, [noor, noor]);
  await lookUp(desk, [noor]);
  await lookUp(wall, [noor]);
  await search(desk, "nobody of that name");
  expect(looksOf(nurse).slice(counts.nurse)).toEqual([`patient:${noor}`, `patient:${noor}`]);
  expect(looksOf(desk).slice(counts.desk)).toEqual([`patient:${noor}`]);
  expect(looksOf(wall)).toEqual([]);
});

test("[PT5] admin and wall cannot search, add or change; the refusal is recorded", async () => {
  for (const who of [clinic.admin, wall]) {
    const before = looksOf(who, "denied").length;
    const answers = [
      await search(who, "noor"),
      await who.post(path("/patients"), NOOR),
      await who.post(path(`/patients/${noor}`), NOOR),
      await who.post(path("/escorts/look-up"), { ids: [] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(looksOf(who, "denied").slice(before)).toEqual(["register", "register-write", "register-write", "register"]);
  }
});

test("[PT5] the people of another clinic see, find and change nothing, and cannot tell whether it is there", async () => {
  const routes = [
    ["/patients/search", { query: "noor" }],
    ["/patients/look-up", { ids: [noor] }],
    ["/patients", NOOR],
    [`/patients/${noor}`, NOOR],
    ["/escorts/look-up", { ids: [] }],
  ] as const;
  for (const [route, body] of routes) {
    const [theirs, nobodys] = [
      await stranger.post(path(route), body),
      await stranger.post(path(route, randomUUID()), body),
    ];
    expect([theirs.status, await theirs.text()]).toEqual([nobodys.status, await nobodys.text()]);
    expect(theirs.status).toBe(403);
  }
  const own = ((await (await stranger.get("/api/me")).json()) as { clinics: { id: string }[] }).clinics[0]?.id;
  expect(await patientsOf(stranger.post(path("/patients/look-up", own), { ids: [noor] }))).toEqual([]);
  expect((await stranger.post(path(`/patients/${noor}`, own), NOOR)).status).toBe(404);
});

test("[PT5] without a sign-in there is no register", async () => {
  const answers = await Promise.all(
    ["/patients/search", "/patients/look-up", "/patients"].map((route) =>
      fetch(`${server.url}${path(route)}`, {
        method: "POST",
        headers: { origin: server.url, "x-chairside": "1", "content-type": "application/json" },
        body: "{}",
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
});

test("[PT5] a form that cannot be read names its field and repeats nothing", async () => {
  const wrong: readonly (readonly [field: string, body: unknown])[] = [
    ["birthDate", { ...NOOR, birthDate: "1984-02-30" }],
    ["birthDate", { ...NOOR, birthDate: "02.05.1984" }],
    ["givenName", { ...NOOR, givenName: "   " }],
    ["familyName", { ...NOOR, familyName: "x".repeat(61) }],
    ["phone", { ...NOOR, phone: 5550101 }],
    ["allergies", { ...NOOR, allergies: undefined }],
    ["form", { ...NOOR, password: "x" }],
    ["form", [NOOR]],
  ];
  for (const [field, body] of wrong) {
    const said = await nurse.post(path("/patients"), body);
    const text = await said.text();
    expect([said.status, (JSON.parse(text) as { detail: string }).detail.split(":")[0]]).toEqual([400, field]);
    expect(text).not.toMatch(/Noor|Haddad|1984|5550101|xxx/);
  }
  expect((await nurse.post(path("/patients/look-up"), { ids: Array.from({ length: 101 }, () => noor) })).status).toBe(
    400,
  );
});

test("[PT5] who cannot see the allergies cannot wipe them", async () => {
  const moved = { ...NOOR, phone: "555-0199" };
  expect((await desk.post(path(`/patients/${noor}`), { ...moved, allergies: null })).status).toBe(200);
  expect(await patientsOf(lookUp(nurse, [noor]))).toEqual([{ ...moved, id: noor }]);
  expect((await nurse.post(path(`/patients/${noor}`), { ...moved, allergies: null })).status).toBe(200);
  expect(await patientsOf(lookUp(nurse, [noor]))).toEqual([{ ...moved, id: noor, allergies: null }]);
  await nurse.post(path(`/patients/${noor}`), NOOR);
  for (const unknown of [randomUUID(), "a%20b"])
    expect((await nurse.post(path(`/patients/${unknown}`), NOOR)).status).toBe(404);
});

test("[PT5] an escort's name and phone are read by those at the chair and the desk, and each look is recorded", async () => {
  const escort = { sessionId: randomUUID(), name: "Escort Synthetic", relation: "sister", phone: "555-0177" };
  const { id } = (await (await desk.post(path("/escorts"), escort)).json()) as { id: string };
  expect(await (await nurse.post(path("/escorts/look-up"), { ids: [id] })).json()).toEqual({
    escorts: [{ ...escort, id }],
  });
  expect(looksOf(nurse)).toContain(`escort:${id}`);
});

test("[PT5] a patient's name is in no event", () => {
  const db = new DatabaseSync(join(server.folder, "chairside.db"), { readOnly: true });
  const bodies = db
    .prepare("SELECT body FROM events")
    .all()
    .map(({ body }) => String(body))
    .join("\n");
  db.close();
  expect(bodies).not.toMatch(/Noor|Haddad|Penicillin|1984/);
});
