import { openDB, type DBSchema, type IDBPDatabase } from "idb";

import { newKey, type Sealed } from "./sealed.ts";

/** OB13. All that stands in clear: whose, which, where and when. What was entered is in `data`. */
export interface SealedEntry extends Sealed {
  /** Given by the store: the order in which entries were made. */
  readonly order?: number;
  readonly commandId: string;
  readonly author: string;
  readonly clinicId: string;
  readonly addedAt: number;
}

export interface SealedDraft extends Sealed {
  readonly author: string;
  readonly clinicId: string;
  /** Which form of the author's it is. */
  readonly form: string;
}

interface Shape extends DBSchema {
  keys: { key: string; value: CryptoKey };
  entries: { key: number; value: SealedEntry; indexes: { commandId: string } };
  drafts: { key: [author: string, form: string]; value: SealedDraft };
}

export type DeviceStore = IDBPDatabase<Shape>;

let opening: Promise<DeviceStore> | undefined;

/** The one database of this device, opened when it is first needed, and again after the browser closed it. */
export const deviceStore = (): Promise<DeviceStore> => {
  // What is only here must not be what the browser makes room with; where it says no, entries are kept all the same.
  if (!opening) void (navigator.storage as StorageManager | undefined)?.persist().catch(() => false);
  opening ??= openDB<Shape>("chairside", 1, {
    upgrade: (db) => {
      db.createObjectStore("keys");
      db.createObjectStore("entries", { keyPath: "order", autoIncrement: true }).createIndex("commandId", "commandId", {
        unique: true,
      });
      db.createObjectStore("drafts", { keyPath: ["author", "form"] });
    },
    // A newer page waits for this one to let go; the next entry opens it again.
    blocking: (_current, _blocked, event) => {
      opening = undefined;
      (event.target as IDBDatabase).close();
    },
    terminated: () => (opening = undefined),
  }).catch((cause: unknown) => {
    opening = undefined;
    throw cause;
  });
  return opening;
};

/** One key for each author on each device. Two pages that make one at the same moment end with the same. */
export const keyOf = async (db: DeviceStore, author: string): Promise<CryptoKey> => {
  const known = await db.get("keys", author);
  if (known) return known;
  const made = await newKey(); // before the transaction: one does not stay open while something else is awaited
  const change = db.transaction("keys", "readwrite", STRICT);
  const key = (await change.store.get(author)) ?? made;
  await change.store.put(key, author);
  await change.done;
  return key;
};

/** Asks for the disk and not for the operating system's promise of it. */
export const STRICT = { durability: "strict" } as const;
