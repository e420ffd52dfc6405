import type { Locator } from "@playwright/test";
import { ObservationId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import type { Entered, Values } from "#shared/vitals/observation.ts";
import { rejectionWords } from "#client/rejectionWords.ts";
import { newId, START } from "#tests/support/wishes.ts";
import { openSheet } from "./atTheChair.ts";
import { submitsOf } from "./cabled.ts";
import { observationsOf, openTablet, seatPatient, sessionLog, ZONE, type Seated } from "./seated.ts";
import { expect, test } from "./stage.ts";

const CALM = { sbp: 118, dbp: 74, hr: 70, spo2: 98, rr: 14, sedation: 5, dissociation: 0, distress: 0 } as const;
const FIELD = {
  sbp: "Systolic",
  dbp: "Diastolic",
  hr: "Heart rate",
  spo2: "SpO₂ oxygen saturation",
  rr: "Breaths",
} as const;

const NO: readonly (readonly [string, Values])[] = [
  ["impossible: a pressure", { dbp: 19 }],
  ["impossible: a pulse", { hr: 19 }],
  ["impossible: of a hundred", { spo2: 101 }],
  ["the pressure against itself", { sbp: 80, dbp: 90 }],
];
const ASKED: readonly (readonly [string, Values])[] = [
  ["unusual", { sbp: 230, dbp: 115 }],
  ["unusual pulse pressure", { sbp: 118, dbp: 108 }],
  ["perhaps swapped", { spo2: 88, hr: 96 }],
];

const fill = async (sheet: Locator, values: Values): Promise<void> => {
  for (const [field, label] of Object.entries(FIELD) as [keyof typeof FIELD, string][])
    await sheet.getByLabel(label, { exact: true }).fill(String(values[field] ?? ""));
};

const fillLevels = async (sheet: Locator): Promise<void> => {
  for (const [legend, level] of [
    ["Sedation", /^Awake/],
    ["Dissociation", /^0\b/],
    ["Distress", /^0\b/],
  ] as const)
    await sheet
      .getByRole("group", { name: new RegExp(`^${legend}`) })
      .getByRole("radio", { name: level })
      .check({ force: true });
};

/** What the server says to somebody who goes around the form, in the words of the screen. */
const serverSays = async (
  { ana, sessionId }: Seated,
  more: Partial<Entered> & { values?: Values },
): Promise<string> => {
  const entered: Entered = { sheet: "full", observedAt: START, ...more, values: { ...CALM, ...more.values } };
  const answer = await ana.submit({
    type: "record-observation",
    sessionId,
    observationId: newId(ObservationId),
    entered,
  });
  if (!("rejected" in answer)) throw new Error(`not refused: ${JSON.stringify(answer)}`);
  return rejectionWords(answer.rejected, ZONE);
};

test("[BF5] what cannot be, or is unusual, is said at the field before the network, and by the server in the same words", async ({
  browser,
  server,
  quiet,
}) => {
  const seated = await seatPatient(server);
  const { clinic, ana, chairId, sessionId } = seated;
  let submits: readonly string[] = [];
  const tablet = await openTablet(browser, server, "ana", chairId, (page) => (submits = submitsOf(page)));
  quiet.watch(tablet);
  const sheet = await openSheet(tablet, "Full set");
  const save = sheet.getByRole("button", { name: "Save", exact: true });
  await fillLevels(sheet);

  for (const [name, values] of NO)
    await test.step(name, async () => {
      await fill(sheet, { ...CALM, ...values });
      await save.click();
      await expect(sheet.getByText(await serverSays(seated, { values })).first()).toBeVisible();
    });
  await test.step("missing", async () => {
    await fill(sheet, { ...CALM, hr: undefined });
    await save.click();
    await expect(sheet.getByText(await serverSays(seated, { values: { hr: undefined } })).first()).toBeVisible();
  });
  for (const [name, values] of ASKED)
    await test.step(name, async () => {
      await fill(sheet, { ...CALM, ...values });
      await save.click();
      await expect(sheet.getByRole("alert").filter({ hasText: await serverSays(seated, { values }) })).toBeVisible();
      await sheet.getByRole("button", { name: "Change it" }).click();
    });
  expect(submits).toEqual([]);
  expect(await observationsOf(ana, clinic, sessionId)).toEqual([]);

  await test.step("an unusual one is asked once; yes saves it as typed", async () => {
    await fill(sheet, { ...CALM, sbp: 230, dbp: 115 });
    await sheet.getByRole("button", { name: "Yes, 230 mmHg" }).click();
    await expect(sheet.getByRole("button", { name: "Yes, 230 mmHg" })).toHaveCount(0);
    await save.click();
    await expect(sheet).toBeHidden();
    const [kept] = await observationsOf(ana, clinic, sessionId);
    expect(kept?.entered).toMatchObject({ values: { sbp: 230, dbp: 115 }, confirmed: ["sbp"] });
  });
});

test("[BF5] a time ahead or before the check-in is refused in the same words; an earlier one is kept as late; could not is a value", async ({
  browser,
  server,
  quiet,
}) => {
  const seated = await seatPatient(server);
  const { clinic, ana, chairId, sessionId } = seated;
  await server.advance(20 * MINUTE);
  const tablet = await openTablet(browser, server, "ana", chairId);
  quiet.watch(tablet);
  const sheet = await openSheet(tablet, "Full set");
  const save = sheet.getByRole("button", { name: "Save", exact: true });
  await fillLevels(sheet);
  await fill(sheet, { ...CALM, spo2: undefined });
  await sheet.getByRole("button", { name: "Could not assess: SpO₂" }).click();
  await sheet.getByRole("button", { name: "declined" }).click();
  await sheet.getByRole("radio", { name: "Earlier" }).check({ force: true });

  for (const [typed, minutes] of [
    ["09:30", 30],
    ["08:30", -30],
  ] as const)
    await test.step(typed, async () => {
      await sheet.getByLabel("At (24 h)").fill(typed);
      await save.click();
      const words = await serverSays(seated, { observedAt: START + minutes * MINUTE });
      await expect(sheet.getByText(words.split(".")[0] ?? words).first()).toBeVisible();
    });
  expect(await observationsOf(ana, clinic, sessionId)).toEqual([]);

  await sheet.getByLabel("At (24 h)").fill("09:05");
  await save.click();
  await expect(sheet).toBeHidden();
  const [kept] = await observationsOf(ana, clinic, sessionId);
  expect(kept?.late).toBe(true);
  expect(kept?.entered).toMatchObject({
    observedAt: START + 5 * MINUTE,
    notAssessed: [{ field: "spo2", why: "declined" }],
  });
  expect(kept?.entered.values.spo2).toBeUndefined();
  const line = sessionLog(tablet).filter({ hasText: "118/74" });
  for (const words of ["09:05", "Oxygen saturation not taken: declined", "late entry", "Ana Lima"])
    await expect(line).toContainText(words);
});
