import { run, seconds } from "./steps.ts";

const FORMATTED = "**/*.{ts,tsx,js,json,css,html,yaml}";

/** `npm run check`: cheap questions first, and the first "no" ends it. */
const STEPS: readonly [name: string, tool: string, ...args: string[]][] = [
  ["format", "prettier", "--check", "--log-level", "warn", FORMATTED],
  ["types of shared", "tsc", "-p", "shared"],
  ["types of server", "tsc", "-p", "server"],
  ["types of client", "tsc", "-p", "client"],
  ["types of tests", "tsc", "-p", "tests"],
  ["layers", "vitest", "run", "--reporter", "dot", "tests/architecture/layers.test.ts"],
  ["spec ids", "vitest", "run", "--reporter", "dot", "tests/architecture/specIds.test.ts"],
  ["lint", "eslint", "--max-warnings", "0", "."],
  ["dead code", "knip", "--no-progress", "--no-config-hints"],
];

for (const [name, tool, ...args] of STEPS) {
  const start = performance.now();
  const well = await run(tool, ...args);
  console.log(`${well ? "ok    " : "FAILED"} ${name}, ${seconds(start)}`);
  if (!well) process.exit(1);
}
