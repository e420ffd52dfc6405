import type { Browser, Page } from "@playwright/test";
import { isLive, note, openTablet, seatPatient } from "./seated.ts";
import { expect, openScreen, SERVER_GONE, test } from "./stage.ts";

const HUNG_MS = 13_000;
/** A point of the dead man's bar that holds no letter. */
const POINT = { x: 4, y: 20 };

/** Resolves when the compositor shows that colour, whatever the page's code does. Another process reads the frames. */
const shownColour = async (browser: Browser, page: Page, colour: string): Promise<{ seen: Promise<void> }> => {
  const reader = await (await browser.newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let done = false;
  session.on("Page.screencastFrame", ({ data, sessionId }) => {
    if (done) return;
    void session.send("Page.screencastFrameAck", { sessionId });
    colourAt(reader, data).then(
      (found) => {
        if (found !== colour) return;
        done = true;
        resolve();
      },
      (error: unknown) => done || reject(error as Error), // once it was seen, the frames after it may be cut off
    );
  });
  await session.send("Page.startScreencast", { format: "png" });
  return { seen: promise };
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

test("[BF6] a page whose code hangs is covered within 12 s all the same, the nurse's own too, and uncovered when it is live again", async ({
  browser,
  server,
  quiet,
}, { annotations }) => {
  quiet.expectNoise(SERVER_GONE);
  const { chairId } = await seatPatient(server);
  const board = await openScreen(browser, server, "ana");
  const tablet = await openTablet(browser, server, "ana", chairId);
  const watch = async (page: Page) => {
    quiet.watch(page);
    const cover = page.getByTestId("dead-man");
    await expect(cover).toHaveCSS("opacity", "0");
    const red = await cover.locator("> div").evaluate((bar) => getComputedStyle(bar).backgroundColor);
    return { page, cover, ...(await shownColour(browser, page, red)) };
  };
  const watched = [await watch(board), await watch(tablet)];

  await Promise.all(
    watched.map(async ({ page, cover, seen }) => {
      const hungAt = performance.now();
      const over = hang(page);
      await seen;
      const ms = performance.now() - hungAt;
      note(annotations, "hung to covered", ms);
      expect(ms).toBeGreaterThan(5_000); // it was not there before
      expect(Math.floor(ms / 1_000)).toBeLessThanOrEqual(12);
      await over;
      await isLive(page);
      await expect(cover).toHaveCSS("opacity", "0");
    }),
  );
});
