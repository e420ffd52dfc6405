import { beforeAll, expect, test } from "vitest";
import type { Read } from "#shared/access/permission.ts";
import { ClinicId, type SessionId } from "#shared/base/ids.ts";
import { askServer } from "#server/cli/control.ts";
import { signIn, type SignedIn } from "#tests/support/people.ts";
import { useRoom } from "#tests/support/room.ts";
import { openSqliteStore } from "#server/store/sqlite.ts";
import { maySee, ROLES } from "./matrixRights.ts";

const room = useRoom();

let sessionId: SessionId;
let patientId: string;
let otherClinic: ClinicId;
let nobody: SignedIn;

beforeAll(async () => {
  const { server, clinic, clinicId, people, seat } = room();
  sessionId = await seat();
  patientId = await clinic.patient("Synthetic", "Patient");
  const made = await askServer(server.folder, {
    ask: "clinic-add",
    name: "Other Clinic (synthetic)",
    zone: "UTC",
    phone: "555-0101",
    chairs: ["1"],
    admin: "admin",
  });
  otherClinic = ClinicId.parse(/[0-9a-f-]{36}/.exec(JSON.stringify(made))?.[0]);
  const formerNurse = await clinic.staff("former.nurse", ["nurse"]);
  await people.admin.submit({ type: "end-membership", person: formerNurse.id, role: "nurse" });
  nobody = await signIn(server, clinicId, "former.nurse");
});

const patient = {
  givenName: "Synthetic",
  familyName: "Other",
  birthDate: "1980-02-29",
  identifier: null,
  phone: null,
  allergies: null,
};
const escort = () => ({ sessionId, name: "Synthetic Escort", relation: null, phone: null });

/** Every route below a clinic, with the right that it asks for. */
const ROUTES: Readonly<
  Record<string, readonly [read: Read, ask: (who: SignedIn, clinicId: ClinicId) => Promise<Response>]>
> = {
  events: ["stream", (who, id) => who.get(`/api/clinics/${id}/events?after=0`)],
  staff: ["staff", (who, id) => who.get(`/api/clinics/${id}/staff`)],
  record: ["record", (who, id) => who.get(`/api/clinics/${id}/sessions/${sessionId}`)],
  ledger: ["ledger", (who, id) => who.get(`/api/clinics/${id}/ledger?from=2026-11-23&to=2026-11-23`)],
  devices: ["devices", (who, id) => who.get(`/api/clinics/${id}/devices`)],
  "a code for a device": [
    "devices",
    (who, id) => who.post(`/api/clinics/${id}/devices/codes`, { kind: "tablet", label: "Tablet" }),
  ],
  "search for patients": [
    "register",
    (who, id) => who.post(`/api/clinics/${id}/patients/search`, { query: "Synthetic" }),
  ],
  "names for ids": ["stream", (who, id) => who.post(`/api/clinics/${id}/patients/look-up`, { ids: [patientId] })],
  "add a patient": ["register-write", (who, id) => who.post(`/api/clinics/${id}/patients`, patient)],
  "change a patient": ["register-write", (who, id) => who.post(`/api/clinics/${id}/patients/${patientId}`, patient)],
  "add an escort": ["register-write", (who, id) => who.post(`/api/clinics/${id}/escorts`, escort())],
  "names of escorts": ["register", (who, id) => who.post(`/api/clinics/${id}/escorts/look-up`, { ids: [] })],
};

const REFUSED = { type: "about:blank", status: 403, title: "Your role cannot do this here" };

test.each(Object.entries(ROUTES))(
  "[AC7] %s: each role as its row says; in another clinic, in none and without a membership nothing",
  async (_, [read, ask]) => {
    const { people, clinicId } = room();
    for (const role of ROLES) {
      const own = await ask(people[role], clinicId);
      expect([role, own.status]).toEqual([role, maySee(role, read) ? 200 : 403]);
      if (!own.ok) expect(await own.json()).toEqual(REFUSED);
    }
    for (const [who, id] of [
      [people.nurse, otherClinic],
      [people.director, "clinic-unheard-of" as ClinicId],
      [people.nurse, "!" as ClinicId],
      [nobody, clinicId],
    ] as const) {
      const answer = await ask(who, id);
      expect([answer.status, await answer.json()]).toEqual([403, REFUSED]);
    }
  },
);

test.each(Object.entries(ROUTES))("[AC7] %s: nothing for who is not signed in", async (_, [, ask]) => {
  const { server, clinicId } = room();
  const headers = { origin: server.url, "x-chairside": "1", "content-type": "application/json" };
  const anybody = {
    get: (path: string) => fetch(`${server.url}${path}`, { headers }),
    post: (path: string, body: unknown) =>
      fetch(`${server.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
  };
  expect((await ask(anybody as SignedIn, clinicId)).status).toBe(401);
});

test("[AC7] only an admin adds staff", async () => {
  const { people, clinicId } = room();
  for (const role of ROLES.filter((one) => one !== "admin")) {
    const answer = await people[role].post(`/api/clinics/${clinicId}/staff`, {
      username: `made.by.${role}`,
      name: "Nobody",
      password: "four unrelated words here",
      roles: ["admin"],
    });
    expect([role, answer.status]).toEqual([role, 403]);
  }
});

test("[AC7] a patient of one clinic cannot be found or changed from another", async () => {
  const { people } = room();
  const answers = await Promise.all([
    people.admin.post(`/api/clinics/${otherClinic}/patients/look-up`, { ids: [patientId] }),
    people.admin.get(`/api/clinics/${otherClinic}/sessions/${sessionId}`),
  ]);
  expect(await answers[0]?.json()).toEqual({ patients: [] });
  expect(answers[1]?.status).toBe(403); // an admin reads no records, here or there
});

test("[AC7] each refusal is a line of the audit, and who was hung up on has viewed nothing", async () => {
  const { server, clinicId, watch } = room();
  await watch(nobody);
  await server.kill();
  const store = await openSqliteStore({
    folder: server.folder,
    onFatal: (error) => {
      throw error;
    },
  });
  const lines = await store.audit.lines(clinicId, 10_000);
  await store.close();
  const of = (action: string) => lines.filter((line) => line.action === action && line.person === nobody.id);
  expect(new Set(of("denied").map(({ subject }) => subject))).toEqual(
    new Set(Object.values(ROUTES).map(([read]) => read)),
  );
  expect(of("viewed")).toEqual([]);
});
