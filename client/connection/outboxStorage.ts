import type { Instant } from "#shared/base/time.ts";

/** What is kept of an entry: enough to send it again after anything, and no name. */
export interface KeptEntry<Command> {
  readonly commandId: string;
  readonly command: Command;
  readonly addedAt: Instant;
}

/** Where entries are kept until they are answered. `put` resolves only when the entry is safe there. */
export interface OutboxStorage<Command> {
  /** In the order in which they were put. */
  readonly load: () => Promise<readonly KeptEntry<Command>[]>;
  readonly put: (entry: KeptEntry<Command>) => Promise<void>;
  readonly remove: (commandId: string) => Promise<void>;
}

/** Lasts as long as the page. */
export const memoryOutboxStorage = <Command>(): OutboxStorage<Command> => {
  const entries = new Map<string, KeptEntry<Command>>();
  return {
    load: () => Promise.resolve([...entries.values()]),
    put: (entry) => Promise.resolve(void entries.set(entry.commandId, entry)),
    remove: (commandId) => Promise.resolve(void entries.delete(commandId)),
  };
};
