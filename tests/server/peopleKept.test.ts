import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test, vi } from "vitest";
import { AccountError, openAccounts } from "#server/people/accounts.ts";
import { anAccount, openDesk, PASSWORD } from "./peopleAccounts.ts";
import { folderFor } from "./programs.ts";

const inFile = (folder: string, sql: string) => {
  const database = new DatabaseSync(join(folder, "accounts.db"), { readOnly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
};

const openIn = (folder: string) =>
  openAccounts({
    folder,
    secret: "0".repeat(64),
    baseUrl: "http://localhost",
    trustedOrigins: [],
    secureCookies: false,
  });

test("[PE1] there is no name and password that everybody knows", async () => {
  const desk = await openDesk();
  for (const name of ["admin", "root", "chairside"]) expect((await desk.signIn(name, name)).status).toBe(401);
});

test("[PE1] an id is random, and the address that the library wants leads nowhere", async () => {
  const desk = await openDesk();
  const { id } = await anAccount(desk);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(inFile(desk.folder, "SELECT email FROM user")).toEqual([{ email: `${id}@accounts.invalid` }]);
});

test("[PE1] accounts outlive the process", async () => {
  const folder = folderFor();
  const first = await openIn(folder);
  const nora = await first.create({ username: "nora", name: "Nora (synthetic)", password: PASSWORD });
  first.close();
  const second = await openIn(folder);
  expect(await second.list()).toEqual([nora]);
  second.close();
});

test("[PE1] nobody else's server is asked for anything", async () => {
  const asked = vi.spyOn(globalThis, "fetch");
  const accounts = await openIn(folderFor());
  const { id } = await accounts.create({ username: "nora", name: "Nora (synthetic)", password: PASSWORD });
  await accounts.disable(id);
  accounts.close();
  expect(asked).not.toHaveBeenCalled();
});

test("[PE5] with a weak password no account is made and no password is changed", async () => {
  const desk = await openDesk();
  await expect(
    desk.accounts.create({ username: "nora", name: "Nora (synthetic)", password: "too short" }),
  ).rejects.toThrow(AccountError);
  expect(await desk.accounts.list()).toEqual([]);
  const { id } = await anAccount(desk);
  await expect(desk.accounts.resetPassword(id, "nora is my own name")).rejects.toThrow("must not contain the username");
  expect((await desk.signIn("nora")).status).toBe(200);
});

test("[PE6] what is kept of a password is argon2id of 19 MiB and two passes, with a salt of its own", async () => {
  const desk = await openDesk();
  await anAccount(desk);
  await anAccount(desk, "otto");
  const kept = inFile(desk.folder, "SELECT password FROM account").map(({ password }) => String(password).split("$"));
  expect(new Set(kept.map(([, , , , salt]) => salt)).size).toBe(2);
  for (const [, kind, version, cost = "", salt = "", tag = ""] of kept) {
    const [memory = 0, passes = 0, lanes = 0] = cost.split(",").map((part) => Number(part.slice(2)));
    expect([kind, version, lanes]).toEqual(["argon2id", "v=19", 1]);
    expect(memory).toBeGreaterThanOrEqual(19 * 1024);
    expect(passes).toBeGreaterThanOrEqual(2);
    expect([Buffer.from(salt, "base64").length, Buffer.from(tag, "base64").length]).toEqual([16, 32]);
  }
});
