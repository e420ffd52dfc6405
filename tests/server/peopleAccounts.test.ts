import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { PersonId } from "#shared/base/ids.ts";
import { AccountError, openAccounts } from "#server/people/accounts.ts";
import { createFor } from "#server/people/createFor.ts";
import { ANOTHER, openStage, PASSWORD, type Stage } from "./peopleStage.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ANA = { username: "ana.nurse", name: "Ana (synthetic)", password: PASSWORD };

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const read = (sql: string) => {
  const database = new DatabaseSync(join(stage.folder, "accounts.db"), { readOnly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
};

test("[PE1] at first there is no account, and no name and password that everybody knows", async () => {
  expect(await stage.accounts.list()).toEqual([]);
  for (const username of ["admin", "root", "chairside"])
    expect((await stage.signIn(username, username)).status).toBe(401);
});

test("[PE1] an account is found by its id and its name", async () => {
  const ana = await stage.accounts.create({ ...ANA, username: " Ana.Nurse " });
  expect(ana).toEqual({ id: ana.id, username: "ana.nurse", name: "Ana (synthetic)", disabled: false });
  expect(ana.id).toMatch(UUID);
  expect(await stage.accounts.list()).toEqual([ana]);
  expect(await stage.accounts.find(ana.id)).toEqual(ana);
  expect(await stage.accounts.findByUsername("ANA.nurse")).toEqual(ana);
  expect([...(await stage.accounts.names())]).toEqual([[ana.id, "Ana (synthetic)"]]);
});

test("[PE1] who is not there is undefined", async () => {
  expect(await stage.accounts.find(PersonId.parse("8d2f6a0e-0000-4000-8000-000000000009"))).toBeUndefined();
  expect(await stage.accounts.findByUsername("nobody.here")).toBeUndefined();
});

test("[PE1] a closed account keeps its name for what was done under it", async () => {
  const ana = await stage.accounts.create(ANA);
  await stage.accounts.disable(ana.id);
  expect(await stage.accounts.list()).toEqual([{ ...ana, disabled: true }]);
  expect((await stage.accounts.names()).get(ana.id)).toBe("Ana (synthetic)");
  await expect(stage.accounts.create(ANA)).rejects.toThrow("The username ana.nurse is taken.");
});

test.each(["an", "a".repeat(41), "ana nurse", "ana@clinic", "änne", ""])(
  "[PE1] %j is no username",
  async (username) => {
    await expect(stage.accounts.create({ ...ANA, username })).rejects.toThrow("A username has 3 to 40");
  },
);

test("[PE1] a username belongs to one person, also when two ask for it at once", async () => {
  const tries = await Promise.allSettled([1, 2, 3].map(() => stage.accounts.create(ANA)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const tried of tries) if (tried.status === "rejected") expect(tried.reason).toBeInstanceOf(AccountError);
  expect((await stage.signIn("ana.nurse", PASSWORD)).status).toBe(200);
});

test("[PE1] an account whose purpose fails is gone again, and its name is free", async () => {
  const failing = createFor(stage.accounts, ANA, () => Promise.reject(new Error("no clinic")));
  await expect(failing).rejects.toThrow("no clinic");
  expect(await stage.accounts.list()).toEqual([]);
  expect((await stage.signIn("ana.nurse", PASSWORD)).status).toBe(401);
  await expect(createFor(stage.accounts, ANA, ({ username }) => Promise.resolve(username))).resolves.toBe("ana.nurse");
  expect((await stage.signIn("ana.nurse", PASSWORD)).status).toBe(200);
});

test("[PE1] accounts and sign-ins outlive the process", async () => {
  const folder = mkdtempSync(join(tmpdir(), "chairside-people-"));
  const open = () =>
    openAccounts({
      folder,
      secret: "s".repeat(40),
      baseUrl: "http://localhost:3000",
      trustedOrigins: [],
      secureCookies: false,
    });
  const first = await open();
  const ana = await first.create(ANA);
  first.close();
  const second = await open();
  expect(await second.list()).toEqual([ana]);
  second.close();
  rmSync(folder, { recursive: true });
});

test.skipIf(process.platform === "win32")(
  "[PE1] the accounts are readable for their owner alone, side files too",
  async () => {
    await stage.accounts.create(ANA);
    for (const name of ["accounts.db", "accounts.db-wal", "accounts.db-shm"]) {
      expect([name, statSync(join(stage.folder, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
  },
);

test("[PE1] no real e-mail address is kept, and no other server is ever asked", async () => {
  const asked = vi.spyOn(globalThis, "fetch");
  const folder = mkdtempSync(join(tmpdir(), "chairside-people-"));
  const alone = await openAccounts({
    folder,
    secret: "s".repeat(40),
    baseUrl: "http://localhost:3000",
    trustedOrigins: [],
    secureCookies: false,
  });
  const { id } = await alone.create(ANA);
  await alone.disable(id);
  alone.close();
  rmSync(folder, { recursive: true });
  expect(asked).not.toHaveBeenCalled();
  const ana = await stage.accounts.create(ANA);
  expect(read("SELECT email FROM user")).toEqual([{ email: `${ana.id}@accounts.invalid` }]);
});

test("[PE5] an account is not made, nor its password changed, with a weak password", async () => {
  await expect(stage.accounts.create({ ...ANA, password: "too short" })).rejects.toThrow(AccountError);
  expect(await stage.accounts.list()).toEqual([]);
  const { id } = await stage.accounts.create(ANA);
  await expect(stage.accounts.resetPassword(id, "ana.nurse is my name")).rejects.toThrow(
    "must not contain the username",
  );
  expect((await stage.signIn("ana.nurse", PASSWORD)).status).toBe(200);
});

test("[PE6] what is kept of a password is argon2id of 19 MiB and two passes, with a salt of its own", async () => {
  await stage.accounts.create(ANA);
  await stage.accounts.create({ ...ANA, username: "ben.nurse" });
  const kept = read("SELECT password FROM account").map(({ password }) => String(password));
  expect(kept).toHaveLength(2);
  expect(new Set(kept.map((hash) => hash.split("$")[4])).size).toBe(2);
  for (const hash of kept) {
    const [, kind, version, cost = "", salt = "", tag = ""] = hash.split("$");
    const [m = 0, t = 0, p = 0] = cost.split(",").map((part) => Number(part.slice(2)));
    expect([kind, version, p]).toEqual(["argon2id", "v=19", 1]);
    expect(m).toBeGreaterThanOrEqual(19 * 1024);
    expect(t).toBeGreaterThanOrEqual(2);
    expect([Buffer.from(salt, "base64").length, Buffer.from(tag, "base64").length]).toEqual([16, 32]);
  }
});

test("[PE6] a hundred sign-ins at one moment are each let in, refused or asked to try again, and the server goes on", async () => {
  await stage.accounts.create(ANA);
  const tries = await Promise.all(
    Array.from({ length: 100 }, (_, n) => stage.signIn("ana.nurse", n % 2 ? PASSWORD : ANOTHER, `198.51.100.${n}`)),
  );
  for (const { status, headers } of tries) {
    expect([200, 401, 503]).toContain(status);
    if (status === 503) expect(headers.get("retry-after")).toBe("2");
  }
  expect((await stage.signIn("ana.nurse", PASSWORD)).status).toBe(200);
});
