import type { Instant } from "#shared/base/time.ts";

/** What the connection itself reads of the server's messages; the clinic store reads the rest of them. */
export type LinkMessage =
  | { readonly type: "snapshot"; readonly epoch: string; readonly seq: number; readonly now: Instant }
  | { readonly type: "events"; readonly epoch: string; readonly now: Instant }
  | { readonly type: "beat"; readonly epoch: string; readonly seq: number; readonly now: Instant; readonly build: string; readonly log: unknown }
  | { readonly type: "presence" }
  | { readonly type: "goodbye"; readonly reason: string };

export const MESSAGE_TYPES = ["snapshot", "events", "beat", "presence", "goodbye"] as const satisfies readonly LinkMessage["type"][];

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
  readonly entering?: unknown;
}
