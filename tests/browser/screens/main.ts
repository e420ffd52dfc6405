import { chromium } from "@playwright/test";
import { buildClientWhenStale } from "#server/buildClient.ts";
import { findChromium } from "#tests/support/chromium.ts";
import { boardPictures } from "./boardPictures.ts";
import { firstRunPictures } from "./firstRunPictures.ts";
import { fullHousePictures } from "./fullHousePictures.ts";
import { morningPictures } from "./morningPictures.ts";
import { openStudio } from "./studio.ts";

const PLAYS = {
  "first-run": firstRunPictures,
  board: boardPictures,
  "full-house": fullHousePictures,
  morning: morningPictures,
};

/**
 * `npm run screens`: every picture in docs/screens, taken of a synthetic clinic.
 * `npm run screens -- morning entry`: of that play alone, and of it the pictures whose names begin so.
 */
const [play, pictures = ""] = process.argv.slice(2);
const started = performance.now();
await buildClientWhenStale((line) => console.log(line));
const browser = await chromium.launch(await findChromium());
const studio = openStudio(browser, pictures);
for (const [name, take] of Object.entries(PLAYS)) {
  if (play !== undefined && play !== name) continue;
  await take(studio);
  console.log(`${name}, ${((performance.now() - started) / 1_000).toFixed(0)} s`);
}
await browser.close();
