import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";

import { Stryker } from "@stryker-mutator/core";

import { ROOT, seconds } from "./steps.ts";

/**
 * `npm run mutation`: each clinical rule is changed on purpose, one small change at a time, and a rule test must notice.
 * `npm run mutation -- shared/recovery/due.ts` changes that file alone, `… due.ts:20-40` those lines of it.
 * Nothing is excused in the code: what survives is listed with its reason, and counts against the score.
 */
const RULES = [
  "shared/vitals/{interpret,check}.ts",
  "shared/protocol/pressure.ts",
  "shared/recovery/*.ts",
  "shared/alarm/!(alarm).ts", // alarm.ts is a shape
  "shared/access/permission.ts",
];
const AT_LEAST = 95;
/** What survives is listed there under its file, with the reason: `- \`was\` -> \`became\`: reason`. */
const REASONS = join(ROOT, "docs/mutation.md");
const REPORTS = join(ROOT, "node_modules/.cache/mutation");
const LINES = /:\d+(:\d+)?-\d+(:\d+)?$/;

type Mutant = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];
type Status = Mutant["status"];

interface Row {
  readonly file: string;
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  readonly timeout: number;
  readonly error: number;
  /** Percent of what could be killed; missing where nothing could. */
  readonly score?: number;
}

/** A file that was renamed must not fall out of the list in silence. */
const filesOf = (patterns: readonly string[]): readonly string[] => {
  const found = patterns.map((pattern) => globSync(pattern.replace(LINES, ""), { cwd: ROOT }));
  const empty = patterns.filter((_, index) => found[index]?.length === 0);
  if (empty.length > 0) {
    console.error(`No file matches ${empty.join(", ")}.`);
    process.exit(1);
  }
  return [...new Set(found.flat())].map(withSlashes).toSorted();
};

const withSlashes = (path: string): string => path.split(sep).join("/");
const fileOf = ({ fileName }: Mutant): string => withSlashes(relative(ROOT, fileName));

const rowOf = (file: string, mutants: readonly Mutant[]): Row => {
  const count = (...wanted: readonly Status[]) => mutants.filter(({ status }) => wanted.includes(status)).length;
  const [killed, timeout, survived] = [count("Killed"), count("Timeout"), count("Survived", "NoCoverage")];
  const counted = killed + timeout + survived;
  return {
    file,
    mutants: mutants.length,
    killed,
    survived,
    timeout,
    error: count("RuntimeError", "CompileError", "Pending"),
    ...(counted > 0 ? { score: (100 * (killed + timeout)) / counted } : {}),
  };
};

const COLUMNS = ["mutants", "killed", "survived", "timeout", "error", "score"] as const;

const tableOf = (rows: readonly Row[]): string => {
  const wide = Math.max(...rows.map(({ file }) => file.length));
  const cell = (text: string) => text.padStart(9);
  const score = (value: number | undefined) =>
    value === undefined ? "-" : `${(Math.floor(value * 10) / 10).toFixed(1)} %`;
  const line = (row: Row) =>
    row.file.padEnd(wide) + COLUMNS.map((key) => cell(key === "score" ? score(row.score) : `${row[key]}`)).join("");
  return ["file".padEnd(wide) + COLUMNS.map(cell).join(""), ...rows.map(line)].join("\n");
};

const placeOf = (mutant: Mutant): string => `${fileOf(mutant)}:${mutant.location.start.line}`;

/** What stood there and what stood there instead, each on one line. */
const changeOf = (mutant: Mutant): string => {
  const { start, end } = mutant.location;
  const lines = (sources.get(fileOf(mutant)) ?? []).slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const was = lines.map((line, at) =>
    line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined),
  );
  return `\`${brief(was.join(" "))}\` -> \`${brief(mutant.replacement ?? "")}\``;
};

const brief = (text: string): string => {
  const flat = text.replace(/\s+/g, " ");
  return flat.length > 70 ? `${flat.slice(0, 67)}...` : flat;
};

/** The part of the list that is about one file. */
const reasonsFor = (file: string): string =>
  readFileSync(REASONS, "utf8")
    .split(/^#+ /m)
    .find((part) => part.startsWith(`\`${file}\``)) ?? "";

const hasReason = (mutant: Mutant): boolean => reasonsFor(fileOf(mutant)).includes(`- ${changeOf(mutant)}: `);

const start = performance.now();
const asked = process.argv.slice(2);
const patterns = asked.length > 0 ? asked : RULES;
const files = filesOf(patterns);
/** As they are now: somebody may go on writing during the run. */
const sources = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), "utf8").split("\n")]));

const mutants = await new Stryker({
  mutate: [...patterns],
  testRunner: "vitest",
  plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
  vitest: { configFile: "tests/support/mutationVitest.ts", related: false, pool: "threads" },
  coverageAnalysis: "perTest",
  concurrency: 2,
  // A number in a table is a rule too; it costs a run of all tests, and there are few.
  ignoreStatic: false,
  // A list that grows without end is stopped by the clock: on a quiet machine twice the usual time is patience enough.
  timeoutMS: 10_000,
  timeoutFactor: 2,
  dryRunTimeoutMinutes: 15,
  thresholds: { high: 100, low: AT_LEAST, break: AT_LEAST },
  reporters: ["progress-append-only"],
  // Outside of the project, so that no other tool meets the copy.
  tempDirName: join(tmpdir(), "chairside-mutation"),
  cleanTempDir: "always",
  ignorePatterns: [".ci", ".cache", "coverage", "data", "dist", "docs/screens", "playwright-report", "test-results"],
})
  .runMutationTest()
  .catch((error: unknown) => {
    console.error(`FAILED mutation: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  });

const of = (file: string) => mutants.filter((mutant) => fileOf(mutant) === file);
const rows = files.map((file) => rowOf(file, of(file)));
const total = rowOf("all", mutants);
const survivors = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");

console.log(`\n${tableOf([...rows, total])}`);
if (survivors.length > 0) console.log("\nSurvived:");
for (const mutant of survivors)
  console.log(
    `  ${placeOf(mutant)} ${mutant.mutatorName}${hasReason(mutant) ? " (reason known)" : ""}: ${changeOf(mutant)}`,
  );

mkdirSync(REPORTS, { recursive: true });
const report = join(REPORTS, asked.length > 0 ? "part.json" : "rules.json");
const survived = survivors.map((mutant) => ({
  place: placeOf(mutant),
  mutator: mutant.mutatorName,
  change: changeOf(mutant),
  covered: mutant.status === "Survived",
}));
writeFileSync(
  report,
  `${JSON.stringify({ patterns, seconds: Math.round((performance.now() - start) / 1000), total, rows, survived }, null, 2)}\n`,
);

const score = total.score ?? 0;
const unlisted = survivors.filter((mutant) => !hasReason(mutant)).length;
const well = score >= AT_LEAST && unlisted === 0;
if (unlisted > 0) console.log(`\n${unlisted} survived without a reason in ${relative(ROOT, REASONS)}.`);
console.log(
  `\n${well ? "ok    " : "FAILED"} mutation, ${score.toFixed(1)} % of at least ${AT_LEAST} %, ${seconds(start)}, ${relative(ROOT, report)}`,
);
if (!well) process.exitCode = 1;
