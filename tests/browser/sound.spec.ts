import type { Page } from "@playwright/test";
import { help } from "#tests/support/wishes.ts";
import { findChromium } from "#tests/support/chromium.ts";
import { setUpClinic, type SignedIn, type TestClinic } from "#tests/support/people.ts";
import { looksRight, targetsAreLarge } from "./measures.ts";
import { openTablet, seatPatient } from "./seated.ts";
import { expect, openScreen, test } from "./stage.ts";

/** As every browser that people use: nothing sounds before somebody has touched the page. The one of the tests is laxer. */
const browserOfPeople = await findChromium();
test.use({
  trace: "off",
  launchOptions: {
    ...browserOfPeople,
    args: [...browserOfPeople.args, "--autoplay-policy=document-user-activation-required"],
  },
});

/** Counts what the page asks of the browser's audio: contexts, and the pulses that were begun in them. */
const countSounds = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const counted = { contexts: [] as AudioContext[], pulses: 0 };
    Object.assign(window, { counted });
    const start = Object.getOwnPropertyDescriptor(AudioScheduledSourceNode.prototype, "start")?.value as (
      at?: number,
    ) => void;
    AudioScheduledSourceNode.prototype.start = function (this: AudioScheduledSourceNode, at?: number) {
      counted.pulses += 1;
      start.call(this, at);
    };
    const Real = AudioContext;
    window.AudioContext = class extends Real {
      constructor() {
        super();
        counted.contexts.push(this);
        console.debug("audio opened");
      }
    };
  });
};

interface Counted {
  readonly contexts: readonly string[];
  readonly pulses: number;
}

const soundsOf = (page: Page): Promise<Counted> =>
  page.evaluate(() => {
    const { counted } = window as unknown as { counted: { contexts: AudioContext[]; pulses: number } };
    return { contexts: counted.contexts.map(({ state }) => state), pulses: counted.pulses };
  });

const control = (page: Page) => page.getByRole("banner").getByRole("button", { name: /^Sound: / });

const paused = (page: Page) => page.getByRole("timer").filter({ hasText: "AUDIO PAUSED" });

const withHelp = async (clinic: TestClinic, who: SignedIn): Promise<void> => {
  const [, chair] = clinic.chairs;
  if (chair === undefined) throw new Error("a clinic without chairs");
  await who.submit(help(chair));
};

test("[SD5] [SD6] [SD7] a station is silent until its three sounds were heard; then the open call sounds, on every page, until it is paused", async ({
  browser,
  server,
  quiet,
}) => {
  const clinic = await setUpClinic(server);
  const ana = await clinic.staff("ana", ["nurse"], "Ana Lima");
  const page = await openScreen(browser, server, "ana", { width: 1024, height: 768 });
  quiet.watch(page);
  await countSounds(page);
  await page.reload();
  await expect(page.getByText("Live", { exact: true })).toBeVisible({ timeout: 15_000 });
  await withHelp(clinic, ana);
  await expect(page.getByText(/HELP · CHAIR 2/).first()).toBeVisible();
  await expect(control(page)).toHaveText("Silent here");

  await control(page).click();
  const dialog = page.getByRole("dialog", { name: "Sound check" });
  await expect(dialog.getByRole("radio", { name: "At a chair" })).toBeChecked();
  await dialog.getByRole("radio", { name: "At the station" }).check({ force: true });
  const done = dialog.getByRole("button", { name: "All three heard" });
  await expect(done).toBeDisabled();
  await looksRight(page, "sound check");
  await targetsAreLarge(page, "sound check");
  await page.keyboard.press("Escape");
  await expect(control(page)).toHaveText("Sound: not checked today");
  await page.getByRole("link", { name: "Today" }).click();
  await expect(control(page)).toHaveText("Sound: not checked today");
  expect(await soundsOf(page)).toEqual({ contexts: [], pulses: 0 });

  await control(page).click();
  for (const [sound, pulses] of [
    ["high", 10],
    ["medium", 3],
    ["low", 1],
  ] as const) {
    const before = (await soundsOf(page)).pulses;
    const heard = dialog.getByRole("group", { name: `Did you hear the ${sound} sound?` });
    await expect(heard.getByRole("radio", { name: "Heard", exact: true })).toBeDisabled();
    await dialog.getByRole("button", { name: `Play ${sound}` }).click();
    expect((await soundsOf(page)).pulses - before).toBe(pulses);
    await heard
      .getByRole("radio", { name: sound === "low" ? "Not heard" : "Heard", exact: true })
      .check({ force: true });
  }
  await expect(dialog.getByText(/Until all three are heard it stays silent/)).toBeVisible();
  await expect(done).toBeDisabled();
  await dialog.getByRole("button", { name: "Play low" }).click();
  await dialog
    .getByRole("group", { name: "Did you hear the low sound?" })
    .getByRole("radio", { name: "Heard", exact: true })
    .check({ force: true });
  const before = (await soundsOf(page)).pulses;
  await done.click();
  await expect(dialog).toBeHidden();
  await expect(control(page)).toHaveText("Sound on");
  await expect.poll(async () => (await soundsOf(page)).pulses - before).toBe(10);
  expect((await soundsOf(page)).contexts).toEqual(["running"]);

  await page.getByRole("link", { name: "Board" }).click();
  await page.getByRole("button", { name: "Pause sound 120 s" }).click();
  await expect(paused(page)).toHaveText(/^AUDIO PAUSED (2:00|1:5\d)$/); // between two beats its own clock goes on
  await server.advance(18_000);
  await page.getByRole("link", { name: "Discharge" }).click();
  await expect(paused(page)).toHaveText(/^AUDIO PAUSED 1:[34]\d$/);
  await server.advance(102_000);
  await expect(paused(page)).toBeHidden();
});

test("[SD6] [SD7] a checked station whose page is loaded anew says that sound is blocked, and a tap opens it", async ({
  browser,
  server,
  quiet,
}) => {
  const clinic = await setUpClinic(server);
  const ana = await clinic.staff("ana", ["nurse"], "Ana Lima");
  const page = await openScreen(browser, server, "ana");
  const checkedOn = "2026-11-23"; // where the clinic's clock stands
  await page.evaluate((setting) => localStorage.setItem("chairside-sound", JSON.stringify(setting)), {
    place: "station",
    volume: "loud",
    checkedOn,
  });
  // A tab of its own: the browser lets the old one sound, because somebody signed in there.
  const fresh = await page.context().newPage();
  quiet.expectNoise(/AudioContext was not allowed to start/);
  quiet.watch(fresh);
  await countSounds(fresh);
  // To this browser a look of the test is a touch, so nobody looks until the page has tried by itself.
  const tried = fresh.waitForEvent("console", (message) => message.text() === "audio opened");
  await fresh.goto("/");
  await tried;
  await expect(fresh.getByText("Live", { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(control(fresh)).toHaveText("Sound is blocked: tap here");
  await withHelp(clinic, ana);
  await expect(fresh.getByText(/HELP · CHAIR 2/).first()).toBeVisible();
  expect(await soundsOf(fresh)).toEqual({ contexts: ["suspended"], pulses: 0 });

  await control(fresh).click();
  await expect(control(fresh)).toHaveText("Sound on");
  await expect(fresh.getByRole("dialog")).toHaveCount(0);
  await expect.poll(() => soundsOf(fresh)).toEqual({ contexts: ["running"], pulses: 10 });
});

test("[CW3] [CW4] the caller reads whom a call has reached, and at her chair that nobody else watches", async ({
  browser,
  server,
  quiet,
}) => {
  const { clinic, ana, chairId } = await seatPatient(server);
  const ben = await clinic.staff("ben", ["nurse"], "Ben Ode");
  await ana.submit({ type: "set-back-up", nurse: ana.id, backUp: ben.id });
  const tablet = await openTablet(browser, server, "ana", chairId, (page) => quiet.watch(page));
  const alone = tablet.getByText("No other screen is watching this chair");
  await expect(alone).toBeVisible({ timeout: 20_000 });
  const station = await openScreen(browser, server, "ben");
  quiet.watch(station);
  await expect(alone).toBeHidden();
  const closed = performance.now();
  await station.context().close();
  await expect(alone).toBeVisible({ timeout: 18_000 });
  const seconds = (performance.now() - closed) / 1_000;
  expect(Math.floor(seconds)).toBeLessThanOrEqual(17);
  expect(seconds).toBeGreaterThan(14);

  await tablet.getByRole("button", { name: "HELP", exact: true }).first().click();
  const calls = tablet.getByRole("region", { name: "Calls" });
  await expect(calls).toContainText("HELP · CHAIR 1");
  await server.advance(10_000);
  await expect(calls).toContainText("Not delivered yet: tell somebody", { timeout: 12_000 });
  const board = await openScreen(browser, server, "ben");
  quiet.watch(board);
  await expect(calls).toContainText("Delivered to 1 screen", { timeout: 12_000 });
  await expect(board.getByRole("article").filter({ hasText: "Chair 1" })).toContainText("Delivered to 1 screen");
  await board
    .getByRole("button", { name: /^Accept HELP/ })
    .first()
    .click();
  await expect(calls).toContainText("BEN IS WITH PATIENT");
  await expect(calls).not.toContainText("Delivered");
});
