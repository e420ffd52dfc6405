import { SECOND } from "#shared/base/time.ts";
import { startMorning } from "#tests/support/morning.ts";
import { openSheet } from "./atTheChair.ts";
import { cardOf, eventsOf, isLive, note, openTablet, sessionIn, untilNotLive } from "./seated.ts";
import { expect, openScreen, SERVER_GONE, test } from "./stage.ts";

test("[BF7] without its server the nurse's tablet goes on, and nobody else's screen says READY or lets a patient go", async ({
  browser,
  server,
  quiet,
}, { annotations }) => {
  test.setTimeout(120_000);
  quiet.expectNoise(SERVER_GONE);
  const { clinic, team, playTo } = await startMorning(server);
  await playTo(105);
  await server.advance(45 * SECOND);
  const events = await eventsOf(team.ana, clinic);
  const [leaving, hers] = clinic.chairs;
  if (leaving === undefined || hers === undefined) throw new Error("chairs are missing");
  const watcher = await openScreen(browser, server, "dana");
  const desk = await openScreen(browser, server, "eli");
  await desk.goto(`/discharge/${sessionIn(events, leaving)}`);
  const tablet = await openTablet(browser, server, "ana", hers);
  for (const page of [watcher, desk, tablet]) quiet.watch(page);
  const ready = cardOf(watcher, "Chair 1");
  const complete = desk.getByRole("button", { name: "Complete the discharge" });
  await expect(ready).toContainText("READY");
  await expect(complete).toBeEnabled();
  await expect(tablet.getByText(/T\+77 min/).first()).toBeVisible();
  await expect(tablet.getByText("this tablet's clock")).toHaveCount(0);

  const stoppedAt = performance.now();
  server.process().kill("SIGSTOP");
  note(annotations, "frozen server to NOT LIVE", await untilNotLive(watcher, stoppedAt));
  for (const page of [desk, tablet]) await untilNotLive(page, stoppedAt);
  await expect(ready).toContainText("UNKNOWN");
  await expect(ready).not.toContainText("READY");
  await expect(complete).toBeDisabled();
  await expect(desk.getByText("UNKNOWN").first()).toBeVisible();
  await expect(tablet.getByRole("button", { name: "Confirm fit to leave" })).toBeDisabled();
  await expect(tablet.getByText("this tablet's clock").first()).toBeVisible();

  const sheet = await openSheet(tablet, "BP only");
  await expect(sheet.getByText(/kept on this tablet and sent when the link is back/)).toBeVisible();
  await sheet.getByLabel("Systolic", { exact: true }).fill("123");
  await sheet.getByLabel("Diastolic", { exact: true }).fill("77");
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(tablet.getByText("Saved here, not sent (1)")).toBeVisible();
  await expect(tablet.getByText(/T\+78 min/).first()).toBeVisible({ timeout: 20_000 });
  await expect(cardOf(watcher, "Chair 2")).toContainText("T+77 min");
  await expect(cardOf(watcher, "Chair 2")).not.toContainText("123/77");

  server.process().kill("SIGCONT");
  for (const page of [watcher, desk, tablet]) await isLive(page);
  await expect(tablet.getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible();
  await expect(tablet.getByText("this tablet's clock")).toHaveCount(0);
  await expect(cardOf(watcher, "Chair 2")).toContainText("123/77");
  await expect(ready).toContainText("READY");
  await expect(complete).toBeEnabled();
  const sent = (await eventsOf(team.ana, clinic)).slice(events.length);
  const what = sent.map(({ event, by }) => [event.type, by]);
  expect(what).toEqual(["observation-recorded", "alarm-settled"].map((type) => [type, team.ana.id])); // 123/77 ends her call for a recheck
});
