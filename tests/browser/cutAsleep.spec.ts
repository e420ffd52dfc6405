import type { Page } from "@playwright/test";
import { recordPressure } from "./atTheChair.ts";
import { isLive, openTablet, seatPatient } from "./seated.ts";
import { expect, openScreen, SERVER_GONE, test } from "./stage.ts";

interface Frame {
  readonly live: string | undefined;
  readonly shows: boolean;
}

/** From the moment of waking: what each frame says of itself, and whether it shows the newest value. */
const watchFrames = (page: Page, newest: string): Promise<void> =>
  page.evaluate((text) => {
    const frames: Frame[] = [];
    Object.assign(window, { frames });
    const look = (): void => {
      const live = document.querySelector<HTMLElement>("[data-live]")?.dataset["live"];
      frames.push({ live, shows: document.body.innerText.includes(text) });
      requestAnimationFrame(look);
    };
    document.addEventListener("resume", () => requestAnimationFrame(look), { once: true });
  }, newest);

const framesOf = (page: Page): Promise<Frame[]> =>
  page.evaluate(() => (window as unknown as { frames: Frame[] }).frames);

test("[BF9] a page that was frozen paints NOT LIVE first, and LIVE with all that it missed", async ({
  browser,
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic, chairId } = await seatPatient(server);
  await clinic.staff("dana", ["clinician"], "Dr. Dana Rey");
  const tablet = await openTablet(browser, server, "ana", chairId);
  const watcher = await openScreen(browser, server, "dana");
  for (const page of [watcher, tablet]) quiet.watch(page);
  await recordPressure(tablet, [118, 74]);
  await expect(watcher.getByText("118/74").first()).toBeVisible();
  await watchFrames(watcher, "122/76");

  const browserOf = await watcher.context().newCDPSession(watcher);
  await browserOf.send("Page.setWebLifecycleState", { state: "frozen" });
  for (const pressure of [
    [120, 75],
    [121, 75],
    [122, 76],
  ] as const)
    await recordPressure(tablet, pressure);
  await browserOf.send("Page.setWebLifecycleState", { state: "active" });

  await isLive(watcher);
  await expect(watcher.getByText("122/76").first()).toBeVisible();
  const frames = await framesOf(watcher);
  expect(frames[0]?.live).toBe("NOT_LIVE");
  expect(frames.filter(({ live, shows }) => live !== "NOT_LIVE" && !shows)).toEqual([]);
  expect(frames.at(-1)).toEqual({ live: "LIVE", shows: true });
});
