import { randomUUID } from "node:crypto";
import * as z from "zod";
import { CommandId, type ClinicId, type PersonId } from "#shared/base/ids.ts";
import { StaffRole } from "#shared/access/role.ts";
import { isZone } from "#shared/base/time.ts";
import type { Clinics } from "#server/clinic/clinics.ts";
import { foundClinic, grant } from "#server/http/peopleRoutes.ts";
import { AccountError, type Account, type Accounts } from "#server/people/accounts.ts";
import { createFor } from "#server/people/createFor.ts";
import type { Audit } from "#server/store/register.ts";

const name = z.string().trim().min(1, "is missing").max(80, "has 80 characters at most");
const phone = z.string().trim().min(3, "has 3 characters or more").max(30, "has 30 characters at most");
const label = z.string().trim().min(1, "has an empty label").max(20, "has labels of 20 characters at most");
const chairs = z
  .array(label)
  .min(1, "is missing")
  .max(64, "are 64 at most")
  .refine((labels) => new Set(labels).size === labels.length, "names one chair twice");
const roles = z.array(z.enum(StaffRole.options, `are ${StaffRole.options.join(", ")}`)).min(1, "is missing");

/** What the command line can ask of a server: the same acts as the admin's pages, by whoever owns the data folder. */
export const Ask = z.discriminatedUnion("ask", [
  z.strictObject({
    ask: z.literal("clinic-add"),
    name,
    zone: z.string(),
    phone,
    chairs,
    admin: z.string(),
    adminName: name.optional(),
    password: z.string().optional(),
  }),
  z.strictObject({
    ask: z.literal("staff-add"),
    clinic: z.string().optional(),
    username: z.string(),
    name,
    password: z.string(),
    roles,
  }),
  z.strictObject({ ask: z.literal("staff-list") }),
  z.strictObject({ ask: z.literal("staff-disable"), username: z.string() }),
  z.strictObject({ ask: z.literal("staff-reset"), username: z.string(), password: z.string() }),
]);
export type Ask = z.infer<typeof Ask>;
type AskFor<What extends Ask["ask"]> = Extract<Ask, { ask: What }>;

export const Answer = z.union([z.object({ done: z.string() }), z.object({ refused: z.string() })]);
export type Answer = z.infer<typeof Answer>;

export interface Powers {
  readonly accounts: Accounts;
  readonly clinics: Clinics;
  readonly audit: Pick<Audit, "record">;
  readonly now: () => number;
}

/** CL1. Says what it did in one line, or why it did not. */
export const answer = async (ask: Ask, powers: Powers): Promise<Answer> => {
  try {
    return { done: await act(ask, powers) };
  } catch (error) {
    if (error instanceof AccountError || error instanceof Refused) return { refused: error.message };
    throw error;
  }
};

class Refused extends Error {
  override readonly name = "Refused";
}

const act = (ask: Ask, powers: Powers): Promise<string> => {
  switch (ask.ask) {
    case "clinic-add":
      return addClinic(ask, powers);
    case "staff-add":
      return addStaff(ask, powers);
    case "staff-list":
      return listStaff(powers);
    case "staff-disable":
      return disableStaff(ask, powers);
    case "staff-reset":
      return resetStaff(ask, powers);
  }
};

/** With the admin's own name the account is made too: so a first clinic needs no other step. */
const addClinic = async (ask: AskFor<"clinic-add">, powers: Powers): Promise<string> => {
  const { accounts, clinics } = powers;
  if (!isZone(ask.zone)) throw new Refused(`There is no time zone ${ask.zone}. Try one like America/New_York.`);
  if (clinics.held().some(([, { clinic }]) => clinic.name === ask.name))
    throw new Refused(`There is already a clinic called ${ask.name}.`);
  const found = async (admin: Account): Promise<string> => {
    const clinicId = await foundClinic({ clinics: () => clinics }, { clinic: ask }, admin.id);
    await changed(powers, admin.id, clinicId);
    return `Clinic ${ask.name} added (${clinicId}), ${ask.chairs.length} ${ask.chairs.length === 1 ? "chair" : "chairs"}, admin ${admin.username}. Its protocols wait for a director's approval.`;
  };
  const { admin: username, adminName, password } = ask;
  if (adminName !== undefined && password !== undefined)
    return createFor(accounts, { username, name: adminName, password }, found);
  const admin = await accounts.findByUsername(username);
  if (!admin) throw new Refused(`There is nobody called ${username}. To make the account too, give --admin-name.`);
  if (admin.disabled)
    throw new Refused(`${username} is disabled. First: npm run chairside -- staff reset --username ${username}`);
  return found(admin);
};

/** CL5. The clinic and the roles are known to be right before there is an account. */
const addStaff = (ask: AskFor<"staff-add">, powers: Powers): Promise<string> => {
  const clinicId = clinicOf(powers.clinics, ask.clinic);
  return createFor(powers.accounts, ask, async (account) => {
    const lane = await powers.clinics.lane(clinicId);
    if (!lane) throw new Error("a clinic that was there is gone");
    await grant(lane, account.id, ask.roles);
    await changed(powers, account.id, clinicId);
    return `${account.username} added to ${lane.clinic.name} as ${[...new Set(ask.roles)].join(", ")}.`;
  });
};

const listStaff = async ({ accounts, clinics }: Powers): Promise<string> => {
  const inClinics = (person: PersonId) =>
    clinics
      .held()
      .flatMap(([, { clinic }]) =>
        clinic.members[person]?.length ? [`${clinic.members[person].join(", ")} at ${clinic.name}`] : [],
      );
  const lines = (await accounts.list()).map(({ id, username, name: called, disabled }) =>
    [username, called, disabled ? "disabled" : inClinics(id).join("; ") || "no role"].join("\t"),
  );
  return lines.toSorted().join("\n") || "Nobody yet.";
};

const disableStaff = async (ask: AskFor<"staff-disable">, powers: Powers): Promise<string> => {
  const account = await accountOf(powers.accounts, ask.username);
  await endMemberships(powers.clinics, account.id);
  await powers.accounts.disable(account.id);
  await changed(powers, account.id, null);
  return `${account.username} can no longer sign in; every role and sign-in of theirs has ended.`;
};

const resetStaff = async (ask: AskFor<"staff-reset">, powers: Powers): Promise<string> => {
  const account = await accountOf(powers.accounts, ask.username);
  await powers.accounts.resetPassword(account.id, ask.password);
  await changed(powers, account.id, null);
  return `${account.username} has a new password; every sign-in of theirs has ended.`;
};

const accountOf = async (accounts: Accounts, username: string): Promise<Account> => {
  const account = await accounts.findByUsername(username);
  if (!account) throw new Refused(`There is nobody called ${username}. See: npm run chairside -- staff list`);
  return account;
};

const clinicOf = (clinics: Clinics, named: string | undefined): ClinicId => {
  const held = clinics.held();
  const found =
    named === undefined
      ? held.length === 1
        ? held[0]
        : undefined
      : held.find(([id, { clinic }]) => id === named || clinic.name === named);
  if (found) return found[0];
  throw new Refused(
    held.length === 0
      ? "There is no clinic yet. Add one first."
      : `Which clinic? Name it with --clinic: ${held.map(([, { clinic }]) => clinic.name).join(", ")}.`,
  );
};

/** PE9. Rights are facts: they end in the log, so that every process hears of it. All of them, or none where one must stay. */
const endMemberships = async (clinics: Clinics, person: PersonId): Promise<void> => {
  const theirs = clinics.held().map(([, lane]) => ({ lane, held: lane.clinic.members[person] ?? [] }));
  for (const {
    lane: { clinic },
    held,
  } of theirs) {
    const admins = Object.values(clinic.members).filter((ofOne) => ofOne.includes("admin")).length;
    if (held.includes("admin") && admins === 1) throw lastAdmin(clinic.name);
  }
  for (const { lane, held } of theirs) {
    for (const role of held) {
      const ended = await lane.submit({
        commandId: CommandId.parse(randomUUID()),
        command: { type: "end-membership", person, role },
        person: "system",
        device: "system",
      });
      if ("rejected" in ended && ended.rejected.reason === "last-admin") throw lastAdmin(lane.clinic.name);
      if ("failed" in ended) throw new Refused("The log could not be written just now. Try again.");
    }
  }
};

const lastAdmin = (clinic: string): Refused =>
  new Refused(`This is the last admin of ${clinic}. Make somebody else admin first.`);

/** PE8. By whoever owns the data folder: no person, no device. */
const changed = ({ audit, now }: Powers, id: PersonId, clinicId: ClinicId | null): Promise<void> =>
  audit.record({ at: now(), clinicId, person: null, device: null, action: "account-changed", subject: `person:${id}` });
