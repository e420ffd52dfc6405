import type { Page } from "@playwright/test";
import type { SignedIn } from "#tests/support/people.ts";
import { freePort, type TestServer } from "#tests/support/server.ts";
import { recordPressure } from "./atTheChair.ts";
import { isLive, openTablet, seatPatient } from "./seated.ts";
import { expect, SERVER_GONE, test as base } from "./stage.ts";

/** A screen whose browser may put it to sleep: Playwright keeps the pages of its own contexts awake. */
const test = base.extend<{ openSleepy: (server: TestServer, who: SignedIn) => Promise<Page> }>({
  openSleepy: async ({ playwright, launchOptions }, use) => {
    const port = await freePort();
    const args = [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`];
    const launched = await playwright.chromium.launch({ ...launchOptions, args });
    const browser = await playwright.chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
    await use(async (server, { cookie }) => {
      const [context] = browser.contexts();
      if (!context) throw new Error("a browser without a context");
      const cookies = cookie.split("; ").map((one) => /^([^=]+)=(.*)$/.exec(one) ?? []);
      await context.addCookies(cookies.map(([, name = "", value = ""]) => ({ name, value, url: server.url })));
      const page = await context.newPage();
      await page.goto(server.url);
      await isLive(page);
      return page;
    });
    await browser.close();
    await launched.close();
  },
});

interface Frame {
  readonly live: string | undefined;
  readonly shows: boolean;
}

/** From the first frame that somebody can see again: what each says of itself, and whether it shows the newest value. */
const watchFrames = (page: Page, newest: string): Promise<void> =>
  page.evaluate((text) => {
    const frames: Frame[] = [];
    const heard: string[] = [];
    Object.assign(window, { frames, heard });
    const look = (): void => {
      const live = document.querySelector<HTMLElement>("[data-live]")?.dataset["live"];
      frames.push({ live, shows: document.body.innerText.includes(text) });
      requestAnimationFrame(look);
    };
    for (const type of ["freeze", "resume"]) document.addEventListener(type, () => heard.push(type));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") requestAnimationFrame(look);
    });
  }, newest);

const seenBy = (page: Page) =>
  page.evaluate(() => {
    const { frames, heard } = window as unknown as { frames: Frame[]; heard: string[] };
    return { frames, heard };
  });

test("[BF9] a page that was frozen paints NOT LIVE first, and LIVE with all that it missed", async ({
  browser,
  server,
  openSleepy,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic, chairId } = await seatPatient(server);
  const tablet = await openTablet(browser, server, "ana", chairId);
  const watcher = await openSleepy(server, await clinic.staff("dana", ["clinician"], "Dr. Dana Rey"));
  for (const page of [watcher, tablet]) quiet.watch(page);
  await recordPressure(tablet, [118, 74]);
  await expect(watcher.getByText("118/74").first()).toBeVisible();
  await watchFrames(watcher, "122/76");

  const life = await watcher.context().newCDPSession(watcher);
  await life.send("Page.setWebLifecycleState", { state: "frozen" });
  for (const pressure of [
    [120, 75],
    [121, 75],
    [122, 76],
  ] as const)
    await recordPressure(tablet, pressure);
  await life.send("Page.setWebLifecycleState", { state: "active" });
  await life.send("Emulation.setFocusEmulationEnabled", { enabled: true }); // before somebody's eyes again

  await isLive(watcher);
  await expect(watcher.getByText("122/76").first()).toBeVisible();
  const { frames, heard } = await seenBy(watcher);
  expect(heard).toEqual(["freeze", "resume"]);
  expect(frames[0]?.live).toBe("NOT_LIVE");
  expect(frames.filter(({ live, shows }) => live !== "NOT_LIVE" && !shows)).toEqual([]);
  expect(frames.at(-1)).toEqual({ live: "LIVE", shows: true });
});
