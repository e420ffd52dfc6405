import { test as base, expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { PASSWORD } from "#tests/support/people.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** A server of its own for each test; anything unexpected on a page's console, or refused by the page policy, fails it. */
export const test = base.extend<{
  server: TestServer;
  quiet: { expectNoise: (pattern: RegExp) => void; watch: (page: Page) => void };
}>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  server: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  quiet: async ({}, use) => {
    const allowed: RegExp[] = [];
    const noise: string[] = [];
    await use({
      expectNoise: (pattern) => void allowed.push(pattern),
      watch: (page) => {
        page.on("pageerror", (error) => void noise.push(error.message));
        page.on("console", (message) => {
          if (message.type() === "error" || message.type() === "warning") noise.push(message.text());
        });
      },
    });
    expect(noise.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
  },
});

export { expect };

/** What a browser says by itself when its server is gone. */
export const SERVER_GONE =
  /WebSocket connection|ERR_CONNECTION_REFUSED|ERR_SOCKET_NOT_CONNECTED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|Failed to load resource/;

/** Somebody at a screen of their own, signed in as a person does it. */
export const openScreen = async (
  browser: Browser,
  server: TestServer,
  username: string,
  size = { width: 1280, height: 900 },
): Promise<Page> => {
  const context: BrowserContext = await browser.newContext({
    viewport: size,
    baseURL: server.url,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Live", { exact: true })).toBeVisible({ timeout: 15_000 });
  await page.waitForLoadState("networkidle"); // the pages that it fetches ahead
  return page;
};
