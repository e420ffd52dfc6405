import { randomUUID } from "node:crypto";
import type { ChairId, ClinicId, CommandId, PatientId, PersonId } from "#shared/base/ids.ts";
import type { StaffRole } from "#shared/access/role.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { SubmitReply } from "#shared/wire/messages.ts";
import type { TestServer } from "./server.ts";

export const PASSWORD = "four unrelated words here";

/** Somebody who is signed in, and what they can ask over HTTP as their browser would. */
export interface SignedIn {
  readonly id: PersonId;
  readonly username: string;
  readonly cookie: string;
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
  readonly submit: (command: Command, commandId?: string) => Promise<SubmitReply>;
}

export interface TestClinic {
  readonly clinicId: ClinicId;
  readonly chairs: readonly ChairId[];
  readonly admin: SignedIn;
  readonly staff: (username: string, roles: readonly StaffRole[], name?: string) => Promise<SignedIn>;
  readonly patient: (givenName: string, familyName: string) => Promise<PatientId>;
}

/** A clinic made as people make it: the set-up link, then staff, over HTTP. */
export const setUpClinic = async (
  server: TestServer,
  chairs: readonly string[] = ["1", "2", "3"],
): Promise<TestClinic> => {
  const done = await postJson(server, "/api/set-up", {
    token: server.token(),
    clinic: { name: "Harbor Clinic (synthetic)", zone: "America/New_York", phone: "555-0100", chairs },
    admin: { name: "Admin Synthetic", username: "admin", password: PASSWORD },
  });
  const { clinicId } = (await done.json()) as { clinicId: ClinicId };
  const admin = await signIn(server, clinicId, "admin");
  const { clinic } = await firstEvents(admin, clinicId);
  return {
    clinicId,
    chairs: clinic,
    admin,
    staff: async (username, roles, name = `${username} (synthetic)`) => {
      const made = await admin.post(`/api/clinics/${clinicId}/staff`, { username, name, password: PASSWORD, roles });
      if (!made.ok) throw new Error(`no account for ${username}: ${made.status} ${await made.text()}`);
      return signIn(server, clinicId, username);
    },
    patient: async (givenName, familyName) => {
      const desk = await deskOf(server, admin, clinicId);
      const made = await desk.post(`/api/clinics/${clinicId}/patients`, {
        givenName,
        familyName,
        birthDate: "1980-02-29",
        identifier: null,
        phone: null,
        allergies: null,
      });
      return ((await made.json()) as { id: PatientId }).id;
    },
  };
};

export const signIn = async (server: TestServer, clinicId: ClinicId, username: string): Promise<SignedIn> => {
  const answer = await postJson(server, "/api/auth/sign-in", { username, password: PASSWORD });
  if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const headers = { cookie, origin: server.url, "x-chairside": "1", "content-type": "application/json" };
  const get = (path: string) => fetch(`${server.url}${path}`, { headers });
  const post = (path: string, body: unknown) =>
    fetch(`${server.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  const me = (await (await get("/api/me")).json()) as { person: { id: PersonId } };
  const submit = async (command: Command, commandId: string = randomUUID()): Promise<SubmitReply> =>
    (await (
      await post(`/api/clinics/${clinicId}/commands`, { commandId: commandId as CommandId, command })
    ).json()) as SubmitReply;
  return { id: me.person.id, username, cookie, get, post, submit };
};

const postJson = (server: TestServer, path: string, body: unknown): Promise<Response> =>
  fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { origin: server.url, "x-chairside": "1", "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const desks = new WeakMap<SignedIn, Promise<SignedIn>>();

/** Patients are entered by somebody who may: a desk person made once for each clinic. */
const deskOf = (server: TestServer, admin: SignedIn, clinicId: ClinicId): Promise<SignedIn> => {
  const known =
    desks.get(admin) ??
    (async () => {
      await admin.post(`/api/clinics/${clinicId}/staff`, {
        username: "register.desk",
        name: "Register Desk (synthetic)",
        password: PASSWORD,
        roles: ["desk"],
      });
      return signIn(server, clinicId, "register.desk");
    })();
  desks.set(admin, known);
  return known;
};

const firstEvents = async (who: SignedIn, clinicId: ClinicId): Promise<{ clinic: ChairId[] }> => {
  const { events } = (await (await who.get(`/api/clinics/${clinicId}/events?after=0`)).json()) as {
    events: { event: { type: string; chairId: ChairId } }[];
  };
  return { clinic: events.filter(({ event }) => event.type === "chair-added").map(({ event }) => event.chairId) };
};
