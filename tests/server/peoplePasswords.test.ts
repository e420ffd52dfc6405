import { expect, test } from "vitest";

import { hashPassword, NO_PASSWORD, verifyPassword } from "#server/people/hashing.ts";
import { passwordProblem } from "#server/people/passwordRules.ts";
import { TooBusy, turns } from "#server/people/turns.ts";

const GUESSABLE = "This password is too easy to guess. Four unrelated words are better.";

test.each([
  ["elevencharx", "A password needs 12 characters or more."],
  ["", "A password needs 12 characters or more."],
  ["😀".repeat(11), "A password needs 12 characters or more."],
  [`${"plum tower kiwi ".repeat(8)}x`, "A password can have 128 characters at most."],
  ["i am ana.nurse today", "A password must not contain the username."],
  ["ANA.NURSE likes tea", "A password must not contain the username."],
  ["passwordpassword", GUESSABLE],
  ["Password1234!", GUESSABLE],
  ["P4ssw0rd2026!", GUESSABLE],
  ["chairside1234", GUESSABLE],
  ["Chairside2026!", GUESSABLE],
  ["ketaminenurse1", GUESSABLE],
  ["qwertyuiop12", GUESSABLE],
  ["123456789012", GUESSABLE],
  ["aaaaaaaaaaaa", GUESSABLE],
  ["abcdefghijkl", GUESSABLE],
])("[PE5] %j is refused, and the reason is said", (password, reason) => {
  expect(passwordProblem(password, "ana.nurse")).toBe(reason);
});

test.each([
  "harbor lantern mosaic",
  "twelve chars",
  "plum tower kiwi ".repeat(8),
  "жёлтый фонарь у моря",
  "it is 7 km to the sea",
  "x9$Kq!mZ2v#L",
  "my chairside umbrella is green",
])("[PE5] %j is a password: any characters, no rules of composition", (password) => {
  expect(passwordProblem(password, "ana.nurse")).toBeUndefined();
});

test("[PE6] a password opens its own hash and no other", async () => {
  const hash = await hashPassword("harbor lantern mosaic");
  expect(await verifyPassword({ hash, password: "harbor lantern mosaic" })).toBe(true);
  expect(await verifyPassword({ hash, password: "harbor lantern mosaiC" })).toBe(false);
  expect(await hashPassword("harbor lantern mosaic")).not.toBe(hash);
});

test("[PE6] the same characters typed on another keyboard are the same password", async () => {
  const hash = await hashPassword("caf\u00e9 by the harbor");
  expect(await verifyPassword({ hash, password: "cafe\u0301 by the harbor" })).toBe(true);
});

test.each([NO_PASSWORD, "", "$argon2id$v=19$m=1,t=1$broken"])(
  "[PE6] nothing opens what is no hash: %j",
  async (hash) => {
    for (const password of ["none", "", "harbor lantern mosaic"])
      expect(await verifyPassword({ hash, password })).toBe(false);
  },
);

test("[PE6] two are hashed at once, the others wait in order, and one too many is turned away", async () => {
  const inTurn = turns({ atOnce: 2, waiting: 3 });
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const job = (n: number) =>
    inTurn(async () => {
      begun.push(n);
      await new Promise<void>((end) => ends.set(n, end));
    });
  const jobs = [1, 2, 3, 4, 5].map(job);
  await expect(job(6)).rejects.toThrow(TooBusy);
  expect(begun).toEqual([1, 2]);
  for (const n of [1, 2, 3, 4, 5]) {
    ends.get(n)?.();
    await jobs[n - 1];
    await Promise.resolve();
  }
  expect(begun).toEqual([1, 2, 3, 4, 5]);
});

test("[PE6] a place is handed on: a newcomer never makes a third", async () => {
  const inTurn = turns({ atOnce: 2, waiting: 50 });
  let running = 0;
  let most = 0;
  const work = () =>
    inTurn(async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    });
  await Promise.all(Array.from({ length: 20 }, () => work().then(work)));
  expect([most, running]).toEqual([2, 0]);
});

test("[PE6] work that fails gives its place back", async () => {
  const inTurn = turns({ atOnce: 1, waiting: 1 });
  await expect(inTurn(() => Promise.reject(new Error("no memory")))).rejects.toThrow("no memory");
  expect(await inTurn(() => Promise.resolve("next"))).toBe("next");
});
