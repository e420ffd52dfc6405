import type { ClinicId, PersonId } from "#shared/base/ids.ts";
import type { DeviceKind, Enrolled, Me, NewDeviceCode, Tiles } from "#shared/wire/http.ts";
import { PASSWORD, type SignedIn } from "./people.ts";

/** A browser without a screen: it keeps the cookies that it is given, as one tablet does for everybody who uses it. */
export interface Jar {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
  /** What it would send, for a socket. */
  readonly cookie: () => string;
  readonly cookies: Map<string, string>;
  /** The cookies of its last answer, with their attributes. */
  readonly lastSet: () => readonly string[];
  readonly me: () => Promise<Me | undefined>;
  readonly tiles: () => Promise<Tiles["people"]>;
  readonly signIn: (username: string, password?: string) => Promise<number>;
  readonly enterPin: (person: PersonId, pin: string) => Promise<{ readonly status: number; readonly title?: string }>;
}

export const openJar = async (server: { readonly url: string }): Promise<Jar> => {
  const cookies = new Map<string, string>();
  let set: readonly string[] = [];
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = { cookie: cookie(), origin: server.url, "x-chairside": "1", "content-type": "application/json" };
    const answer = await fetch(`${server.url}${path}`, { ...init, headers });
    set = answer.headers.getSetCookie();
    for (const one of set) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      if (/max-age=0\b/i.test(one)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const get = (path: string) => ask(path, {});
  const post = (path: string, body: unknown) => ask(path, { method: "POST", body: JSON.stringify(body) });
  await get("/api/me"); // every page asks this first, and gets the id of its device
  return {
    get,
    post,
    cookie,
    cookies,
    lastSet: () => set,
    me: async () => {
      const answer = await get("/api/me");
      return answer.ok ? ((await answer.json()) as Me) : undefined;
    },
    tiles: async () => ((await (await get("/api/auth/tiles")).json()) as Tiles).people,
    signIn: async (username, password = PASSWORD) => (await post("/api/auth/sign-in", { username, password })).status,
    enterPin: async (person, pin) => {
      const answer = await post("/api/auth/pin", { person, pin });
      return { status: answer.status, ...((await answer.json()) as object) };
    },
  };
};

interface Admitting {
  readonly server: { readonly url: string };
  readonly clinicId: ClinicId;
  readonly admin: SignedIn;
}

export const codeFor = async (
  { clinicId, admin }: Admitting,
  kind: DeviceKind,
  label: string,
): Promise<NewDeviceCode> => {
  const made = await admin.post(`/api/clinics/${clinicId}/devices/codes`, { kind, label });
  if (!made.ok) throw new Error(`no code for ${label}: ${made.status} ${await made.text()}`);
  return (await made.json()) as NewDeviceCode;
};

/** A browser that the admin's code has let in. */
export const enrolled = async (at: Admitting, kind: DeviceKind, label: string): Promise<Jar> => {
  const jar = await openJar(at.server);
  const { code } = await codeFor(at, kind, label);
  const answer = await jar.post("/api/enrol", { code });
  const { label: called } = (await answer.json()) as Enrolled;
  if (called !== label) throw new Error(`not enrolled: ${answer.status}`);
  return jar;
};

/** Sets a PIN from a browser of that person's own. */
export const setPin = async (who: SignedIn, pin: string, password = PASSWORD): Promise<number> =>
  (await who.post("/api/auth/my-pin", { password, pin })).status;
