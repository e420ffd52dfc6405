import { entryWords } from "#client/entry/words.ts";
import { shellWords } from "#client/shellWords.ts";
import { words } from "#client/words.ts";
import { openSheet } from "./atTheChair.ts";
import { test } from "./cabled.ts";
import { idsOnDevice, savePressure, saveUnsent } from "./kept.ts";
import { eventsOf, isLive, openTablet, pressuresOf, seatPatient } from "./seated.ts";
import { expect, SERVER_GONE } from "./stage.ts";

test("[OB11] [OB13] what lies on the tablet outlives its page, which asks nothing when it goes, and is sent first by the next", async ({
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
  const ids = await idsOnDevice(page);
  let asked = 0;
  page.on("dialog", (dialog) => {
    asked += 1;
    void dialog.accept();
  });
  await page.goto("about:blank");
  expect(asked).toBe(0);
  expect(await pressuresOf(ana, clinic, sessionId)).toEqual([]);

  cable.mend();
  await page.goto(`${server.url}/chairs/${chairId}`);
  await isLive(page);
  await savePressure(page, 123);
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible();
  await expect.poll(() => idsOnDevice(page)).toEqual([]);
  expect(await pressuresOf(ana, clinic, sessionId)).toEqual(["121/70", "122/70", "123/70"]);
  const sent = (await eventsOf(ana, clinic)).filter(({ event }) => event.type === "observation-recorded");
  expect(sent.slice(0, 2).map(({ commandId }) => commandId)).toEqual(ids);
});

test("[OB14] a device that keeps nothing says so on every page and on the form; its entries are sent while the page lives, and it asks before it goes", async ({
  cabled: { browser, cable },
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic, ana, chairId, sessionId } = await seatPatient(server);
  const page = await openTablet(browser, server, "ana", chairId, quiet.watch);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  const notice = page.getByText(shellWords.kept.notKept);
  for (const path of ["/", "/today", "/discharge", `/chairs/${chairId}`]) {
    await page.goto(path);
    await expect(notice).toBeVisible();
  }
  await isLive(page);
  await savePressure(page, 121);
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible();

  cable.cut();
  const sheet = await openSheet(page, "BP only");
  await expect(sheet.getByText(entryWords.notKept)).toBeVisible();
  await page.keyboard.press("Escape");
  await savePressure(page, 122);
  await expect(page.getByText(words.outbox.notKept(1))).toBeVisible();
  const leaving = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await leaving;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  cable.mend();
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible({ timeout: 20_000 });
  expect(await pressuresOf(ana, clinic, sessionId)).toEqual(["121/70", "122/70"]);
});

test("[OB2] a device without room refuses the entry and keeps the form", async ({
  cabled: { browser },
  server,
  quiet,
}) => {
  const { clinic, ana, chairId, sessionId } = await seatPatient(server);
  const page = await openTablet(browser, server, "ana", chairId, quiet.watch);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await savePressure(page, 121);
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText(entryWords.full)).toBeVisible();
  await expect(sheet.getByLabel("Systolic", { exact: true })).toHaveValue("121");
  expect(await pressuresOf(ana, clinic, sessionId)).toEqual([]);
});
