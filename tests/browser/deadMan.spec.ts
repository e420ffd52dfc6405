import type { Browser, Page } from "@playwright/test";
import type { ChairId } from "#shared/base/ids.ts";
import { isLive, note, openTablet, seatPatient } from "./seated.ts";
import { expect, openScreen, SERVER_GONE, test } from "./stage.ts";

const HUNG_MS = 14_000;
/** A point of the dead man's bar that holds no letter. */
const POINT = { x: 4, y: 20 };

/** Frames as the compositor makes them, whatever the page's code does; each read by a page of another process. */
const watchPixel = async (browser: Browser, page: Page) => {
  const reader = await (await browser.newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  const until = (colour: string): Promise<void> =>
    new Promise((resolve) => {
      session.on("Page.screencastFrame", ({ data, sessionId }) => {
        void session.send("Page.screencastFrameAck", { sessionId });
        void colourAt(reader, data).then((found) => found === colour && resolve());
      });
    });
  return { until, start: () => session.send("Page.startScreencast", { format: "png" }) };
};

const colourAt = (reader: Page, png: string): Promise<string> =>
  reader.evaluate(
    async ([data, x, y]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      canvas?.drawImage(picture, 0, 0);
      const [red, green, blue] = canvas?.getImageData(x, y, 1, 1).data ?? [];
      return `rgb(${red}, ${green}, ${blue})`;
    },
    [png, POINT.x, POINT.y] as const,
  );

/** Not awaited: nothing of the page answers before it is over. */
const hang = (page: Page): Promise<void> =>
  page.evaluate((ms) => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }, HUNG_MS);

for (const [who, open] of [
  ["a watcher's board", (browser, server) => openScreen(browser, server, "ana")],
  ["the nurse's own tablet", (browser, server, chairId) => openTablet(browser, server, "ana", chairId)],
] as const satisfies readonly [
  string,
  (...of: [Browser, Parameters<typeof openScreen>[1], ChairId]) => Promise<Page>,
][])
  test(`[BF6] ${who} whose code hangs is covered within 12 s all the same, and uncovered when it is live again`, async ({
    browser,
    server,
    quiet,
  }, { annotations }) => {
    quiet.expectNoise(SERVER_GONE);
    const { chairId } = await seatPatient(server);
    const page = await open(browser, server, chairId);
    quiet.watch(page);
    const cover = page.getByTestId("dead-man");
    const red = await cover.locator("> div").evaluate((bar) => getComputedStyle(bar).backgroundColor);
    const pixel = await watchPixel(browser, page);
    await pixel.start();
    const covered = pixel.until(red);
    await expect(cover).toHaveCSS("opacity", "0");

    const hungAt = performance.now();
    const over = hang(page);
    await covered;
    const ms = performance.now() - hungAt;
    note(annotations, `${who}: hung to covered`, ms);
    expect(Math.floor(ms / 1_000)).toBeLessThanOrEqual(12);
    await over;
    await isLive(page);
    await expect(cover).toHaveCSS("opacity", "0");
  });
