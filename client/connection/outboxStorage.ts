import type { Instant } from "#shared/base/time.ts";

/** What is kept of an entry: enough to send it again after anything, and no name. */
export interface KeptEntry<Command, Rejection> {
  readonly commandId: string;
  readonly command: Command;
  readonly addedAt: Instant;
  /** The server's no, which a person has still to read. */
  readonly rejection?: Rejection;
}

/** Where an entry lies: on the device whatever happens to the page, or in the page alone. */
export type Where = "device" | "page";

/** One that is here and cannot be opened: its key is gone, its bytes are not what they were, or another version wrote it. */
export interface UnreadableEntry {
  readonly commandId: string;
  readonly addedAt: Instant;
}

/** What is there when a page begins, in the order in which it was put. */
export interface Found<Command, Rejection> {
  readonly where: Where;
  readonly entries: readonly KeptEntry<Command, Rejection>[];
  readonly unreadable: readonly UnreadableEntry[];
  /** Of other people on this device: theirs to send. */
  readonly others: readonly { readonly author: string; readonly count: number }[];
}

/** Where entries are kept until they are answered. */
export interface OutboxStorage<Command, Rejection> {
  readonly load: () => Promise<Found<Command, Rejection>>;
  /** Resolves only when the entry is safe there; the same id again replaces what is kept under it, in its place. */
  readonly put: (entry: KeptEntry<Command, Rejection>) => Promise<Where | "full">;
  readonly remove: (commandId: string) => Promise<void>;
}

/** Lasts as long as the page. */
export const memoryOutboxStorage = <Command, Rejection>(): OutboxStorage<Command, Rejection> => {
  const entries = new Map<string, KeptEntry<Command, Rejection>>();
  return {
    load: () => Promise.resolve({ where: "page", entries: [...entries.values()], unreadable: [], others: [] }),
    put: (entry) => {
      entries.set(entry.commandId, entry);
      return Promise.resolve("page");
    },
    remove: (commandId) => Promise.resolve(void entries.delete(commandId)),
  };
};
