import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { betterAuth, type BetterAuthOptions } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { username as usernames } from "better-auth/plugins";
import { makePrivateFile } from "#server/store/privateFiles.ts";
import { hashPassword, verifyPassword } from "./hashing.ts";

export interface LibraryOptions {
  readonly folder: string;
  readonly secret: string;
  readonly baseUrl: string;
  readonly trustedOrigins: string[];
  readonly secureCookies: boolean;
}

/** PE3. A shift: in total, not since the last use. */
export const SIGN_IN_LASTS_S = 12 * 60 * 60;

/** PE1. The accounts library on its own file and its own connection: on one shared with the log both break. */
export const openLibrary = async ({ folder, ...options }: LibraryOptions) => {
  const path = join(folder, "accounts.db");
  makePrivateFile(path);
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000");
  const settings = librarySettings(database, options);
  await (await getMigrations(settings)).runMigrations();
  const auth = betterAuth(settings);
  const { internalAdapter: rows, adapter } = await auth.$context;
  return { api: auth.api, rows, adapter, close: () => database.close() };
};

export type Library = Awaited<ReturnType<typeof openLibrary>>;

/** No e-mail, no sign-up, no telemetry, no throttle of its own (ours stands in front), twelve hours and no longer. */
const librarySettings = (
  database: DatabaseSync,
  { secret, baseUrl, trustedOrigins, secureCookies }: Omit<LibraryOptions, "folder">,
) =>
  ({
    database,
    secret,
    baseURL: baseUrl,
    trustedOrigins,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: SIGN_IN_LASTS_S, disableSessionRefresh: true },
    advanced: {
      // `__Host-` binds the cookie to this very host; the library's own switch knows only the weaker `__Secure-`.
      useSecureCookies: false,
      cookiePrefix: secureCookies ? "__Host-chairside" : "chairside",
      defaultCookieAttributes: { httpOnly: true, sameSite: "strict", secure: secureCookies, path: "/" },
      database: { generateId: () => randomUUID() },
    },
    plugins: [usernames({ minUsernameLength: 3, maxUsernameLength: 40 })],
  }) satisfies BetterAuthOptions;
