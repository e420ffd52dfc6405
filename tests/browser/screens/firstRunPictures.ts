import { setUpClinic } from "#tests/support/people.ts";
import { startServer } from "#tests/support/server.ts";
import type { Studio } from "./studio.ts";

/** Before there is anything to see: the link, the empty clinic, the door. */
export const firstRunPictures = async (studio: Studio): Promise<void> => {
  const server = await startServer();
  const stranger = await studio.stranger(server);
  await stranger.goto(`/set-up#${server.token()}`);
  await stranger.getByRole("button", { name: "Set up" }).waitFor();
  await studio.take(stranger, "set-up", "light", ["1280x800", "768x1024"], { whole: true });

  const clinic = await setUpClinic(server, ["1", "2", "3", "4", "5", "6"]);
  await clinic.staff("ana", ["nurse"], "Ana Lima");
  await clinic.staff("eli", ["desk"], "Eli Marsh");
  await stranger.goto("/");
  await stranger.getByRole("button", { name: "Sign in" }).waitFor();
  await studio.take(stranger, "sign-in", "dark", ["1024x768", "390x844"]);
  await studio.take(stranger, "sign-in", "light", ["1280x800"]);

  const ana = await studio.screen(server, "ana");
  await studio.take(ana, "board-empty", "dark", ["1920x1080", "1024x768"]);
  await ana.goto(`/chairs/${clinic.chairs[0]}`);
  await ana.getByText("Chair 1 is free").waitFor();
  await studio.take(ana, "chair-free", "dark", ["1024x768"]);
  const eli = await studio.screen(server, "eli");
  await eli.goto("/today");
  await eli.getByRole("button", { name: "Add a patient" }).waitFor();
  await studio.take(eli, "today-empty", "light", ["1280x800", "768x1024"]);
  await eli.goto("/discharge");
  await eli.getByText("Nobody is on the way out").waitFor();
  await studio.take(eli, "discharge-empty", "light", ["1280x800"]);
  await server.stop();
};
