import { io, type Socket } from "socket.io-client";
import { expect, test } from "vitest";
import { useRoom } from "#tests/support/room.ts";
import { WIRE_VERSION } from "#shared/wire/version.ts";

const room = useRoom();

const heard = (socket: Socket, event: string): Promise<unknown> =>
  new Promise((resolve) => socket.once(event, resolve));

test("[AC12] a screen that holds one person's entries is hung up on when another has signed in; one that says nothing is not", async () => {
  const { server, clinicId, people } = room();
  const open = (auth: Record<string, unknown>) => {
    const socket = io(server.url, {
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      auth,
      extraHeaders: { cookie: people.nurse.cookie, origin: server.url },
    });
    socket.on("connect", () => socket.emit("hello", { wire: WIRE_VERSION, clinicId, haveSeq: 0 }));
    return socket;
  };
  const other = open({ person: people.clinician.id });
  expect(await heard(other, "goodbye")).toEqual({ reason: "signed-out" });
  for (const auth of [{}, { person: people.nurse.id }]) {
    const same = open(auth);
    await heard(same, "snapshot");
    same.close();
  }
});
