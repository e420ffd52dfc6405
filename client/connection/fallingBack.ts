import { memoryOutboxStorage, type OutboxStorage } from "./outboxStorage.ts";
import type { Timers } from "./outbox.ts";

/** A device's store that says nothing for so long is taken for one that refuses: somebody stands there and waits. */
export const STORE_PATIENCE_MS = 5_000;

/**
 * OB2, OB14. Keeps on the device where that goes. Where it is refused (private mode, a browser's settings, a broken
 * disk) entries lie in the page alone, which is said; where the device is full the entry is refused instead.
 */
export const fallingBack = <Command, Rejection>(
  device: OutboxStorage<Command, Rejection>,
  timers: Timers,
): OutboxStorage<Command, Rejection> => {
  const page = memoryOutboxStorage<Command, Rejection>();
  /** Nobody waits twice for a store that is silent; its late answer ends that. */
  let silent = false;

  const within = <Answer>(ask: () => Promise<Answer>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (silent) return reject(new Error("the device's store is silent"));
      const giveUp = (): void => {
        silent = true;
        reject(new Error("the device's store does not answer"));
      };
      const late = timers.set(giveUp, STORE_PATIENCE_MS);
      void ask()
        .then(resolve, reject)
        .finally(() => {
          timers.clear(late);
          silent = false;
        });
    });

  return {
    load: () => within(device.load).catch(() => page.load()),
    put: (entry) =>
      within(() => device.put(entry)).catch((cause: unknown) => (isFull(cause) ? "full" : page.put(entry))),
    remove: async (commandId) => {
      await page.remove(commandId);
      await within(() => device.remove(commandId));
    },
  };
};

const isFull = (cause: unknown): boolean => cause instanceof Error && cause.name === "QuotaExceededError";
