import { expect, test } from "vitest";
import { anAccount, cookiePair, openDesk, OTHER_PASSWORD } from "./peopleAccounts.ts";

test("[PE4] ten wrong passwords a minute for one name from one address, then not even the right one", async () => {
  const desk = await openDesk();
  await anAccount(desk);
  await anAccount(desk, "otto");
  const answers: number[] = [];
  for (let n = 0; n < 10; n += 1) answers.push((await desk.signIn(n % 2 ? "nora" : " NORA", OTHER_PASSWORD)).status);
  expect(answers).toEqual(Array.from({ length: 10 }, () => 401));
  const refused = await desk.signIn("nora");
  expect([refused.status, refused.headers.get("content-type"), cookiePair(refused)]).toEqual([
    429,
    "application/problem+json; charset=utf-8",
    "",
  ]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await desk.signIn("otto")).status).toBe(200); // another name from there is not touched
});

test("[PE4] a right password counts for nothing, before or after wrong ones", async () => {
  const desk = await openDesk();
  await anAccount(desk);
  for (let n = 0; n < 12; n += 1) expect((await desk.signIn("nora")).status).toBe(200);
  for (let n = 0; n < 9; n += 1) expect((await desk.signIn("nora", OTHER_PASSWORD)).status).toBe(401);
  expect((await desk.signIn("nora")).status).toBe(200);
  expect((await desk.signIn("nora", OTHER_PASSWORD)).status).toBe(401);
  expect((await desk.signIn("nora")).status).toBe(429);
});
