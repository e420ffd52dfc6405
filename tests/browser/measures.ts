import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./stage.ts";

export type Scheme = "dark" | "light";

const SIZES = [
  [1920, 1080],
  [1280, 900],
  [1024, 768],
  [768, 1024],
  [390, 844],
] as const;

/** As if somebody had switched it in another window of this device. */
export const light = (page: Page, scheme: Scheme): Promise<void> =>
  page.evaluate((chosen) => {
    const key = "chairside-scheme";
    localStorage.setItem(key, chosen);
    dispatchEvent(new StorageEvent("storage", { key, newValue: chosen, storageArea: localStorage }));
  }, scheme);

/** Fonts are there, nothing is loading, and two frames were drawn. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator("[aria-busy='true']").first().waitFor({ state: "hidden" });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
};

/** All of axe in the dark; in the light what colours can change. One heading of the first rank, and nothing wider than any screen. */
export const looksRight = async (page: Page, name: string): Promise<void> => {
  // Without its legacy mode it opens a page of its own each time, for frames that we do not have.
  const axe = (): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();
  const rules = { dark: axe(), light: axe().withRules(["color-contrast"]) };
  for (const scheme of ["light", "dark"] as const) {
    await light(page, scheme);
    await settled(page);
    const { violations } = await rules[scheme].analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
    );
    expect.soft(found, `${name}, ${scheme}`).toEqual([]);
  }
  const size = page.viewportSize();
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect.soft(await widest(page), `${name} at ${width} is no wider than its screen`).toBeLessThanOrEqual(width);
    expect.soft(await cutWords(page), `${name} at ${width} cuts no words`).toEqual([]);
  }
  if (size) await page.setViewportSize(size);
};

/** A word that its button cuts off is a word that nobody can act on. */
const cutWords = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, label")]
      .filter((one) => one.checkVisibility({ opacityProperty: true }) && one.clientWidth > 1)
      .filter((one) => {
        const outer = one.getBoundingClientRect();
        const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          if ((texts.currentNode.parentElement?.clientWidth ?? 0) === 1) continue; // read out, and not seen
          const words = document.createRange();
          words.selectNode(texts.currentNode);
          const inner = words.getBoundingClientRect();
          if (inner.width > 0 && (inner.left < outer.left - 1 || inner.right > outer.right + 1)) return true;
        }
        return false;
      })
      .map((one) => one.textContent.slice(0, 60)),
  );

const widest = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth));

export const oneHeading = async (page: Page, name: string): Promise<void> => {
  expect
    .soft(await page.getByRole("heading", { level: 1 }).count(), `${name} has one heading of the first rank`)
    .toBe(1);
};

/** Half a pixel is the rounding of a layout. */
const A_TOUCH = 47.5;

/** Every button, link and field of the page, or of the dialog that lies over it, as a finger finds it: by asking what lies under each point. */
export const targetsAreLarge = async (page: Page, name: string): Promise<void> => {
  await settled(page);
  const small = await page.evaluate((least) => {
    const root =
      [...document.querySelectorAll("[role='dialog']")].findLast((one) => one.checkVisibility()) ?? document.body;
    const hits = (control: Element, x: number, y: number): boolean => {
      const under = document.elementFromPoint(x, y);
      const labelled = under?.closest("label")?.control;
      return (
        under !== null &&
        (control.contains(under) || labelled === control || under.closest("label")?.contains(control) === true)
      );
    };
    const reach = (control: Element, x: number, y: number, dx: number, dy: number): number => {
      let far = 0;
      while (far < least && hits(control, x + dx * (far + 1), y + dy * (far + 1))) far += 1;
      return far;
    };
    const found: string[] = [];
    for (const control of root.querySelectorAll("button, a[href], input, textarea, select")) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.matches(":disabled")) continue;
      control.scrollIntoView({ block: "center", inline: "center" });
      const { left, top, width, height } = control.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      if (!hits(control, x, y)) continue; // out of sight until it has the focus, as the skip link; or under another control
      const wide = 1 + reach(control, x, y, 1, 0) + reach(control, x, y, -1, 0);
      const high = 1 + reach(control, x, y, 0, 1) + reach(control, x, y, 0, -1);
      if (wide < least || high < least)
        found.push(
          `${control.getAttribute("aria-label") ?? control.textContent?.slice(0, 40) ?? ""} <${control.tagName}> ${wide}x${high}`,
        );
    }
    scrollTo(0, 0);
    return found;
  }, A_TOUCH);
  expect.soft(small, `${name}: targets below 48 px`).toEqual([]);
};

/** What a nurse would have to scroll for on this sheet. */
export const scrollsNowhere = async (page: Page, name: string): Promise<void> => {
  const size = page.viewportSize();
  for (const [width, height] of [
    [1024, 768],
    [768, 1024],
  ] as const) {
    await page.setViewportSize({ width, height });
    await settled(page);
    const hidden = await page
      .getByRole("dialog")
      .evaluate((dialog) =>
        Math.max(
          ...[dialog, ...dialog.querySelectorAll("*")]
            .filter((one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowY))
            .map((one) => one.scrollHeight - one.clientHeight),
        ),
      );
    expect.soft(hidden, `${name} at ${width}x${height}`).toBeLessThanOrEqual(0);
  }
  if (size) await page.setViewportSize(size);
};

/** What comes out of the printer. */
export const sheetsOfPaper = async (page: Page, format: "A4" | "Letter"): Promise<number> =>
  (await page.pdf({ format })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
