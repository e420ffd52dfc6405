import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export const PROGRAMS = {
  server: "../../server/main.ts",
  chairside: "../../server/cli/main.ts",
  tests: "../support/main.ts",
} as const;

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Program {
  /** The first piece of output that fits. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly signal: (name: NodeJS.Signals) => void;
  readonly ended: Promise<Ended>;
}

export interface Start {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** The program as it is started, with no setting but the given ones; killed when the test is over. */
export const start = (program: keyof typeof PROGRAMS, { args = [], env = {}, input }: Start = {}): Program => {
  const path = join(import.meta.dirname, PROGRAMS[program]);
  const child = spawn(process.execPath, [path, ...args], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(input ?? "");
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (out += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (err += part));
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, out, err })));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const said = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(out);
        if (found) resolve(found);
      };
      child.stdout.on("data", look);
      void ended.then(({ code }) =>
        reject(new Error(`ended with ${code} without saying ${String(pattern)}: ${out}${err}`)),
      );
      look();
    });
  return { said, signal: (name) => void child.kill(name), ended };
};

/** Gone when the test, or the whole file, is over. */
export const folderFor = (whenDone: (remove: () => void) => void = onTestFinished): string => {
  const folder = mkdtempSync(join(tmpdir(), "chairside-test-"));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** `npm run chairside -- <command>` as a process of its own. */
export const chairside = (
  folder: string,
  command: string,
  { password, input }: { readonly password?: string; readonly input?: string } = {},
) =>
  start("chairside", {
    args: words(command),
    env: { DATA_DIR: folder, ...(password === undefined ? {} : { CHAIRSIDE_PASSWORD: password }) },
    ...(input === undefined ? {} : { input }),
  }).ended;

/** Split at spaces, but for what stands in quotes. */
export const words = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
