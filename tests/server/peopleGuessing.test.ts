import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, onTestFinished, test } from "vitest";
import { openLibrary } from "#server/people/library.ts";
import { anAccount, openDesk, OTHER_PASSWORD, PASSWORD, type Desk } from "./peopleAccounts.ts";

/** The same doors behind a proxy that is believed, so that tries come from addresses of their own. */
const behindProxy = async ({ accounts }: Desk) => {
  const server = express().set("trust proxy", "loopback").use("/api/auth", accounts.handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/auth/sign-in`;
  return (username: string, password: string, from: string) =>
    fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": from },
      body: JSON.stringify({ username, password }),
    });
};

test("[PE2] the time of a refusal does not tell which names there are", async () => {
  const desk = await openDesk();
  const signIn = await behindProxy(desk);
  await anAccount(desk);
  await desk.accounts.disable((await anAccount(desk, "otto")).id);
  const took: Record<"nora" | "otto" | "nobody", number[]> = { nora: [], otto: [], nobody: [] };
  for (let round = 0; round < 11; round += 1) {
    for (const name of ["nora", "otto", "nobody"] as const) {
      const begun = performance.now();
      await signIn(name, OTHER_PASSWORD, `198.51.100.${round}`);
      took[name].push(performance.now() - begun);
    }
  }
  const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[5] ?? 0;
  // Without a hash, the refusal of a closed or an unknown name takes a tenth of the time.
  for (const name of ["otto", "nobody"] as const) {
    expect(middle(took[name]) / middle(took.nora)).toBeGreaterThan(0.4);
    expect(middle(took[name]) / middle(took.nora)).toBeLessThan(2.5);
  }
});

test("[PE2] whatever paths this version of the accounts library has, none of them answers", async () => {
  const desk = await openDesk();
  await anAccount(desk);
  const cookie = await desk.cookieOf("nora");
  const { api, close } = await openLibrary({
    folder: desk.folder,
    secret: "0".repeat(64),
    baseUrl: desk.url,
    trustedOrigins: [],
    secureCookies: false,
  });
  close();
  const paths = new Set(Object.values(api).map(({ path }) => path));
  expect(paths).toContain("/sign-up/email");
  paths.delete("/sign-out"); // ours has the same name
  const answered: string[] = [];
  for (const path of paths) {
    for (const method of ["GET", "POST"]) {
      const headers = { cookie, "content-type": "application/json" };
      const { status } = await fetch(`${desk.url}/api/auth${path}`, {
        method,
        headers,
        ...(method === "POST" ? { body: "{}" } : {}),
      });
      if (status !== 404) answered.push(`${method} ${path}: ${status}`);
    }
  }
  expect(answered).toEqual([]);
});

test.each([
  [[]],
  ["nora"],
  [{}],
  [{ username: "nora" }],
  [{ username: 7, password: PASSWORD }],
  [{ username: "nora", password: PASSWORD, role: "admin" }],
])("[PE2] %j is refused like a wrong password", async (body) => {
  const desk = await openDesk();
  await anAccount(desk);
  const answer = await fetch(`${desk.url}/api/auth/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect([400, 401]).toContain(answer.status);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test("[PE4] who guesses from elsewhere locks nobody out, and unknown names are counted too", async () => {
  const desk = await openDesk();
  const signIn = await behindProxy(desk);
  await anAccount(desk);
  for (const name of ["nora", "nobody"]) {
    for (let n = 0; n < 10; n += 1) await signIn(name, OTHER_PASSWORD, "198.51.100.1");
    expect((await signIn(name, OTHER_PASSWORD, "198.51.100.1")).status).toBe(429);
  }
  expect((await signIn("nora", PASSWORD, "198.51.100.2")).status).toBe(200);
});

test("[PE6] eighty sign-ins at one moment: each is let in, refused or told to try again, and the server goes on", async () => {
  const desk = await openDesk();
  const signIn = await behindProxy(desk);
  await anAccount(desk);
  const tries = Array.from({ length: 80 }, (_, n) =>
    signIn("nora", n % 2 ? PASSWORD : OTHER_PASSWORD, `198.51.100.${n}`),
  );
  for (const answer of await Promise.all(tries)) {
    expect([200, 401, 503]).toContain(answer.status);
    if (answer.status === 503) expect(answer.headers.get("retry-after")).toBe("2");
  }
  expect((await desk.signIn("nora")).status).toBe(200);
});
