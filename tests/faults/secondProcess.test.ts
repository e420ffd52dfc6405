import { expect, test } from "vitest";
import { start } from "#tests/server/programs.ts";
import { acceptedSeq, useRoom } from "#tests/support/room.ts";
import { lookIn } from "#tests/support/wishes.ts";

const room = useRoom();

test("[OP4] a second server on the same data ends at once with one clear line; the first does not notice", async () => {
  const { server, people, seat, head } = room();
  const sessionId = await seat();
  const before = await head();
  const second = await start("server", { env: { DATA_DIR: server.folder, PORT: String(server.port) } }).ended;
  expect(second).toEqual({
    code: 78,
    out: "",
    err: `Another Chairside already uses ${server.folder}. Stop it first, or give this one another DATA_DIR.\n`,
  });
  expect(acceptedSeq(await people.nurse.submit(lookIn(sessionId)))).toBe(before + 1);
});
