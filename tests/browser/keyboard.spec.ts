import type { Locator, Page } from "@playwright/test";
import { MINUTE } from "#shared/base/time.ts";
import { setUpClinic, PASSWORD } from "#tests/support/people.ts";
import { fullSet } from "#tests/support/wishes.ts";
import { openTablet, seatPatient } from "./seated.ts";
import { expect, test } from "./stage.ts";

const MOST_STEPS = 60;

/** With Tab alone, and on every stop of the way the focus can be seen. */
const tabTo = async (page: Page, goal: Locator): Promise<void> => {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await goal.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
    expect(await focusIsSeen(page), "the focus is seen").toBe(true);
  }
  throw new Error(`no way to ${String(goal)} with Tab`);
};

/** An outline at the control itself, or at the label that is drawn for it. */
const focusIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const drawn = (one: Element | null | undefined): boolean => {
      if (!one) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    };
    const focused = document.activeElement;
    if (!focused || focused === document.body) return true; // the browser's own bar
    return drawn(focused) || drawn(focused.closest("label")) || drawn(focused.parentElement);
  });

const type = (page: Page, text: string): Promise<void> => page.keyboard.type(text, { delay: 5 });

const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole("button", { name }).first();

test("[KB1] a full set by keyboard alone: field by field, and as one line", async ({ browser, server, quiet }) => {
  quiet.expectNoise(/401/);
  const { chairId } = await seatPatient(server);
  const page = await openTablet(browser, server, "ana", chairId, quiet.watch);

  await tabTo(page, button(page.getByRole("group", { name: "Record" }), "Full set"));
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByLabel("Systolic", { exact: true })).toBeFocused();
  await type(page, "118/74");
  await expect(sheet.getByLabel("Heart rate", { exact: true })).toBeFocused();
  await type(page, "70");
  await expect(sheet.getByLabel("SpO₂ oxygen saturation", { exact: true })).toBeFocused();
  await type(page, "98");
  for (const scale of ["Sedation", "Dissociation", "Distress"]) {
    await tabTo(
      page,
      sheet
        .getByRole("group", { name: new RegExp(`^${scale}`) })
        .getByRole("radio")
        .first(),
    );
    await page.keyboard.press("Space");
  }
  await tabTo(page, sheet.getByRole("button", { name: "Save", exact: true }));
  await page.keyboard.press("Enter");
  await expect(sheet).toBeHidden();
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible();
  await expect(page.getByRole("group", { name: "Blood pressure" })).toContainText("118/74");

  await tabTo(page, button(page.getByRole("group", { name: "Record" }), "Full set"));
  await page.keyboard.press("Enter");
  await tabTo(page, sheet.getByRole("button", { name: "Keyboard line" }));
  await page.keyboard.press("Enter");
  await tabTo(page, sheet.getByRole("textbox", { name: "Keyboard line" }));
  await type(page, "126/80 74 97 16 d3 t1 s5");
  await expect(sheet.getByRole("list", { name: "Keyboard line" })).toContainText("BP 126/80");
  await page.keyboard.press("Enter");
  await expect(sheet.getByRole("button", { name: "Save", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("group", { name: "Blood pressure" })).toContainText("126/80");

  await tabTo(page, button(page.getByRole("group", { name: "Record" }), "BP only"));
  await page.keyboard.press("Enter");
  await type(page, "13");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});

test("[KB2] a call is accepted on the board and closed at the chair, by keyboard alone", async ({
  browser,
  server,
  quiet,
}) => {
  quiet.expectNoise(/401/);
  const { ana, sessionId, chairId } = await seatPatient(server);
  await ana.submit(fullSet(sessionId, await server.advance(MINUTE), { sbp: 184, dbp: 99 }));
  const page = await openTablet(browser, server, "ana", chairId, quiet.watch);
  await tabTo(page, page.getByRole("link", { name: "Board" }));
  await page.keyboard.press("Enter");
  await tabTo(page, button(page.getByRole("article"), /^Accept CHECK NOW/));
  await page.keyboard.press("Enter");
  const card = page.getByRole("article").filter({ hasText: "Chair 1" });
  await expect(card).toContainText("ANA IS WITH PATIENT");

  await page.reload();
  await tabTo(page, card.getByRole("link"));
  await page.keyboard.press("Enter");
  await tabTo(page, button(page, "Close call"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("radio", { name: "Settled" }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Close call" }).nth(1));
  await page.keyboard.press("Enter");
  await expect(page.getByText("CHECK NOW · BP 184/99")).toHaveCount(0);
  await expect(page.getByText("No calls")).toBeVisible();
});

test("[KB3] from the door to a chair by keyboard alone", async ({ browser, server, quiet }) => {
  quiet.expectNoise(/401/);
  const clinic = await setUpClinic(server);
  await clinic.staff("ana", ["nurse"]);
  const page = await (
    await browser.newContext({ baseURL: server.url, viewport: { width: 1024, height: 768 } })
  ).newPage();
  quiet.watch(page);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await tabTo(page, page.getByLabel("Username"));
  await type(page, "ana");
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await type(page, PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Live", { exact: true })).toBeVisible({ timeout: 15_000 });
  await tabTo(page, page.getByRole("link", { name: "Skip to the content" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: /^Chair 1, free/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Chair 1", exact: true })).toBeVisible();
  await expect(page.getByText("Chair 1 is free")).toBeVisible();
});
