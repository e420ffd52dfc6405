import type { Page } from "@playwright/test";
import { openSheet } from "./atTheChair.ts";
import { observationsOf, openTablet, seatPatient, sessionLog } from "./seated.ts";
import { expect, test } from "./stage.ts";

test("[BF4] two nurses who save at one chair in one moment are both kept, and both are shown with their names", async ({
  browser,
  server,
  quiet,
}) => {
  const { clinic, ana, chairId, sessionId } = await seatPatient(server);
  const ben = await clinic.staff("ben", ["nurse"], "Ben Okoro");
  const hers = await openTablet(browser, server, "ana", chairId);
  const his = await openTablet(browser, server, "ben", chairId);
  for (const page of [hers, his]) quiet.watch(page);
  const saves = [await filled(hers, "118"), await filled(his, "124")];
  await Promise.all(saves.map((save) => save.click()));
  for (const page of [hers, his]) {
    await expect(page.getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible();
    await expect(sessionLog(page).filter({ hasText: "118/70" })).toContainText("Ana Lima");
    await expect(sessionLog(page).filter({ hasText: "124/70" })).toContainText("Ben Okoro");
    for (const value of ["118/70", "124/70"]) await expect(sessionLog(page).filter({ hasText: value })).toHaveCount(1);
  }
  const kept = await observationsOf(ana, clinic, sessionId);
  expect(Object.fromEntries(kept.map(({ by, entered }) => [by, entered.values.sbp]))).toEqual({
    [ana.id]: 118,
    [ben.id]: 124,
  });
  expect(kept).toHaveLength(2);
});

const filled = async (page: Page, systolic: string) => {
  const sheet = await openSheet(page, "BP only");
  await sheet.getByLabel("Systolic", { exact: true }).fill(systolic);
  await sheet.getByLabel("Diastolic", { exact: true }).fill("70");
  return sheet.getByRole("button", { name: "Save", exact: true });
};
