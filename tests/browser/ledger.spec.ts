import type { Page } from "@playwright/test";
import { DoseFactId, seq, type ChairId } from "#shared/base/ids.ts";
import { HOUR, MINUTE, SECOND } from "#shared/base/time.ts";
import { CheckId } from "#shared/protocol/protocol.ts";
import type { PlayedMorning } from "#tests/support/morning.ts";
import type { SignedIn } from "#tests/support/people.ts";
import type { TestServer } from "#tests/support/server.ts";
import { checkIn, fullSet, newId, startInfusion } from "#tests/support/wishes.ts";
import { test as stage } from "./axeRoom.ts";
import { looksRight, oneHeading, sheetsOfPaper, targetsAreLarge } from "./measures.ts";
import { eventsOf, sessionIn } from "./seated.ts";
import { expect, openScreen } from "./stage.ts";

// Each look is a hundred frames, and nobody would read a film of them.
stage.use({ trace: "off" });

/** The demo's whole morning with one check let pass, and then six patients in a row who are frightened at minute 3. */
const test = stage.extend<object, { day: TestServer }>({
  day: [
    async ({ room: { server, morning, newcomer } }, use) => {
      const { team, clinic, playTo } = morning;
      await playTo(88.4);
      await letPass(morning);
      await playTo(260);
      await server.advance(HOUR);
      const { sessionId, chairId } = newcomer;
      await team.ana.submit({ type: "abort-before-dose", sessionId, reason: { code: "patient-declined" } });
      for (let n = 0; n < 6; n += 1) await frightened(server, morning, chairId, n);
      await clinic.staff("vera", ["admin"], "Vera Admin (synthetic)");
      await use(server);
    },
    { scope: "worker", timeout: 240_000 },
  ],
});

const letPass = async ({ team, clinic }: PlayedMorning): Promise<void> => {
  const events = await eventsOf(team.dana, clinic);
  const sessionId = sessionIn(events, clinic.chairs[0]);
  const seenSeq = events.at(-1)?.seq ?? seq(0);
  const tried = CheckId.options.map((check) => ({
    type: "override-check" as const,
    sessionId,
    seenSeq,
    check,
    reason: { code: "assessed-at-chair" as const },
    safeguard: { code: "stays-with-adult" as const },
  }));
  for (const wish of tried) if ("accepted" in (await team.dana.submit(wish))) return;
  throw new Error("nothing could be let pass");
};

const openCalls = async (who: SignedIn, morning: PlayedMorning) =>
  (await eventsOf(who, morning.clinic)).flatMap(({ event }) => (event.type === "alarm-raised" ? [event.alarmId] : []));

/** Taken to by a nurse, later each time; four of the six have the pump paused. */
const frightened = async (server: TestServer, morning: PlayedMorning, chairId: ChairId, n: number): Promise<void> => {
  const { ana } = morning.team;
  const seat = checkIn(chairId);
  const { sessionId } = seat;
  await ana.submit(seat);
  const t0 = await server.advance(MINUTE);
  await ana.submit(startInfusion(sessionId, t0));
  await ana.submit(fullSet(sessionId, t0));
  await ana.submit(fullSet(sessionId, await server.advance(3 * MINUTE), { distress: 6 }));
  const alarmId = (await openCalls(ana, morning)).at(-1);
  if (alarmId === undefined) throw new Error("nobody was called");
  const at = await server.advance((20 + 10 * n) * SECOND);
  await ana.submit({ type: "accept-alarm", alarmId });
  const factId = newId(DoseFactId);
  if (n < 4) await ana.submit({ type: "pause-infusion", sessionId, factId, at, reason: { code: "distress" } });
  await ana.submit({
    type: "record-discharged-on-paper",
    sessionId,
    leftAt: at,
    signedBy: ana.id,
    ride: "adult-in-building",
    reminderHeard: true,
  });
};

const opened = async (page: Page, path = "/ledger"): Promise<void> => {
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Calls by rule" })).toBeVisible();
};

const rowsOf = (page: Page, table: string) =>
  page.getByRole("region", { name: table }).getByRole("rowheader").allInnerTexts();

const FRIGHT = /^distress\s*\*\* medium · 6 sessions$/;

test("[LE11] [AX1] [AX2] [AX3] the ledger in both schemes, with a row open, with days that cannot be, and on paper", async ({
  tablet: page,
  day: _,
}) => {
  test.setTimeout(240_000);
  await opened(page);
  await page.getByRole("button", { name: /^distress \*\* medium/ }).click();
  await page.getByText("From – to").click();
  await page.getByLabel("To", { exact: true }).fill("2026-11-16");
  await page.getByRole("button", { name: "Show these days" }).click();
  await expect(page.getByText("Choose a day that is not before the first.")).toBeVisible();
  await looksRight(page, "ledger");
  await targetsAreLarge(page, "ledger");
  await oneHeading(page, "ledger");
  expect(await sheetsOfPaper(page, "A4")).toBeLessThanOrEqual(2);
});

test("[LE11] a director sees the worst share first with its number, opens its sessions, and comes back to the same days", async ({
  browser,
  day: server,
}) => {
  const page = await openScreen(browser, server, "mira", { width: 1280, height: 900 });
  await page.getByRole("link", { name: "Ledger" }).click();
  await expect(page.getByRole("heading", { name: "Calls by rule" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "light"); // a desk
  const [worst] = await rowsOf(page, "Calls by rule");
  expect(worst).toMatch(FRIGHT); // the only one with five or more has a share, and stands before those with none
  const fright = page.getByRole("row", { name: /distress \*\* medium · 6 sessions/ });
  await expect(fright.getByRole("cell").nth(0)).toHaveText(/67 %\s*4 of 6/);
  await expect(fright.getByRole("cell").nth(3)).toHaveText(/100 %\s*6 of 6/);
  await expect(fright.getByRole("cell").nth(4)).toHaveText(/45 s\s*9 of 10 within 65 s, n 6/);
  const passed = page.getByRole("region", { name: "Checks let pass" });
  await expect(passed.getByText("Dr. Dana Rey, clinician: 1")).toBeVisible();
  await expect(passed.getByText("Assessed at the chair: 1")).toBeVisible();

  await page.getByText("Today", { exact: true }).last().click();
  await expect(page.getByText("Mon 23 Nov", { exact: true })).toBeVisible();
  await fright.getByRole("button").click();
  const sessions = page.getByRole("link", { name: /^Mon 23 Nov, \d\d:\d\d · IV · Chair 7$/ });
  await expect(sessions).toHaveCount(6);
  await sessions.first().click();
  await expect(page).toHaveURL(/\/sessions\//);
  await expect(page.getByRole("heading", { name: "Calls", exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("radio", { name: "Today" })).toBeChecked();
  await expect(page.getByText("Mon 23 Nov", { exact: true })).toBeVisible();
  await page.context().close();
});

test("[LE11] days without a session say so, and a server that does not answer is said with what is safe", async ({
  browser,
  day: server,
}) => {
  const page = await openScreen(browser, server, "mira");
  await page.goto("/ledger?from=2026-10-01&to=2026-10-02");
  await expect(page.getByRole("heading", { name: "No session and no call on these days" })).toBeVisible();
  await page.goto("/ledger?from=2026-10-02&to=2026-10-01"); // an address that cannot be gives the last seven days
  await expect(page.getByText("Tue 17 Nov to Mon 23 Nov, 7 days")).toBeVisible();
  await page.route("**/ledger?**", (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.abort(),
  );
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The ledger could not be read" })).toBeVisible();
  await page.unroute("**/ledger?**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Calls by rule" })).toBeVisible();
  await page.context().close();
});

test("[LE9] [AC11] an admin sees counts and no way into a record; a nurse is not led there, and not let in", async ({
  browser,
  day: server,
}) => {
  const admin = await openScreen(browser, server, "vera");
  await opened(admin);
  await admin.getByRole("button", { name: /^distress \*\* medium/ }).click();
  await expect(admin.getByText("Records of patients are open to care staff.")).toBeVisible();
  await expect(admin.getByRole("link", { name: /Chair 7/ })).toHaveCount(0);
  await admin.context().close();

  const nurse = await openScreen(browser, server, "ben");
  await expect(nurse.getByRole("link", { name: "Board" })).toBeVisible();
  await expect(nurse.getByRole("link", { name: "Ledger" })).toHaveCount(0);
  await nurse.goto("/ledger");
  await expect(nurse.getByRole("heading", { name: "Not open to you" })).toBeVisible();
  await nurse.context().close();
});
