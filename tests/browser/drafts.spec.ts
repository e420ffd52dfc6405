import type { Page } from "@playwright/test";
import { openSheet } from "./atTheChair.ts";
import { isLive, openTablet, pressuresOf, seatPatient } from "./seated.ts";
import { expect, test } from "./stage.ts";

test("[EN11] what was typed and not saved outlives a reload, on the sheet and in the note; saved, it is gone", async ({
  browser,
  server,
  quiet,
}) => {
  const { clinic, ana, chairId, sessionId } = await seatPatient(server);
  const page = await openTablet(browser, server, "ana", chairId, quiet.watch);
  const note = page.getByRole("textbox", { name: "New note" });
  await note.fill("settled, music on");
  const sheet = await openSheet(page, "BP only");
  await sheet.getByLabel("Systolic", { exact: true }).fill("128");
  await expect.poll(() => draftsOnDevice(page)).toBe(2);
  await page.reload();
  await isLive(sheet);
  await expect(sheet.getByLabel("Systolic", { exact: true })).toHaveValue("128");
  await sheet.getByLabel("Diastolic", { exact: true }).fill("78");
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(note).toHaveValue("settled, music on");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(note).toHaveValue("");
  await expect.poll(() => draftsOnDevice(page)).toBe(0);
  await page.reload();
  await isLive(page);
  await expect(sheet).toHaveCount(0);
  await expect(note).toHaveValue("");
  expect(await pressuresOf(ana, clinic, sessionId)).toEqual(["128/78"]);
});

const draftsOnDevice = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("chairside");
        opening.onsuccess = () => {
          const counting = opening.result.transaction("drafts").objectStore("drafts").count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
