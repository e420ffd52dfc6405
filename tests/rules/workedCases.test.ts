import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { CASES } from "./cases/all.ts";
import { play } from "./cases/caseKit.ts";
import { renderCases } from "./cases/render.ts";

const PAGE = join(import.meta.dirname, "../../docs/worked-cases.md");

// One title a case, written out: the page of promises is read beside them.
const TITLES = [
  "[WC1] uneventful IV",
  "[WC2] paused IV",
  "[WC3] IM with a second pre-authorised dose",
  "[WC4] nasal 84 mg",
  "[WC5] severe hypertension",
  "[WC6] slow recovery (MOAA/S 4 at 120 min)",
  "[WC7] panic at T0 + 20",
  "[WC8] desaturation",
  "[WC9] cuff artefact",
  "[WC10] escort missing and found",
  "[WC11] a corrected BP takes READY away",
  "[WC12] left against advice in under 30 s",
] as const;

TITLES.forEach((title, index) => {
  const one = CASES[index];
  test(title, () => {
    if (one === undefined) throw new Error("no such case");
    expect(title).toBe(`[${one.id}] ${one.title}`);
    const answers = play(one, ({ then, when }, clinic) => {
      for (const { says, found, expected } of then) expect.soft(found(clinic), `${when}: ${says}`).toEqual(expected);
    });
    expect(answers).toEqual(one.steps.map(({ refused }) => refused));
  });
});

test("[WC13] the document says what was played", () => {
  const page = renderCases(CASES);
  if (process.env["UPDATE_DOCS"] === "1") writeFileSync(PAGE, page);
  expect(CASES).toHaveLength(TITLES.length);
  expect(readFileSync(PAGE, "utf8")).toBe(page);
});
