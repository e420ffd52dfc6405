import { openSheet } from "./atTheChair.ts";
import { at, button, lookAt, test } from "./axeRoom.ts";
import { looksRight, oneHeading, scrollsNowhere, sheetsOfPaper, targetsAreLarge } from "./measures.ts";
import { expect } from "./stage.ts";

// Each look is a hundred frames, and nobody would read a film of them.
test.use({ trace: "off" });

test("[AX1] [AX2] the doors: set-up and sign-in", async ({ browser, server, room, quiet }) => {
  quiet.expectNoise(/401/);
  const page = await (
    await browser.newContext({ baseURL: server.url, viewport: { width: 1024, height: 768 }, reducedMotion: "reduce" })
  ).newPage();
  quiet.watch(page);
  await at(page, "/sign-in", "Set up your clinic");
  await page.goto(`/set-up#${server.token()}`);
  await page.reload();
  await button(page, "Set up").click();
  await expect(page.getByRole("alert")).not.toBeEmpty();
  await looksRight(page, "set-up, refused");
  await oneHeading(page, "set-up");

  await page.goto(room.server.url);
  await button(page, "Sign in").click();
  await expect(page.getByRole("alert")).not.toBeEmpty();
  await looksRight(page, "sign-in, refused");
  await oneHeading(page, "sign-in");
});

test("[AX1] [AX2] [AX3] the board, the list of the day and admin", async ({ tablet: page }) => {
  await at(page, "/", "Walter Brandt");
  await looksRight(page, "board");
  await oneHeading(page, "board");
  await targetsAreLarge(page, "board");
  await button(page, /Everybody/).click();
  await looksRight(page, "board with the person's menu");

  await at(page, "/today", "Sam Ito");
  await looksRight(page, "today");
  await oneHeading(page, "today");
  await lookAt(page, "check-in", button(page, "Check in: Sam Ito"));
  await button(page, "Add a patient").click();
  await looksRight(page, "find a patient");
  await button(page, "New patient").click();
  await looksRight(page, "new patient");

  await at(page, "/admin", "Add chair");
  await looksRight(page, "admin");
  await oneHeading(page, "admin");
  await at(page, "/nowhere", "There is no such page");
  await looksRight(page, "no such page");
  await oneHeading(page, "no such page");
});

test("[AX1] [AX2] [AX3] the chair in every state, with what opens over it", async ({ tablet: page, room }) => {
  const { chairs } = room.morning.clinic;
  await at(page, `/chairs/${room.newcomer.chairId}`, "Preparation");
  await button(page, "Enter order").click();
  await button(page, "Read it out").click();
  await looksRight(page, "chair, preparing, with its forms");
  await targetsAreLarge(page, "chair, preparing");
  await oneHeading(page, "chair, preparing");
  await at(page, `/chairs/${chairs[2]}`, "Chair 3 is free");
  await looksRight(page, "chair, free");
  await oneHeading(page, "chair, free");
  await at(page, `/chairs/${chairs[3]}`, "Paused");
  await looksRight(page, "chair, paused");

  await at(page, `/chairs/${chairs[1]}`, "Dosing");
  await looksRight(page, "chair, dosing");
  await targetsAreLarge(page, "chair, dosing");
  await oneHeading(page, "chair, dosing");
  await lookAt(page, "pause", button(page, "Pause"));
  await lookAt(page, "end", button(page, "End infusion"));
  await lookAt(page, "one observation", button(page, /BP \d+\/\d+ · HR/));
  await lookAt(page, "against advice", button(page, "Left against advice"));
});

test("[AX1] [AX2] [AX3] [AX4] the sheets", async ({ tablet: page, room }) => {
  await page.goto(`/chairs/${room.morning.clinic.chairs[0]}`);
  const sheet = await openSheet(page, "Full set");
  await looksRight(page, "full set");
  await targetsAreLarge(page, "full set");
  await scrollsNowhere(page, "full set");
  await sheet.getByLabel("Systolic", { exact: true }).fill("80");
  await sheet.getByLabel("Diastolic", { exact: true }).fill("120");
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await looksRight(page, "full set, refused");
  await scrollsNowhere(page, "full set, refused");
  await sheet.getByRole("button", { name: "Could not assess: Heart rate" }).click();
  await looksRight(page, "could not assess");
  await sheet.getByRole("button", { name: "Back" }).click();
  await sheet.getByRole("button", { name: "Keyboard line" }).click();
  await sheet.getByRole("textbox", { name: "Keyboard line" }).fill("120/80 72 98 16 d3 x9");
  await looksRight(page, "keyboard line");
  await sheet.getByRole("button", { name: "Number pad" }).click();
  for (const other of ["BP only", "Look-in", "Exit checks"]) {
    await sheet.getByRole("button", { name: other }).click();
    await looksRight(page, other);
    await targetsAreLarge(page, other);
    await scrollsNowhere(page, other);
  }
});

test("[AX1] [AX2] [AX3] [AX5] the way out, its reminder, its paper, and the record", async ({ tablet: page }) => {
  await at(page, "/discharge", "NOT YET");
  await looksRight(page, "discharge");
  await targetsAreLarge(page, "discharge");
  await oneHeading(page, "discharge");
  await page
    .getByRole("link", { name: /Noor Haddad/ })
    .first()
    .click();
  const steps = page.getByRole("navigation", { name: "Steps to the door" });
  for (const step of ["Checks and signature", "Ride home", "Belongings", "No-driving reminder", "Leave"]) {
    await steps.getByRole("button", { name: new RegExp(step) }).click();
    await looksRight(page, step);
    await targetsAreLarge(page, step);
  }
  await oneHeading(page, "the way out");
  await steps.getByRole("button", { name: /No-driving reminder/ }).click();
  await button(page, "Show the reminder").click();
  await expect(page.getByText(/Do not drive until/).first()).toBeVisible();
  await looksRight(page, "reminder");
  await targetsAreLarge(page, "reminder");

  await page.getByRole("checkbox", { name: "The patient said both answers" }).check({ force: true });
  await page.getByRole("radio", { name: "Escort heard it" }).check({ force: true });
  await button(page, "Understood").click();
  await steps.getByRole("button", { name: /Hand-out/ }).click();
  await looksRight(page, "hand-out");
  for (const format of ["A4", "Letter"] as const)
    expect.soft(await sheetsOfPaper(page, format), `hand-out on ${format}`).toBe(1);

  await page.goto(page.url().replace("/discharge/", "/sessions/"));
  await expect(page.getByText("Noor Haddad").first()).toBeVisible();
  await looksRight(page, "record");
  await oneHeading(page, "record");
});
