import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { PASSWORD, setUpClinic } from "#tests/support/people.ts";
import { isLive } from "./seated.ts";
import { expect, openScreen, test } from "./stage.ts";

const PIN = "274951";
const WRONG = "318642";

const tap = async (page: Page, digits: string): Promise<void> => {
  const pad = page.getByRole("group", { name: "Number pad" });
  for (const digit of digits) await pad.getByRole("button", { name: digit, exact: true }).click();
};

const axe = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
};

test("[DV11] a tablet is enrolled by an admin's code; its nurse sets a PIN and comes in by tile; another takes her place", async ({
  browser,
  server,
  quiet,
}) => {
  test.setTimeout(150_000);
  quiet.expectNoise(/401/); // "who is here?" is asked before anybody is, and a wrong PIN is one
  const clinic = await setUpClinic(server);
  await clinic.staff("ana", ["nurse"], "Ana Lima");
  await clinic.staff("eli", ["desk"], "Eli Marsh");
  const admin = await openScreen(browser, server, "admin", { width: 1920, height: 1080 });
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, baseURL: server.url });
  const tablet = await context.newPage();
  for (const page of [admin, tablet]) quiet.watch(page);

  await test.step("the admin makes a code, the tablet takes it", async () => {
    await admin.getByRole("link", { name: "Admin" }).click();
    const form = admin.getByRole("form", { name: "Enrol a device" });
    await form.getByRole("button", { name: "Make a code" }).click();
    await expect(form.getByRole("alert")).toHaveText("Kind: choose one.");
    await form.getByText("Shared tablet").click();
    await form.getByLabel("Label").fill("Tablet 2");
    await form.getByRole("button", { name: "Make a code" }).click();
    const shown = admin.getByRole("region", { name: "Code for Tablet 2" });
    const code = await shown.locator("output").innerText();
    await expect(shown.getByText(`${server.url}/enrol#${code}`)).toBeVisible();
    await axe(admin);

    await tablet.goto("/enrol");
    await tablet.getByRole("button", { name: "Enrol this device" }).click();
    await expect(tablet.getByRole("alert")).toHaveText("Type the code that your admin sees.");
    await tablet.getByLabel("Code").fill(code.toLowerCase());
    await axe(tablet);
    await tablet.getByRole("button", { name: "Enrol this device" }).click();
    await expect(tablet.getByRole("heading", { name: "This tablet is Tablet 2 now" })).toBeVisible();
    await expect(admin.getByText("Tablet 2 is enrolled.")).toBeVisible();
    await expect(admin.getByRole("listitem").filter({ hasText: "Tablet 2" })).toContainText("by Admin Synthetic");
    await tablet.getByRole("button", { name: "Go on" }).click();
  });

  await test.step("one full sign-in, a PIN of her own", async () => {
    await expect(tablet.getByRole("heading", { name: "Who are you?" })).toBeVisible();
    await tablet.getByRole("button", { name: "Sign in with a password" }).click();
    await tablet.getByLabel("Username").fill("ana");
    await tablet.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await tablet.getByRole("button", { name: "Sign in", exact: true }).click();
    await isLive(tablet);
    await tablet.getByRole("button", { name: /Ana Lima/ }).click();
    await tablet.getByRole("menuitem", { name: "Your PIN" }).click();
    const own = tablet.getByRole("dialog", { name: "Your PIN" });
    await own.getByLabel("Your password").fill(PASSWORD);
    await own.getByLabel("New PIN").fill("123456");
    await own.getByRole("button", { name: "Set the PIN" }).click();
    await expect(own.getByRole("alert")).toContainText("too easy to guess");
    await own.getByLabel("New PIN").fill(PIN);
    await own.getByLabel("The same PIN again").fill(WRONG);
    await own.getByRole("button", { name: "Set the PIN" }).click();
    await expect(own.getByRole("alert")).toContainText("not the same");
    await axe(tablet);
    await own.getByLabel("The same PIN again").fill(PIN);
    await own.getByRole("button", { name: "Set the PIN" }).click();
    await expect(own.getByText(/Your PIN is set/)).toBeVisible();
    await own.getByRole("button", { name: "Close" }).last().click();
    await tablet.getByRole("button", { name: /Ana Lima/ }).click();
    await tablet.getByRole("menuitem", { name: "Sign out" }).click();
  });

  await test.step("tile and PIN, by touch: a wrong one says what is left", async () => {
    await expect(tablet.getByRole("heading", { name: "Who are you?" })).toBeVisible();
    await axe(tablet);
    await tablet.getByRole("button", { name: /^Ana Lima/ }).click();
    await tap(tablet, WRONG);
    await expect(tablet.getByRole("alert")).toHaveText("Wrong PIN. 4 tries are left here.");
    await axe(tablet);
    await tap(tablet, PIN);
    await isLive(tablet);
    await expect(tablet.getByRole("button", { name: /Ana Lima, Nurse/ })).toBeVisible();
  });

  await test.step("another person takes her place over the page", async () => {
    const desk = await openScreen(browser, server, "eli"); // his full sign-in of the day, at his own desk
    await tablet.getByRole("link", { name: "Today" }).click();
    await tablet.getByRole("button", { name: /Ana Lima/ }).click();
    await tablet.getByRole("menuitem", { name: "Switch person" }).click();
    const door = tablet.getByRole("dialog", { name: "Switch person" });
    await door.getByRole("button", { name: /^Eli Marsh.*no PIN yet/ }).click();
    await expect(door.getByText(/Eli Marsh has no PIN yet/)).toBeVisible();
    await door.getByLabel("Username").fill("eli");
    await door.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await door.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(tablet.getByRole("button", { name: /Eli Marsh, Discharge desk/ })).toBeVisible();
    await isLive(tablet);
    expect(new URL(tablet.url()).pathname).toBe("/today");
    await isLive(desk);
  });

  await test.step("back by keyboard alone", async () => {
    await tablet.getByRole("button", { name: /Eli Marsh/ }).click();
    await tablet.getByRole("menuitem", { name: "Switch person" }).click();
    const tile = tablet.getByRole("dialog").getByRole("button", { name: /^Ana Lima/ });
    await tile.focus();
    await tablet.keyboard.press("Enter");
    await expect(tablet.getByLabel("PIN, six digits")).toBeFocused();
    await tablet.keyboard.type(PIN);
    await expect(tablet.getByRole("button", { name: /Ana Lima, Nurse/ })).toBeVisible();
    await isLive(tablet);
  });

  await test.step("ended by the admin: the tablet is out at once, and asks for a password like any other", async () => {
    await admin.getByRole("button", { name: "End Tablet 2" }).click();
    await admin.getByRole("button", { name: "Yes, end Tablet 2" }).click();
    await expect(tablet.getByLabel("Username")).toBeVisible();
    await expect(tablet.getByRole("heading", { name: "Who are you?" })).toHaveCount(0);
  });
});

test("[DV3] an enrolled display shows the wall by itself, and goes dark when it is ended", async ({
  browser,
  server,
  quiet,
}) => {
  quiet.expectNoise(/401/);
  const { admin, clinicId } = await setUpClinic(server);
  const path = `/api/clinics/${clinicId}/devices`;
  const { link } = (await (await admin.post(`${path}/codes`, { kind: "display", label: "Wall north" })).json()) as {
    link: string;
  };
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, baseURL: server.url });
  const wall = await context.newPage();
  quiet.watch(wall);
  await wall.goto(link);
  await wall.getByRole("button", { name: "Enrol this device" }).click();
  expect(wall.url()).toBe(`${server.url}/enrol`); // the code is in no history
  await expect(wall.getByRole("heading", { name: "This display is Wall north now" })).toBeVisible();
  await wall.getByRole("button", { name: "Go on" }).click();
  await isLive(wall);
  await expect(wall.getByText("Not a patient monitor.").first()).toBeVisible();

  const { devices } = (await (await admin.get(path)).json()) as { devices: { id: string }[] };
  await admin.post(`${path}/${devices[0]?.id}/end`, {});
  await expect(wall.getByLabel("Username")).toBeVisible();
});
