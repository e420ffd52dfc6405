import { randomUUID } from "node:crypto";
import { io } from "socket.io-client";
import type { ClinicId } from "#shared/base/ids.ts";
import { seq } from "#shared/base/ids.ts";
import { EMPTY_CLINIC, type Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import type { Events, Snapshot, SubmitReply } from "#shared/wire/messages.ts";
import { WIRE_VERSION } from "#shared/wire/version.ts";

/** One of the demo's people at a screen of their own: signs in, listens, and sends, as any browser does. */
export interface DemoPerson {
  readonly clinic: () => Clinic;
  /** Resolves when this screen shows everything up to that number. */
  readonly has: (seq: number) => Promise<void>;
  readonly submit: (command: Command) => Promise<SubmitReply>;
  readonly post: (path: string, body: unknown) => Promise<unknown>;
  readonly close: () => void;
}

export const signInDemo = async (
  url: string,
  clinicId: ClinicId,
  username: string,
  password: string,
): Promise<DemoPerson> => {
  const headers = { origin: url, "x-chairside": "1", "content-type": "application/json" };
  const answer = await fetch(`${url}/api/auth/sign-in`, {
    method: "POST",
    headers,
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) throw new Error(`${username} could not sign in`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const socket = io(url, { transports: ["websocket"], extraHeaders: { cookie, origin: url } });
  let clinic = EMPTY_CLINIC;
  let waiting: { readonly seq: number; readonly go: () => void }[] = [];
  socket.on("events", ({ events }: Events) => {
    clinic = events.filter(({ seq: at }) => at > clinic.seq).reduce(evolve, clinic);
    for (const { seq: wanted, go } of waiting) if (wanted <= clinic.seq) go();
    waiting = waiting.filter(({ seq: wanted }) => wanted > clinic.seq);
  });
  await new Promise<void>((resolve, reject) => {
    socket.on("connect_error", reject);
    socket.on("connect", () => socket.emit("hello", { wire: WIRE_VERSION, clinicId, haveSeq: seq(0) }));
    socket.on("snapshot", (snapshot: Snapshot) => {
      ({ clinic } = snapshot);
      resolve();
    });
  });
  return {
    clinic: () => clinic,
    has: (wanted) =>
      wanted <= clinic.seq ? Promise.resolve() : new Promise((go) => void waiting.push({ seq: wanted, go })),
    submit: async (command) =>
      (await socket.timeout(10_000).emitWithAck("submit", { commandId: randomUUID(), command })) as SubmitReply,
    post: async (path, body) =>
      (
        await fetch(`${url}/api/clinics/${clinicId}${path}`, {
          method: "POST",
          headers: { ...headers, cookie },
          body: JSON.stringify(body),
        })
      ).json(),
    close: () => socket.close(),
  };
};
