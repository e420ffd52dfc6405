import type { IncomingHttpHeaders } from "node:http";
import { PersonId, type ClinicId } from "#shared/base/ids.ts";
import type { AuditLine } from "#server/store/register.ts";
import type { Library } from "./library.ts";

export interface SignIn {
  readonly personId: PersonId;
  readonly signInId: string;
  readonly how: "password" | "pin" | "device";
  /** What an enrolled device lets in counts in its clinic alone; a password counts wherever the person has a role. */
  readonly onlyIn: ClinicId | undefined;
}

export type SignInRecord = Pick<AuditLine, "person" | "device" | "action" | "subject"> & {
  readonly clinicId?: ClinicId;
};

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export type Ended = (person: PersonId, signInId?: string) => void;

/** PE3. A sign-in lasts twelve hours at most and ends earlier by sign-out, a new password or a closed account; screens hear of each end. */
export const openSignIns = ({ api, rows, adapter }: Library) => {
  const listeners = new Set<Ended>();
  const tell: Ended = (person, signInId) => listeners.forEach((listener) => listener(person, signInId));
  /** Those that this process has let in, so that their screens can be closed when the time is over. */
  const open = new Map<string, { readonly personId: PersonId; readonly until: number }>();
  let passwordChanges = 0;

  const signInOf = async ({ cookie = "" }: IncomingHttpHeaders): Promise<SignIn | undefined> => {
    const found = await api.getSession({ headers: new Headers({ cookie }) });
    if (!found) return undefined;
    const personId = PersonId.parse(found.user.id);
    open.set(found.session.id, { personId, until: found.session.expiresAt.getTime() });
    return { personId, signInId: found.session.id, how: "password", onlyIn: undefined };
  };

  /** The library's answer with the cookie, or undefined: wrong, whatever it was that was wrong. */
  const signIn = async (credentials: Credentials): Promise<Response | undefined> => {
    for (;;) {
      const before = passwordChanges;
      const answer = await api.signInUsername({ body: credentials, headers: new Headers(), asResponse: true });
      if (answer.status >= 500) throw new Error("the accounts library could not sign in");
      if (!answer.ok) return undefined;
      if (before === passwordChanges) return answer;
      await leave(
        answer.headers
          .getSetCookie()
          .map((one) => one.split(";")[0])
          .join("; "),
      ); // changed meanwhile: that password opens nothing, look again
    }
  };

  const leave = (cookie: string): Promise<Response> =>
    api.signOut({ headers: new Headers({ cookie }), asResponse: true });

  const endExpired = async (): Promise<void> => {
    const now = Date.now();
    for (const [signInId, { personId, until }] of open) {
      if (until > now) continue;
      open.delete(signInId);
      tell(personId, signInId);
    }
    await adapter.deleteMany({
      model: "session",
      where: [{ field: "expiresAt", operator: "lt", value: new Date(now) }],
    });
  };
  return {
    signInOf,
    signIn,
    signOut: async ({
      cookie = "",
    }: IncomingHttpHeaders): Promise<{ readonly response: Response; readonly personId: PersonId | undefined }> => {
      const who = await signInOf({ cookie });
      const response = await leave(cookie);
      if (who) {
        open.delete(who.signInId);
        tell(who.personId, who.signInId);
      }
      return { response, personId: who?.personId };
    },
    endAll: async (personId: PersonId): Promise<void> => {
      passwordChanges += 1;
      await rows.deleteUserSessions(personId);
      for (const [signInId, one] of open) if (one.personId === personId) open.delete(signInId);
      tell(personId);
    },
    endExpired,
    tell,
    onEnded: (listener: Ended) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

export type SignIns = ReturnType<typeof openSignIns>;
