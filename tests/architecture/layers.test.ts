import ts from "typescript";
import { expect, test } from "vitest";

import { sourcesIn } from "./sources.ts";
import type { Source } from "./sources.ts";

/** What can be measured, and what a protocol asks of it. */
const MEASURES = ["shared/base", "shared/vitals", "shared/scales", "shared/protocol"];

/** The shapes that every rule speaks of: who there is, what may be wished, what happened, what stands now. */
const SHAPES = [
  "shared/access/role",
  "shared/alarm/alarm",
  ...["careEvents", "clinic", "commands", "decision", "events", "rejection"].map((file) => `shared/clinic/${file}`),
];

/**
 * Who may import whom: folders, files without their ending, or the beginnings of files with a star.
 * The longest row counts, and a folder may always import itself.
 * What has no row may not import any of ours, so a new folder starts with a line here.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "shared/base": [],
  "shared/vitals": ["shared/base"],
  "shared/scales": ["shared/base", "shared/vitals"],
  "shared/protocol": ["shared/base", "shared/vitals", "shared/scales"],
  "shared/session": [...MEASURES, ...SHAPES],
  "shared/recovery": [...MEASURES, ...SHAPES, "shared/session"],
  "shared/alarm": [...MEASURES, ...SHAPES, "shared/session", "shared/recovery"],
  // Deciders answer with all that the rules know.
  "shared/session/decide*": ["shared/"],
  "shared/clinic": ["shared/"],
  "shared/access": ["shared/base", "shared/clinic"],
  "shared/wire": ["shared/"],

  "server/store": ["shared/base"],
  "server/people": ["shared/", "server/store"],
  "server/clinic": ["shared/", "server/store"],
  "server/socket": ["shared/", "server/store", "server/people", "server/clinic"],
  "server/http": ["shared/", "server/store", "server/people", "server/clinic"],
  "server/cli": ["shared/", "server/"],
  server: ["shared/", "server/"],

  "client/ui": ["shared/", "client/words", "client/rejectionWords", "client/connection"],
  "client/connection": ["shared/"],
  "client/store": ["shared/", "client/connection"],
  // One for all pages: the frame mounts it, no page knows of it.
  "client/sound": ["shared/", "client/ui", "client/store", "client/connection"],
  client: ["shared/", "client/"],

  tests: ["shared/", "server/", "client/", "tests/"],
};

const PAGES = ["board", "chair", "discharge", "record", "today", "signIn", "admin", "ledger", "wall"];
/** What every page may use besides the rules; another page is never among it. */
const PAGE_MAY_IMPORT = [
  "shared/",
  "client/ui",
  "client/store",
  "client/connection",
  "client/words",
  "client/rejectionWords",
  "client/shellWords",
  "client/entry",
  // Who signs at any page may have to prove who they are.
  "client/signIn/PinDoor",
];

/** A wall is the board read from afar: its models, its words and its quiet parts. */
const PAGE_ALSO: Readonly<Record<string, readonly string[]>> = {
  "client/wall": ["client/board", "client/OpenCalls"],
};

const CONCRETE_STORES = /^server\/store\/(sqlite|memory)/;
const MAY_NAME_A_STORE = /^(server\/(main|demo)\.ts|server\/(cli|store)\/.*|tests\/.*)$/;

const sources = sourcesIn("shared", "server", "client", "tests");

test("[AR1] every folder imports only what its row allows", () => {
  const broken = sources.flatMap((source) =>
    source.imports.filter((target) => !mayImport(source.path, target)).map((target) => `${source.path} -> ${target}`),
  );
  expect(broken).toEqual([]);
});

test("[AR2] server and client meet only in shared", () => {
  const meets = ({ path, imports }: Source) =>
    (path.startsWith("client/") && imports.some((target) => target.startsWith("server/"))) ||
    (path.startsWith("server/") && imports.some((target) => target.startsWith("client/")));
  expect(sources.filter(meets).map(({ path }) => path)).toEqual([]);
});

test("[AR3] only a composition root, the command line and tests name a concrete store", () => {
  const names = ({ path, imports }: Source) =>
    imports.some((target) => CONCRETE_STORES.test(target)) && !MAY_NAME_A_STORE.test(path);
  expect(sources.filter(names).map(({ path }) => path)).toEqual([]);
});

test("[AR4] no file imports itself by a detour", () => {
  expect(cycles(sources)).toEqual([]);
});

test("[AR5] no file exists only to pass on what others export", () => {
  expect(sources.filter(isBarrel).map(({ path }) => path)).toEqual([]);
});

const mayImport = (from: string, target: string): boolean => {
  const row = rowOf(from);
  return within(target, row) || allowed(row).some((place) => within(target, place));
};

/** The longest row that holds the file: "server/store" before "server". */
const rowOf = (path: string): string => {
  const rows = [...Object.keys(MAY_IMPORT), ...PAGES.map((page) => `client/${page}`)];
  return rows.filter((row) => within(path, row)).toSorted((a, b) => b.length - a.length)[0] ?? path;
};

const allowed = (row: string): readonly string[] =>
  MAY_IMPORT[row] ??
  (PAGES.some((page) => row === `client/${page}`) ? [...PAGE_MAY_IMPORT, ...(PAGE_ALSO[row] ?? [])] : []);

const within = (path: string, place: string): boolean => {
  if (place.endsWith("/") || place.endsWith("*")) return path.startsWith(place.replace("*", ""));
  return path.startsWith(`${place}/`) || path.startsWith(`${place}.`);
};

/** Each cycle once, as the way round from its first file back to it. */
const cycles = (all: readonly Source[]): string[] => {
  const importsOf = new Map(all.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
    if (done.has(path) || trail.includes(path)) return;
    for (const next of importsOf.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of all) walk(path, []);
  return found;
};

const isBarrel = ({ path, text }: Source): boolean => {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const passesOn = (statement: ts.Statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier;
  return statements.some(passesOn) && statements.every((it) => passesOn(it) || ts.isImportDeclaration(it));
};
