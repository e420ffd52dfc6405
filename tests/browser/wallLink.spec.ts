import type { Page } from "@playwright/test";
import { fullSet, lookIn } from "#tests/support/wishes.ts";
import { loseEvents } from "./cabled.ts";
import { cardOf, isLive, note, seatPatient, untilNotLive } from "./seated.ts";
import { expect, openScreen, SERVER_GONE, test } from "./stage.ts";
import { openWall } from "./wallRoom.ts";

/** What is said counts here and not how large it is: less to draw for a machine that also runs the server. */
const SMALL = { width: 1024, height: 640 };

const card = (page: Page) => page.getByRole("article", { name: "Chair 1" });

test("[WL9] with its server frozen a wall is NOT LIVE within 12 s, in its title too, and shows nobody as ready", async ({
  browser,
  server,
  quiet,
}, { annotations }) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic } = await seatPatient(server);
  const wall = await openWall(browser, server, clinic, SMALL);
  quiet.watch(wall);
  await expect(card(wall)).toContainText("Dosing");

  const frozenAt = performance.now();
  server.process().kill("SIGSTOP");
  note(annotations, "frozen to NOT LIVE", await untilNotLive(wall, frozenAt));
  await expect(wall).toHaveTitle("⚠ NOT LIVE · Chairside");
  await expect(card(wall)).toContainText("Unknown");
  server.process().kill("SIGCONT");
  await isLive(wall);
  await expect(wall).toHaveTitle("Wall · Chairside");
});

test("[WL9] a wall that gets beats and no entries is NOT LIVE within 12 s, and has them once they come through", async ({
  browser,
  server,
  quiet,
}, { annotations }) => {
  const { clinic, ana, sessionId } = await seatPatient(server);
  const wall = await openWall(browser, server, clinic, SMALL);
  let losing = false;
  await loseEvents(wall, () => losing);
  await wall.reload();
  await isLive(wall);
  quiet.watch(wall);

  losing = true;
  const lostAt = performance.now();
  await ana.submit(fullSet(sessionId, undefined, { sbp: 121, dbp: 77 }));
  note(annotations, "entry lost to NOT LIVE", await untilNotLive(wall, lostAt));
  await expect(card(wall)).not.toContainText("121/77");
  losing = false;
  await isLive(wall);
  await expect(card(wall)).toContainText("121/77");
});

test("[WL9] after its server was killed and started again a wall is LIVE by itself, and needed no reload", async ({
  browser,
  server,
  quiet,
}, { annotations }) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic, ana, sessionId } = await seatPatient(server);
  const wall = await openWall(browser, server, clinic, SMALL);
  quiet.watch(wall);
  let loads = 0;
  wall.on("load", () => (loads += 1));
  await expect(card(wall)).toContainText("Dosing");

  const killedAt = performance.now();
  await server.kill();
  note(annotations, "killed to NOT LIVE", await untilNotLive(wall, killedAt));
  await server.start();
  const startedAt = performance.now();
  await isLive(wall);
  note(annotations, "started to LIVE", performance.now() - startedAt);
  await ana.submit(fullSet(sessionId, undefined, { sbp: 121, dbp: 77 }));
  await expect(card(wall)).toContainText("121/77");
  expect(loads).toBe(0);
});

test("[WL9] a wall that is switched on before its server finds it by itself", async ({ browser, server, quiet }) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic } = await seatPatient(server);
  const wall = await openWall(browser, server, clinic, SMALL);
  quiet.watch(wall);
  // Its page has come, and who is signed in cannot be asked yet.
  let away = true;
  await wall.route("**/api/me", (route) => (away ? route.abort() : route.continue()));
  await wall.reload();
  await expect(wall.getByRole("heading", { name: "The server does not answer", level: 2 })).toBeVisible();
  away = false;
  await isLive(wall);
  await expect(card(wall)).toContainText("N. H.");
});

test("[WL8] a new version reloads a wall by itself and once; at a board a person chooses the moment", async ({
  browser,
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic, ana, sessionId } = await seatPatient(server);
  const wall = await openWall(browser, server, clinic, SMALL);
  const board = await openScreen(browser, server, "ana");
  const loads = { wall: 0, board: 0 };
  wall.on("load", () => (loads.wall += 1));
  board.on("load", () => (loads.board += 1));
  for (const page of [wall, board]) quiet.watch(page);
  for (const seen of [card(wall), cardOf(board, "Chair 1")]) await expect(seen).toContainText("Dosing");

  await server.kill();
  await server.start({ build: "another-build" });
  await expect.poll(() => loads.wall, { timeout: 20_000 }).toBe(1);
  await isLive(wall);
  await isLive(board);
  await expect(board.getByText("There is a new version.")).toBeVisible();
  await expect(board.getByRole("button", { name: "Reload" })).toBeVisible();

  // Two beats later it is still the same page, and it goes on.
  await ana.submit(fullSet(sessionId, undefined, { sbp: 121, dbp: 77 }));
  await expect(card(wall)).toContainText("121/77");
  await wall.waitForEvent("websocket", { timeout: 5_000 }).catch(() => undefined); // none comes: it is not reloading
  await ana.submit(lookIn(sessionId));
  expect(loads).toEqual({ wall: 1, board: 0 });
  await expect(wall.getByText(/new version/)).toHaveCount(0);
});

/** From the moment that `stopped` is set no timer of the page runs any more; what it hears still arrives. */
const stoppable = async (page: Page): Promise<{ set: (stopped: boolean) => Promise<void> }> => {
  await page.addInitScript(() => {
    const timers = { stopped: false };
    Object.assign(window, { timers });
    for (const name of ["setTimeout", "setInterval"] as const) {
      const real = window[name].bind(window) as (run: () => void, ms?: number) => number;
      const kept = (run: () => void, ms?: number) => real(() => void (timers.stopped || run()), ms);
      Object.assign(window, { [name]: kept });
    }
  });
  return {
    set: (stopped) =>
      page.evaluate((now) => {
        (window as unknown as { timers: { stopped: boolean } }).timers.stopped = now;
      }, stopped),
  };
};

test("[LS12] a page whose timers have stopped is told by its witness, in another thread, that it is NOT LIVE", async ({
  browser,
  server,
  quiet,
}, { annotations }) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic } = await seatPatient(server);
  const wall = await openWall(browser, server, clinic, SMALL);
  const timers = await stoppable(wall);
  await wall.reload();
  await isLive(wall);
  quiet.watch(wall);
  expect(wall.workers()).toHaveLength(1);

  await timers.set(true);
  const frozenAt = performance.now();
  server.process().kill("SIGSTOP");
  // No timer is left by which the page itself could find out: the title is the witness's doing.
  await expect(wall).toHaveTitle("⚠ NOT LIVE · Chairside", { timeout: 14_000 });
  const ms = performance.now() - frozenAt;
  note(annotations, "frozen to the witness's word", ms);
  expect(Math.floor(ms / 1_000)).toBeLessThanOrEqual(12);
  await expect(wall.getByText(/NOT LIVE since \d\d:\d\d · go and look/)).toBeVisible();

  await timers.set(false);
  server.process().kill("SIGCONT");
  await isLive(wall);
});
