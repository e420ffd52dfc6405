import type { Page } from "@playwright/test";
import { PatientId, SessionId } from "#shared/base/ids.ts";
import { startMorning, type PlayedMorning } from "#tests/support/morning.ts";
import { startServer } from "#tests/support/server.ts";
import { newId } from "#tests/support/wishes.ts";
import { dischargePictures, leavingPictures } from "./dischargePictures.ts";
import { entryPictures } from "./entryPictures.ts";
import { coverPictures, dosingPictures, protocolPictures, recoveryPictures, sprayPictures } from "./routePictures.ts";
import type { Size, Studio } from "./studio.ts";

const TABLET: readonly Size[] = ["1024x768", "768x1024"];

/** One morning from its first minute to the last door, at the chairs and at the desk. */
export const morningPictures = async (studio: Studio): Promise<void> => {
  const server = await startServer();
  const morning = await startMorning(server);
  const ana = await studio.screen(server, "ana");
  const dana = await studio.screen(server, "dana");
  const eli = await studio.screen(server, "eli");

  await morning.playTo(33);
  await at(ana, `/chairs/${morning.clinic.chairs[3]}`, "Preparation");
  await studio.take(ana, "chair-preparation", "dark", TABLET);
  await at(eli, "/today", "Add a patient");
  await studio.take(eli, "today", "light", ["1280x800", "768x1024"]);
  await studio.take(eli, "today", "dark", ["1024x768"]);

  await morning.playTo(62);
  await chairs(studio, ana, morning);
  await entryPictures(studio, ana, morning);
  await longName(studio, dana, morning);

  await dosingPictures(studio, ana, morning);
  await dischargePictures(studio, eli, morning);
  await leavingPictures(studio, eli, dana, morning);
  await recoveryPictures(studio, { nurse: ana, clinician: dana }, morning);
  const ben = await studio.screen(server, "ben");
  await coverPictures(studio, { ana, ben }, morning);
  await sprayPictures(studio, eli, morning);
  await protocolPictures(studio, await studio.screen(server, "mira"), morning);

  const admin = await studio.screen(server, "admin");
  await at(admin, "/admin", "Staff");
  await studio.take(admin, "admin", "light", ["1280x800", "768x1024"], { whole: true });
  await server.stop();
};

const chairs = async (studio: Studio, ana: Page, { clinic }: PlayedMorning): Promise<void> => {
  for (const [name, chair, word] of [
    ["chair-recovery", 0, "Recovering"],
    ["chair-dosing", 1, "Dosing"],
    ["chair-paused", 3, "Paused"],
  ] as const) {
    await at(ana, `/chairs/${clinic.chairs[chair]}`, word);
    await studio.take(ana, name, "dark", TABLET);
  }
  await at(ana, `/chairs/${clinic.chairs[1]}`, "Dosing");
  await studio.take(ana, "chair-dosing", "light", ["1280x800"]);
  await studio.take(ana, "chair-whole", "dark", ["1024x768", "390x844"], { whole: true });
};

const longName = async (studio: Studio, dana: Page, { clinic, team }: PlayedMorning): Promise<void> => {
  const patientId = PatientId.parse(
    await clinic.patient("Maximiliana-Theodora Annunziata", "Konstantinopoulou-Featherstonehaugh"),
  );
  const sessionId = newId(SessionId);
  await team.eli.submit({
    type: "check-in",
    sessionId,
    patientId,
    chairId: clinic.chairs[2]!,
    route: "iv",
    from65: false,
  });
  await at(dana, "/", "Konstantinopoulou");
  await studio.take(dana, "board-long-name", "dark", ["1024x768"]);
  await team.ana.submit({ type: "abort-before-dose", sessionId, reason: { code: "patient-declined" } });
};

/** There, and seen to be there. */
export const at = async (page: Page, path: string, seen: string): Promise<void> => {
  await page.goto(path);
  await page.getByText(seen).first().waitFor();
};
