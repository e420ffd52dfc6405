import { deviceStore, keyOf, STRICT, type SealedEntry } from "./deviceStore.ts";
import type { KeptEntry, OutboxStorage } from "./outboxStorage.ts";
import { seal, unseal } from "./sealed.ts";

interface DeviceOutbox<Command, Rejection> {
  /** The person whose entries this page may open and send. */
  readonly author: string;
  readonly clinicId: string;
  /** The edge: undefined for what this version cannot read. */
  readonly read: (value: unknown) => Pick<KeptEntry<Command, Rejection>, "command" | "rejection"> | undefined;
}

/** OB13, OB15, OB18. Entries on this device, sealed with the author's own key before they are sent and until they are answered. */
export const idbOutboxStorage = <Command, Rejection>({
  author,
  clinicId,
  read,
}: DeviceOutbox<Command, Rejection>): OutboxStorage<Command, Rejection> => {
  const about = (commandId: string) => ["entry", author, clinicId, commandId];

  const open = async (key: CryptoKey, sealed: SealedEntry): Promise<KeptEntry<Command, Rejection> | undefined> => {
    const { commandId, addedAt } = sealed;
    try {
      const held = read(await unseal(key, about(commandId), sealed));
      return held && { commandId, addedAt, ...held };
    } catch {
      return undefined; // the wrong key or changed bytes: listed, and the others are opened all the same
    }
  };

  return {
    load: async () => {
      const db = await deviceStore();
      const all = (await db.getAll("entries")).filter((entry) => entry.clinicId === clinicId);
      const key = await keyOf(db, author);
      const mine = all.filter((entry) => entry.author === author);
      const opened = await Promise.all(mine.map((sealed) => open(key, sealed)));
      return {
        where: "device",
        entries: opened.filter((entry) => entry !== undefined),
        unreadable: mine.filter((_, index) => !opened[index]).map(({ commandId, addedAt }) => ({ commandId, addedAt })),
        others: countOthers(all.filter((entry) => entry.author !== author)),
      };
    },

    put: async ({ commandId, addedAt, ...held }) => {
      const db = await deviceStore();
      const sealed = await seal(await keyOf(db, author), about(commandId), held);
      const change = db.transaction("entries", "readwrite", STRICT);
      const order = await change.store.index("commandId").getKey(commandId);
      const known = order !== undefined && { order };
      await change.store.put({ commandId, author, clinicId, addedAt, ...sealed, ...known });
      await change.done;
      return "device";
    },

    remove: async (commandId) => {
      const db = await deviceStore();
      const change = db.transaction("entries", "readwrite");
      const order = await change.store.index("commandId").getKey(commandId);
      if (order !== undefined) await change.store.delete(order);
      await change.done;
    },
  };
};

const countOthers = (entries: readonly SealedEntry[]) =>
  [...Map.groupBy(entries, ({ author }) => author)].map(([author, theirs]) => ({ author, count: theirs.length }));
