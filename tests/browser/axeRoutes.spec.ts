import type { Page } from "@playwright/test";
import { CoverId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { newId } from "#tests/support/wishes.ts";
import { openSheet } from "./atTheChair.ts";
import { at, button, lookAt, test } from "./axeRoom.ts";
import { looksRight, oneHeading, scrollsNowhere, sheetsOfPaper, targetsAreLarge } from "./measures.ts";
import { expect } from "./stage.ts";

// Each look is a hundred frames, and nobody would read a film of them.
test.use({ trace: "off" });

/** The page as it stands, by every measure that a page has. */
const wholePage = async (page: Page, name: string): Promise<void> => {
  await looksRight(page, name);
  await targetsAreLarge(page, name);
  await oneHeading(page, name);
};

const MORE = {
  "Record something": ["Intervention", "Adverse event", "Count the drug"],
  "Move or take over": ["Move to another chair"],
  "Other ends": ["Not in chair", "Discharged on paper", "Transferred out", "Taken by emergency services"],
} as const;

test("[AX1] [AX2] [AX3] admin: the rules of three routes, two versions compared, and the second step of an approval", async ({
  tablet: page,
  room,
}) => {
  const { director } = room.morning;
  await director.submit({
    type: "propose-protocol",
    protocol: { ...SHIPPED.iv, version: 2, minimumStay: { from: "dose-end", min: 45, overridable: true } },
  });
  await at(page, "/admin", "Protocols: Nasal");
  const compare = page.getByRole("region", { name: "Compare two versions" });
  for (const [legend, version] of [
    ["From", "Version 1"],
    ["To", "Version 2"],
  ] as const)
    await compare.getByRole("group", { name: legend }).getByRole("radio", { name: version }).check({ force: true });
  await expect(compare.getByText(/1 line differs/)).toBeVisible();
  await button(page, "Show the numbers of version 1").click();
  await looksRight(page, "admin, compared and read");
  await oneHeading(page, "admin, compared and read");
  await lookAt(page, "approval", button(page, /^Approve version 2/));
});

test("[AX1] [AX2] [AX3] the board: with whom a nurse is, and who covers for her", async ({ tablet: page, room }) => {
  const { team } = room.morning;
  await at(page, `/chairs/${room.newcomer.chairId}`, "Preparation");
  await button(page, "Move or take over").click();
  await button(page, "Take over this patient").click();
  await expect(page.getByText("This patient is yours")).toBeVisible();
  await at(page, "/", "Ada Newcomer");
  await lookAt(page, "with which patient", button(page, "I'm with the patient"));
  await lookAt(page, "ask for cover", button(page, "Ask for cover"));

  const coverId = newId(CoverId);
  const until = (await room.server.advance(0)) + 20 * MINUTE;
  await team.ana.submit({ type: "ask-for-cover", coverId, by: room.everybody.id, until });
  await expect(page.getByText(/Ana asks me to cover until/)).toBeVisible();
  await wholePage(page, "board, asked to cover");
  await lookAt(page, "take a cover", button(page, /^See \d+ chairs?$/));
  await team.ana.submit({ type: "end-cover", coverId });
});

test("[AX1] [AX2] [AX3] preparing an injection, and preparing a spray", async ({ tablet: page, room }) => {
  const { playTo, clinic } = room.morning;
  await playTo(64.5);
  await at(page, `/chairs/${clinic.chairs[2]}`, "Preparation");
  await button(page, "Enter order").click();
  for (const choice of ["Verbal, read back", "By weight", "Ordered beforehand"])
    await page.getByRole("radio", { name: choice }).check({ force: true });
  await button(page, "Reviewed, unchanged").click();
  await button(page, "Ask").click();
  await wholePage(page, "injections, preparing");

  await playTo(74.3);
  await at(page, `/chairs/${clinic.chairs[4]}`, "Preparation");
  await button(page, "Enter order").click();
  await page.getByRole("radio", { name: "Other" }).check({ force: true });
  await button(page, "Attest").click();
  await wholePage(page, "devices, preparing");
});

test("[AX1] [AX2] [AX3] a chair for injections: between the two, and what stands behind More", async ({
  tablet: page,
  room,
}) => {
  test.setTimeout(240_000);
  await room.morning.playTo(88.4);
  await at(page, `/chairs/${room.morning.clinic.chairs[2]}`, /T\+13 min/);
  await wholePage(page, "injections, between");
  await lookAt(page, "second injection", button(page, "Second injection"));
  for (const [group, names] of Object.entries(MORE)) {
    await button(page, group).click();
    await looksRight(page, `More, ${group}`);
    for (const name of names)
      await lookAt(page, name, page.getByRole("group", { name: group }).getByRole("button", { name }));
    await button(page, group).click();
  }
});

test("[AX1] [AX2] [AX3] [AX4] a chair for devices: the rest between two, and sheets that ask for more", async ({
  tablet: page,
  room,
}) => {
  test.setTimeout(240_000);
  const { playTo, clinic } = room.morning;
  await playTo(88.4);
  await at(page, `/chairs/${clinic.chairs[4]}`, /Next device in/);
  await wholePage(page, "devices, resting");
  await lookAt(page, "device before its time", button(page, /^Next device in/));
  await lookAt(page, "no more devices", button(page, "No more devices"));
  const sheet = await openSheet(page, "Full set");
  const full = await everySheet(page, "devices");
  expect(full).toBe(3);
  await sheet.getByRole("button", { name: "Full set" }).click();
  await sheet.getByRole("button", { name: /^More/ }).click();
  await looksRight(page, "full set, more");
  await targetsAreLarge(page, "full set, more");
  await scrollsNowhere(page, "full set, more");
  await page.keyboard.press("Escape");

  await at(page, `/chairs/${clinic.chairs[1]}`, "Walter Brandt"); // 67, so a standing pressure is asked for
  await openSheet(page, "Exit checks");
  await looksRight(page, "exit checks, standing");
  await targetsAreLarge(page, "exit checks, standing");
  await scrollsNowhere(page, "exit checks, standing");
});

/** The three short ones, from the sheet that is open. */
const everySheet = async (page: Page, name: string): Promise<number> => {
  const sheets = ["BP only", "Look-in", "Exit checks"];
  for (const sheet of sheets) {
    await page.getByRole("dialog").getByRole("button", { name: sheet }).click();
    await looksRight(page, `${name}, ${sheet}`);
    await targetsAreLarge(page, `${name}, ${sheet}`);
    await scrollsNowhere(page, `${name}, ${sheet}`);
  }
  return sheets.length;
};

test("[AX1] [AX2] [AX3] the way out: a clinician lets a check pass", async ({ tablet: page, room }) => {
  await room.morning.playTo(88.4);
  await at(page, "/discharge", "NOT YET");
  await page
    .getByRole("link", { name: /Noor Haddad/ })
    .first()
    .click();
  const steps = page.getByRole("navigation", { name: "Steps to the door" });
  await steps.getByRole("button", { name: /Checks and signature/ }).click();
  await lookAt(page, "let a check pass", button(page, /^Let this check pass/));
});

test("[AX1] [AX2] [AX3] [AX5] after a spray: tomorrow and no hour, on the screen and on one page of paper", async ({
  tablet: page,
  room,
}) => {
  await room.morning.playTo(187.2);
  await at(page, "/discharge", "Ade Osei");
  await page
    .getByRole("link", { name: /Ade Osei/ })
    .first()
    .click();
  const steps = page.getByRole("navigation", { name: "Steps to the door" });
  await steps.getByRole("button", { name: /Hand-out/ }).click();
  await wholePage(page, "hand-out, nasal");
  for (const format of ["A4", "Letter"] as const)
    expect.soft(await sheetsOfPaper(page, format), `hand-out on ${format}`).toBe(1);
  await steps.getByRole("button", { name: /No-driving reminder/ }).click();
  await button(page, "Read it again").click();
  await expect(page.getByText(/You may drive tomorrow/).first()).toBeVisible();
  await looksRight(page, "reminder, nasal");
  await targetsAreLarge(page, "reminder, nasal");
});

test("[AX1] [AX2] [AX3] the way out: a word of mouth, and nobody there to take the patient home", async ({
  tablet: page,
  room,
}) => {
  await room.morning.playTo(207.5);
  await at(page, "/discharge", "Sam Ito");
  await page
    .getByRole("link", { name: /Sam Ito/ })
    .first()
    .click();
  const steps = page.getByRole("navigation", { name: "Steps to the door" });
  await steps.getByRole("button", { name: /Checks and signature/ }).click();
  await lookAt(page, "a word of mouth", button(page, "Record a verbal word"));
  await room.morning.playTo(210);
  await steps.getByRole("button", { name: /Ride home/ }).click();
  await expect(page.getByText("FIT TO LEAVE · NO RIDE YET")).toBeVisible();
  await wholePage(page, "waiting for a ride");
  await lookAt(page, "left without ride", button(page, "Left without ride"));
});
