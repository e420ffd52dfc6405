import { existsSync, statSync, writeFileSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PASSWORD } from "#tests/support/people.ts";
import { freePort } from "#tests/support/server.ts";
import { folderFor, start } from "./programs.ts";

const LINK = /Set up your clinic here, once, within 30 minutes:\n {2}(\S+)\n/;

/** The product itself, on a port and in a folder of its own. */
const startProduct = async (env: Record<string, string> = {}) => {
  const settings = { PORT: String(await freePort()), DATA_DIR: folderFor(), LOG_LEVEL: "error", ...env };
  return { ...start("server", { env: settings }), settings, url: `http://localhost:${settings.PORT}` };
};

test("[RN3] a first start prints the address and a set-up link that works; the next one prints the address alone", async () => {
  const first = await startProduct();
  const [, link = ""] = await first.said(LINK);
  const token = link.replace(`${first.url}/set-up#`, "");
  const out = `Chairside is at ${first.url}\nSet up your clinic here, once, within 30 minutes:\n  ${first.url}/set-up#${token}\n`;
  const form = {
    token,
    clinic: { name: "Harbor (synthetic)", zone: "America/New_York", phone: "555-0100", chairs: ["1"] },
    admin: { name: "Admin", username: "admin", password: PASSWORD },
  };
  const post = (path: string, body: unknown) =>
    fetch(`${first.url}${path}`, {
      method: "POST",
      headers: { origin: first.url, "x-chairside": "1", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  expect((await post("/api/set-up", form)).status).toBe(200);
  first.signal("SIGTERM");
  expect(await first.ended).toEqual({ code: 0, out, err: "" });

  const second = start("server", { env: first.settings });
  await second.said(/Chairside is at .*\n/);
  expect((await post("/api/auth/sign-in", { username: "admin", password: PASSWORD })).status).toBe(200);
  second.signal("SIGINT");
  expect(await second.ended).toEqual({ code: 0, out: `Chairside is at ${first.url}\n`, err: "" });
});

test("[RN5] SIGTERM finishes what it does and frees the folder, even while somebody holds a connection open", async () => {
  const server = await startProduct();
  await server.said(LINK);
  const waiting = createConnection(join(server.settings.DATA_DIR, "control.sock"));
  await once(waiting, "connect");
  server.signal("SIGTERM");
  server.signal("SIGTERM");
  expect(await server.ended).toMatchObject({ code: 0, err: "" });
  const again = start("server", { env: server.settings });
  await again.said(LINK);
});

test("[RN4] a wrong setting stops the start with one line that names it, and nothing was made", async () => {
  const folder = join(folderFor(), "data");
  const { code, out, err } = await start("server", { env: { DATA_DIR: folder, LOG_LEVEL: "loud" } }).ended;
  expect({ code, out, err }).toEqual({
    code: 78,
    out: "",
    err: "The setting LOG_LEVEL is not usable. It should be one of trace, debug, info, warn, error, fatal, silent. See .env.example.\n",
  });
  expect(existsSync(folder)).toBe(false);
});

test("[RN4] a second server on the same folder, a taken port or an address of another machine: one clear line each", async () => {
  const first = await startProduct();
  await first.said(LINK);
  const folder = first.settings.DATA_DIR;
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const port = (taken.address() as { port: number }).port;
  const [sameFolder, samePort, elsewhere] = await Promise.all([
    start("server", { env: { DATA_DIR: folder, PORT: String(await freePort()) } }).ended,
    start("server", { env: { DATA_DIR: folderFor(), PORT: String(port) } }).ended,
    start("server", { env: { DATA_DIR: folderFor(), HOST: "203.0.113.7", PUBLIC_URL: "https://chairside.example" } })
      .ended,
  ]);
  taken.close();
  expect(sameFolder).toEqual({
    code: 78,
    out: "",
    err: `Another Chairside already uses ${folder}. Stop it first, or give this one another DATA_DIR.\n`,
  });
  expect(samePort).toEqual({
    code: 78,
    out: "",
    err: "Another program already listens there: set PORT to a free port.\n",
  });
  expect(elsewhere).toEqual({ code: 78, out: "", err: "The setting HOST is not an address of this machine.\n" });
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
});

test("[RN4] a damaged secret is named, and the folder is free for the next start", async () => {
  const folder = folderFor();
  writeFileSync(join(folder, "secret"), "short");
  const server = await start("server", { env: { DATA_DIR: folder } }).ended;
  expect(server).toEqual({
    code: 78,
    out: "",
    err: `The file ${join(folder, "secret")} is too short to be a secret: remove it and start again.\n`,
  });
  expect(statSync(join(folder, "lock.db")).mode & 0o777).toBe(0o600);
});
