import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test, vi } from "vitest";
import type { PersonId } from "#shared/base/ids.ts";
import { createFor } from "#server/people/createFor.ts";
import { anAccount, cookiePair, openDesk, OTHER_PASSWORD, PASSWORD } from "./peopleAccounts.ts";

const HOUR = 60 * 60 * 1000;

describe("an account", () => {
  test("[PE1] is one person's: a username of its own, whatever its case, and a name", async () => {
    const desk = await openDesk();
    const nora = await desk.accounts.create({ username: " Nora.K ", name: " Nora K (synthetic) ", password: PASSWORD });
    expect(nora).toMatchObject({ username: "nora.k", name: "Nora K (synthetic)", disabled: false });
    expect(await desk.accounts.list()).toEqual([nora]);
    expect(await desk.accounts.find(nora.id)).toEqual(nora);
    expect(await desk.accounts.findByUsername("NORA.K")).toEqual(nora);
    expect(await desk.accounts.names()).toEqual(new Map([[nora.id, nora.name]]));
    await expect(anAccount(desk, "NORA.k")).rejects.toThrow("The username nora.k is taken.");
  });

  test.each(["no", "with space", "a@b.example", "ünal", "x".repeat(41)])(
    "[PE1] cannot be called %s",
    async (username) => {
      const desk = await openDesk();
      await expect(anAccount(desk, username)).rejects.toThrow(
        "A username has 3 to 40 letters, digits, dots or underscores.",
      );
      expect(await desk.accounts.list()).toEqual([]);
    },
  );

  test("[PE1] of two with the same username at the same moment is one", async () => {
    const desk = await openDesk();
    const both = await Promise.allSettled([anAccount(desk), anAccount(desk)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({
      name: "AccountError",
      message: "The username nora is taken.",
    });
    expect(await desk.accounts.list()).toHaveLength(1);
  });

  test("[PE1] whose purpose fails is taken back, and the name is free again", async () => {
    const desk = await openDesk();
    const person = { username: "nora", name: "Nora (synthetic)", password: PASSWORD };
    await expect(createFor(desk.accounts, person, () => Promise.reject(new Error("no clinic")))).rejects.toThrow(
      "no clinic",
    );
    expect(await desk.accounts.list()).toEqual([]);
    expect((await desk.signIn("nora")).status).toBe(401);
    expect((await createFor(desk.accounts, person, (account) => Promise.resolve(account))).username).toBe("nora");
  });

  test("[PE1] there is none at first, and its files are readable for their owner alone", async () => {
    const desk = await openDesk();
    expect(await desk.accounts.list()).toEqual([]);
    await anAccount(desk);
    const files = readdirSync(desk.folder).filter((name) => name.startsWith("accounts.db"));
    expect(files.toSorted()).toEqual(["accounts.db", "accounts.db-shm", "accounts.db-wal"]);
    for (const name of files) expect([name, statSync(join(desk.folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  });
});

describe("signing in", () => {
  test("[PE2] opens with the right password, in any case of the username", async () => {
    const desk = await openDesk();
    const nora = await anAccount(desk);
    const answer = await desk.signIn(" Nora ");
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    expect(await desk.who(cookiePair(answer))).toMatchObject({ personId: nora.id });
  });

  test("[PE2] gives one answer to a wrong password, an unknown name, a closed account and a form that is none", async () => {
    const desk = await openDesk();
    await anAccount(desk);
    await desk.accounts.disable((await anAccount(desk, "otto")).id);
    const answers = [
      await desk.signIn("nora", OTHER_PASSWORD),
      await desk.signIn("nobody"),
      await desk.signIn("otto"),
      await desk.signIn("x", "y"),
      await desk.signIn("no such@name"),
      await desk.signIn("nora", ""),
      await desk.signIn("nora", "y".repeat(257)),
      await desk.signIn("otto", "none"),
    ];
    const said = await Promise.all(
      answers.map(async (answer) => [answer.status, answer.headers.getSetCookie(), await answer.text()]),
    );
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(said[0]).toEqual([
      401,
      [],
      JSON.stringify({ type: "about:blank", status: 401, title: "Username or password is wrong." }),
    ]);
  });

  const DOORS = [
    "sign-up/email",
    "sign-in/email",
    "sign-in/username",
    "is-username-available",
    "update-user",
    "delete-user",
    "change-password",
    "change-email",
    "list-sessions",
    "get-session",
    "revoke-sessions",
    "revoke-session",
    "request-password-reset",
    "reset-password",
    "list-accounts",
    "ok",
    "error",
    "admin/create-user",
    "admin/list-users",
    "admin/set-role",
    "sign-in/social",
    "unlink-account",
    "send-verification-email",
    "verify-email",
  ];

  test("[PE2] and out are the only doors: nothing else of the accounts library answers, signed in or not", async () => {
    const desk = await openDesk();
    await anAccount(desk);
    const cookie = await desk.cookieOf("nora");
    const ask = (door: string, method: string) =>
      fetch(`${desk.url}/api/auth/${door}`, {
        method,
        headers: { cookie, "content-type": "application/json" },
        ...(method === "GET" ? {} : { body: JSON.stringify({ username: "nora", name: "x", password: PASSWORD }) }),
      });
    const answers = await Promise.all(
      DOORS.flatMap((door) => ["GET", "POST"].map(async (method) => `${(await ask(door, method)).status}`)),
    );
    expect(new Set(answers)).toEqual(new Set(["404"]));
    expect((await ask("sign-in", "GET")).status).toBe(404);
  });
});

describe("a sign-in", () => {
  const inside = (folder: string) => {
    const db = new DatabaseSync(join(folder, "accounts.db"), { readOnly: true });
    const rows = db.prepare("SELECT token, expiresAt, createdAt, updatedAt FROM session").all();
    db.close();
    return rows;
  };

  test("[PE3] is a cookie that no script reads and no other site sends, for twelve hours", async () => {
    const desk = await openDesk();
    await anAccount(desk);
    const [cookie = "", ...more] = (await desk.signIn("nora")).headers.getSetCookie();
    expect(more).toEqual([]);
    const [pair = "", ...attributes] = cookie.split("; ");
    expect(pair).toMatch(/^chairside\.session_token=/);
    expect(attributes.toSorted()).toEqual(["HttpOnly", "Max-Age=43200", "Path=/", "SameSite=Strict"]);
  });

  test("[PE3] is bound to this very host over https: __Host-, Secure, no domain", async () => {
    const desk = await openDesk({ secureCookies: true, baseUrl: "https://chairside.example" });
    const nora = await anAccount(desk);
    const [cookie = ""] = (await desk.signIn("nora")).headers.getSetCookie();
    const [pair = "", ...attributes] = cookie.split("; ");
    expect(pair).toMatch(/^__Host-chairside\.session_token=/);
    expect(attributes.toSorted()).toEqual(["HttpOnly", "Max-Age=43200", "Path=/", "SameSite=Strict", "Secure"]);
    expect(await desk.who(pair)).toMatchObject({ personId: nora.id });
    const [left = ""] = (await desk.signOut(pair)).headers.getSetCookie();
    expect(left).toMatch(/^__Host-chairside\.session_token=;.*Max-Age=0.*Secure/);
  });

  test("[PE3] is a new random key every time, worth nothing when a letter of it changes", async () => {
    const desk = await openDesk();
    await anAccount(desk);
    const cookies = [await desk.cookieOf("nora"), await desk.cookieOf("nora")];
    const tokens = inside(desk.folder).map(({ token }) => String(token));
    expect(new Set([...cookies, ...tokens]).size).toBe(4);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9]{32}$/); // 190 bits
    const [first = ""] = cookies;
    const at = first.indexOf("=") + 3;
    const forged = `${first.slice(0, at)}${first[at] === "a" ? "b" : "a"}${first.slice(at + 1)}`;
    expect(await desk.who(forged)).toBeUndefined();
    expect(await desk.who(`chairside.session_token=${tokens[0]}`)).toBeUndefined();
    expect(await desk.who("")).toBeUndefined();
  });

  test("[PE3] ends after twelve hours, used or not, and its screens are told", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const began = Date.UTC(2026, 10, 23, 8);
    vi.setSystemTime(began);
    const desk = await openDesk();
    const nora = await anAccount(desk);
    const ended: string[] = [];
    desk.accounts.onSignInEnded((person, signInId) => void ended.push(`${person} ${signInId}`));
    ended.length = 0;
    const cookie = await desk.cookieOf("nora");
    const signIn = await desk.who(cookie);
    for (const hour of [1, 6, 11]) {
      vi.setSystemTime(began + hour * HOUR);
      expect(await desk.who(cookie)).toEqual(signIn);
    }
    vi.setSystemTime(began + 12 * HOUR - 1);
    await desk.accounts.endExpired();
    expect([await desk.who(cookie), ended]).toEqual([signIn, []]);
    vi.setSystemTime(began + 12 * HOUR + 1);
    await desk.accounts.endExpired();
    expect(await desk.who(cookie)).toBeUndefined();
    expect(ended).toEqual([`${nora.id} ${signIn?.signInId}`]);
    expect(inside(desk.folder)).toEqual([]);
    vi.useRealTimers();
  });

  test("[PE3] ends by signing out: that one, not the others of the same person", async () => {
    const desk = await openDesk();
    const nora = await anAccount(desk);
    const [tablet, wall] = [await desk.cookieOf("nora"), await desk.cookieOf("nora")];
    const signIn = await desk.who(tablet);
    const ended: unknown[] = [];
    desk.accounts.onSignInEnded((...what) => void ended.push(what));
    const answer = await desk.signOut(tablet);
    expect([answer.status, answer.headers.get("clear-site-data")]).toEqual([200, '"cache"']);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^chairside\.session_token=;.*Max-Age=0/);
    expect(await desk.who(tablet)).toBeUndefined();
    expect(await desk.who(wall)).toMatchObject({ personId: nora.id });
    expect(ended).toEqual([[nora.id, signIn?.signInId]]);
    expect((await desk.signOut(tablet)).status).toBe(200);
  });

  test("[PE3] ends with the password: every one of that person, nobody else's", async () => {
    const desk = await openDesk();
    const nora = await anAccount(desk);
    await anAccount(desk, "otto");
    const [tablet, wall, other] = [
      await desk.cookieOf("nora"),
      await desk.cookieOf("nora"),
      await desk.cookieOf("otto"),
    ];
    const ended: unknown[] = [];
    desk.accounts.onSignInEnded((...what) => void ended.push(what));
    await desk.accounts.resetPassword(nora.id, OTHER_PASSWORD);
    expect([await desk.who(tablet), await desk.who(wall)]).toEqual([undefined, undefined]);
    expect(await desk.who(other)).toBeDefined();
    expect(ended).toEqual([[nora.id, undefined]]);
    expect((await desk.signIn("nora")).status).toBe(401);
    expect((await desk.signIn("nora", OTHER_PASSWORD)).status).toBe(200);
  });

  test("[PE3] that was being checked while the password went away opens nothing", async () => {
    const desk = await openDesk();
    const nora = await anAccount(desk);
    for (let round = 0; round < 4; round += 1) {
      await desk.accounts.resetPassword(nora.id, PASSWORD);
      const trying = Array.from({ length: 4 }, () => desk.signIn("nora"));
      await new Promise((wait) => setTimeout(wait, 20 * round)); // no event tells that a hash is under way: several moments are tried
      await desk.accounts.disable(nora.id);
      const opened = await Promise.all((await Promise.all(trying)).map((answer) => desk.who(cookiePair(answer))));
      expect(opened).toEqual([undefined, undefined, undefined, undefined]);
    }
  });
});

describe("a closed account", () => {
  test("[PE9] opens with no password, has no sign-in, and keeps its name", async () => {
    const desk = await openDesk();
    const nora = await anAccount(desk);
    const cookie = await desk.cookieOf("nora");
    const ended: unknown[] = [];
    desk.accounts.onSignInEnded((...what) => void ended.push(what));
    await desk.accounts.disable(nora.id);
    expect(await desk.who(cookie)).toBeUndefined();
    expect(ended).toEqual([[nora.id, undefined]]);
    expect((await desk.signIn("nora")).status).toBe(401);
    expect(await desk.accounts.list()).toEqual([{ ...nora, disabled: true }]);
    expect((await desk.accounts.names()).get(nora.id)).toBe(nora.name);
    await expect(anAccount(desk)).rejects.toThrow("is taken");
  });

  test("[PE9] opens again with a new password", async () => {
    const desk = await openDesk();
    const nora = await anAccount(desk);
    await desk.accounts.disable(nora.id);
    await desk.accounts.resetPassword(nora.id, OTHER_PASSWORD);
    expect((await desk.signIn("nora", OTHER_PASSWORD)).status).toBe(200);
    expect(await desk.accounts.find(nora.id)).toEqual(nora);
  });

  test("[PE9] an account that is not there cannot be given a password", async () => {
    const desk = await openDesk();
    await expect(desk.accounts.resetPassword("nobody-at-all" as PersonId, PASSWORD)).rejects.toThrow(
      "There is no such account.",
    );
  });
});

test("[PE8] signing in, failing to and signing out are recorded by id, with the device, never with what was typed", async () => {
  const desk = await openDesk();
  const { id: person } = await anAccount(desk);
  const device = "device-of-a-test";
  const cookie = cookiePair(await desk.signIn("nora", PASSWORD, { cookie: `chairside-device=${device}` }));
  await desk.signIn("nora", OTHER_PASSWORD);
  await desk.signIn("my password typed as a name");
  await desk.signOut(cookie);
  expect(desk.records).toEqual([
    { action: "signed-in", person, device, subject: "sign-in" },
    { action: "sign-in-failed", person, device: null, subject: "sign-in" },
    { action: "sign-in-failed", person: null, device: null, subject: "sign-in" },
    { action: "signed-out", person, device: null, subject: "sign-in" },
  ]);
});

test("[PE8] what cannot be recorded does not happen", async () => {
  vi.spyOn(console, "error").mockReturnValue(undefined); // express says what failed
  const desk = await openDesk({ record: () => Promise.reject(new Error("disk full")) });
  await anAccount(desk);
  const answer = await desk.signIn("nora");
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([500, []]);
});
