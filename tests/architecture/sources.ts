import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

import ts from "typescript";

const ROOT = join(import.meta.dirname, "../..");

export interface Source {
  /** From the top of the repository, with `/`: "shared/base/ids.ts". */
  readonly path: string;
  readonly text: string;
  /** Files of ours that it names, types included. */
  readonly imports: readonly string[];
}

export const sourcesIn = (...folders: readonly string[]): readonly Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(tsx?|js)$/.test(name))
      .map((name) => source(`${folder}/${name.split(sep).join("/")}`)),
  );

const source = (path: string): Source => {
  const text = readFileSync(join(ROOT, path), "utf8");
  const named = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  return { path, text, imports: named.flatMap((name) => ours(path, name)) };
};

/** A subpath import starts at the top, a relative one at the file; anything else is a package. */
const ours = (from: string, name: string): string[] => {
  if (name.startsWith("#")) return [name.slice(1)];
  if (!name.startsWith(".")) return [];
  return [
    relative(ROOT, join(ROOT, dirname(from), name))
      .split(sep)
      .join("/"),
  ];
};
