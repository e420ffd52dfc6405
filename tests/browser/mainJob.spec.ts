import type { Page } from "@playwright/test";
import { clockTime, MINUTE } from "#shared/base/time.ts";
import { setUpClinic } from "#tests/support/people.ts";
import { openSheet, recordExitChecks, recordPressure, recordSet, type SetOf } from "./atTheChair.ts";
import { expect, openScreen, test } from "./stage.ts";

const CALM: SetOf = { bp: [118, 74], hr: 70, spo2: 98, sedation: "Awake", dissociation: 0, distress: 0 };
const DEEP: SetOf = { bp: [136, 82], hr: 80, spo2: 97, rr: 13, sedation: "Drowsy", dissociation: 6, distress: 1 };

const ZONE = "America/New_York";

const tap = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const choose = (page: Page, name: string | RegExp) => page.getByRole("radio", { name }).first().check({ force: true });

test("[MJ1] one infusion from the list of the day to the front door, on three people's screens", async ({
  browser,
  server,
  quiet,
}) => {
  test.setTimeout(240_000);
  quiet.expectNoise(/401/);
  const clinic = await setUpClinic(server);
  await clinic.staff("ana", ["nurse"], "Ana Lima");
  await clinic.staff("dana", ["clinician"], "Dr. Dana Rey");
  await clinic.staff("eli", ["desk"], "Eli Marsh");
  const desk = await openScreen(browser, server, "eli");
  const nurse = await openScreen(browser, server, "ana", { width: 1024, height: 768 });
  const watcher = await openScreen(browser, server, "dana", { width: 1920, height: 1080 });
  for (const page of [desk, nurse, watcher]) quiet.watch(page);
  const card = watcher.getByRole("article").filter({ hasText: "Chair 1" });
  /** Time passes in the clinic; the screens hear of it with their next beat. */
  const passes = async (minutes: number): Promise<void> => {
    const now = await server.advance(minutes * MINUTE);
    const shown = new RegExp(`${clockTime(now, ZONE)}|${clockTime(now + MINUTE, ZONE)}`);
    for (const page of [desk, nurse, watcher])
      await expect(page.getByRole("timer", { name: "Clinic time" })).toContainText(shown);
  };

  await test.step("the desk writes the patient down and checks them in", async () => {
    await desk.getByRole("link", { name: "Today" }).click();
    await tap(desk, "Add a patient");
    await tap(desk, "New patient");
    await desk.getByLabel("Given name").fill("Noor");
    await desk.getByLabel("Family name").fill("Haddad");
    await desk.getByLabel("Birth date").fill("1984-05-02");
    await tap(desk, "Save and go on");
    await desk.getByLabel("Expected at").fill("09:00");
    await choose(desk, "Ride arranged");
    await choose(desk, "IV");
    await tap(desk, "Add to the list");
    await tap(desk, "Check in: Noor Haddad");
    await expect(desk.getByRole("dialog").getByText("2 May 1984")).toBeVisible();
    await choose(desk, "Chair 1");
    await tap(desk, "Yes, check in to Chair 1");
    await expect(card).toContainText("Noor Haddad");
    await expect(card).toContainText("Getting ready");
  });

  await test.step("the nurse prepares: order, checks, sober reminder, baseline", async () => {
    await nurse.getByRole("article").filter({ hasText: "Chair 1" }).getByRole("link").first().click();
    await expect(nurse.getByText("NOT APPROVED")).toBeVisible();
    await tap(nurse, "Enter order");
    await choose(nurse, "Signed");
    await choose(nurse, "Dr. Dana Rey");
    await nurse.getByLabel("Weight").fill("70");
    await nurse.getByLabel("Dose per kg").fill("0.5");
    await nurse.getByLabel("Dose", { exact: true }).fill("53");
    await expect(nurse.getByText(/35 mg/).first()).toBeVisible();
    await nurse.getByLabel("Dose", { exact: true }).fill("35");
    await nurse.getByLabel("Over").fill("40");
    await tap(nurse, "Record order");
    for (const item of ["Identity", "Allergies", "Contraindications", "Consent", "Ride home"]) {
      await nurse
        .getByRole("group", { name: item, exact: true })
        .getByRole("button", { name: "Done", exact: true })
        .click();
    }
    await tap(nurse, "Read it out");
    await choose(nurse, /^No$/);
    await choose(nurse, "No car");
    await tap(nurse, "Patient said yes");
    await recordSet(nurse, { ...CALM, rr: 14 });
    await expect(nurse.getByText("All clear to start")).toBeVisible();
    await expect(card).toContainText("118/74");
  });

  await test.step("impossible and unusual values get their words at the field, before the network", async () => {
    const sheet = await openSheet(nurse, "BP only");
    await sheet.getByLabel("Systolic", { exact: true }).fill("80");
    await sheet.getByLabel("Diastolic", { exact: true }).fill("120");
    await sheet.getByRole("button", { name: "Save", exact: true }).click();
    await expect(sheet.getByText("Diastolic must be below systolic. Check both.").first()).toBeVisible();
    await sheet.getByLabel("Systolic", { exact: true }).fill("900");
    await sheet.getByRole("button", { name: "Save", exact: true }).click();
    await expect(sheet.getByText(/40 to 300 is possible/).first()).toBeVisible();
    await sheet.getByLabel("Systolic", { exact: true }).fill("120");
    await sheet.getByLabel("Diastolic", { exact: true }).fill("78");
    await sheet.getByRole("button", { name: "Save", exact: true }).click();
    await expect(sheet).toBeHidden();
  });

  await test.step("the infusion runs; everybody sees every fact", async () => {
    await passes(1);
    await tap(nurse, "Start infusion");
    await choose(nurse, /^As ordered/);
    await nurse.getByRole("dialog").getByRole("button", { name: "Start infusion" }).click();
    await expect(card).toContainText("Dosing");
    await passes(10);
    await recordSet(nurse, { ...CALM, dissociation: 2 });
    await passes(10);
    await recordSet(nurse, DEEP);
    await expect(card).toContainText("136/82");
    await passes(10);
    await recordSet(nurse, DEEP);
    await passes(10);
    await recordSet(nurse, DEEP);
    await tap(nurse, "End infusion");
    await nurse.getByRole("dialog").getByLabel("Given").fill("35");
    await nurse.getByRole("dialog").getByRole("radio", { name: "Complete" }).check({ force: true });
    await nurse.getByRole("dialog").getByRole("button", { name: "Record" }).click();
    await expect(card).toContainText("Recovering");
    await expect(card).toContainText("Effects usually ease 09:56-10:11");
  });

  await test.step("before the window, in it, still affected beyond it, and effects gone as measured", async () => {
    await passes(16);
    await recordSet(nurse, { ...DEEP, dissociation: 4 });
    await expect(card).toContainText("NOT YET");
    await passes(15);
    await recordSet(nurse, { ...DEEP, dissociation: 4 });
    await passes(3);
    await expect(nurse.getByText("Still affected, +34 min: look in")).toBeVisible();
    await watcher.getByRole("button", { name: /^Accept .*LOOK IN · still affected/ }).click();
    await expect(card).toContainText("Still affected, +34 min: look in");
    await recordSet(nurse, CALM);
    await expect(card).toContainText("Effects gone 10:15 (Ana)");
    await desk.getByRole("link", { name: "Discharge" }).click();
    await expect(desk.getByText("NOT YET").first()).toBeVisible();
  });

  await test.step("the checks turn met, the nurse signs, the ride comes: ready", async () => {
    await passes(10);
    await recordSet(nurse, CALM);
    await recordExitChecks(nurse);
    await tap(nurse, "Confirm fit to leave");
    await expect(card).toContainText("FIT TO LEAVE");
    await expect(desk.getByText("FIT TO LEAVE").first()).toBeVisible();
    await desk
      .getByRole("link", { name: /Noor Haddad/ })
      .first()
      .click();
    await choose(desk, "Here");
    await choose(desk, "Adult, in the building");
    await desk.getByLabel("Name").fill("Sami Haddad");
    await tap(desk, "Save the ride");
    await expect(card).toContainText("READY");
  });

  await test.step("a bad value takes READY away and says so; two good sets and a new signature bring it back", async () => {
    await recordPressure(nurse, [186, 96]);
    await expect(card).not.toContainText("READY");
    await expect(desk.getByText(/Was fit to leave/).first()).toBeVisible();
    await expect(card).toContainText("BP 186/96");
    await passes(5);
    await recordPressure(nurse, [132, 80]);
    await recordSet(nurse, CALM);
    await passes(11);
    await recordSet(nurse, CALM);
    await tap(nurse, "Confirm fit to leave");
    await expect(card).toContainText("READY");
  });

  await test.step("belongings, the no-driving reminder at the door, hand-out, discharged", async () => {
    await tap(desk, /Belongings and IV line/);
    for (const box of await desk.getByRole("checkbox").all()) await box.check({ force: true });
    await tap(desk, "Save: both done");
    await tap(desk, /No-driving reminder/);
    await tap(desk, "Show the reminder");
    await expect(desk.getByText(/Do not drive until/).first()).toBeVisible();
    await expect(desk.getByText(/Tue 24 Nov, 11:00/).first()).toBeVisible();
    await expect(desk.getByText("You are taking Noor home.", { exact: false })).toBeVisible();
    await desk.getByRole("checkbox", { name: "The patient said both answers" }).check({ force: true });
    await choose(desk, "Escort heard it");
    await tap(desk, "Understood");
    await tap(desk, /^(\d+\.?\s*)?Hand-out/);
    await tap(desk, "Given to the patient");
    await tap(desk, /^(\d+\.?\s*)?Leave/);
    await tap(desk, "Complete the discharge");
    await expect(desk.getByText(/Discharged 10:\d\d/).first()).toBeVisible();
    await expect(watcher.getByRole("link", { name: /Chair 1, free/ })).toBeVisible();
  });

  await test.step("the record holds it all, with the signature that was taken back", async () => {
    const sessionId = new URL(desk.url()).pathname.split("/").at(-1) ?? "";
    await nurse.goto(`/sessions/${sessionId}`);
    await expect(nurse.getByText("186/96").first()).toBeVisible();
    await expect(nurse.getByText("NOT APPROVED", { exact: false }).first()).toBeVisible();
    await expect(nurse.getByText(/Ana Lima/).first()).toBeVisible();
    await expect(nurse.getByText("10:41, discharged")).toBeVisible();
    await expect(nurse.getByText(/10:15 \(Ana Lima\)/)).toBeVisible();
    await expect(nurse.getByText("Sami Haddad", { exact: false }).first()).toBeVisible();
  });
});
