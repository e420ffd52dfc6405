import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import express from "express";

import type { PersonId } from "#shared/base/ids.ts";
import { openAccounts, type Accounts, type SignInRecord } from "#server/people/accounts.ts";

export const PASSWORD = "harbor lantern mosaic";
export const ANOTHER = "velvet compass orchard";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** As a browser would send it back: names and values alone. */
  readonly cookie: string;
}

export interface Stage {
  readonly accounts: Accounts;
  readonly folder: string;
  readonly records: SignInRecord[];
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly signIn: (username: string, password: string, from?: string) => Promise<Answer>;
  readonly whoHas: (cookie: string) => Promise<PersonId | undefined>;
  readonly close: () => Promise<void>;
}

export interface StageOptions {
  readonly secureCookies?: boolean;
  readonly record?: (what: SignInRecord) => Promise<void>;
}

/** Real accounts in a folder of their own, behind a real server; each try may come from an address of its own. */
export const openStage = async ({ secureCookies = false, record }: StageOptions = {}): Promise<Stage> => {
  const folder = mkdtempSync(join(tmpdir(), "chairside-people-"));
  const records: SignInRecord[] = [];
  const accounts = await openAccounts({
    folder,
    secret: "a secret of the tests, thirty-two characters or more",
    baseUrl: secureCookies ? "https://chairside.example" : "http://localhost:3000",
    trustedOrigins: [],
    secureCookies,
    record: record ?? ((what) => Promise.resolve(void records.push(what))),
  });
  const app = express().set("trust proxy", "loopback").use("/api/auth", accounts.handler);
  app.use((_request, response) => void response.status(404).end());
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");

  const send: Stage["send"] = async (method, path, body, headers = {}) => {
    const response = await fetch(`http://127.0.0.1:${address.port}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const cookie = response.headers.getSetCookie().map((one) => one.split(";")[0]);
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      cookie: cookie.join("; "),
    };
  };

  return {
    accounts,
    folder,
    records,
    send,
    signIn: (username, password, from = "192.0.2.1") =>
      send("POST", "/api/auth/sign-in", { username, password }, { "x-forwarded-for": from }),
    whoHas: async (cookie) => (await accounts.signInOf({ cookie }))?.personId,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      accounts.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
