import { createHash } from "node:crypto";
import { chmodSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { Answer, Ask, answer, type Powers } from "./acts.ts";

/** On Windows a local socket has no place in a folder: its name stands for the folder. */
export const socketPath = (folder: string): string =>
  process.platform === "win32"
    ? `\\\\.\\pipe\\chairside-${createHash("sha256").update(folder).digest("hex").slice(0, 32)}`
    : join(folder, "control.sock");

const LONGEST_ASK = 16_384;
const ASKED_WITHIN_MS = 5_000;
/** A password waits for its turn to be hashed; more than this and the server is stuck. */
const ANSWERED_WITHIN_MS = 60_000;

export interface Control {
  /** Those who have asked still get their answer. */
  readonly close: () => Promise<void>;
}

/** CL2. A local socket in the data folder, for its owner alone: one line asked, one line answered. */
export const openControl = async (folder: string, powers: Powers): Promise<Control> => {
  const path = socketPath(folder);
  if (process.platform !== "win32") rmSync(path, { force: true }); // left by a crash: the lock on the folder says that nobody else listens
  const asking = new Set<Socket>();
  const server = createServer((socket) => {
    asking.add(socket);
    socket.once("close", () => asking.delete(socket));
    hear(socket, (line) => {
      asking.delete(socket);
      void answerTo(line, powers).then((said) => socket.end(`${JSON.stringify(said)}\n`));
    });
  });
  await listenPrivately(server, path);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of asking) socket.destroy();
      }),
  };
};

/** The first line, once. Whoever sends too much or nothing is hung up on. */
const hear = (socket: Socket, asked: (line: string) => void): void => {
  let text = "";
  const listen = (part: string): void => {
    text += part;
    const end = text.indexOf("\n");
    if (end < 0) return void (text.length > LONGEST_ASK && socket.destroy());
    socket.off("data", listen).setTimeout(0);
    asked(text.slice(0, end));
  };
  socket
    .setEncoding("utf8")
    .on("data", listen)
    .on("error", () => socket.destroy());
  socket.setTimeout(ASKED_WITHIN_MS, () => socket.destroy());
};

/** CL4. Whatever is asked, something is answered, and the server goes on. */
const answerTo = async (line: string, powers: Powers): Promise<Answer> => {
  const ask = Ask.safeParse(fromJson(line));
  if (!ask.success) return { refused: "This command is not understood. Is the server of the same version?" };
  return answer(ask.data, powers).catch((): Answer => ({
    refused: "The server could not do it; nothing was changed as far as it knows. Try again.",
  }));
};

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not ours, whatever it is
  }
};

/** The socket is made with the right of its owner alone: set afterwards, there would be a moment for others. */
const listenPrivately = async (server: Server, path: string): Promise<void> => {
  const before = process.umask(0o177);
  const listening = new Promise<void>((resolve, reject) => server.once("error", reject).listen(path, resolve));
  process.umask(before);
  await listening;
  if (process.platform !== "win32") chmodSync(path, 0o600);
};

/** Asks the running server; undefined when none is running. */
export const askServer = (folder: string, ask: Ask): Promise<Answer | undefined> =>
  new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(socketPath(folder), () => socket.write(`${JSON.stringify(ask)}\n`));
    socket.setEncoding("utf8").on("data", (part: string) => (text += part));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" || error.code === "ECONNREFUSED" ? resolve(undefined) : reject(error),
    );
    socket.setTimeout(ANSWERED_WITHIN_MS, () => socket.destroy());
    socket.on("close", () => {
      const said = Answer.safeParse(fromJson(text));
      if (said.success) resolve(said.data);
      else reject(new Error("the server stopped before it answered. Look whether it was done, then try again."));
    });
  });
