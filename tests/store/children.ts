import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { ClinicId, CommandId } from "#shared/base/ids.ts";

export interface Ack {
  readonly clinicId: ClinicId;
  readonly seq: number;
  readonly commandId: CommandId;
}

export interface Child {
  /** Lines printed so far. */
  output(): readonly string[];
  acks(): readonly Ack[];
  /** The first line that begins with `word`. */
  said(word: string): Promise<string>;
  /** SIGKILL; settles when it is dead and all that it printed has been read. */
  kill(): Promise<void>;
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
}

/** A process that appends without end, and prints each answer as it gets it. */
export const startWriter = (folder: string, { largestFileKb }: { largestFileKb?: number } = {}): Child =>
  start("./writer.child.ts", folder, largestFileKb);

/** A process that takes the lock of `folder` and holds it. */
export const startLockHolder = (folder: string): Child => start("./lockHolder.child.ts", folder);

/** With a limit, a write beyond it fails as on a broken disk (EFBIG, which SQLite calls an I/O error). */
const start = (script: string, folder: string, largestFileKb?: number): Child => {
  const limit = largestFileKb === undefined ? "" : `ulimit -f ${largestFileKb * 2}; `; // sh counts in 512 bytes
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn("sh", ["-c", `${limit}exec "$0" "$@"`, process.execPath, path, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (more: string) => (text += more));
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  const output = () => text.split("\n").slice(0, -1);
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  const said = (word: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = output().find((printed) => printed.startsWith(word));
        if (line !== undefined) resolve(line);
      };
      child.stdout.on("data", look);
      void ended.then(() => reject(new Error(`ended without saying ${word}: ${text}`)));
      look();
    });
  return { output, acks: () => output().flatMap(ackIn), said, kill, ended };
};

const ackIn = (line: string): readonly Ack[] => {
  const [word, clinicId, seq, commandId] = line.split(" ");
  if (word !== "ack") return [];
  return [{ clinicId: ClinicId.parse(clinicId), seq: Number(seq), commandId: CommandId.parse(commandId) }];
};
