import type { ChairId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Beat, Goodbye, SERVER_MESSAGES } from "#shared/wire/messages.ts";

/** What the connection itself reads of the server's messages (shared/wire/messages.ts); the clinic store reads the rest. */
export type LinkMessage =
  | { readonly type: "snapshot"; readonly now: Instant }
  | { readonly type: "events"; readonly now: Instant }
  | ({ readonly type: "beat"; readonly epoch: string } & Pick<Beat, "seq" | "now" | "build" | "log">)
  | { readonly type: "presence" }
  | ({ readonly type: "goodbye" } & Goodbye);

export const MESSAGE_TYPES = [
  "snapshot",
  "events",
  "beat",
  "presence",
  "goodbye",
] as const satisfies readonly (keyof typeof SERVER_MESSAGES)[];

/** After these only a person can help: sign in again, reload, ask an admin. After the others the screen comes back by itself. */
export const FINAL: Record<Goodbye["reason"], boolean> = {
  "client-too-old": true,
  "signed-out": true,
  "not-a-member": true,
  "going-away": false,
  "too-slow": false,
  malformed: false,
};

/** The zod edge: undefined for what this build cannot read. */
export type ParseMessage<Message extends LinkMessage> = (type: Message["type"], body: unknown) => Message | undefined;

/** The clinic's store, as the connection sees it. */
export interface Inbox<Message> {
  readonly haveSeq: () => number;
  readonly epoch: () => string | undefined;
  /** "gap": something before it is missing. "other-epoch": the log was restored; only a snapshot helps. */
  readonly receive: (message: Message) => "applied" | "gap" | "other-epoch";
}

/** What this tablet tells the server every 2 s: it shows up as presence, never in the log. */
export interface Report {
  readonly unsent: number;
  readonly oldestUnsentS: number;
  readonly entering?: ChairId | undefined;
}
