import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { ClinicId, Seq } from "#shared/base/ids.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { SERVER_MESSAGES, SubmitReply, type Applied, type AppliedReply, type Hello } from "#shared/wire/messages.ts";
import { WIRE_VERSION } from "#shared/wire/version.ts";
import { createClinicStore, type ClinicStore } from "#client/store/clinicStore.ts";
import { parseServerMessage, type ServerMessage } from "#client/store/serverMessage.ts";
import type { SignedIn } from "./people.ts";

type MessageOf<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;

/** One open socket that says hello, keeps every message and applies it to the client's own store. Nothing here sleeps. */
export interface Screen {
  readonly store: ClinicStore;
  readonly heard: readonly ServerMessage[];
  /** Every seq that came in an `events` message, in the order of its coming, repeats included. */
  readonly seqs: () => readonly number[];
  readonly all: <Type extends ServerMessage["type"]>(type: Type) => readonly MessageOf<Type>[];
  /** The first answer that is not undefined: asked now, and again after everything that happens on the socket. */
  readonly when: <Answer>(look: () => Answer | undefined) => Promise<Answer>;
  /** The next message of that name that comes from now on, and passes the test if there is one. */
  readonly next: <Type extends ServerMessage["type"]>(
    type: Type,
    test?: (message: MessageOf<Type>) => boolean,
  ) => Promise<MessageOf<Type>>;
  readonly has: (seq: number) => Promise<void>;
  readonly hello: (other?: Partial<Record<keyof Hello, unknown>>) => void;
  readonly submit: (command: Command, commandId?: string) => Promise<SubmitReply>;
  readonly applied: (more?: Partial<Applied>) => Promise<AppliedReply>;
  /** Says anything at all, as a broken or hostile client would. */
  readonly say: (name: string, ...body: readonly unknown[]) => void;
  /** A frame as it stands, around every library. */
  readonly sayRaw: (frame: string | Uint8Array) => void;
  /** Takes nothing off the network any more, and sends on. */
  readonly stopReading: () => void;
  readonly connected: () => boolean;
  /** Why the socket closed the last time. */
  readonly closed: () => Promise<string>;
  readonly close: () => void;
}

export interface ScreenOptions {
  readonly server: { readonly url: string };
  readonly who: Pick<SignedIn, "cookie">;
  readonly clinicId: ClinicId;
  /** Another way to the server than its own address: a proxy. */
  readonly through?: string;
  /** Says no hello by itself. */
  readonly silent?: boolean;
  /** Comes back by itself when the link is lost. */
  readonly returns?: boolean;
  readonly store?: ClinicStore;
}

const PATIENCE_MS = 15_000;

export const openScreen = async (options: ScreenOptions): Promise<Screen> => {
  const { server, who, clinicId, store = createClinicStore(), returns = false, silent = false } = options;
  const socket: Socket = io(options.through ?? server.url, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: returns,
    reconnectionDelay: 20,
    reconnectionDelayMax: 100,
    extraHeaders: { cookie: who.cookie, origin: server.url },
  });
  const heard: ServerMessage[] = [];
  const seqs: number[] = [];
  const looks = new Set<() => void>();
  const reasons: string[] = [];
  const happened = (): void => looks.forEach((look) => look());

  const hello: Screen["hello"] = (other = {}) => {
    const epoch = store.epoch();
    socket.emit("hello", {
      wire: WIRE_VERSION,
      clinicId,
      haveSeq: store.haveSeq(),
      ...(epoch !== undefined && { epoch }),
      ...other,
    });
  };
  const hear = (type: ServerMessage["type"], body: unknown): void => {
    const message = parseServerMessage(type, body);
    if (message === undefined) throw new Error(`a ${type} that cannot be read`);
    heard.push(message);
    if (message.type === "events") seqs.push(...message.events.map(({ seq }) => seq));
    if (store.receive(message) !== "applied") hello();
    happened();
  };
  for (const type of Object.keys(SERVER_MESSAGES) as (keyof typeof SERVER_MESSAGES)[])
    socket.on(type, (body) => hear(type, body));
  socket.on("connect", () => silent || hello());
  socket.on("disconnect", (reason) => {
    reasons.push(reason);
    happened();
  });

  const when: Screen["when"] = (look) =>
    new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        looks.delete(again);
      };
      const again = (): void => {
        const answer = look();
        if (answer === undefined) return;
        done();
        resolve(answer);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`waited in vain; at ${store.haveSeq()}, heard ${heard.map(({ type }) => type).join(" ")}`));
      }, PATIENCE_MS);
      looks.add(again);
      again();
    });
  const all = <Type extends ServerMessage["type"]>(type: Type) =>
    heard.filter((message): message is MessageOf<Type> => message.type === type);

  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    if (!returns) socket.once("connect_error", reject);
  });
  if (!silent) await when(() => all("snapshot")[0] ?? all("events")[0] ?? all("goodbye")[0]);

  return {
    store,
    heard,
    seqs: () => seqs,
    all,
    when,
    next: (type, test = () => true) => {
      const before = all(type).length;
      return when(() => all(type).slice(before).find(test));
    },
    has: (seq) => when(() => (store.haveSeq() >= (seq as Seq) ? (true as const) : undefined)).then(() => undefined),
    hello,
    submit: async (command, commandId = randomUUID()) =>
      SubmitReply.parse(await socket.timeout(PATIENCE_MS).emitWithAck("submit", { commandId, command })),
    applied: async (more = {}) =>
      (await socket
        .timeout(PATIENCE_MS)
        .emitWithAck("applied", { seq: store.haveSeq(), unsent: 0, oldestUnsentS: 0, ...more })) as AppliedReply,
    say: (name, ...body) => void socket.emit(name, ...body),
    sayRaw: (frame) => wire(socket).send(frame),
    stopReading: () => wire(socket)._socket.pause(),
    connected: () => socket.connected,
    closed: () => when(() => (socket.connected ? undefined : reasons.at(-1))),
    close: () => void socket.disconnect(),
  };
};

/** The websocket under the library, for what no library would do. */
const wire = ({ io: { engine } }: Socket) =>
  (
    engine.transport as unknown as {
      readonly ws: {
        readonly send: (frame: string | Uint8Array) => void;
        readonly _socket: { readonly pause: () => void };
      };
    }
  ).ws;
