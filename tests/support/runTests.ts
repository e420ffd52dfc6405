import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { buildClientWhenStale } from "#server/buildClient.ts";

import { ROOT, runWith, seconds } from "./steps.ts";

/**
 * `npm test`: everything there is, one runner after the other, and one line at the end that counts both.
 * A run that broke outside of any test counts as one failed test.
 */
interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const REPORTS = join(ROOT, "node_modules/.cache/test-reports");

const runVitest = async (): Promise<Count> => {
  const file = join(REPORTS, "vitest.json");
  rmSync(file, { force: true });
  const well = await runWith({}, "vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`);
  const report = read<{ numPassedTests: number; numFailedTests: number; numPendingTests: number }>(file);
  return honest(well, report?.numPassedTests, report?.numFailedTests, report?.numPendingTests);
};

const runPlaywright = async (): Promise<Count> => {
  const file = join(REPORTS, "playwright.json");
  rmSync(file, { force: true });
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const config = "tests/browser/playwright.config.ts";
  const well = await runWith(env, "playwright", "test", "--config", config, "--reporter=list,json");
  const stats = read<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(file)?.stats;
  return honest(well, stats?.expected, stats && stats.unexpected + stats.flaky, stats?.skipped);
};

const read = <Report>(file: string): Report | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : undefined;

const honest = (well: boolean, passed = 0, failed = 0, skipped = 0): Count => ({
  passed,
  skipped,
  failed: failed === 0 && (!well || passed === 0) ? 1 : failed,
});

const start = performance.now();
await buildClientWhenStale(console.log);
const counts = [await runVitest(), await runPlaywright()];
const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0);
const skipped = total("skipped");
console.log(`\nAll tests took ${seconds(start)}${skipped > 0 ? `; ${skipped} SKIPPED` : ""}.`);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exit(total("failed") > 0 ? 1 : 0);
