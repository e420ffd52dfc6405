import * as z from "zod";

const Reloads = z.array(z.strictObject({ build: z.string(), at: z.number() }));
export type Reloads = z.infer<typeof Reloads>;

/** Two servers that run different builds behind one address must not keep a wall reloading. Ours. */
export const RELOAD_AGAIN_MS = 5 * 60_000;

/** WL8. The reloads of the last minutes with this one, or nothing when that build was reloaded for already. */
export const mayReload = (before: Reloads, build: string, now: number): Reloads | undefined => {
  const recent = before.filter(({ at }) => Math.abs(now - at) < RELOAD_AGAIN_MS);
  return recent.some((reload) => reload.build === build) ? undefined : [...recent, { build, at: now }];
};

/** What this device noted, if it can be read: a note of builds and times, of nobody. */
export const parseReloads = (text: string | null): Reloads => {
  try {
    return Reloads.parse(JSON.parse(text ?? "[]"));
  } catch {
    return []; // somebody else's note under our name: as if there were none
  }
};

/** The page is too old for the server, whatever that runs: it said goodbye before any beat could name its build. */
const TOO_OLD = "too-old";

/** WL8. For which build this page should make way; undefined while it is the right one or may not leave. */
export const newerBuild = (
  own: string,
  link: {
    readonly live: { readonly state: string };
    readonly build?: string | undefined;
    readonly goodbye?: string | undefined;
  },
): string | undefined => {
  if (link.goodbye === "client-too-old") return TOO_OLD;
  return link.live.state === "LIVE" && link.build !== undefined && link.build !== own ? link.build : undefined;
};
