import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { TestServer } from "#tests/support/server.ts";
import { PASSWORD } from "#tests/support/people.ts";
import { light, settled, type Scheme } from "../measures.ts";

export type Size = keyof typeof SIZES;

/** The screens that people have: a wall, a desk, a tablet lying and standing, a telephone. */
const SIZES = {
  "1920x1080": { width: 1920, height: 1080 },
  "1280x800": { width: 1280, height: 800 },
  "1024x768": { width: 1024, height: 768 },
  "768x1024": { width: 768, height: 1024 },
  "390x844": { width: 390, height: 844 },
} as const;

const FOLDER = join(import.meta.dirname, "../../../docs/screens");

export interface Studio {
  /** A signed-in person at a screen of their own. */
  readonly screen: (server: TestServer, username: string) => Promise<Page>;
  /** Somebody whom the server does not know yet. */
  readonly stranger: (server: TestServer) => Promise<Page>;
  /** The screen in that size, for whoever wants to scroll before the picture is taken. */
  readonly look: (page: Page, size: Size) => Promise<void>;
  /** One picture for each size, named `name-scheme-size.png`; `whole` takes the page down to its end. */
  readonly take: (
    page: Page,
    name: string,
    scheme: Scheme,
    sizes: readonly Size[],
    options?: { readonly whole?: boolean },
  ) => Promise<void>;
  /** As it leaves the printer, on a page of that many CSS pixels. */
  readonly print: (page: Page, name: string, paper: "a4" | "letter") => Promise<void>;
}

/** `only`: take no picture whose name does not begin so; the acts between the pictures are played all the same. */
export const openStudio = (browser: Browser, only: string): Studio => {
  mkdirSync(FOLDER, { recursive: true });
  const taken = (name: string) => join(FOLDER, `${name}.png`);
  const open = (server: TestServer): Promise<BrowserContext> =>
    browser.newContext({ baseURL: server.url, viewport: SIZES["1280x800"], reducedMotion: "reduce" });
  return {
    screen: async (server, username) => {
      const page = await (await open(server)).newPage();
      await page.goto("/");
      await page.getByLabel("Username").fill(username);
      await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByText("Live", { exact: true }).waitFor();
      return page;
    },
    stranger: async (server) => (await open(server)).newPage(),
    look: (page, size) => page.setViewportSize(SIZES[size]),
    take: async (page, name, scheme, sizes, { whole = false } = {}) => {
      for (const size of sizes) {
        const file = `${name}-${scheme}-${size}`;
        if (!file.startsWith(only)) continue;
        await page.setViewportSize(SIZES[size]);
        await light(page, scheme);
        await settled(page);
        await page.screenshot({ path: taken(file), fullPage: whole, caret: "hide" });
      }
    },
    print: async (page, name, paper) => {
      const file = `${name}-${paper}`;
      if (!file.startsWith(only)) return;
      await page.setViewportSize(PAPERS[paper]);
      await page.emulateMedia({ media: "print" });
      await page.evaluate((margin) => void (document.body.style.padding = margin), "14mm");
      await page.screenshot({ path: taken(file), fullPage: true });
      await page.evaluate(() => void (document.body.style.padding = ""));
      await page.emulateMedia({ media: "screen" });
    },
  };
};

/** At 96 dots an inch. */
const PAPERS = { a4: { width: 794, height: 1123 }, letter: { width: 816, height: 1056 } } as const;
