import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { onTestFinished } from "vitest";
import { openAccounts, type Accounts, type AccountsOptions } from "#server/people/accounts.ts";
import type { SignInRecord } from "#server/people/signIns.ts";
import { folderFor } from "./programs.ts";

export const PASSWORD = "four unrelated words here";
export const OTHER_PASSWORD = "quite another set of words";

export interface Desk {
  readonly accounts: Accounts;
  readonly folder: string;
  readonly url: string;
  readonly records: readonly SignInRecord[];
  readonly signIn: (username: string, password?: string, headers?: Record<string, string>) => Promise<Response>;
  readonly cookieOf: (username: string) => Promise<string>;
  readonly who: (cookie: string) => ReturnType<Accounts["signInOf"]>;
  readonly signOut: (cookie: string) => Promise<Response>;
}

/** The accounts on a real file, their two doors on a real port. */
export const openDesk = async (options: Partial<AccountsOptions> = {}): Promise<Desk> => {
  const records: SignInRecord[] = [];
  const folder = folderFor();
  const accounts = await openAccounts({
    folder,
    secret: "0".repeat(64),
    baseUrl: "http://localhost",
    trustedOrigins: [],
    secureCookies: false,
    record: (what) => Promise.resolve(void records.push(what)),
    ...options,
  });
  const server = express().use("/api/auth", accounts.handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
    accounts.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = (door: string, body: unknown, headers: Record<string, string>) =>
    fetch(`${url}/api/auth/${door}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const signIn: Desk["signIn"] = (username, password = PASSWORD, headers = {}) =>
    post("sign-in", { username, password }, headers);
  return {
    accounts,
    folder,
    url,
    records,
    signIn,
    cookieOf: async (username) => cookiePair(await signIn(username)),
    who: (cookie) => accounts.signInOf({ cookie }),
    signOut: (cookie) => post("sign-out", {}, { cookie }),
  };
};

export const cookiePair = (response: Response): string => response.headers.getSetCookie()[0]?.split(";")[0] ?? "";

export const anAccount = (desk: Desk, username = "nora") =>
  desk.accounts.create({ username, name: `${username} (synthetic)`, password: PASSWORD });
