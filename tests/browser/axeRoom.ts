import type { Locator, Page } from "@playwright/test";
import { ChairId, SessionId } from "#shared/base/ids.ts";
import { startMorning, type PlayedMorning } from "#tests/support/morning.ts";
import type { SignedIn } from "#tests/support/people.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { newId } from "#tests/support/wishes.ts";
import { looksRight, targetsAreLarge } from "./measures.ts";
import { expect, openScreen, test as stage } from "./stage.ts";

interface Room {
  readonly server: TestServer;
  readonly morning: PlayedMorning;
  /** Has every role, and is signed in at the tablet that looks. */
  readonly everybody: SignedIn;
  /** Of somebody who has just sat down, on a chair where the morning plays nothing. */
  readonly newcomer: { readonly chairId: ChairId; readonly sessionId: SessionId };
}

/** One clinic in the middle of its morning for all tests of a file: they look, and change nothing that another one sees. */
export const test = stage.extend<{ tablet: Page }, { room: Room }>({
  /** The screen of somebody with every role. It is closed again: one person has eight sockets at most. */
  tablet: async ({ browser, room, quiet }, use) => {
    quiet.expectNoise(/401/); // "who is here?" is asked before anybody is
    const page = await openScreen(browser, room.server, "everybody", { width: 1024, height: 768 });
    quiet.watch(page);
    await use(page);
    await page.context().close();
  },
  room: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const server = await startServer();
      const morning = await startMorning(server);
      const { clinic, team } = morning;
      const everybody = await clinic.staff(
        "everybody",
        ["nurse", "clinician", "director", "desk", "admin"],
        "Everybody (synthetic)",
      );
      await morning.playTo(62);
      const newcomer = { chairId: newId(ChairId), sessionId: newId(SessionId) };
      await clinic.admin.submit({ type: "add-chair", chairId: newcomer.chairId, label: "7", kind: "chair" });
      await team.eli.submit({
        type: "check-in",
        ...newcomer,
        patientId: await clinic.patient("Ada", "Newcomer"),
        route: "iv",
        from65: false,
      });
      await use({ server, morning, everybody, newcomer });
      await server.stop();
    },
    { scope: "worker" },
  ],
});

export const at = async (page: Page, path: string, seen: string | RegExp): Promise<void> => {
  await page.goto(path);
  await expect(page.getByText(seen).first()).toBeVisible();
};

/** Opens a dialog, looks at it with a finger over each of its targets, and closes it without a word. */
export const lookAt = async (page: Page, name: string, opener: Locator): Promise<void> => {
  await opener.click();
  await expect(page.getByRole("dialog").last()).toBeVisible();
  await looksRight(page, name);
  await targetsAreLarge(page, name);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
};

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name }).first();
