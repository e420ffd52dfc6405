import * as z from "zod";

import type { DraftStorage } from "#client/connection/idbDraftStorage.ts";
import type { ClinicStore } from "#client/store/clinicStore.ts";
import { ChairId, SessionId, type PersonId } from "#shared/base/ids.ts";
import { draftKey, type Drafts, type Slot } from "./drafts.ts";
import { eachNumber, emptyDraft, type Draft } from "./entryModel.ts";
import { onto, type Forms } from "./forms.ts";

export const formKey = (person: PersonId, sessionId: SessionId, name: string): string =>
  `${person} ${sessionId} ${name}`;

interface Keeping {
  readonly person: PersonId;
  readonly drafts: Drafts;
  readonly forms: Forms;
  readonly storage: DraftStorage;
  readonly clinic: Pick<ClinicStore, "clinic" | "subscribe">;
}

/** The sheet of a chair as it lies on the device. */
const KeptSheet = z.object({
  draft: z.looseObject({
    sessionId: SessionId,
    observationId: z.string(),
    commandId: z.string(),
    sheet: z.enum(["full", "bp", "look-in", "exit"]),
    typed: z.record(z.string(), z.string()),
  }),
  open: z.boolean(),
});

/**
 * EN11. Brings back what this person had begun, keeps every change of it, and takes it away when it is saved or its session
 * has left. Gives the way to stop.
 */
export const keepDrafts = ({ person, drafts, forms, storage, clinic }: Keeping): (() => void) => {
  const write = oneByOne(storage);
  const known = new Map<string, Part["of"]>();
  const stops: (() => void)[] = [];
  let stopped = false;

  const keep = (): void => {
    const now = new Map([...sheetsOf(person, drafts), ...formsOf(person, forms)]);
    for (const name of known.keys()) if (!now.has(name)) write(name, undefined);
    for (const [name, { value, of }] of now) if (!isSame(known.get(name), of)) write(name, value);
    known.clear();
    for (const [name, { of }] of now) known.set(name, of);
  };
  const dropLeft = (): void => {
    const { seq, sessions } = clinic.clinic();
    if (seq === 0) return; // not here yet: nobody is known to have left
    const left = (sessionId: string): boolean => !(sessionId in sessions);
    for (const [key, { draft }] of drafts.all())
      if (draft && key.startsWith(`${person}:`) && left(draft.sessionId)) drafts.write(key, withoutDraft);
    for (const key of [...forms.all().keys()])
      if (key.startsWith(`${person} `) && left(key.split(" ")[1] ?? "")) forms.write(key, undefined);
  };
  const bringBack = async (): Promise<void> => {
    const found = await storage.load().catch(() => []); // a device that keeps nothing: said for entries, true for drafts
    if (stopped) return;
    for (const { form, value } of found) {
      known.set(form, []);
      restore(form, value, person, drafts, forms);
    }
    dropLeft();
    keep();
    stops.push(drafts.subscribe(keep), forms.subscribe(keep), clinic.subscribe(dropLeft));
  };
  void bringBack();
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
};

interface Part {
  readonly value: unknown;
  /** One of these changes when the value does. */
  readonly of: readonly unknown[];
}

const isSame = (before: Part["of"] = [], now: Part["of"]): boolean =>
  before.length === now.length && now.every((part, index) => part === before[index]);

const SHEET = "sheet ";

const sheetsOf = (person: PersonId, drafts: Drafts): [string, Part][] =>
  [...drafts.all()].flatMap(([key, { draft, open }]): [string, Part][] =>
    draft && key.startsWith(`${person}:`)
      ? [[`${SHEET}${key.slice(person.length + 1)}`, { value: { draft, open }, of: [draft, open] }]]
      : [],
  );

const formsOf = (person: PersonId, forms: Forms): [string, Part][] =>
  [...forms.all()].flatMap(([key, value]): [string, Part][] =>
    key.startsWith(`${person} `) ? [[key.slice(person.length + 1), { value, of: [value] }]] : [],
  );

/** What is begun by now goes before what was kept: it is newer. */
const restore = (form: string, value: unknown, person: PersonId, drafts: Drafts, forms: Forms): void => {
  if (!form.startsWith(SHEET)) {
    const key = `${person} ${form}`;
    if (forms.read(key) === undefined) forms.write(key, value);
    return;
  }
  const chair = ChairId.safeParse(form.slice(SHEET.length));
  const kept = KeptSheet.safeParse(value);
  if (!chair.success || !kept.success) return;
  const { draft, open } = kept.data;
  drafts.write(draftKey(person, chair.data), (slot) =>
    slot.draft ? slot : { ...slot, draft: restored(draft as unknown as Draft), open },
  );
};

const restored = (draft: Draft): Draft => ({
  ...onto(emptyDraft(draft, draft.sheet), draft),
  typed: eachNumber((field) => draft.typed[field] ?? ""),
});

const withoutDraft = ({ draft: _, ...slot }: Slot): Slot => ({ ...slot, open: false });

/** One write at a time for each form, and then the newest: no key stroke waits, and the last one is what lies there. */
const oneByOne = (storage: DraftStorage): ((form: string, value: unknown) => void) => {
  const wanted = new Map<string, unknown>();
  const busy = new Set<string>();
  const run = async (form: string): Promise<void> => {
    busy.add(form);
    while (wanted.has(form)) {
      const value = wanted.get(form);
      wanted.delete(form);
      await (value === undefined ? storage.remove(form) : storage.put(form, value)).catch(() => undefined); // as above
    }
    busy.delete(form);
  };
  return (form, value) => {
    wanted.set(form, value);
    if (!busy.has(form)) void run(form);
  };
};
