import { spawn } from "node:child_process";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** Runs a tool of node_modules/.bin with its output on ours; true when it went well. */
export const run = (tool: string, ...args: readonly string[]): Promise<boolean> => runWith({}, tool, ...args);

export const runWith = (env: Record<string, string>, tool: string, ...args: readonly string[]): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const path = `${join(ROOT, "node_modules/.bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`;
    const options = { cwd: ROOT, env: { ...process.env, PATH: path, ...env }, shell: process.platform === "win32" };
    const child = spawn(tool, args, { ...options, stdio: "inherit" });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });

export const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
