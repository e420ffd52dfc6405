import { MINUTE } from "#shared/base/time.ts";
import { setUpClinic } from "#tests/support/people.ts";
import { recordExitChecks, recordPressure, recordSet } from "./atTheChair.ts";
import { expect, openScreen, test } from "./stage.ts";

test("[MJ1] one infusion from the list of the day to the front door, on three people's screens", async ({ browser, server, quiet }) => {
  test.setTimeout(180_000);
  quiet.expectNoise(/401/);
  const clinic = await setUpClinic(server);
  await clinic.staff("ana", ["nurse"], "Ana Lima");
  await clinic.staff("dana", ["clinician"], "Dr. Dana Rey");
  await clinic.staff("eli", ["desk"], "Eli Marsh");
  const desk = await openScreen(browser, server, "eli");
  const nurse = await openScreen(browser, server, "ana", { width: 1024, height: 768 });
  const watcher = await openScreen(browser, server, "dana", { width: 1920, height: 1080 });
  for (const page of [desk, nurse, watcher]) quiet.watch(page);
  const card = watcher.getByRole("main").getByRole("listitem").filter({ hasText: "Chair 1" }).or(watcher.getByRole("article").filter({ hasText: "Chair 1" })).first();

  await test.step("the desk writes the patient down and checks them in", async () => {
    await desk.getByRole("link", { name: "Today" }).click();
    await desk.getByRole("button", { name: "Add a patient" }).first().click();
    const dialog = desk.getByRole("dialog");
    await dialog.getByRole("button", { name: "New patient" }).click();
    await dialog.getByLabel("Given name").fill("Noor");
    await dialog.getByLabel("Family name").fill("Haddad");
    await dialog.getByLabel("Birth date").fill("1984-05-02");
    await dialog.getByRole("button", { name: "Save and go on" }).click();
    await dialog.getByLabel(/Time|Expected/).first().fill("09:00");
    await dialog.getByRole("radio", { name: "Ride arranged" }).check({ force: true });
    await dialog.getByRole("button", { name: "Add to the list" }).click();
    await desk.getByRole("button", { name: "Check in" }).first().click();
    const checkIn = desk.getByRole("dialog");
    await expect(checkIn.getByText("Noor Haddad")).toBeVisible();
    await expect(checkIn.getByText("2 May 1984")).toBeVisible();
    await checkIn.getByRole("radio", { name: "Chair 1" }).check({ force: true });
    await checkIn.getByRole("button", { name: /Check in|Right person/ }).click();
    await expect(checkIn).toBeHidden();
    await expect(card).toContainText("Noor Haddad");
    await expect(card).toContainText("Getting ready");
  });

  await test.step("the nurse prepares: order, checks, sober reminder, baseline", async () => {
    await nurse.getByRole("link", { name: /Chair 1/ }).first().click();
    await expect(nurse.getByText("NOT APPROVED")).toBeVisible();
    await nurse.getByRole("button", { name: "Enter order" }).click();
    console.log(await nurse.locator("main").ariaSnapshot());
  });
});
