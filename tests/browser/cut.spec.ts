import type { CommandOf } from "#shared/clinic/commands.ts";
import { ObservationId, type SessionId } from "#shared/base/ids.ts";
import { startMorning } from "#tests/support/morning.ts";
import { newId } from "#tests/support/wishes.ts";
import { seqsHeard, test } from "./cabled.ts";
import { cardOf, eventsOf, isLive, note, sessionIn, sessionLog, untilNotLive } from "./seated.ts";
import { expect, openScreen, SERVER_GONE } from "./stage.ts";

const ENTRIES = 30;

const pressure = (sessionId: SessionId, sbp: number, observedAt: number): CommandOf<"record-observation"> => ({
  type: "record-observation",
  sessionId,
  observationId: newId(ObservationId),
  entered: { sheet: "bp", observedAt, values: { sbp, dbp: 66 } },
});

test("[BF1] a watcher that is cut off for 30 entries says so, then has each once and in order, and is live by itself", async ({
  cabled: { browser, cable },
  server,
  quiet,
}, { annotations }) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic, team, playTo } = await startMorning(server);
  await playTo(105);
  const watcher = await openScreen(browser, server, "dana");
  quiet.watch(watcher);
  const ready = cardOf(watcher, "Chair 1");
  const busy = cardOf(watcher, "Chair 4");
  const number = ready.getByRole("group", { name: "Blood pressure" }).locator("[class*=number]");
  await expect(ready).toContainText("READY");
  const colour = await number.evaluate((element) => getComputedStyle(element).color);
  const before = await eventsOf(team.ben, clinic);
  const heard = seqsHeard(watcher);

  const cutAt = performance.now();
  cable.cut();
  const now = await server.advance(0);
  const sessionId = sessionIn(before, clinic.chairs[3]);
  for (let n = 0; n < ENTRIES; n += 1) {
    const answer = await team.ben.submit(pressure(sessionId, 101 + n, now - (ENTRIES - n) * 1_000));
    expect(answer).toHaveProperty("accepted");
  }
  note(annotations, "cut to NOT LIVE", await untilNotLive(watcher, cutAt));
  await expect(watcher).toHaveTitle(/NOT LIVE/);
  await expect(ready).toContainText("UNKNOWN");
  await expect(ready).not.toContainText("READY");
  await expect(number).not.toHaveCSS("color", colour);
  await expect(busy).not.toContainText("130/66");

  const mendedAt = performance.now();
  cable.mend();
  await isLive(watcher);
  note(annotations, "mended to LIVE", performance.now() - mendedAt);
  await expect(busy).toContainText("130/66");
  await expect(ready).toContainText("READY");
  await expect(number).toHaveCSS("color", colour);
  const all = await eventsOf(team.ben, clinic);
  expect(heard).toEqual(all.slice(before.length).map(({ seq }) => seq));

  await busy.getByRole("link").first().click();
  await watcher.getByRole("button", { name: "Show all" }).click();
  const shown = (await sessionLog(watcher).allInnerTexts()).flatMap((line) => /1[0-3]\d\/66/.exec(line)?.[0] ?? []);
  expect(shown.toReversed()).toEqual(Array.from({ length: ENTRIES }, (_, n) => `${101 + n}/66`));
});
