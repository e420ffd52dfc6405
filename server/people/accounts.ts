import { randomUUID } from "node:crypto";
import { chmodSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { betterAuth, type BetterAuthOptions } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { username as usernames } from "better-auth/plugins";
import type { RequestHandler } from "express";
import { PersonId } from "#shared/base/ids.ts";
import { hashPassword, verifyPassword } from "./hashing.ts";
import { passwordProblem } from "./passwordRules.ts";
import { signInRoutes } from "./signInRoutes.ts";

export interface Account {
  readonly id: PersonId;
  readonly username: string;
  readonly name: string;
  readonly disabled: boolean;
}

export interface SignIn {
  readonly personId: PersonId;
  readonly signInId: string;
}

/** Why an account could not be made or changed, in words for an admin. */
export class AccountError extends Error {
  override readonly name = "AccountError";
}

type Ended = (person: PersonId, signInId?: string) => void;

/** PE1-PE8. Credentials and sign-ins, by a maintained library, in a file of their own. What a person may do is not here: it is in the clinic's log. */
export interface Accounts {
  /** POST /sign-in {username, password} and POST /sign-out; nothing else of the library is reachable. */
  readonly handler: RequestHandler;
  readonly signInOf: (headers: IncomingHttpHeaders) => Promise<SignIn | undefined>;
  readonly create: (input: { readonly username: string; readonly name: string; readonly password: string }) => Promise<Account>;
  readonly list: () => Promise<readonly Account[]>;
  readonly find: (id: PersonId) => Promise<Account | undefined>;
  readonly findByUsername: (username: string) => Promise<Account | undefined>;
  readonly names: () => Promise<ReadonlyMap<PersonId, string>>;
  /** No password any more and no sign-in left; the name stays with what was done. */
  readonly disable: (id: PersonId) => Promise<void>;
  readonly resetPassword: (id: PersonId, password: string) => Promise<void>;
  readonly onSignInEnded: (listener: Ended) => () => void;
  readonly close: () => void;
}

export interface AccountsOptions {
  readonly folder: string;
  readonly secret: string;
  readonly baseUrl: string;
  readonly trustedOrigins: string[];
  readonly secureCookies: boolean;
}

const SIGN_IN_LASTS_S = 12 * 60 * 60;

export const openAccounts = async ({ folder, ...options }: AccountsOptions): Promise<Accounts> => {
  const path = join(folder, "accounts.db");
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000");
  chmodSync(path, 0o600);
  const settings = librarySettings(database, options);
  await (await getMigrations(settings)).runMigrations();
  const auth = betterAuth(settings);
  const { internalAdapter: rows } = await auth.$context;
  const listeners = new Set<Ended>();
  const ended: Ended = (person, signInId) => listeners.forEach((listener) => listener(person, signInId));

  const accountOf = async (user: { readonly id: string; readonly name: string }): Promise<Account> => ({
    id: PersonId.parse(user.id),
    username: (user as { username?: string }).username ?? "",
    name: user.name,
    disabled: (await rows.findAccounts(user.id)).length === 0,
  });
  const list = async (): Promise<readonly Account[]> => Promise.all((await rows.listUsers(10_000)).map(accountOf));
  const findByUsername = async (name: string) => (await list()).find(({ username }) => username === name.trim().toLowerCase());
  const signInOf = async (headers: IncomingHttpHeaders): Promise<SignIn | undefined> => {
    const found = await auth.api.getSession({ headers: new Headers({ cookie: headers.cookie ?? "" }) });
    return found ? { personId: PersonId.parse(found.user.id), signInId: found.session.id } : undefined;
  };
  const endAll = async (id: PersonId): Promise<void> => {
    await rows.deleteUserSessions(id);
    ended(id);
  };
  const setPassword = async (id: PersonId, password: string): Promise<void> => {
    const hash = await hashPassword(password);
    if ((await rows.findAccounts(id)).length > 0) await rows.updatePassword(id, hash);
    else await rows.linkAccount({ userId: id, providerId: "credential", accountId: id, password: hash });
  };

  return {
    handler: signInRoutes({
      signIn: (body, headers) => auth.api.signInUsername({ body, headers, asResponse: true }),
      signOut: async (headers) => {
        const who = await signInOf(headers);
        const response = await auth.api.signOut({ headers: new Headers({ cookie: headers.cookie ?? "" }), asResponse: true });
        if (who) ended(who.personId, who.signInId);
        return response;
      },
    }),
    signInOf,
    create: async ({ username, name, password }) => {
      const wanted = username.trim().toLowerCase();
      if (!/^[a-z0-9._]{3,40}$/.test(wanted)) throw new AccountError("A username has 3 to 40 letters, digits, dots or underscores.");
      const weak = passwordProblem(password, wanted);
      if (weak !== undefined) throw new AccountError(weak);
      if (await findByUsername(wanted)) throw new AccountError(`The username ${wanted} is taken.`);
      const id = PersonId.parse(randomUUID());
      const user = await rows.createUser({ id, name: name.trim(), email: `${id}@accounts.invalid`, emailVerified: false, username: wanted }, { method: "admin" });
      await setPassword(id, password);
      return accountOf(user);
    },
    list,
    find: async (id) => {
      const user = await rows.findUserById(id);
      return user ? accountOf(user) : undefined;
    },
    findByUsername,
    names: async () => new Map((await rows.listUsers(10_000)).map(({ id, name }) => [PersonId.parse(id), name])),
    disable: async (id) => {
      await rows.deleteAccounts(id);
      await endAll(id);
    },
    resetPassword: async (id, password) => {
      const account = await rows.findUserById(id);
      const weak = passwordProblem(password, (account as { username?: string } | null)?.username ?? "");
      if (weak !== undefined) throw new AccountError(weak);
      await setPassword(id, password);
      await endAll(id);
    },
    onSignInEnded: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => database.close(),
  };
};

/** The library as we use it: no e-mail, no sign-up, no telemetry, no throttle of its own (ours stands in front), twelve hours and no longer. */
const librarySettings = (database: DatabaseSync, { secret, baseUrl, trustedOrigins, secureCookies }: Omit<AccountsOptions, "folder">) =>
  ({
    database,
    secret,
    baseURL: baseUrl,
    trustedOrigins,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128, password: { hash: hashPassword, verify: verifyPassword } },
    session: { expiresIn: SIGN_IN_LASTS_S, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: "chairside",
      useSecureCookies: secureCookies,
      defaultCookieAttributes: { httpOnly: true, sameSite: "strict", secure: secureCookies, path: "/" },
      database: { generateId: () => randomUUID() },
    },
    plugins: [usernames({ minUsernameLength: 3, maxUsernameLength: 40 })],
  }) satisfies BetterAuthOptions;
