import type { IncomingHttpHeaders } from "node:http";
import { DeviceId } from "#shared/base/ids.ts";

export const DEVICE_COOKIE = "chairside-device";

/** Which browser this is: an id of its own, so that a fact names its device. It opens nothing. */
export const deviceOf = ({ cookie = "" }: IncomingHttpHeaders): DeviceId | undefined => {
  const found = /(?:^|;\s*)chairside-device=([\w-]{8,64})(?:;|$)/.exec(cookie)?.[1];
  const parsed = DeviceId.safeParse(found);
  return parsed.success ? parsed.data : undefined;
};

/** A browser keeps a cookie for 400 days at most; a device that is in use gets its own anew. */
export const DEVICE_COOKIES_LAST_MS = 400 * 24 * 60 * 60 * 1000;

export interface SecretCookie {
  readonly read: (headers: IncomingHttpHeaders) => string | undefined;
  readonly write: (secret: string, lastsMs: number) => string;
  readonly clear: () => string;
}

/** A secret that no script reads and no other site sends. Over https its name binds it to this very host. */
export const secretCookie = (plainName: string, secure: boolean): SecretCookie => {
  const name = secure ? `__Host-${plainName}` : plainName;
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{20,100})(?:;|$)`);
  const cookie = (value: string, seconds: number): string =>
    `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
  return {
    read: ({ cookie: all = "" }) => pattern.exec(all)?.[1],
    write: (secret, lastsMs) => cookie(secret, Math.floor(lastsMs / 1000)),
    clear: () => cookie("", 0),
  };
};
