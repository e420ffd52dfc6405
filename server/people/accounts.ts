import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { RequestHandler } from "express";
import * as z from "zod";
import { PersonId } from "#shared/base/ids.ts";
import { hashPassword, NO_PASSWORD, verifyPassword } from "./hashing.ts";
import { openLibrary, type Library, type LibraryOptions } from "./library.ts";
import { passwordProblem } from "./passwordRules.ts";
import { openPinDoor, type PinDoor } from "./pinDoor.ts";
import { openSignIns, type Ended, type SignIn, type SignInRecord } from "./signIns.ts";
import { signInRoutes } from "./signInRoutes.ts";

export interface Account {
  readonly id: PersonId;
  readonly username: string;
  readonly name: string;
  readonly disabled: boolean;
}

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** Why an account could not be made or changed, in words for an admin. */
export class AccountError extends Error {
  override readonly name = "AccountError";
}

/** PE1-PE9. Credentials and sign-ins, by a maintained library, in a file of their own. What a person may do is not here: it is in the clinic's log. */
export interface Accounts {
  /** POST /sign-in {username, password} and POST /sign-out; nothing else of the library is reachable. */
  readonly handler: RequestHandler;
  readonly signInOf: (headers: IncomingHttpHeaders) => Promise<SignIn | undefined>;
  readonly create: (input: NewAccount) => Promise<Account>;
  /** Takes back an account whose purpose failed before anybody used it. */
  readonly withdraw: (id: PersonId) => Promise<void>;
  readonly list: () => Promise<readonly Account[]>;
  readonly find: (id: PersonId) => Promise<Account | undefined>;
  readonly findByUsername: (username: string) => Promise<Account | undefined>;
  readonly names: () => Promise<ReadonlyMap<PersonId, string>>;
  /** No password any more and no sign-in left; the name stays with what was done. */
  readonly disable: (id: PersonId) => Promise<void>;
  /** Also lets a disabled person sign in again; roles are given anew. */
  readonly resetPassword: (id: PersonId, password: string) => Promise<void>;
  /** Without a sign-in's id: all of that person. */
  readonly onSignInEnded: (listener: Ended) => () => void;
  /** Whether this is the password of that person; looked at before something that a sign-in alone is not enough for. */
  readonly isPasswordOf: (id: PersonId, password: string) => Promise<boolean>;
  /** DV1-DV10. Enrolled devices, and what people do on them. */
  readonly door: PinDoor;
  /** Ends what has lasted its twelve hours; runs by itself every half minute. */
  readonly endExpired: () => Promise<void>;
  readonly close: () => void;
}

export interface AccountsOptions extends LibraryOptions {
  /** PE8. Kept before the answer goes out; what cannot be recorded does not happen. */
  readonly record?: (what: SignInRecord) => Promise<void>;
  /** The clock of shifts, PINs and devices; the library's own sign-ins go by the system's. */
  readonly now?: () => number;
}

const MOST_PEOPLE = 10_000;
const LOOK_EVERY_MS = 30_000;

export const openAccounts = async ({
  record = () => Promise.resolve(),
  now = Date.now,
  ...options
}: AccountsOptions): Promise<Accounts> => {
  const library = await openLibrary(options);
  const signIns = openSignIns(library);
  const door = openPinDoor({ ...options, now, record, signIns });
  const people = peopleOf(library);
  const { rows } = library;

  /** The order matters: the password is gone before the sign-ins are, and a sign-in under way is told in between. */
  const setPassword = async (id: PersonId, hash: string): Promise<void> => {
    if (await rows.findCredentialAccount(id)) await rows.updatePassword(id, hash);
    else await rows.linkAccount(credential(id, hash));
    door.endAll(id);
    await signIns.endAll(id);
  };

  const endExpired = async (): Promise<void> => {
    door.endExpired();
    await signIns.endExpired();
  };
  const timer = setInterval(() => void endExpired().catch(() => undefined), LOOK_EVERY_MS).unref(); // not now: then half a minute later

  return {
    ...people,
    door,
    handler: signInRoutes({
      ...signIns,
      ...door,
      record,
      personCalled: async (username) => (await people.findByUsername(username))?.id,
    }),
    signInOf: async (headers) => door.byPin(headers) ?? (await signIns.signInOf(headers)) ?? door.byDevice(headers),
    onSignInEnded: signIns.onEnded,
    isPasswordOf: async (id, password) => {
      const row = CredentialRow.safeParse(await rows.findCredentialAccount(id));
      return verifyPassword({ hash: row.data?.password ?? NO_PASSWORD, password });
    },
    endExpired,
    create: async ({ username, name, password }) => {
      const wanted = username.trim().toLowerCase();
      if (!/^[a-z0-9._]{3,40}$/.test(wanted))
        throw new AccountError("A username has 3 to 40 letters, digits, dots or underscores.");
      refuseWeak(password, wanted);
      if (await people.findByUsername(wanted)) throw taken(wanted);
      const hash = await hashPassword(password);
      const id = PersonId.parse(randomUUID());
      const row = { id, name: name.trim(), email: `${id}@accounts.invalid`, emailVerified: false, username: wanted };
      await rows.createUser(row, { method: "admin" }).catch(async (error: unknown) => {
        throw (await people.findByUsername(wanted)) ? taken(wanted) : error; // two at once: the unique key decided
      });
      await rows.linkAccount(credential(id, hash));
      return { id, username: wanted, name: row.name, disabled: false };
    },
    withdraw: (id) => rows.deleteUser(id),
    disable: (id) => setPassword(id, NO_PASSWORD),
    resetPassword: async (id, password) => {
      const account = await people.find(id);
      if (!account) throw new AccountError("There is no such account.");
      refuseWeak(password, account.username);
      await setPassword(id, await hashPassword(password));
    },
    close: () => {
      clearInterval(timer);
      door.close();
      library.close();
    },
  };
};

const credential = (id: PersonId, password: string) => ({
  userId: id,
  providerId: "credential",
  accountId: id,
  password,
});

const refuseWeak = (password: string, username: string): void => {
  const weak = passwordProblem(password, username);
  if (weak !== undefined) throw new AccountError(weak);
};

const taken = (username: string): AccountError => new AccountError(`The username ${username} is taken.`);

const UserRow = z.object({ id: PersonId, name: z.string(), username: z.string().nullish() });
const CredentialRow = z.object({ userId: PersonId, password: z.string().nullish() });

/** Who there is, read from the library's rows. */
const peopleOf = ({ rows, adapter }: Library): Pick<Accounts, "list" | "find" | "findByUsername" | "names"> => {
  const users = async () => z.array(UserRow).parse(await rows.listUsers(MOST_PEOPLE));
  const accountOf = (
    { id, name, username }: z.infer<typeof UserRow>,
    password: string | null | undefined,
  ): Account => ({
    id,
    name,
    username: username ?? "",
    disabled: (password ?? NO_PASSWORD) === NO_PASSWORD,
  });
  const found = async (row: unknown): Promise<Account | undefined> => {
    if (row === null) return undefined;
    const user = UserRow.parse(row);
    return accountOf(user, (await rows.findCredentialAccount(user.id))?.password);
  };
  return {
    list: async () => {
      const credentials = z
        .array(CredentialRow)
        .parse(await adapter.findMany({ model: "account", limit: MOST_PEOPLE }));
      const passwords = new Map(credentials.map(({ userId, password }) => [userId, password]));
      return (await users()).map((user) => accountOf(user, passwords.get(user.id)));
    },
    find: async (id) => found(await rows.findUserById(id)),
    findByUsername: async (username) =>
      found(
        await adapter.findOne({ model: "user", where: [{ field: "username", value: username.trim().toLowerCase() }] }),
      ),
    names: async () => new Map((await users()).map(({ id, name }) => [id, name])),
  };
};
