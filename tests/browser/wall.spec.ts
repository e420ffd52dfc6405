import type { Page } from "@playwright/test";
import { AlarmId } from "#shared/base/ids.ts";
import { setUpClinic } from "#tests/support/people.ts";
import { newId, note } from "#tests/support/wishes.ts";
import { looksRight, oneHeading, settled } from "./measures.ts";
import { isLive } from "./seated.ts";
import { expect, openScreen, test } from "./stage.ts";
import { openWall, wallRoom } from "./wallRoom.ts";

test.use({ trace: "off" }); // a trace of a page of 64 cards is larger than all that it could tell

const cards = (page: Page) => page.getByRole("list", { name: "Chairs" }).getByRole("article");

/** What of a wall cannot be seen: what goes beyond its card, its list or its screen, in words. */
const unseen = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const page =
      scrollWidth > innerWidth || scrollHeight > innerHeight ? [`the page is ${scrollWidth}x${scrollHeight}`] : [];
    const words = document.createRange();
    const isIn = (inner: DOMRect, outer: DOMRect): boolean =>
      inner.left >= outer.left &&
      inner.right <= outer.right &&
      inner.top >= outer.top - 1 &&
      inner.bottom <= outer.bottom + 1;
    const cut = (card: Element): readonly string[] =>
      [...card.querySelectorAll("span, strong, p")]
        .filter((part) => part.checkVisibility() && part.clientWidth !== 1 && !part.querySelector("span, strong, p"))
        .filter((part) => {
          words.selectNodeContents(part);
          return !isIn(words.getBoundingClientRect(), card.getBoundingClientRect());
        })
        .map((part) => `${card.getAttribute("aria-label")}: ${part.textContent}`);
    const screen = new DOMRect(0, 0, innerWidth, innerHeight);
    const cards = [...document.querySelectorAll("article")];
    const off = cards
      .filter((card) => !isIn(card.getBoundingClientRect(), screen))
      .map(({ ariaLabel }) => `${ariaLabel} is off`);
    return [...page, ...off, ...cards.flatMap(cut)];
  });

const smallestNumber = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll("article [role='group'][data-size='wall']")]
        .map((value) => value.querySelector("span > span[class*='number']"))
        .flatMap((number) => (number ? [parseFloat(getComputedStyle(number).fontSize)] : [])),
    ),
  );

test("[WL1] who has the role display alone has the wall at the door; others have their board there and the wall at its own address", async ({
  browser,
  server,
  quiet,
}) => {
  const clinic = await setUpClinic(server);
  const wall = await openWall(browser, server, clinic);
  quiet.watch(wall);
  await expect(wall).toHaveTitle("Wall · Chairside");
  await expect(cards(wall)).toHaveCount(3);

  await clinic.staff("both", ["nurse", "display"], "Both Of Them");
  const board = await openScreen(browser, server, "both");
  quiet.watch(board);
  await expect(board).toHaveTitle("Board · Chairside");
  await board.goto("/wall");
  await isLive(board);
  await expect(board).toHaveTitle("Wall · Chairside");
  await expect(board.getByRole("link")).toHaveCount(0);
});

/** That every chair stands in its place, in sight, with all of its words. */
const fillsTheScreen = async (wall: Page, size: number): Promise<void> => {
  await expect(cards(wall).filter({ hasText: "W. M." })).toHaveCount(size - 1);
  await settled(wall);
  expect(await cards(wall).evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")))).toEqual(
    Array.from({ length: size }, (_, n) => `Chair ${n + 1}`),
  );
  expect(await unseen(wall)).toEqual([]);
};

for (const size of [4, 8, 12, 24])
  test(`[WL2] [WL3] ${size} chairs fill the screen in their places, and nothing of a card is cut off`, async ({
    browser,
    server,
    quiet,
  }) => {
    const wall = await openWall(browser, server, (await wallRoom(server, size)).clinic);
    quiet.watch(wall);
    await fillsTheScreen(wall, size);
    if (size <= 8) expect(await smallestNumber(wall)).toBeGreaterThanOrEqual(46);
  });

test("[WL2] [WL5] among 64 a card keeps chair, initials, phase with T+, the worst call and what is next; what the list has no room for is counted", async ({
  browser,
  server,
  quiet,
}) => {
  const wall = await openWall(browser, server, (await wallRoom(server, 64)).clinic);
  quiet.watch(wall);
  await fillsTheScreen(wall, 64);
  const card = (chair: number) => cards(wall).nth(chair - 1);
  await expect(card(1)).toContainText(/1W\. M\.T\+33Dosing.*BP DUE/);
  await expect(card(2)).toContainText(/CHECK NOW · BP 204\/118.*BP RECHECK 8 MIN LATE/);
  await expect(card(3)).toContainText("HELP · CHAIR 3");
  await expect(card(4)).toContainText("ANA IS WITH PATIENT");
  await expect(card(7)).toContainText("HOLD · BP 164/102");
  await expect(card(8)).toContainText("BP 33 MIN LATE");
  await expect(card(64)).toContainText("Free");

  const attention = wall.getByRole("region", { name: "Needs attention" });
  const inSight = await attention.getByRole("listitem").filter({ visible: true }).count();
  const all = Number(/\d+/.exec(await attention.getByRole("heading").innerText())?.[0]);
  expect(inSight).toBeGreaterThan(10);
  expect(inSight).toBeLessThan(all);
  await expect(attention.getByText(`and ${all - inSight} more`)).toBeVisible();
  await expect(attention.getByRole("listitem").first()).toContainText(/HELP|CHECK NOW/);
});

test("[WL4] [WL6] it shows initials and no free text, says what it is and how it stands, and has nothing to touch", async ({
  browser,
  server,
  quiet,
}) => {
  const room = await wallRoom(server, 4);
  const wall = await openWall(browser, server, room.clinic);
  quiet.watch(wall);
  const [seat] = room.seats;
  await room.submit(note(seat!.sessionId, "dreamt of the sea"));
  await room.submit({ type: "call-help", alarmId: newId(AlarmId), chairId: seat!.chairId, flag: "faint" });
  await expect(cards(wall).first()).toContainText("HELP · CHAIR 1");
  await expect(wall.getByText("Harbor Clinic (synthetic)")).toBeVisible();
  await expect(wall.getByText("Not a patient monitor.")).toBeVisible();
  await expect(wall.getByRole("timer", { name: "Clinic time" })).toContainText(/\d\d:\d\d:\d\d/);
  await expect(wall.getByRole("group", { name: "Calls" })).toContainText(/\d high/);
  await room.submit({ type: "pause-audio", seconds: 60 });
  await expect(wall.getByText(/AUDIO PAUSED until \d\d:\d\d/)).toBeVisible();

  const text = await wall.content();
  for (const secret of ["Walter", "Mississippi", "Brandt", "dreamt", "sea"]) expect(text).not.toContain(secret);
  await expect(wall.locator("a, button, input, select, textarea, [tabindex], [contenteditable]")).toHaveCount(0);
  await wall.keyboard.press("Tab");
  expect(await wall.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
});

test("[WL7] a display that may turn dark says so, and no longer once the browser keeps it on", async ({
  browser,
  server,
  quiet,
}) => {
  const clinic = await setUpClinic(server);
  const wall = await openWall(browser, server, clinic);
  quiet.watch(wall);
  const dark = wall.getByText(/This display may turn dark by itself/);
  await wall.addInitScript(() => {
    const request = () => Promise.reject(new Error("refused"));
    Object.defineProperty(navigator, "wakeLock", { value: { request }, configurable: true });
  });
  await wall.reload();
  await isLive(wall);
  await expect(dark).toBeVisible();
  await wall.evaluate(() => {
    const request = () => Promise.resolve(Object.assign(new EventTarget(), { release: () => Promise.resolve() }));
    Object.assign(navigator.wakeLock, { request });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(dark).toHaveCount(0);
});

for (const size of [4, 24])
  test(`[AX1] [AX2] the wall with ${size} chairs`, async ({ browser, server, quiet }) => {
    const room = await wallRoom(server, size);
    const wall = await openWall(browser, server, room.clinic);
    quiet.watch(wall);
    await expect(cards(wall).filter({ hasText: "W. M." })).toHaveCount(size - 1);
    await looksRight(wall, `wall of ${size}`);
    await oneHeading(wall, `wall of ${size}`);
  });
