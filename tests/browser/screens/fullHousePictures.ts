import { startServer } from "#tests/support/server.ts";
import { playFullHouse } from "./fullHouse.ts";
import type { Studio } from "./studio.ts";

/** 64 chairs on the wall. */
export const fullHousePictures = async (studio: Studio): Promise<void> => {
  const server = await startServer();
  await playFullHouse(server, 125);
  const dana = await studio.screen(server, "dana");
  await dana.getByRole("article").nth(63).waitFor();
  await studio.take(dana, "board-64-chairs", "dark", ["1920x1080"]);
  await studio.take(dana, "board-64-chairs", "light", ["1920x1080"]);
  await server.stop();
};
