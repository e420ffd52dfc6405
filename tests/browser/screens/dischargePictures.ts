import type { Page } from "@playwright/test";
import type { PlayedMorning } from "#tests/support/morning.ts";
import type { Studio } from "./studio.ts";

const PATIENT = "Noor Haddad";

/** The desk by the door: the list, and the way of one patient through its steps. */
export const dischargePictures = async (studio: Studio, desk: Page, { playTo }: PlayedMorning): Promise<void> => {
  await playTo(90);
  await open(desk);
  await studio.take(desk, "discharge-checks-open", "light", ["1280x800"]);
  await playTo(102);
  await desk.goto("/discharge");
  await desk.getByText("FIT TO LEAVE").first().waitFor();
  await studio.take(desk, "discharge", "light", ["1280x800", "768x1024"]);
  await studio.take(desk, "discharge", "dark", ["1024x768"]);
  await open(desk);
  await step(desk, "Checks and signature");
  await studio.take(desk, "discharge-checks", "light", ["1280x800", "768x1024"]);
  await step(desk, "Ride home");
  await studio.take(desk, "discharge-ride", "light", ["1280x800"]);
  await playTo(103);
  await open(desk);
  await step(desk, "Belongings");
  await studio.take(desk, "discharge-belongings", "light", ["1280x800"]);
  await playTo(104);
  await open(desk);
  await step(desk, "No-driving reminder");
  await studio.take(desk, "discharge-reminder", "light", ["1280x800"]);
  await desk.getByRole("button", { name: "Show the reminder" }).click();
  await desk.getByText("Do not drive until").first().waitFor();
  await studio.take(desk, "reminder", "light", ["1280x800", "1024x768", "768x1024", "390x844"]);
};

/** The paper, the last button, and what stays behind. */
export const leavingPictures = async (
  studio: Studio,
  desk: Page,
  clinician: Page,
  { playTo }: PlayedMorning,
): Promise<void> => {
  await playTo(105);
  await open(desk);
  await step(desk, "Hand-out");
  await studio.take(desk, "discharge-hand-out", "light", ["1280x800"]);
  await studio.print(desk, "hand-out-printed", "a4");
  await studio.print(desk, "hand-out-printed", "letter");
  await step(desk, "Leave");
  await studio.take(desk, "discharge-leave", "light", ["1280x800"]);
  const session = new URL(desk.url()).pathname.split("/").at(-1) ?? "";
  await playTo(108);
  await desk.goto(`/discharge/${session}`);
  await desk
    .getByText(/Discharged \d\d:\d\d/)
    .first()
    .waitFor();
  await studio.take(desk, "discharge-left", "light", ["1280x800"]);
  await clinician.goto(`/sessions/${session}`);
  await clinician.getByText(PATIENT).first().waitFor();
  await studio.take(clinician, "record", "light", ["1280x800", "768x1024"], { whole: true });
  await studio.print(clinician, "record-printed", "a4");
};

const open = async (desk: Page): Promise<void> => {
  await desk.goto("/discharge");
  await desk
    .getByRole("link", { name: new RegExp(PATIENT) })
    .first()
    .click();
  await desk.getByRole("heading", { name: PATIENT }).waitFor();
};

const step = (desk: Page, name: string): Promise<void> =>
  desk
    .getByRole("navigation", { name: "Steps to the door" })
    .getByRole("button", { name: new RegExp(name) })
    .click();
