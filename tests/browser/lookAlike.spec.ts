import type { CommandOf } from "#shared/clinic/commands.ts";
import { keptHereWords } from "#client/chair/keptHereWords.ts";
import { chairWords } from "#client/chair/words.ts";
import { ObservationId, type SessionId } from "#shared/base/ids.ts";
import { newId, START } from "#tests/support/wishes.ts";
import { test } from "./cabled.ts";
import { saveUnsent } from "./kept.ts";
import { isLive, openTablet, pressuresOf, seatPatient, sessionLog } from "./seated.ts";
import { expect, SERVER_GONE } from "./stage.ts";

const { double } = keptHereWords;

const pressure = (sessionId: SessionId, sbp: number): CommandOf<"record-observation"> => ({
  type: "record-observation",
  sessionId,
  observationId: newId(ObservationId),
  entered: { sheet: "bp", observedAt: START, values: { sbp, dbp: 88 } },
});

test("[OB17] what another wrote meanwhile is shown before hers is sent; a note behind it does not wait; same drops it, keep both sends it", async ({
  cabled: { browser, cable },
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic, ana, chairId, sessionId } = await seatPatient(server);
  const ben = await clinic.staff("ben", ["nurse"], "Ben Okoro");
  const page = await openTablet(browser, server, "ana", chairId, quiet.watch);
  cable.cut();
  await saveUnsent(page, 144, 1);
  await saveUnsent(page, 145, 2);
  await page.getByRole("textbox", { name: "New note" }).fill("settled");
  await page.getByRole("button", { name: "Add note" }).click();
  await ben.submit(pressure(sessionId, 142));
  cable.mend();
  await isLive(page);
  const lines = page.getByRole("region", { name: chairWords.kept.title }).getByRole("listitem");
  const question = double.ask("BP 142/88", "09:00", "Ben Okoro");
  await expect(lines.filter({ hasText: question })).toHaveCount(2);
  await expect(sessionLog(page).filter({ hasText: "settled" })).toHaveCount(1);
  expect(await pressuresOf(ana, clinic, sessionId)).toEqual(["142/88"]);

  await lines.filter({ hasText: "144/70" }).getByRole("button", { name: double.same }).click();
  await expect(lines).toHaveCount(1);
  await lines.getByRole("button", { name: double.both }).click();
  await expect(lines).toHaveCount(0);
  await expect(sessionLog(page).filter({ hasText: "145/70" })).toHaveCount(1);
  expect(await pressuresOf(ana, clinic, sessionId)).toEqual(["142/88", "145/70"]);
});
