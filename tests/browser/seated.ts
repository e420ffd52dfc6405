import type { Browser, Locator, Page } from "@playwright/test";
import type { ChairId, SessionId } from "#shared/base/ids.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { setUpClinic, type SignedIn, type TestClinic } from "#tests/support/people.ts";
import type { TestServer } from "#tests/support/server.ts";
import { checkIn, startInfusion } from "#tests/support/wishes.ts";
import { expect, openScreen } from "./stage.ts";

export const ZONE = "America/New_York";

export interface Seated {
  readonly clinic: TestClinic;
  readonly ana: SignedIn;
  readonly chairId: ChairId;
  readonly sessionId: SessionId;
}

/** A clinic with one patient in its first chair, whose infusion Ana started just now. */
export const seatPatient = async (server: TestServer): Promise<Seated> => {
  const clinic = await setUpClinic(server);
  const ana = await clinic.staff("ana", ["nurse"], "Ana Lima");
  const [chairId] = clinic.chairs;
  if (chairId === undefined) throw new Error("a clinic without a chair");
  const seat = { ...checkIn(chairId), patientId: await clinic.patient("Noor", "Haddad") };
  for (const command of [seat, startInfusion(seat.sessionId)]) await ana.submit(command);
  return { clinic, ana, chairId, sessionId: seat.sessionId };
};

/** A nurse's tablet at that chair, live. */
export const openTablet = async (
  browser: Browser,
  server: TestServer,
  username: string,
  chairId: ChairId,
  before: (page: Page) => void = () => undefined,
): Promise<Page> => {
  const page = await openScreen(browser, server, username, { width: 1024, height: 768 });
  before(page);
  await page.goto(`/chairs/${chairId}`);
  await expect(page.getByRole("group", { name: "Record" })).toBeVisible();
  await isLive(page);
  await page.waitForLoadState("networkidle"); // the pages that it fetches ahead
  return page;
};

export const isLive = (page: Page | Locator): Promise<void> =>
  expect(page.getByText("Live", { exact: true })).toBeVisible({ timeout: 20_000 });

/** The seconds until the screen says NOT LIVE; the promise is twelve at most. */
export const untilNotLive = async (page: Page, since: number): Promise<number> => {
  await expect(page.getByText(/NOT LIVE since \d\d:\d\d · go and look/)).toBeVisible({ timeout: 12_000 });
  const ms = performance.now() - since;
  expect(Math.floor(ms / 1_000)).toBeLessThanOrEqual(12);
  return ms;
};

export const cardOf = (page: Page, chair: string): Locator => page.getByRole("article").filter({ hasText: chair });

export const sessionLog = (page: Page): Locator =>
  page.getByRole("heading", { name: "Session log" }).locator("xpath=ancestor::section[1]").getByRole("listitem");

/** The whole log over HTTP. */
export const eventsOf = async (who: SignedIn, { clinicId }: TestClinic): Promise<readonly Recorded[]> => {
  const all: Recorded[] = [];
  for (;;) {
    const answer = await who.get(`/api/clinics/${clinicId}/events?after=${all.at(-1)?.seq ?? 0}`);
    const { events } = (await answer.json()) as { events: Recorded[] };
    if (events.length === 0) return all;
    all.push(...events);
  }
};

/** Who sits in that chair. */
export const sessionIn = (events: readonly Recorded[], chairId: ChairId | undefined): SessionId => {
  for (const { event } of events) if (event.type === "checked-in" && event.chairId === chairId) return event.sessionId;
  throw new Error("nobody sits there");
};

/** Every observation of a session that is on record, in the log's order. */
export const observationsOf = async (who: SignedIn, clinic: TestClinic, sessionId: SessionId) =>
  (await eventsOf(who, clinic)).flatMap(({ seq, by, event }) =>
    event.type === "observation-recorded" && event.sessionId === sessionId ? [{ seq, by, ...event }] : [],
  );

/** "118/74" of each, in the log's order. */
export const pressuresOf = async (...of: Parameters<typeof observationsOf>): Promise<readonly string[]> =>
  (await observationsOf(...of)).map(({ entered: { values } }) => `${values.sbp}/${values.dbp}`);

/** A figure for the report of the run. */
export const note = (annotations: { type: string; description?: string }[], what: string, ms: number): void =>
  void annotations.push({ type: "figure", description: `${what}: ${(ms / 1_000).toFixed(1)} s` });
