import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import type { SessionId } from "#shared/base/ids.ts";
import { PASSWORD, setUpClinic } from "#tests/support/people.ts";
import { openSheet } from "./atTheChair.ts";
import { expect, openScreen, SERVER_GONE, test } from "./stage.ts";

test("[CN12] a sign-in that ends in an outage takes no entry with it: the same nurse signs in over the page, and it is sent", async ({
  browser,
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  quiet.expectNoise(/401/);
  const clinic = await setUpClinic(server);
  const ana = await clinic.staff("ana", ["nurse"], "Ana Lima");
  const sessionId = randomUUID() as string as SessionId;
  const patientId = await clinic.patient("Noor", "Haddad");
  await ana.submit({ type: "check-in", sessionId, patientId, chairId: clinic.chairs[0]!, route: "iv", from65: false });
  const nurse = await openScreen(browser, server, "ana", { width: 1024, height: 768 });
  quiet.watch(nurse);
  await nurse.getByRole("article").filter({ hasText: "Chair 1" }).getByRole("link").first().click();
  const sheet = await openSheet(nurse, "BP only");
  await sheet.getByLabel("Systolic", { exact: true }).fill("128");
  await sheet.getByLabel("Diastolic", { exact: true }).fill("78");

  await server.kill();
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(nurse.getByText(/Saved here, not sent/).first()).toBeVisible({ timeout: 12_000 });
  const accounts = new DatabaseSync(join(server.folder, "accounts.db"));
  accounts.exec("DELETE FROM session");
  accounts.close();
  await server.start();

  const again = nurse.getByRole("dialog", { name: "Sign in again" });
  await expect(again).toContainText("One entry of yours is only on this tablet, Ana Lima.", { timeout: 20_000 });
  await again.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await again.getByRole("button", { name: "Sign in" }).click();
  await expect(again).toBeHidden();
  await expect(nurse.getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible({ timeout: 15_000 });
  await expect(nurse.getByText("128/78").first()).toBeVisible();
});
