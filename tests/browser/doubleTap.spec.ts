import type { Locator, Page } from "@playwright/test";
import { openSheet } from "./atTheChair.ts";
import { submitsOf, test as cabledTest } from "./cabled.ts";
import { eventsOf, isLive, openTablet, pressuresOf, seatPatient } from "./seated.ts";
import { expect, SERVER_GONE, test } from "./stage.ts";

const HABITS: readonly [name: string, save: (button: Locator, page: Page) => Promise<void>][] = [
  ["a double tap", (button) => button.dblclick()],
  [
    "five taps in one moment",
    (button) =>
      button.evaluate((element: HTMLElement) => {
        for (let tap = 0; tap < 5; tap += 1) element.click();
      }),
  ],
  [
    "Enter and a tap",
    async (button, page) => {
      const box = await button.boundingBox();
      await button.focus();
      await Promise.all([
        page.keyboard.press("Enter"),
        page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2),
      ]);
    },
  ],
];

test("[BF3] a double tap, five taps and Enter with a tap on Save give one observation each, and nothing else", async ({
  browser,
  server,
  quiet,
}) => {
  const { clinic, ana, chairId, sessionId } = await seatPatient(server);
  const tablet = await openTablet(browser, server, "ana", chairId);
  quiet.watch(tablet);
  const before = (await eventsOf(ana, clinic)).length;
  for (const [index, [, habit]] of HABITS.entries()) {
    const sheet = await fillPressure(tablet, `${118 + index}`, "74");
    await habit(sheet.getByRole("button", { name: "Save", exact: true }), tablet);
    await expect(sheet).toBeHidden();
    await expect(tablet.getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible();
  }
  expect(await pressuresOf(ana, clinic, sessionId)).toEqual(["118/74", "119/74", "120/74"]);
  expect(await eventsOf(ana, clinic)).toHaveLength(before + HABITS.length);
});

cabledTest(
  "[BF3] a lost answer is asked for again under the same id, and there is one observation",
  async ({ cabled: { browser, cable }, server, quiet }) => {
    quiet.expectNoise(SERVER_GONE);
    const { clinic, ana, chairId, sessionId } = await seatPatient(server);
    let submits: readonly string[] = [];
    const tablet = await openTablet(browser, server, "ana", chairId, (page) => (submits = submitsOf(page)));
    quiet.watch(tablet);
    const sheet = await fillPressure(tablet, "118", "74");
    cable.goDead("client");
    await sheet.getByRole("button", { name: "Save", exact: true }).click();
    await expect(tablet.getByText("Saved here, not sent (1)")).toBeVisible();
    await expect.poll(() => pressuresOf(ana, clinic, sessionId)).toEqual(["118/74"]);
    cable.mend();
    await isLive(tablet);
    await expect(tablet.getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible();
    await expect(tablet.getByText(/not sent/)).toHaveCount(0);
    expect(submits.length).toBeGreaterThan(1);
    expect(new Set(submits.map((frame) => /"commandId":"([^"]+)"/.exec(frame)?.[1])).size).toBe(1);
    expect(await pressuresOf(ana, clinic, sessionId)).toEqual(["118/74"]);
  },
);

const fillPressure = async (tablet: Page, systolic: string, diastolic: string): Promise<Locator> => {
  const sheet = await openSheet(tablet, "BP only");
  await sheet.getByLabel("Systolic", { exact: true }).fill(systolic);
  await sheet.getByLabel("Diastolic", { exact: true }).fill(diastolic);
  return sheet;
};
