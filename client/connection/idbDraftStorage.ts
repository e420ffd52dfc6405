import { deviceStore, keyOf, type SealedDraft } from "./deviceStore.ts";
import { seal, unseal } from "./sealed.ts";

/** What was begun and not saved, by the name of its form. */
export interface DraftStorage {
  readonly load: () => Promise<readonly { readonly form: string; readonly value: unknown }[]>;
  readonly put: (form: string, value: unknown) => Promise<void>;
  readonly remove: (form: string) => Promise<void>;
}

/** EN11. Drafts on this device, sealed as entries are. One that does not open is dropped: it was never saved. */
export const idbDraftStorage = (author: string, clinicId: string): DraftStorage => {
  const about = (form: string) => ["draft", author, clinicId, form];
  const open = async (key: CryptoKey, sealed: SealedDraft) => {
    try {
      return [{ form: sealed.form, value: await unseal(key, about(sealed.form), sealed) }];
    } catch {
      return [];
    }
  };
  return {
    load: async () => {
      const db = await deviceStore();
      const key = await keyOf(db, author);
      const mine = (await db.getAll("drafts")).filter((one) => one.author === author && one.clinicId === clinicId);
      return (await Promise.all(mine.map((sealed) => open(key, sealed)))).flat();
    },
    put: async (form, value) => {
      const db = await deviceStore();
      const sealed = await seal(await keyOf(db, author), about(form), value);
      await db.put("drafts", { author, clinicId, form, ...sealed });
    },
    remove: async (form) => (await deviceStore()).delete("drafts", [author, form]),
  };
};
