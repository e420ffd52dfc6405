import type { Page } from "@playwright/test";
import { keptHereWords } from "#client/chair/keptHereWords.ts";
import { chairWords } from "#client/chair/words.ts";
import { shellWords } from "#client/shellWords.ts";
import { MINUTE } from "#shared/base/time.ts";
import { test } from "./cabled.ts";
import { idsOnDevice, saveUnsent } from "./kept.ts";
import { eventsOf, isLive, observationsOf, openTablet, seatPatient } from "./seated.ts";
import { expect, SERVER_GONE } from "./stage.ts";

const { kept } = chairWords;

const hereOn = (page: Page) => page.getByRole("region", { name: kept.title });

test("[OB16] a time that was refused is still listed after a reload; one becomes a late entry with its reason, one is set aside in two taps", async ({
  cabled: { browser, cable },
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic, ana, chairId, sessionId } = await seatPatient(server);
  await server.advance(8 * MINUTE);
  const page = await openTablet(browser, server, "ana", chairId, quiet.watch);
  cable.cut();
  await saveUnsent(page, 121, 1);
  await saveUnsent(page, 122, 2);
  await server.advance(-5 * MINUTE); // its clock was wrong and is put right
  cable.mend();
  await isLive(page);
  const lines = hereOn(page).getByRole("listitem");
  await expect(lines.filter({ hasText: kept.refused })).toHaveCount(2);
  await page.reload();
  await isLive(page);
  await expect(lines.filter({ hasText: "This time is in the future" })).toHaveCount(2);
  const ids = await idsOnDevice(page);
  await page.goto("/");
  await expect(page.getByText(shellWords.kept.waiting(2))).toBeVisible();
  await page.getByRole("button", { name: shellWords.kept.look, exact: true }).click();
  await expect(page.getByRole("dialog", { name: keptHereWords.everything })).toContainText(
    "Chair 1 · 09:08 · BP 121/70",
  );
  await page.goto(`/chairs/${chairId}`);

  const first = lines.filter({ hasText: "121/70" });
  await first.getByRole("button", { name: keptHereWords.late.open }).click();
  await first.getByRole("button", { name: keptHereWords.late.save }).click();
  await expect(first.getByText(keptHereWords.late.incomplete)).toBeVisible();
  await first.getByLabel(keptHereWords.late.at).fill("09:02");
  await first.getByRole("radio", { name: keptHereWords.late.reasons["tablet-clock"] }).check({ force: true });
  await first.getByRole("button", { name: keptHereWords.late.save }).click();
  await expect(lines).toHaveCount(1);
  const [late] = await observationsOf(ana, clinic, sessionId);
  expect(late?.entered).toMatchObject({ observedAt: Date.UTC(2026, 10, 23, 14, 2), values: { sbp: 121 } });
  const events = await eventsOf(ana, clinic);
  expect(events.find(({ event }) => event.type === "observation-recorded")?.commandId).not.toBe(ids[0]);
  await expect(page.getByText("Late entry of 09:02: Clock was wrong").first()).toBeVisible();

  await lines.getByRole("button", { name: kept.setAside }).click();
  await lines.getByRole("button", { name: keptHereWords.aside.keep }).click();
  await expect(lines).toContainText("122/70");
  await lines.getByRole("button", { name: kept.setAside }).click();
  await lines.getByRole("button", { name: keptHereWords.aside.yes }).click();
  await expect(lines).toHaveCount(0);
  await expect.poll(() => idsOnDevice(page)).toEqual([]);
  expect(await observationsOf(ana, clinic, sessionId)).toHaveLength(1);
});

test("[OB18] an entry whose bytes were damaged is listed, the others are sent, and a person sets it aside", async ({
  cabled: { browser, cable },
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic, ana, chairId, sessionId } = await seatPatient(server);
  const page = await openTablet(browser, server, "ana", chairId, quiet.watch);
  cable.cut();
  await saveUnsent(page, 121, 1);
  await saveUnsent(page, 122, 2);
  await damageFirst(page);
  cable.mend();
  await page.goto(`/chairs/${chairId}`);
  await isLive(page);
  await expect.poll(() => observationsOf(ana, clinic, sessionId)).toHaveLength(1);
  await page.getByRole("button", { name: shellWords.kept.look, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: keptHereWords.everything });
  await expect(dialog).toContainText("09:00 · An entry that cannot be read here");
  await dialog.getByRole("button", { name: kept.setAside }).click();
  await dialog.getByRole("button", { name: keptHereWords.aside.yes }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => idsOnDevice(page)).toEqual([]);
});

/** One byte of the first entry is another one, and the page is gone before it could send it. */
const damageFirst = async (page: Page): Promise<void> => {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open("chairside");
        opening.onsuccess = () => {
          const change = opening.result.transaction("entries", "readwrite");
          const cursor = change.objectStore("entries").openCursor();
          cursor.onsuccess = () => {
            const entry = cursor.result?.value as { data: ArrayBuffer };
            const bytes = new Uint8Array(entry.data.slice(0));
            bytes[0]! ^= 1;
            cursor.result?.update({ ...entry, data: bytes.buffer });
          };
          change.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );
  await page.goto("about:blank");
};
