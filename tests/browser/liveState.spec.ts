import { setUpClinic } from "#tests/support/people.ts";
import { expect, openScreen, SERVER_GONE, test } from "./stage.ts";

const LIVE = { name: "Live" } as const;

test("[LS10] [UI22] a killed server makes every screen NOT LIVE within 12 s, and a restart makes it live again by itself", async ({
  browser,
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  quiet.expectNoise(/401/);
  const clinic = await setUpClinic(server);
  await clinic.staff("ana", ["nurse"]);
  const page = await openScreen(browser, server, "ana");
  quiet.watch(page);

  await server.kill();
  await expect(page.getByText(/NOT LIVE since \d\d:\d\d · go and look/)).toBeVisible({ timeout: 12_000 });
  await expect(page).toHaveTitle(/NOT LIVE/);
  await page.getByRole("link", { name: "Discharge" }).click();
  await expect(page.getByText("Nobody has left yet today.")).toBeVisible();
  await server.start();
  await expect(page.getByText(LIVE.name, { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(page).not.toHaveTitle(/NOT LIVE/);
});

test("[LS11] a frozen server makes every screen NOT LIVE within 12 s though its socket stays open", async ({
  browser,
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  quiet.expectNoise(/401/);
  const clinic = await setUpClinic(server);
  await clinic.staff("ana", ["nurse"]);
  const page = await openScreen(browser, server, "ana");
  quiet.watch(page);

  server.process().kill("SIGSTOP");
  await expect(page.getByText(/NOT LIVE since/)).toBeVisible({ timeout: 12_000 });
  server.process().kill("SIGCONT");
  await expect(page.getByText(LIVE.name, { exact: true })).toBeVisible({ timeout: 20_000 });
});
