import type { ChairId, CommandId, ObservationId, PersonId, SessionId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import type { Draft } from "./entryModel.ts";

/** What was saved last from this place, for as long as the page lives. */
export interface LastSaved {
  readonly sessionId: SessionId;
  readonly observationId: ObservationId;
  readonly commandId: CommandId;
  readonly at: Instant;
  readonly struck?: boolean;
}

/** One person's entry at one chair. `open`: the sheet is up. `busy`: Save was tapped and the answer is not here. */
export interface Slot {
  readonly draft?: Draft;
  readonly open: boolean;
  readonly busy: boolean;
  readonly refusal?: Rejection | "full";
  readonly saved?: LastSaved;
}

export interface Drafts {
  readonly read: (key: string) => Slot;
  readonly write: (key: string, change: (slot: Slot) => Slot) => void;
  readonly all: () => ReadonlyMap<string, Slot>;
  readonly subscribe: (listener: () => void) => () => void;
}

export const draftKey = (person: PersonId, chairId: ChairId): string => `${person}:${chairId}`;

const NOTHING: Slot = { open: false, busy: false };

/** EN11. A walk to another page and back finds them, and each person has their own; keepDrafts.ts keeps them on the device. */
export const createDrafts = (): Drafts => {
  const slots = new Map<string, Slot>();
  const listeners = new Set<() => void>();
  return {
    read: (key) => slots.get(key) ?? NOTHING,
    write: (key, change) => {
      slots.set(key, change(slots.get(key) ?? NOTHING));
      for (const listener of listeners) listener();
    },
    all: () => slots,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

/** The drafts of this page. */
export const drafts = createDrafts();

/** EN11. A draft for a patient who has left the chair is nobody's: the next one starts empty. */
export const draftFor = ({ draft }: Slot, sessionId: SessionId): Draft | undefined =>
  draft?.sessionId === sessionId ? draft : undefined;

/** EN14. Save begins once: a second tap finds it busy and sends nothing. */
export const beginSaving = (store: Drafts, key: string): Draft | undefined => {
  const { draft, busy } = store.read(key);
  if (!draft || busy) return undefined;
  store.write(key, ({ refusal: _, ...slot }) => ({ ...slot, busy: true }));
  return draft;
};

/** The form is done with: kept on this tablet or on the server. Its ids are never used again. */
export const finishSaving = (store: Drafts, key: string, saved: LastSaved): void =>
  store.write(key, ({ draft: _, refusal: __, ...slot }) => ({ ...slot, open: false, busy: false, saved }));

/** A refusal keeps the form, under a new command id: the old one was answered. */
export const refuseSaving = (store: Drafts, key: string, refusal: Rejection | "full", commandId: CommandId): void =>
  store.write(key, (slot) => ({
    ...slot,
    busy: false,
    refusal,
    ...(slot.draft && { draft: { ...slot.draft, commandId } }),
  }));
