import { shellWords } from "#client/shellWords.ts";
import { test } from "./cabled.ts";
import { idsOnDevice, saveUnsent, signedIn } from "./kept.ts";
import { isLive, observationsOf, openTablet, pressuresOf, seatPatient } from "./seated.ts";
import { expect, SERVER_GONE } from "./stage.ts";

test("[OB15] another person's entries stay hers on this tablet, with her name, until she signs in again", async ({
  cabled: { browser, cable },
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic, ana, chairId, sessionId } = await seatPatient(server);
  const ben = await clinic.staff("ben", ["nurse"], "Ben Okoro");
  const page = await openTablet(browser, server, "ana", chairId, quiet.watch);
  cable.cut();
  await saveUnsent(page, 121, 1);
  await saveUnsent(page, 122, 2);
  await page.goto("about:blank");

  cable.mend();
  await signedIn(page.context(), server, ben);
  await page.goto(server.url);
  await isLive(page);
  await expect(page.getByText(shellWords.kept.others(2, "Ana Lima"))).toBeVisible();
  expect(await idsOnDevice(page)).toHaveLength(2);
  expect(await pressuresOf(ana, clinic, sessionId)).toEqual([]);

  await signedIn(page.context(), server, ana);
  await page.goto(`${server.url}/chairs/${chairId}`);
  await isLive(page);
  await expect.poll(() => idsOnDevice(page)).toEqual([]);
  const kept = await observationsOf(ana, clinic, sessionId);
  expect(kept.map(({ by, entered }) => [by, entered.values.sbp])).toEqual([
    [ana.id, 121],
    [ana.id, 122],
  ]);
});

test("[OB15] signing out waits for what is not sent, and goes by itself when it is; or leaves it here by an act", async ({
  cabled: { browser, cable },
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  quiet.expectNoise(/401/);
  const { clinic, ana, chairId, sessionId } = await seatPatient(server);
  const page = await openTablet(browser, server, "ana", chairId, quiet.watch);
  const signOut = async () => {
    await page.getByRole("button", { name: /^Signed in: Ana Lima/ }).click();
    await page.getByRole("menuitem", { name: shellWords.signOut }).click();
  };
  const asks = page.getByRole("dialog", { name: shellWords.leaving.title });
  cable.cut();
  await saveUnsent(page, 121, 1);
  await signOut();
  await expect(asks).toContainText(shellWords.leaving.going(1));
  await asks.getByRole("button", { name: shellWords.leaving.stay }).click();
  await expect(asks).toBeHidden();
  await signOut();
  await expect(asks.getByRole("button", { name: shellWords.leaving.keep })).toBeVisible();
  cable.mend();
  await expect(page.getByLabel("Username")).toBeVisible({ timeout: 20_000 });
  expect(await pressuresOf(ana, clinic, sessionId)).toEqual(["121/70"]);
});
