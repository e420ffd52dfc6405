import { MINUTE, SECOND } from "#shared/base/time.ts";
import { openSheet, recordPressure } from "./atTheChair.ts";
import { cardOf, isLive, note, openTablet, pressuresOf, seatPatient, sessionLog } from "./seated.ts";
import { expect, openScreen, SERVER_GONE, test } from "./stage.ts";

test("[BF2] a killed server keeps what it answered, and gets what was on its way once when it is back", async ({
  browser,
  server,
  quiet,
}, { annotations }) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic, ana, chairId, sessionId } = await seatPatient(server);
  await clinic.staff("dana", ["clinician"], "Dr. Dana Rey");
  await server.advance(12 * MINUTE + 20 * SECOND);
  const watcher = await openScreen(browser, server, "dana");
  const tablet = await openTablet(browser, server, "ana", chairId);
  for (const page of [watcher, tablet]) quiet.watch(page);
  const card = cardOf(watcher, "Chair 1");
  const due = tablet.getByRole("heading", { name: "Due" }).locator("xpath=ancestor::section[1]").getByRole("strong");
  await recordPressure(tablet, [118, 74]);
  await expect(card).toContainText("118/74");
  await expect(card).toContainText("Dosing · T+12 min");
  const dueBefore = await due.innerText();

  const sheet = await openSheet(tablet, "BP only");
  await sheet.getByLabel("Systolic", { exact: true }).fill("121");
  await sheet.getByLabel("Diastolic", { exact: true }).fill("77");
  server.process().kill("SIGSTOP"); // what Save sends from here on is on its way and is never read
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(tablet.getByText("Saved here, not sent (1)")).toBeVisible();
  await server.kill();
  await expect(tablet.getByRole("region", { name: "Saved here, not sent" })).toContainText("121/77");

  const startedAt = performance.now();
  await server.start();
  note(annotations, "restart", performance.now() - startedAt);
  for (const page of [watcher, tablet]) await isLive(page);
  note(annotations, "restart to LIVE everywhere", performance.now() - startedAt);
  await expect(tablet.getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible();
  await expect(tablet.getByText(/not sent/)).toHaveCount(0);
  await expect(card).toContainText("121/77");
  await expect(card).toContainText("Dosing · T+12 min");
  await expect(due).toHaveText(dueBefore);
  expect(await pressuresOf(ana, clinic, sessionId)).toEqual(["118/74", "121/77"]);
  for (const value of ["118/74", "121/77"]) await expect(sessionLog(tablet).filter({ hasText: value })).toHaveCount(1);

  await server.advance(5 * MINUTE);
  await expect(card).toContainText("Dosing · T+17 min");
  await expect(tablet.getByText("Dosing · T+17 min")).toBeVisible();
});
