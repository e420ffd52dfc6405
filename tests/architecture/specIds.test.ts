import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { sourcesIn } from "./sources.ts";

const SPEC = join(import.meta.dirname, "../../SPEC.md");
const ID = "[A-Z]{2,4}\\d+";

const rules = (): string[] => {
  if (!existsSync(SPEC)) throw new Error("SPEC.md is missing: the rules stand there, one a line: - **LG1** ...");
  const lines = readFileSync(SPEC, "utf8").matchAll(new RegExp(`^- \\*\\*(${ID})\\*\\* `, "gm"));
  return [...lines].flatMap(([, id]) => id ?? []);
};

/** Every title that starts with one or more ids in brackets, in any file under tests/. */
const tested = (): Map<string, string> => {
  const title = new RegExp(`["'\`]((?:\\[${ID}\\] ?)+)`, "g");
  const found = sourcesIn("tests").flatMap(({ path, text }) =>
    [...text.matchAll(title)].flatMap(([, ids]) =>
      (ids?.match(new RegExp(ID, "g")) ?? []).map((id) => [id, path] as const),
    ),
  );
  return new Map(found);
};

test("[AR6] every rule of SPEC.md has a test that names it", () => {
  const titles = tested();
  expect(rules().filter((id) => !titles.has(id))).toEqual([]);
});

test("[AR7] every rule that a test names stands in SPEC.md", () => {
  const known = new Set(rules());
  const unknown = [...tested()].filter(([id]) => !known.has(id)).map(([id, path]) => `${id} in ${path}`);
  expect(unknown).toEqual([]);
});

test("[AR8] no id names two rules", () => {
  const ids = rules();
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
