import type { Page } from "@playwright/test";
import { AlarmId, ObservationId } from "#shared/base/ids.ts";
import { sessionInChair } from "#shared/clinic/clinic.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { newId } from "#tests/support/wishes.ts";
import { playRoom, type PlayedRoom } from "./playRoom.ts";
import type { Size, Studio } from "./studio.ts";

const EVERYWHERE: readonly Size[] = ["1920x1080", "1024x768", "768x1024"];

/** Two of the demo's patients who do not come. */
const NOBODY = [undefined, undefined] as const;

/** Six chairs at once, three routes: one leaves, two recover, one is between two injections, one calls, one gets ready. Then HELP; then the server dies. */
export const boardPictures = async (studio: Studio): Promise<void> => {
  const server = await startServer();
  const room = await playRoom(
    server,
    6,
    [
      { places: [0, ...NOBODY, 1, undefined, 2], later: 0 },
      { places: [...NOBODY, 3], later: 14.5 },
      { places: [undefined, 4], later: 64 },
      { places: [...NOBODY, ...NOBODY, 5], later: 26 },
    ],
    103.5,
  );
  await highPressure(server, room);
  const dana = await studio.screen(server, "dana");
  await named(dana);
  await studio.take(dana, "board", "dark", EVERYWHERE);
  await studio.take(dana, "board", "light", EVERYWHERE);
  await dana.goto("/wall");
  await dana.getByText("Live", { exact: true }).waitFor();
  await studio.take(dana, "wall", "dark", ["1920x1080"]);
  await dana.goto("/");
  await named(dana);
  await dana.getByRole("button", { name: /^Needs attention/ }).click();
  await studio.take(dana, "board-needs-attention", "dark", ["1920x1080"]);
  await dana.getByRole("button", { name: "All", exact: true }).click();

  const alarmId = newId(AlarmId);
  await room.nurse.submit({ type: "call-help", alarmId, chairId: room.chairs[1]!, flag: "help" });
  await dana.getByText("HELP · CHAIR 2").first().waitFor();
  await studio.take(dana, "board-help", "dark", ["1920x1080", "1024x768"]);
  await studio.take(dana, "board-help", "light", ["1920x1080"]);
  await room.doctor.submit({ type: "accept-alarm", alarmId });
  await dana
    .getByText(/REY IS WITH PATIENT/)
    .first()
    .waitFor();

  await server.kill();
  await dana.getByText(/NOT LIVE since/).waitFor({ timeout: 15_000 });
  await studio.take(dana, "board-not-live", "dark", ["1920x1080", "1024x768"]);
  await dana.getByText(/LOST since/).waitFor({ timeout: 70_000 });
  await studio.take(dana, "board-lost", "dark", ["1920x1080"]);
  await server.start();
  await server.stop();
};

/** One who gets too high too early. */
const highPressure = async (server: TestServer, { clinic, chairs, nurse }: PlayedRoom): Promise<void> => {
  const session = sessionInChair(clinic(), chairs[4]!);
  if (!session) throw new Error("nobody sits in chair 5");
  const values = { sbp: 184, dbp: 99 };
  const entered = { sheet: "bp", observedAt: await server.advance(0), values } as const;
  await nurse.submit({
    type: "record-observation",
    sessionId: session.id,
    observationId: newId(ObservationId),
    entered,
  });
};

/** Names come a moment after the numbers. */
const named = async (page: Page): Promise<void> => {
  await page.getByText("184/99").first().waitFor();
  await page.getByText("Name is coming").first().waitFor({ state: "hidden" });
};
