import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { Server, type Socket } from "socket.io";

import { Connection } from "#client/connection/connection.ts";
import { machineClocks } from "#client/connection/linkClock.ts";
import type { LinkMessage } from "#client/connection/messages.ts";
import type { Away } from "#client/connection/pageShown.ts";
import { createServerClock } from "#client/connection/serverClock.ts";

export const EPOCH = "epoch-one";

export type TinyMessage = LinkMessage & {
  readonly epoch?: string;
  readonly events?: readonly { readonly seq: number }[];
};

/** As much of a server as the link talks to: a log of numbers, hello, beats, acknowledgements. */
export const startTinyServer = async () => {
  const http = createServer();
  const io = new Server(http, { transports: ["websocket"], pingInterval: 5_000, pingTimeout: 5_000 });
  const log = { head: 0, epoch: EPOCH, aheadMs: 0, answersHello: true, watching: 1 };
  const heard: { readonly type: string; readonly body: unknown }[] = [];
  const waiting: { readonly type: string; readonly resolve: (body: unknown) => void }[] = [];
  const now = (): number => Date.now() + log.aheadMs;

  const note = (type: string, body: unknown): void => {
    heard.push({ type, body });
    for (const item of waiting.splice(0)) {
      if (item.type === type) item.resolve(body);
      else waiting.push(item);
    }
  };
  const answerHello = (socket: Socket, { haveSeq }: { haveSeq: number }): void => {
    socket.emit("events", { epoch: log.epoch, now: now(), events: numbers(haveSeq + 1, log.head) });
    beat(socket);
  };
  const beat = (target: Socket | Server = io): void =>
    void target.emit("beat", { epoch: log.epoch, seq: log.head, now: now(), build: "b1", log: "ok" });

  io.on("connection", (socket) => {
    socket.on("hello", (body: { haveSeq: number }) => {
      note("hello", body);
      if (log.answersHello) answerHello(socket, body);
    });
    socket.on("applied", (body: unknown, ack: (answer: unknown) => void) => {
      note("applied", body);
      ack({ now: now(), watching: log.watching });
    });
    socket.on("submit", (body: unknown, ack: (answer: unknown) => void) => {
      note("submit", body);
      ack({ accepted: { seq: log.head } });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    log,
    heard,
    beat,
    /** The next message of that name from the client. */
    next: (type: string): Promise<unknown> => new Promise((resolve) => waiting.push({ type, resolve })),
    send: (from: number, to: number): void =>
      void io.emit("events", { epoch: log.epoch, now: now(), events: numbers(from, to) }),
    /** Cuts every socket without a word, as a network does. */
    cut: (): void => {
      for (const socket of io.sockets.sockets.values()) socket.conn.close();
    },
    hangUp: (): void => void io.disconnectSockets(),
    stop: (): Promise<void> => io.close(),
  };
};

const numbers = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => ({ seq: from + n }));

/** A clinic that only counts: it takes what follows, ignores what it has, and says when something is missing. */
export const countingInbox = () => {
  const applied: number[] = [];
  const have = { seq: 0, epoch: undefined as string | undefined };
  const receive = (message: TinyMessage): "applied" | "gap" | "other-epoch" => {
    if (message.type !== "events") return "applied";
    if (have.epoch !== undefined && have.epoch !== message.epoch) return "other-epoch";
    const news = (message.events ?? []).filter(({ seq }) => seq > have.seq);
    if (news[0] && news[0].seq !== have.seq + 1) return "gap";
    applied.push(...news.map(({ seq }) => seq));
    Object.assign(have, { seq: applied.at(-1) ?? have.seq, epoch: message.epoch });
    return "applied";
  };
  return { applied, inbox: { haveSeq: () => have.seq, epoch: () => have.epoch, receive } };
};

/** Clocks that can be moved on, as if nothing had been heard for so long; in sleep the link clock stands still. */
export const movableClocks = () => {
  const moved = { link: 0, wall: 0 };
  const clocks = { link: () => machineClocks.link() + moved.link, wall: () => machineClocks.wall() + moved.wall };
  const sleep = (ms: number): void => void (moved.wall += ms);
  const wait = (ms: number): void => {
    moved.link += ms;
    moved.wall += ms;
  };
  return { clocks, wait, sleep };
};

export const connectTo = (url: string) => {
  const { applied, inbox } = countingInbox();
  const { clocks, wait, sleep } = movableClocks();
  const shown = { again: (_was: Away): void => undefined };
  const clock = createServerClock(clocks.wall);
  const connection = new Connection<TinyMessage>({
    url,
    wire: 1,
    clinicId: "clinic-one",
    inbox,
    parse: (type, body) => (typeof body === "object" ? ({ type, ...body } as TinyMessage) : undefined),
    clock,
    clocks,
    report: () => ({ unsent: 2, oldestUnsentS: 40 }),
    onPageShown: (again) => {
      shown.again = again;
      return () => undefined;
    },
    socket: { reconnectionDelay: 20, reconnectionDelayMax: 50 },
  });
  const reaches = (state: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (connection.view().live.state !== state) return;
        stop();
        resolve();
      };
      const stop = connection.subscribe(look);
      look();
    });
  return { connection, applied, wait, sleep, reaches, shown: (was: Away) => shown.again(was) };
};
