import { PASSWORD } from "#tests/support/people.ts";
import { expect, test } from "./stage.ts";

test("[FR1] a clinic is set up by the link, its admin signs in, adds staff, and a director approves the protocol of each route", async ({
  browser,
  server,
  quiet,
}) => {
  quiet.expectNoise(/401/); // "who is here?" is asked before anybody is
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, baseURL: server.url });
  const page = await context.newPage();
  quiet.watch(page);

  await page.goto(`/set-up#${server.token()}`);
  await page.getByLabel("Clinic name").fill("Harbor Clinic (synthetic)");
  await page.getByLabel("Phone for patients at home").fill("555-0100");
  await page.getByLabel("Your name").fill("Alex Admin");
  await page.getByLabel("Username").fill("alex");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByRole("alert")).toContainText("Password");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Set up" }).click();

  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("Username").fill("alex");
  await page.getByLabel("Password", { exact: true }).fill("not this one at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("wrong");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Admin" }).click();
  await expect(page.getByText("NOT APPROVED").first()).toBeVisible();
  const form = page.getByRole("form", { name: "Add a person" });
  await form.getByLabel("Name", { exact: true }).fill("Dr. Mira Voss");
  await form.getByLabel("Username").fill("mira");
  await form.getByLabel("First password").fill(PASSWORD);
  await form.getByRole("checkbox", { name: "Medical director" }).check({ force: true });
  await form.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("Dr. Mira Voss can sign in now.")).toBeVisible();

  const theirs = await browser.newContext({ viewport: { width: 1024, height: 768 }, baseURL: server.url });
  const director = await theirs.newPage();
  await director.goto("/");
  await director.getByLabel("Username").fill("mira");
  await director.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await director.getByRole("button", { name: "Sign in" }).click();
  await director.getByRole("link", { name: "Admin" }).click();
  for (const approved of [1, 2, 3]) {
    await director
      .getByRole("button", { name: /^Approve version 1/ })
      .first()
      .click();
    await director.getByRole("button", { name: /^I have read it and approve/ }).click();
    await expect(page.getByText(/^Approved by Dr. Mira Voss/)).toHaveCount(approved);
  }
});
