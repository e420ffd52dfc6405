import type { BrowserContext, Page } from "@playwright/test";
import { words } from "#client/words.ts";
import type { SignedIn } from "#tests/support/people.ts";
import type { TestServer } from "#tests/support/server.ts";
import { openSheet } from "./atTheChair.ts";
import { expect } from "./stage.ts";

/** Types a pressure and taps Save. */
export const savePressure = async (page: Page, systolic: number, diastolic = 70): Promise<void> => {
  const sheet = await openSheet(page, "BP only");
  await sheet.getByLabel("Systolic", { exact: true }).fill(String(systolic));
  await sheet.getByLabel("Diastolic", { exact: true }).fill(String(diastolic));
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
};

/** Saved without a link: the page says that it lies on the tablet. */
export const saveUnsent = async (page: Page, systolic: number, unsent: number): Promise<void> => {
  await savePressure(page, systolic);
  await expect(page.getByText(words.outbox.notSent(unsent))).toBeVisible({ timeout: 15_000 });
};

/** This browser is now somebody else's, or nobody's but theirs. */
export const signedIn = async (context: BrowserContext, server: TestServer, { cookie }: SignedIn): Promise<void> => {
  const cookies = cookie.split("; ").map((one) => /^([^=]+)=(.*)$/.exec(one) ?? []);
  await context.clearCookies();
  await context.addCookies(cookies.map(([, name = "", value = ""]) => ({ name, value, url: server.url })));
};

/** The ids of what lies on the device, in its order: they stand there in clear. */
export const idsOnDevice = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("chairside");
        opening.onerror = () => reject(new Error("no database"));
        opening.onsuccess = () => {
          const all = opening.result.transaction("entries").objectStore("entries").getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve((all.result as { commandId: string }[]).map(({ commandId }) => commandId));
          };
        };
      }),
  );
