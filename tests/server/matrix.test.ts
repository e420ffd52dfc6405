import { beforeAll, expect, test } from "vitest";
import { ClinicId } from "#shared/base/ids.ts";
import { Command } from "#shared/clinic/commands.ts";
import type { SubmitReply } from "#shared/wire/messages.ts";
import { askServer } from "#server/cli/control.ts";
import { signIn, type SignedIn } from "#tests/support/people.ts";
import { useRoom } from "#tests/support/room.ts";
import { COMMANDS, SAMPLES, type There } from "./matrixCommands.ts";
import { maySend, ROLES } from "./matrixRights.ts";

const room = useRoom();
const NOT_ALLOWED = { rejected: { reason: "not-allowed" } };

let there: There;
let otherClinic: ClinicId;
let nobody: SignedIn;

beforeAll(async () => {
  const { server, clinic, clinicId, people, seat } = room();
  const made = await askServer(server.folder, {
    ask: "clinic-add",
    name: "Other Clinic (synthetic)",
    zone: "UTC",
    phone: "555-0101",
    chairs: ["1"],
    admin: "admin",
  });
  otherClinic = ClinicId.parse(/[0-9a-f-]{36}/.exec(JSON.stringify(made))?.[0]);
  there = { sessionId: await seat(), chairId: clinic.chairs.at(-1) ?? ("" as never), prescriber: people.clinician.id };
  const formerNurse = await clinic.staff("former.nurse", ["nurse"]);
  await people.admin.submit({ type: "end-membership", person: formerNurse.id, role: "nurse" });
  nobody = await signIn(server, clinicId, "former.nurse");
});

/** The way of a wish over HTTP: what came back, and with which status. */
const post = async (
  who: SignedIn,
  clinicId: ClinicId,
  command: Command,
): Promise<{ status: number; answer: SubmitReply }> => {
  const response = await who.post(`/api/clinics/${clinicId}/commands`, { commandId: crypto.randomUUID(), command });
  return { status: response.status, answer: (await response.json()) as SubmitReply };
};

const isNo = (answer: SubmitReply): boolean => "rejected" in answer && answer.rejected.reason === "not-allowed";
const rowsFor = (role: (typeof ROLES)[number], allowed: boolean) =>
  COMMANDS.filter((type) => maySend(role, type) === allowed);

test("[AC3] there is a sample of every command, and each can be read", () => {
  expect(COMMANDS.toSorted()).toEqual(Command.options.map(({ shape }) => shape.type.value).toSorted());
  for (const type of COMMANDS) expect(Command.safeParse(SAMPLES[type](there)).error?.issues, type).toBeUndefined();
});

test.each(ROLES)(
  "[AC3] what the row of a command forbids a %s is refused over HTTP and writes nothing",
  async (role) => {
    const { people, clinicId, head } = room();
    const before = await head();
    for (const type of rowsFor(role, false))
      expect(await post(people[role], clinicId, SAMPLES[type](there)), type).toEqual({
        status: 403,
        answer: NOT_ALLOWED,
      });
    expect(await head()).toBe(before);
  },
);

test.each(ROLES)(
  "[AC3] what the row of a command forbids a %s is refused over the socket and writes nothing; what it allows is never refused for the role",
  async (role) => {
    const { people, head, watch } = room();
    const screen = await watch(people[role]);
    const before = await head();
    for (const type of rowsFor(role, false))
      expect(await screen.submit(SAMPLES[type](there)), type).toEqual(NOT_ALLOWED);
    expect(await head()).toBe(before);
    for (const type of rowsFor(role, true)) expect(isNo(await screen.submit(SAMPLES[type](there))), type).toBe(false);
  },
);

test.each(ROLES)(
  "[AC3] what the row of a command allows a %s is never refused for the role over HTTP",
  async (role) => {
    const { people, clinicId } = room();
    for (const type of rowsFor(role, true)) {
      const { status, answer } = await post(people[role], clinicId, SAMPLES[type](there));
      expect(isNo(answer), type).toBe(false);
      expect([200, 422], type).toContain(status);
    }
  },
);

test("[AC7] in a clinic of others, and without any membership, every command is refused the same way and writes nothing", async () => {
  const { people, clinicId, head } = room();
  const eventsOfOther = async (): Promise<unknown> =>
    (await people.admin.get(`/api/clinics/${otherClinic}/events?after=0`)).json();
  const [before, otherBefore] = [await head(), await eventsOfOther()];
  const refusals = new Set<string>();
  for (const type of COMMANDS) {
    const command = SAMPLES[type](there);
    const strangers = ROLES.filter((role) => role !== "admin").map((role) => post(people[role], otherClinic, command));
    const answers = await Promise.all([
      ...strangers,
      post(nobody, clinicId, command),
      post(nobody, otherClinic, command),
      post(people.nurse, "clinic-unheard-of" as ClinicId, command),
    ]);
    for (const answer of answers) refusals.add(JSON.stringify(answer));
  }
  expect([...refusals]).toEqual([
    JSON.stringify({
      status: 403,
      answer: { type: "about:blank", status: 403, title: "Your role cannot do this here" },
    }),
  ]);
  expect(await head()).toBe(before);
  expect(JSON.stringify(await eventsOfOther()).replace(/"now":\d+/, "")).toBe(
    JSON.stringify(otherBefore).replace(/"now":\d+/, ""),
  );
});

test("[AC3] nobody can be made the system, and the system's commands are nobody's", async () => {
  const { people, clinicId } = room();
  const answer = await post(people.admin, clinicId, {
    type: "grant-membership",
    person: people.admin.id,
    role: "system" as never,
  });
  expect(answer).toEqual({
    status: 400,
    answer: { rejected: { reason: "invalid", field: "command.role", problem: "invalid_value" } },
  });
});
