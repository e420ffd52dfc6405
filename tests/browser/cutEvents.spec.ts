import { recordPressure } from "./atTheChair.ts";
import { loseEvents } from "./cabled.ts";
import { cardOf, isLive, note, openTablet, seatPatient, untilNotLive } from "./seated.ts";
import { expect, openScreen, test } from "./stage.ts";

test("[BF8] a screen that gets beats and no entries says so, and has them once they come through again", async ({
  browser,
  server,
  quiet,
}, { annotations }) => {
  const { clinic, chairId } = await seatPatient(server);
  await clinic.staff("dana", ["clinician"], "Dr. Dana Rey");
  const watcher = await openScreen(browser, server, "dana");
  let losing = false;
  await loseEvents(watcher, () => losing);
  await watcher.reload();
  await isLive(watcher);
  const tablet = await openTablet(browser, server, "ana", chairId);
  for (const page of [watcher, tablet]) quiet.watch(page);
  const card = cardOf(watcher, "Chair 1");
  await recordPressure(tablet, [118, 74]);
  await expect(card).toContainText("118/74");

  losing = true;
  await recordPressure(tablet, [121, 77]);
  const lostAt = performance.now();
  await expect(watcher.getByText(/^Delayed \d+ s$/)).toBeVisible();
  note(annotations, "entry lost to DELAYED", performance.now() - lostAt);
  note(annotations, "entry lost to NOT LIVE", await untilNotLive(watcher, lostAt));
  await expect(watcher.getByText("This screen is behind.", { exact: false })).toBeVisible();
  await expect(card).not.toContainText("121/77");

  losing = false;
  await isLive(watcher);
  await expect(card).toContainText("121/77");
});
