import type { Page } from "@playwright/test";
import { setUpClinic } from "#tests/support/people.ts";
import { looksRight } from "./measures.ts";
import { isLive } from "./seated.ts";
import { expect, openScreen, test } from "./stage.ts";

const MOST = 8;

test("[CN13] a ninth screen of one person says why it is not let in, and goes on when another one closes", async ({
  browser,
  server,
  quiet,
}) => {
  quiet.expectNoise(/401/);
  quiet.expectNoise(/WebSocket connection/);
  const clinic = await setUpClinic(server);
  await clinic.staff("ana", ["nurse"]);
  const first = await openScreen(browser, server, "ana", { width: 1024, height: 768 });
  const screens: Page[] = [first];
  while (screens.length < MOST) {
    const next = await first.context().newPage();
    await next.goto("/");
    await isLive(next);
    screens.push(next);
  }

  const ninth = await first.context().newPage();
  quiet.watch(ninth);
  await ninth.goto("/");
  const said = ninth.getByRole("alert").filter({ hasText: "This screen is not let in" });
  await expect(said).toContainText("eight screens of one person are the most", { timeout: 15_000 });
  await expect(said).toContainText("this page goes on by itself");
  await expect(ninth.getByText("No chairs yet")).toHaveCount(0);
  await looksRight(ninth, "not let in");

  await screens[1]?.close();
  await isLive(ninth);
  await expect(said).toHaveCount(0);
});
