import { idsOnDevice, saveUnsent } from "./kept.ts";
import { test } from "./ownBrowser.ts";
import { eventsOf, pressuresOf, seatPatient } from "./seated.ts";
import { expect, SERVER_GONE } from "./stage.ts";

test("[OB13] a browser that is killed with entries on it loses none, doubles none, and sends them in order under their ids", async ({
  tablet,
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  const { clinic, ana, chairId, sessionId } = await seatPatient(server);
  const path = `/chairs/${chairId}`;
  const ids: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const page = await tablet.open(ana, path);
    await expect.poll(() => idsOnDevice(page)).toEqual([]);
    tablet.cable.cut();
    await saveUnsent(page, 110 + 2 * round, 1);
    await saveUnsent(page, 111 + 2 * round, 2);
    ids.push(...(await idsOnDevice(page)));
    await tablet.kill();
    tablet.cable.mend();
  }
  expect(await pressuresOf(ana, clinic, sessionId)).toHaveLength(4);
  const page = await tablet.open(ana, path);
  await expect.poll(() => idsOnDevice(page)).toEqual([]);
  expect(await pressuresOf(ana, clinic, sessionId)).toEqual([110, 111, 112, 113, 114, 115].map((sbp) => `${sbp}/70`));
  const sent = (await eventsOf(ana, clinic)).filter(({ event }) => event.type === "observation-recorded");
  expect(sent.map(({ commandId }) => commandId)).toEqual(ids);
});

test("[OB13] [EN11] what lies on the tablet, entry or draft, is no readable text", async ({
  tablet,
  server,
  quiet,
}) => {
  quiet.expectNoise(SERVER_GONE);
  const { ana, chairId } = await seatPatient(server);
  const page = await tablet.open(ana, `/chairs/${chairId}`);
  tablet.cable.cut();
  const note = page.getByRole("textbox", { name: "New note" });
  await note.fill("CANARY-of-an-entry");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(note).toHaveValue("");
  await note.fill("CANARY-of-a-draft");
  const [id = ""] = await idsOnDevice(page);
  await tablet.kill();
  const bytes = tablet.databases();
  expect(bytes.includes(id)).toBe(true); // what stands in clear is found: the search works
  for (const word of ["CANARY", "add-note"])
    for (const encoding of ["utf8", "utf16le"] as const)
      expect(bytes.includes(Buffer.from(word, encoding))).toBe(false);
  tablet.cable.mend();
  const again = await tablet.open(ana, `/chairs/${chairId}`);
  await expect(again.getByText("CANARY-of-an-entry").first()).toBeVisible();
  await expect(again.getByRole("textbox", { name: "New note" })).toHaveValue("CANARY-of-a-draft");
});
