import { join } from "node:path";

import { defineConfig } from "@playwright/test";

import { findChromium } from "#tests/support/chromium.ts";

/** One worker: the tests share two cores with the servers that they start. A test that needs a retry is a failed test. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: join(import.meta.dirname, "../../test-results"),
  workers: 1,
  retries: 0,
  timeout: 90_000,
  forbidOnly: process.env.CI !== undefined,
  reporter: "list",
  use: {
    browserName: "chromium",
    actionTimeout: 8_000,
    launchOptions: await findChromium(),
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
});
