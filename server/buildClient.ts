import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const SOURCES = ["client", "shared", "vite.config.ts", "package-lock.json"];

/** Builds what the browser gets when it is missing or older than its sources; `say` hears the one line of progress. */
export const buildClientWhenStale = async (say: (line: string) => void): Promise<void> => {
  if (!clientIsStale(ROOT)) return;
  say("Building the client, about 5 s, once ...");
  const startedAt = new Date();
  await build();
  // A file saved during the build is newer than the build.
  utimesSync(builtPage(ROOT), startedAt, startedAt);
};

export const clientIsStale = (root: string): boolean => {
  if (!existsSync(builtPage(root))) return true;
  const builtAt = statSync(builtPage(root)).mtimeMs;
  return SOURCES.some((source) => newest(join(root, source)) > builtAt);
};

const builtPage = (root: string): string => join(root, "dist/client/index.html");

/** Folders count too: a file taken away changes its folder. */
const newest = (path: string): number => {
  const entry = statSync(path);
  const below = entry.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(entry.mtimeMs, ...below);
};

/** In a process of its own, so that the server does not keep the builder's memory. */
const build = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const vite = join(ROOT, "node_modules/vite/bin/vite.js");
    const child = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: ROOT, stdio: "inherit" });
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error("The client could not be built."))));
  });
