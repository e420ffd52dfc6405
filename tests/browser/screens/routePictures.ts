import type { Page } from "@playwright/test";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import type { PlayedMorning } from "#tests/support/morning.ts";
import { openSheet } from "../atTheChair.ts";
import type { Size, Studio } from "./studio.ts";

const TABLET: readonly Size[] = ["1024x768", "768x1024"];

/** A spray between two devices, and an injection before its second. */
export const dosingPictures = async (studio: Studio, nurse: Page, { clinic, playTo }: PlayedMorning): Promise<void> => {
  await playTo(74.3);
  await nurse.goto(`/chairs/${clinic.chairs[4]}`);
  await nurse.getByText("Preparation").first().waitFor();
  await nurse.getByRole("button", { name: "Enter order" }).click();
  await nurse.getByRole("button", { name: "Ask", exact: true }).click();
  await studio.take(nurse, "chair-nasal-preparation", "dark", TABLET, { whole: true });

  await playTo(88.4);
  await nurse.goto(`/chairs/${clinic.chairs[4]}`);
  await nurse
    .getByRole("button", { name: /^Next device in/ })
    .first()
    .waitFor();
  await studio.take(nurse, "chair-nasal-dosing", "dark", TABLET);
  await studio.take(nurse, "chair-nasal-dosing", "light", ["1024x768"]);
  await nurse
    .getByRole("button", { name: /^Next device in/ })
    .first()
    .click();
  await studio.take(nurse, "chair-device-early", "dark", ["1024x768"]);
  await nurse.keyboard.press("Escape");

  await nurse.goto(`/chairs/${clinic.chairs[2]}`);
  await nurse.getByRole("button", { name: "Second injection" }).first().waitFor();
  await studio.take(nurse, "chair-im-dosing", "dark", TABLET);
  await morePictures(studio, nurse);
};

/** What stands behind More, opened, and three of its forms. */
const morePictures = async (studio: Studio, nurse: Page): Promise<void> => {
  for (const group of ["Record something", "Move or take over", "Other ends"])
    await nurse.getByRole("button", { name: group }).click();
  for (const size of TABLET) {
    await studio.look(nurse, size);
    await nurse.getByRole("heading", { name: "More" }).scrollIntoViewIfNeeded();
    await nurse.getByRole("group", { name: "Other ends" }).scrollIntoViewIfNeeded();
    await studio.take(nurse, "chair-more", "dark", [size]);
  }
  for (const [name, form] of [
    ["chair-intervention", "Intervention"],
    ["chair-adverse-event", "Adverse event"],
    ["chair-taken-by-emergency", "Taken by emergency services"],
  ] as const) {
    await nurse.getByRole("button", { name: form, exact: true }).click();
    await studio.take(nurse, name, "dark", TABLET);
    await nurse.keyboard.press("Escape");
  }
};

/** After the second injection; the sheets of somebody who is 67; who covers for whom; a check that a clinician lets pass. */
export const recoveryPictures = async (
  studio: Studio,
  { nurse, clinician }: { readonly nurse: Page; readonly clinician: Page },
  { clinic, playTo }: PlayedMorning,
): Promise<void> => {
  await playTo(112);
  await nurse.goto(`/chairs/${clinic.chairs[2]}`);
  await nurse.getByText("T+37 min", { exact: false }).first().waitFor();
  await studio.take(nurse, "chair-im-recovery", "dark", TABLET);
  await studio.take(nurse, "chair-im-recovery", "light", ["1280x800"]);

  await nurse.goto(`/chairs/${clinic.chairs[1]}`);
  await nurse
    .getByRole("dialog")
    .waitFor({ timeout: 5_000 })
    .catch(() => undefined);
  await nurse.keyboard.press("Escape"); // a sheet that was open before comes back open
  const exit = await openSheet(nurse, "Exit checks");
  await studio.take(nurse, "entry-exit-standing", "dark", TABLET);
  await exit.getByRole("button", { name: "Full set" }).click();
  await exit.getByRole("button", { name: /^More/ }).click();
  await studio.take(nurse, "entry-more", "dark", [...TABLET, "390x844"]);
  await nurse.keyboard.press("Escape");

  await clinician.goto("/discharge");
  await clinician
    .getByRole("link", { name: /Walter Brandt/ })
    .first()
    .click();
  await clinician
    .getByRole("navigation", { name: "Steps to the door" })
    .getByRole("button", { name: /Checks and signature/ })
    .click();
  await studio.take(clinician, "discharge-let-pass-list", "light", ["1280x800"], { whole: true });
  await clinician
    .getByRole("button", { name: /^Let this check pass/ })
    .first()
    .click();
  await studio.take(clinician, "discharge-let-pass", "light", ["1280x800", "768x1024"]);
  await studio.take(clinician, "discharge-let-pass", "dark", ["1024x768"]);
  await clinician.keyboard.press("Escape");
};

/** Ana asks Ben, and Ben reads what he would take over. */
export const coverPictures = async (
  studio: Studio,
  { ana, ben }: { readonly ana: Page; readonly ben: Page },
  { playTo }: PlayedMorning,
): Promise<void> => {
  await ana.goto("/");
  await ana.getByRole("button", { name: "Ask for cover" }).click();
  await studio.take(ana, "cover-ask", "dark", TABLET);
  await ana.keyboard.press("Escape");
  await playTo(138.5);
  await ben.goto("/");
  await ben.getByText("Ana asks me to cover", { exact: false }).waitFor();
  await studio.take(ben, "board-asked-to-cover", "dark", ["1024x768"]);
  await ben.getByRole("button", { name: /^See \d+ chair/ }).click();
  await studio.take(ben, "cover-take", "dark", TABLET);
  await studio.take(ben, "cover-take", "light", ["1024x768"]);
  await ben.keyboard.press("Escape");
};

/** After a spray: tomorrow, and no hour. */
export const sprayPictures = async (studio: Studio, desk: Page, { playTo }: PlayedMorning): Promise<void> => {
  await playTo(187.2);
  await desk.goto("/discharge");
  await desk
    .getByRole("link", { name: /Ade Osei/ })
    .first()
    .click();
  const steps = desk.getByRole("navigation", { name: "Steps to the door" });
  await steps.getByRole("button", { name: /Hand-out/ }).click();
  await studio.print(desk, "hand-out-nasal-printed", "a4");
  await steps.getByRole("button", { name: /No-driving reminder/ }).click();
  await desk.getByRole("button", { name: "Read it again" }).click();
  await desk.getByText("You may drive tomorrow", { exact: false }).first().waitFor();
  await studio.take(desk, "reminder-nasal", "light", ["1280x800", "1024x768", "768x1024", "390x844"]);
};

/** Two versions of one route side by side, and the second step of an approval. */
export const protocolPictures = async (studio: Studio, director: Page, { director: mira }: PlayedMorning) => {
  const { exit, schedule } = SHIPPED.iv;
  await mira.submit({
    type: "propose-protocol",
    protocol: {
      ...SHIPPED.iv,
      version: 2,
      schedule: { ...schedule, dosing: { kind: "every", everyMin: 5 } },
      minimumStay: { from: "dose-end", min: 45, overridable: true },
      exit: { ...exit, sets: 3 },
    },
  });
  await director.goto("/admin");
  const compare = director.getByRole("region", { name: "Compare two versions" });
  for (const [legend, version] of [
    ["From", "Version 1"],
    ["To", "Version 2"],
  ] as const)
    await compare.getByRole("group", { name: legend }).getByRole("radio", { name: version }).check({ force: true });
  await compare.getByRole("table").waitFor();
  await studio.take(director, "admin-compare", "light", ["1280x800", "768x1024", "390x844"], { whole: true });
  await director.getByRole("button", { name: /^Approve version 2/ }).click();
  await studio.take(director, "admin-approve", "light", ["1280x800", "768x1024", "390x844"]);
  await director.keyboard.press("Escape");
};
