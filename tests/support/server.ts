import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FromServer } from "./main.ts";

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  readonly token: () => string;
  /** Moves the domain clock, runs what fell due, and gives the new time. */
  readonly advance: (ms: number) => Promise<number>;
  readonly process: () => ChildProcess;
  /** SIGKILL: no goodbye, nothing flushed. */
  readonly kill: () => Promise<void>;
  /** The same folder, the same port, the clock where it stood; as another build, if one is named. */
  readonly start: (as?: { readonly build: string }) => Promise<void>;
  /** SIGTERM, and the folder is removed. */
  readonly stop: () => Promise<void>;
}

/** A real server process of the tests' composition root, in a folder of its own. */
export const startServer = async ({
  now = Date.UTC(2026, 10, 23, 14, 0),
}: { readonly now?: number } = {}): Promise<TestServer> => {
  const folder = mkdtempSync(join(tmpdir(), "chairside-test-"));
  const port = await freePort();
  let clock = now;
  let token = "";
  let child: ChildProcess;

  const start = async (as?: { readonly build: string }): Promise<void> => {
    child = fork(join(import.meta.dirname, "main.ts"), [], {
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: folder,
        LOG_LEVEL: "error",
        TEST_NOW: String(clock),
        ...(as && { TEST_BUILD: as.build }),
        PUBLIC_URL: `http://localhost:${port}`,
      },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const message = await said(child);
    if (!("ready" in message)) throw new Error("the server said something else than ready");
    ({ token } = message.ready);
  };
  await start();

  return {
    url: `http://localhost:${port}`,
    port,
    folder,
    token: () => token,
    advance: async (ms) => {
      const answer = said(child);
      child.send({ advance: ms });
      const message = await answer;
      if (!("now" in message)) throw new Error("the server did not say its time");
      clock = message.now;
      return clock;
    },
    process: () => child,
    kill: async () => {
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      await exit;
    },
    start,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, "exit");
        child.kill("SIGTERM");
        await exit;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The next message of a child; its end is an error, so that nobody waits for a dead server. */
const said = (child: ChildProcess): Promise<FromServer> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`the server ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as FromServer);
    });
  });

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
};
