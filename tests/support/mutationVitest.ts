import { readFileSync } from "node:fs";
import { join } from "node:path";

import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = join(import.meta.dirname, "../..");

const isSlow = ({ moduleId }: TestSpecification): boolean =>
  readFileSync(moduleId, "utf8").includes('from "fast-check"');

/** The first failure ends a mutant: what killed one of its neighbours goes first, then the short files, and the long searches last. */
class KillersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const shortFirst = (await super.sort(files)).toReversed();
    const failedBefore = (file: TestSpecification) => this.ctx.cache.getTestSpecificationResult(file)?.failed === true;
    const rank = (file: TestSpecification) => (isSlow(file) ? 2 : failedBefore(file) ? 0 : 1);
    return shortFirst.toSorted((a, b) => rank(a) - rank(b));
  }
}

/** How `npm run mutation` runs the rule tests inside Stryker's copy of the project, whose node_modules is a link to ours. */
export default defineConfig({
  root,
  cacheDir: join(root, ".vite"), // the usual place is behind that link, and what mutants broke is not for everyday runs
  test: {
    root,
    include: ["tests/rules/**/*.test.ts"],
    // Searches over whole histories: long, and a mutant that only they notice wants a test that names its rule.
    exclude: ["tests/rules/{properties,redact}.test.ts"],
    setupFiles: ["failOnConsole.ts", "mutationSeed.ts"].map((file) => join(root, "tests/support", file)),
    restoreMocks: true,
    testTimeout: 60_000,
    isolate: false, // the rules keep nothing between test files, and loading them anew for each was two thirds of the time
    sequence: { sequencer: KillersFirst },
  },
});
