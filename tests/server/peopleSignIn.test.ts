import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { PersonId } from "#shared/base/ids.ts";
import type { Account } from "#server/people/accounts.ts";
import { openLibrary } from "#server/people/library.ts";
import { ANOTHER, openStage, PASSWORD, type Stage } from "./peopleStage.ts";

const HOURS_12_S = 12 * 60 * 60;

let stage: Stage;
let ana: Account;

beforeEach(async () => {
  stage = await openStage();
  ana = await stage.accounts.create({ username: "ana.nurse", name: "Ana (synthetic)", password: PASSWORD });
});
afterEach(() => stage.close());

const ends = (): (readonly [PersonId, string | undefined])[] => {
  const heard: (readonly [PersonId, string | undefined])[] = [];
  stage.accounts.onSignInEnded((person, signInId) => void heard.push([person, signInId]));
  return heard;
};

const signOut = (cookie: string) => stage.send("POST", "/api/auth/sign-out", {}, { cookie });

const setCookies = (headers: Headers) => headers.getSetCookie().map((one) => one.toLowerCase().split("; "));

test("[PE2] the right password opens a sign-in for that person, however the name is typed", async () => {
  const answer = await stage.signIn("  Ana.Nurse ", PASSWORD);
  expect([answer.status, answer.text]).toEqual([200, '{"ok":true}']);
  expect(await stage.whoHas(answer.cookie)).toBe(ana.id);
});

test("[PE2] a wrong password, an unknown name and a closed account get the same answer, and no cookie", async () => {
  const ben = await stage.accounts.create({ username: "ben.nurse", name: "Ben (synthetic)", password: PASSWORD });
  await stage.accounts.disable(ben.id);
  const answers = [
    await stage.signIn("ana.nurse", ANOTHER),
    await stage.signIn("nobody.here", PASSWORD),
    await stage.signIn("ben.nurse", PASSWORD),
    await stage.signIn("ben.nurse", "none"),
  ];
  for (const { status, text, headers, cookie } of answers) {
    expect([status, JSON.parse(text), cookie]).toEqual([
      401,
      { type: "about:blank", status: 401, title: "Username or password is wrong." },
      "",
    ]);
    expect(headers.get("content-type")).toContain("application/problem+json");
  }
});

test("[PE2] the time of a refusal does not tell which names there are", async () => {
  const closed = await stage.accounts.create({
    username: "closed.nurse",
    name: "Closed (synthetic)",
    password: PASSWORD,
  });
  await stage.accounts.disable(closed.id);
  const took: Record<string, number[]> = { "ana.nurse": [], "nobody.here": [], "closed.nurse": [] };
  for (let round = 0; round < 15; round += 1) {
    for (const [username, times] of Object.entries(took)) {
      const begun = performance.now();
      await stage.signIn(username, ANOTHER, `198.51.100.${round}`);
      times.push(performance.now() - begun);
    }
  }
  const [known = 0, unknown = 0, shut = 0] = Object.values(took).map((times) => times.toSorted((a, b) => a - b)[7]);
  // Without a hash for those who have none, their refusal would take a tenth of the time.
  for (const other of [unknown, shut]) expect(other / known).toBeGreaterThan(0.5);
  for (const other of [unknown, shut]) expect(other / known).toBeLessThan(2);
});

test.each([
  undefined,
  {},
  { username: "ana.nurse" },
  { username: 7, password: PASSWORD },
  { username: "ana.nurse", password: PASSWORD, more: 1 },
  [],
])("[PE2] what is not a name and a password is refused like a wrong one: %j", async (body) => {
  expect((await stage.send("POST", "/api/auth/sign-in", body)).status).toBe(401);
});

test("[PE2] nothing of the accounts library can be reached but our two doors", async () => {
  const { api, close } = await openLibrary({
    folder: stage.folder,
    secret: "x".repeat(40),
    baseUrl: "http://localhost:3000",
    trustedOrigins: [],
    secureCookies: false,
  });
  const paths = [...new Set(Object.values(api).map(({ path }) => path))].filter((path) => path !== "/sign-out");
  close();
  expect(paths).toContain("/sign-up/email");
  const { cookie } = await stage.signIn("ana.nurse", PASSWORD);
  const body = {
    username: "eve",
    email: "eve@example.com",
    name: "Eve",
    password: PASSWORD,
    newPassword: ANOTHER,
    currentPassword: PASSWORD,
  };
  for (const path of [...paths, "/admin/create-user", "/admin/set-role"]) {
    expect([path, (await stage.send("POST", `/api/auth${path}`, body, { cookie })).status]).toEqual([path, 404]);
    expect([path, (await stage.send("GET", `/api/auth${path}`, undefined, { cookie })).status]).toEqual([path, 404]);
  }
  expect(await stage.accounts.list()).toHaveLength(1);
});

test("[PE3] the cookie is kept from scripts and other sites and lasts twelve hours", async () => {
  const { headers } = await stage.signIn("ana.nurse", PASSWORD);
  const [cookie = [], ...more] = setCookies(headers);
  expect(more).toEqual([]);
  expect(cookie[0]).toMatch(/^chairside\.session_token=.{40,}/);
  expect(cookie.slice(1).toSorted()).toEqual(["httponly", `max-age=${HOURS_12_S}`, "path=/", "samesite=strict"]);
});

test("[PE3] over https the cookie is secure and bound to this very host", async () => {
  const secure = await openStage({ secureCookies: true });
  try {
    const ben = await secure.accounts.create({ username: "ben.nurse", name: "Ben (synthetic)", password: PASSWORD });
    const { headers, cookie } = await secure.signIn("ben.nurse", PASSWORD);
    const [flags = []] = setCookies(headers);
    expect(flags[0]).toMatch(/^__host-chairside\./);
    expect(flags).toEqual(expect.arrayContaining(["secure", "httponly", "samesite=strict", "path=/"]));
    expect(flags.some((flag) => flag.startsWith("domain"))).toBe(false);
    expect(await secure.whoHas(cookie)).toBe(ben.id);
  } finally {
    await secure.close();
  }
});

test("[PE3] every sign-in has another id, and a cookie with another signature opens nothing", async () => {
  const cookies = [await stage.signIn("ana.nurse", PASSWORD), await stage.signIn("ana.nurse", PASSWORD)].map(
    ({ cookie }) => cookie,
  );
  expect(new Set(cookies).size).toBe(2);
  const [first = ""] = cookies;
  const [name = "", value = ""] = first.split("=");
  const [token = ""] = decodeURIComponent(value).split(".");
  expect(await stage.whoHas(`${name}=${token}`)).toBeUndefined();
  expect(await stage.whoHas(`${name}=${encodeURIComponent(`${token}.${"A".repeat(43)}=`)}`)).toBeUndefined();
  expect(await stage.whoHas("")).toBeUndefined();
});

test("[PE3] signing out ends that sign-in alone, and who watches hears of it", async () => {
  const tablet = await stage.signIn("ana.nurse", PASSWORD);
  const desk = await stage.signIn("ana.nurse", PASSWORD);
  const signIn = await stage.accounts.signInOf({ cookie: tablet.cookie });
  const heard = ends();
  const answer = await signOut(tablet.cookie);
  expect([answer.status, answer.headers.get("clear-site-data")]).toEqual([200, '"cache"']);
  expect(setCookies(answer.headers)[0]).toContain("max-age=0");
  expect(heard).toEqual([[ana.id, signIn?.signInId]]);
  expect(await stage.whoHas(tablet.cookie)).toBeUndefined();
  expect(await stage.whoHas(desk.cookie)).toBe(ana.id);
});

test("[PE3] signing out without a sign-in is no error and ends nothing", async () => {
  const heard = ends();
  expect((await signOut("")).status).toBe(200);
  expect(heard).toEqual([]);
});

test("[PE3] closing an account ends every sign-in of that person at once and lets nobody in", async () => {
  const ben = await stage.accounts.create({ username: "ben.nurse", name: "Ben (synthetic)", password: PASSWORD });
  const cookies = [await stage.signIn("ana.nurse", PASSWORD), await stage.signIn("ana.nurse", PASSWORD)].map(
    ({ cookie }) => cookie,
  );
  const other = await stage.signIn("ben.nurse", PASSWORD);
  const heard = ends();
  await stage.accounts.disable(ana.id);
  expect(heard).toEqual([[ana.id, undefined]]);
  for (const cookie of cookies) expect(await stage.whoHas(cookie)).toBeUndefined();
  expect((await stage.signIn("ana.nurse", PASSWORD)).status).toBe(401);
  expect((await stage.accounts.find(ana.id))?.disabled).toBe(true);
  expect(await stage.whoHas(other.cookie)).toBe(ben.id);
});

test("[PE3] a new password ends every sign-in, and only the new one opens", async () => {
  const { cookie } = await stage.signIn("ana.nurse", PASSWORD);
  const heard = ends();
  await stage.accounts.resetPassword(ana.id, ANOTHER);
  expect(heard).toEqual([[ana.id, undefined]]);
  expect(await stage.whoHas(cookie)).toBeUndefined();
  expect((await stage.signIn("ana.nurse", PASSWORD)).status).toBe(401);
  expect((await stage.signIn("ana.nurse", ANOTHER)).status).toBe(200);
});

test("[PE3] a new password opens a closed account again", async () => {
  await stage.accounts.disable(ana.id);
  await stage.accounts.resetPassword(ana.id, ANOTHER);
  expect((await stage.accounts.find(ana.id))?.disabled).toBe(false);
  expect((await stage.signIn("ana.nurse", ANOTHER)).status).toBe(200);
});

test("[PE3] a sign-in under way while the account is closed opens nothing, whichever comes first", async () => {
  for (let round = 0; round < 12; round += 1) {
    await stage.accounts.resetPassword(ana.id, PASSWORD);
    const trying = stage.signIn("ana.nurse", PASSWORD, `198.51.100.${round}`);
    await new Promise((go) => setTimeout(go, round * 5)); // a different moment of it each time
    await stage.accounts.disable(ana.id);
    expect(await stage.whoHas((await trying).cookie)).toBeUndefined();
  }
});

test("[PE3] after twelve hours a sign-in is over, however much it was used, and its screens hear of it", async () => {
  const { cookie } = await stage.signIn("ana.nurse", PASSWORD);
  const signIn = await stage.accounts.signInOf({ cookie });
  const heard = ends();
  const later = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
  try {
    later(HOURS_12_S * 1000 - 60_000);
    expect(await stage.whoHas(cookie)).toBe(ana.id);
    await stage.accounts.endExpired();
    expect(heard).toEqual([]);
    later(61_000);
    expect(await stage.whoHas(cookie)).toBeUndefined();
    await stage.accounts.endExpired();
    expect(heard).toEqual([[ana.id, signIn?.signInId]]);
  } finally {
    vi.useRealTimers();
  }
  const database = new DatabaseSync(join(stage.folder, "accounts.db"), { readOnly: true });
  expect(database.prepare("SELECT count(*) AS n FROM session").get()).toEqual({ n: 0 });
  database.close();
});

test("[PE3] who stops listening hears nothing more", async () => {
  const heard: PersonId[] = [];
  const stop = stage.accounts.onSignInEnded((person) => void heard.push(person));
  stop();
  await stage.accounts.disable(ana.id);
  expect(heard).toEqual([]);
});

test("[PE4] after ten wrong passwords in a minute the next try waits, even a right one", async () => {
  for (let n = 0; n < 10; n += 1) expect((await stage.signIn("ana.nurse", ANOTHER)).status).toBe(401);
  const answer = await stage.signIn("ANA.NURSE ", PASSWORD);
  expect([answer.status, answer.cookie]).toEqual([429, ""]);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("[PE4] it waits for that name from that address alone: nobody is locked out from elsewhere", async () => {
  await stage.accounts.create({ username: "ben.nurse", name: "Ben (synthetic)", password: PASSWORD });
  for (let n = 0; n < 11; n += 1) await stage.signIn("ana.nurse", ANOTHER);
  expect((await stage.signIn("ana.nurse", PASSWORD, "192.0.2.2")).status).toBe(200);
  expect((await stage.signIn("ben.nurse", PASSWORD)).status).toBe(200);
});

test("[PE4] right passwords are not counted", async () => {
  for (let n = 0; n < 12; n += 1) expect((await stage.signIn("ana.nurse", PASSWORD)).status).toBe(200);
});

test("[PE4] unknown names are counted as well", async () => {
  for (let n = 0; n < 10; n += 1) await stage.signIn("nobody.here", ANOTHER);
  expect((await stage.signIn("nobody.here", ANOTHER)).status).toBe(429);
});

test("[PE8] every sign-in, failure and sign-out is recorded with the person and the device", async () => {
  const device = "8d2f6a0e-0000-4000-8000-000000000001";
  const from = { cookie: `chairside-device=${device}` };
  const { cookie } = await stage.send("POST", "/api/auth/sign-in", { username: "ana.nurse", password: PASSWORD }, from);
  await stage.send("POST", "/api/auth/sign-in", { username: "ana.nurse", password: ANOTHER }, from);
  await stage.signIn("nobody.here", ANOTHER);
  await signOut(cookie);
  expect(stage.records).toEqual([
    { action: "signed-in", person: ana.id, device, subject: "sign-in" },
    { action: "sign-in-failed", person: ana.id, device, subject: "sign-in" },
    { action: "sign-in-failed", person: null, device: null, subject: "sign-in" },
    { action: "signed-out", person: ana.id, device: null, subject: "sign-in" },
  ]);
});

test("[PE8] a sign-in that cannot be recorded does not happen", async () => {
  const unlucky = await openStage({ record: () => Promise.reject(new Error("disk full")) });
  vi.spyOn(console, "error").mockReturnValue();
  try {
    await unlucky.accounts.create({ username: "ben.nurse", name: "Ben (synthetic)", password: PASSWORD });
    const answer = await unlucky.signIn("ben.nurse", PASSWORD);
    expect([answer.status, answer.cookie]).toEqual([500, ""]);
  } finally {
    await unlucky.close();
  }
});
