import { startServer } from "#tests/support/server.ts";
import { playRoom, type Group } from "./playRoom.ts";
import type { Studio } from "./studio.ts";

const CHAIRS = 64;
const OF_A_GROUP = 8;

/** 64 chairs on the wall, three of four taken in the course of the day. */
export const fullHousePictures = async (studio: Studio): Promise<void> => {
  const server = await startServer();
  const groups = Array.from({ length: CHAIRS / OF_A_GROUP }, (_, group): Group => ({
    places: [0, 1, 2, 4, 5, 7].map((place) => group * OF_A_GROUP + place),
    later: (group * 11) % 44,
  }));
  await playRoom(server, CHAIRS, groups, 125);
  const dana = await studio.screen(server, "dana");
  await dana
    .getByRole("article")
    .nth(CHAIRS - 1)
    .waitFor();
  await dana.getByText("Name is coming").first().waitFor({ state: "hidden" });
  await studio.take(dana, "board-64-chairs", "dark", ["1920x1080"]);
  await studio.take(dana, "board-64-chairs", "light", ["1920x1080"]);
  await dana.goto("/wall");
  await dana.getByText("Live", { exact: true }).waitFor();
  await studio.take(dana, "wall-64-chairs", "dark", ["1920x1080"]);
  await server.stop();
};
