import { expect, type Locator, type Page } from "@playwright/test";

export interface SetOf {
  readonly bp: readonly [systolic: number, diastolic: number];
  readonly hr: number;
  readonly spo2: number;
  readonly rr?: number;
  readonly sedation: "Awake" | "Drowsy";
  readonly dissociation: number;
  readonly distress: number;
}

/** Opens the sheet as the nurse does and gives it back; the clinic's people find it by its name. */
export const openSheet = async (page: Page, sheet: "Full set" | "BP only" | "Exit checks"): Promise<Locator> => {
  await page.getByRole("group", { name: "Record" }).getByRole("button", { name: sheet }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  return dialog;
};

const level = (dialog: Locator, legend: string, name: string | RegExp): Locator =>
  dialog.getByRole("group", { name: new RegExp(`^${legend}`) }).getByRole("radio", { name });

/** A full set by keyboard and taps, saved, and seen to be saved. */
export const recordSet = async (
  page: Page,
  { bp, hr, spo2, rr, sedation, dissociation, distress }: SetOf,
): Promise<void> => {
  const sheet = await openSheet(page, "Full set");
  await sheet.getByLabel("Systolic", { exact: true }).fill(String(bp[0]));
  await sheet.getByLabel("Diastolic", { exact: true }).fill(String(bp[1]));
  await sheet.getByLabel("Heart rate", { exact: true }).fill(String(hr));
  await sheet.getByLabel("SpO₂ oxygen saturation", { exact: true }).fill(String(spo2));
  if (rr !== undefined) await sheet.getByLabel("Breaths", { exact: true }).fill(String(rr));
  await level(sheet, "Sedation", new RegExp(`^${sedation}`)).check({ force: true });
  await level(sheet, "Dissociation", new RegExp(`^${dissociation}\\b`)).check({ force: true });
  await level(sheet, "Distress", new RegExp(`^${distress}\\b`)).check({ force: true });
  await saved(page, sheet);
};

export const recordPressure = async (page: Page, [systolic, diastolic]: readonly [number, number]): Promise<void> => {
  const sheet = await openSheet(page, "BP only");
  await sheet.getByLabel("Systolic", { exact: true }).fill(String(systolic));
  await sheet.getByLabel("Diastolic", { exact: true }).fill(String(diastolic));
  await saved(page, sheet);
};

export const recordExitChecks = async (page: Page): Promise<void> => {
  const sheet = await openSheet(page, "Exit checks");
  await sheet.getByLabel("Breaths", { exact: true }).fill("14");
  await sheet.getByRole("checkbox", { name: "Oriented", exact: true }).check({ force: true });
  await sheet.getByRole("checkbox", { name: "As on arrival" }).check({ force: true });
  await saved(page, sheet);
};

const saved = async (page: Page, sheet: Locator): Promise<void> => {
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible();
};
