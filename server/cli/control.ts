import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, rmSync } from "node:fs";
import { createServer, connect } from "node:net";
import { join } from "node:path";
import * as z from "zod";
import { CommandId, type ClinicId } from "#shared/base/ids.ts";
import { StaffRole } from "#shared/access/role.ts";
import { isZone } from "#shared/base/time.ts";
import type { Clinics } from "#server/clinic/clinics.ts";
import { foundClinic, grant } from "#server/http/peopleRoutes.ts";
import { AccountError, type Accounts } from "#server/people/accounts.ts";

/** What the command line can ask of a server: the same acts as the admin's pages, by whoever owns the data folder. */
export const Ask = z.discriminatedUnion("ask", [
  z.strictObject({ ask: z.literal("clinic-add"), name: z.string().min(1).max(80), zone: z.string(), phone: z.string().min(3).max(30), chairs: z.array(z.string().min(1).max(20)).min(1).max(64), admin: z.string() }),
  z.strictObject({ ask: z.literal("staff-add"), clinic: z.string().optional(), username: z.string(), name: z.string(), password: z.string(), roles: z.array(StaffRole).min(1) }),
  z.strictObject({ ask: z.literal("staff-list") }),
  z.strictObject({ ask: z.literal("staff-disable"), username: z.string() }),
  z.strictObject({ ask: z.literal("staff-reset"), username: z.string(), password: z.string() }),
]);
export type Ask = z.infer<typeof Ask>;

const Answer = z.union([z.object({ done: z.string() }), z.object({ refused: z.string() })]);
export type Answer = z.infer<typeof Answer>;

interface Powers {
  readonly accounts: Accounts;
  readonly clinics: Clinics;
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

const act = async (ask: Ask, powers: Powers): Promise<string> => {
  const { accounts, clinics } = powers;
  switch (ask.ask) {
    case "clinic-add": {
      if (!isZone(ask.zone)) throw new Refused(`There is no time zone ${ask.zone}. Try one like America/New_York.`);
      const admin = await accountOf(accounts, ask.admin);
      const clinicId = await foundClinic({ clinics: () => clinics }, { clinic: ask }, admin.id);
      return `Clinic ${ask.name} added (${clinicId}), ${ask.chairs.length} chairs, admin ${admin.username}. Its protocols wait for a director's approval.`;
    }
    case "staff-add": {
      const clinicId = clinicOf(clinics, ask.clinic);
      const account = await accounts.create(ask);
      const lane = await clinics.lane(clinicId);
      if (lane) await grant(lane, account.id, ask.roles);
      return `${account.username} added as ${ask.roles.join(", ")}.`;
    }
    case "staff-list": {
      const all = await accounts.list();
      const rolesOf = (id: string) => clinics.held().flatMap(([, { clinic }]) => clinic.members[id as keyof typeof clinic.members] ?? []).join(", ") || "no role";
      return all.map(({ id, username, name, disabled }) => `${username}\t${name}\t${disabled ? "disabled" : rolesOf(id)}`).join("\n") || "Nobody yet.";
    }
    case "staff-disable": {
      const account = await accountOf(accounts, ask.username);
      await endMemberships(clinics, account.id);
      await accounts.disable(account.id);
      return `${account.username} can no longer sign in; every screen of theirs is closed.`;
    }
    case "staff-reset": {
      const account = await accountOf(accounts, ask.username);
      await accounts.resetPassword(account.id, ask.password);
      return `${account.username} has a new password; every sign-in of theirs has ended.`;
    }
  }
};

const accountOf = async (accounts: Accounts, username: string) => {
  const account = await accounts.findByUsername(username);
  if (!account) throw new Refused(`There is nobody called ${username}. See: npm run chairside -- staff list`);
  return account;
};

const clinicOf = (clinics: Clinics, named: string | undefined): ClinicId => {
  const held = clinics.held();
  const found = named === undefined ? (held.length === 1 ? held[0] : undefined) : held.find(([id, { clinic }]) => id === named || clinic.name === named);
  if (!found) throw new Refused(held.length === 0 ? "There is no clinic yet. Add one first." : "Which clinic? Name it with --clinic.");
  return found[0];
};

/** Rights are facts: they end in the log, so that every process hears of it. */
const endMemberships = async (clinics: Clinics, person: Parameters<typeof grant>[1]): Promise<void> => {
  for (const [, lane] of clinics.held()) {
    for (const role of lane.clinic.members[person] ?? []) {
      const ended = await lane.submit({ commandId: CommandId.parse(randomUUID()), command: { type: "end-membership", person, role }, person: "system", device: "system" });
      if ("rejected" in ended && ended.rejected.reason === "last-admin") throw new Refused("This is the last admin of a clinic. Make somebody else admin first.");
    }
  }
};

export const socketPath = (folder: string): string => join(folder, "control.sock");

/** A local socket in the data folder, for its owner alone. */
export const openControl = async (folder: string, powers: Powers): Promise<{ close: () => Promise<void> }> => {
  const path = socketPath(folder);
  if (existsSync(path)) rmSync(path); // left by a crash: the lock on the folder says that nobody else listens
  const server = createServer((socket) => {
    let text = "";
    socket.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      if (!text.endsWith("\n")) return;
      const ask = Ask.safeParse(JSON.parse(text));
      const reply = ask.success ? answer(ask.data, powers) : Promise.resolve<Answer>({ refused: "This command is not understood. Is the server of the same version?" });
      void reply.catch((): Answer => ({ refused: "Something went wrong in the server; see its log." })).then((said) => socket.end(`${JSON.stringify(said)}\n`));
    }).on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(path, resolve));
  chmodSync(path, 0o600);
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
};

/** Asks the running server; undefined when none is running. */
export const askServer = (folder: string, ask: Ask): Promise<Answer | undefined> =>
  new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(socketPath(folder), () => socket.write(`${JSON.stringify(ask)}\n`));
    socket.setEncoding("utf8").on("data", (part: string) => (text += part));
    socket.on("end", () => resolve(Answer.parse(JSON.parse(text))));
    socket.on("error", (error: NodeJS.ErrnoException) => (error.code === "ENOENT" || error.code === "ECONNREFUSED" ? resolve(undefined) : reject(error)));
  });
