import { useCallback, useMemo, useSyncExternalStore } from "react";

import { newId, useClinic, usePlace, useSubmit } from "#client/store/ClinicProvider.tsx";
import type { ChairId, CommandId, ObservationId, SessionId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";
import type { Entered, Sheet } from "#shared/vitals/observation.ts";
import { beginSaving, draftFor, draftKey, drafts, finishSaving, refuseSaving, type Slot } from "./drafts.ts";
import { emptyDraft, type Draft, type Ids } from "./entryModel.ts";
import { draftOf, enteredOf } from "./entryValues.ts";
import { send } from "./sending.ts";
import type { SheetFields } from "./sheetFields.ts";
import { useKeptHere, useTabletNow } from "./useWish.ts";

export interface Entry {
  readonly slot: Slot;
  readonly draft: Draft | undefined;
  /** Opens a sheet; a draft that was begun goes on under it. */
  readonly open: (sheet: Sheet) => void;
  readonly correct: (of: NonNullable<Draft["correcting"]>, entered: Entered) => void;
  /** A refused entry as a form again; `earlier` is its time on the clinic's clock. */
  readonly reopen: (command: ObservationCommand, earlier: string) => void;
  /** The draft as it was left. */
  readonly resume: () => void;
  readonly close: () => void;
  readonly change: (change: (draft: Draft) => Draft) => void;
  /** `fields`: what stood on the sheet; nothing else is sent. */
  readonly save: (observedAt: Instant, fields: SheetFields) => void;
  readonly strike: () => void;
}

export type ObservationCommand = CommandOf<"record-observation"> | CommandOf<"correct-observation">;

/** One person's entry at one chair: the draft, and the way to send it once. */
export const useEntry = (chairId: ChairId, sessionId: SessionId): Entry => {
  const { me, link } = usePlace();
  const submit = useSubmit();
  const now = useTabletNow();
  const key = draftKey(me.person.id, chairId);
  const slot = useSyncExternalStore(drafts.subscribe, () => drafts.read(key));
  const spent = useSpent(slot, sessionId);
  const draft = spent ? undefined : draftFor(slot, sessionId);

  const put = useCallback(
    (next: Draft) => drafts.write(key, ({ refusal: _, ...old }) => ({ ...old, draft: next, open: true })),
    [key],
  );
  const ids = useCallback(
    (): Ids => ({ sessionId, observationId: newId<ObservationId>(), commandId: newId<CommandId>() }),
    [sessionId],
  );

  const save = useCallback(
    async (observedAt: Instant, fields: SheetFields) => {
      const saving = beginSaving(drafts, key);
      if (!saving) return;
      const outcome = await send(submit, link.outbox, commandOf(saving, observedAt, fields), saving.commandId);
      const done = () => finishSaving(drafts, key, { ...pickIds(saving), at: now() });
      if (outcome.kind === "refused") return refuseSaving(drafts, key, outcome.rejection, newId<CommandId>());
      if (outcome.kind === "full") return refuseSaving(drafts, key, "full", newId<CommandId>());
      done();
      if (outcome.kind === "kept" && "accepted" in (await outcome.later)) restamp(key, saving, now());
    },
    [key, submit, link, now],
  );

  const strike = useCallback(() => {
    const { saved } = drafts.read(key);
    if (!saved || saved.struck) return;
    drafts.write(key, (old) => ({ ...old, saved: { ...saved, struck: true } }));
    const { observationId } = saved;
    void submit(
      { type: "strike-observation", sessionId: saved.sessionId, observationId, reason: { code: "typing-slip" } },
      newId<CommandId>(),
    );
  }, [key, submit]);

  return useMemo(
    () => ({
      slot,
      draft,
      save: (at, fields) => void save(at, fields),
      strike,
      open: (sheet) => put(draft && !draft.correcting ? { ...draft, sheet, tried: false } : emptyDraft(ids(), sheet)),
      correct: (correcting, entered) => put({ ...draftOf(ids(), entered), correcting }),
      reopen: (command, earlier) => put({ ...draftOf(ids(), command.entered), earlier, ...reopened(command) }),
      resume: () => drafts.write(key, (old) => ({ ...old, open: true })),
      close: () => drafts.write(key, (old) => ({ ...old, open: false })),
      change: (change) =>
        drafts.write(key, (old) => (old.draft && !old.busy ? { ...old, draft: change(old.draft) } : old)),
    }),
    [slot, draft, save, strike, put, ids, key],
  );
};

/** EN14. Its saving was begun before this page: it lies in the outbox or on the record, and is no form any more. */
const useSpent = ({ draft, busy }: Slot, sessionId: SessionId): boolean => {
  const waits = useKeptHere().some(({ commandId }) => commandId === draft?.commandId);
  const known = useClinic(({ sessions }) => sessions[sessionId]?.observations);
  return !busy && (waits || (known?.some(({ id }) => id === draft?.observationId) ?? false));
};

const pickIds = ({ sessionId, observationId, commandId }: Ids): Ids => ({ sessionId, observationId, commandId });

const commandOf = (draft: Draft, observedAt: Instant, fields: SheetFields) => {
  const { correcting, sessionId, observationId } = draft;
  const entered = enteredOf(draft, observedAt, fields);
  return correcting
    ? ({
        type: "correct-observation",
        sessionId,
        observationId,
        replaces: correcting.id,
        entered,
        reason: correcting.reason,
      } as const)
    : ({ type: "record-observation", sessionId, observationId, entered } as const);
};

const reopened = (command: ObservationCommand): Partial<Draft> =>
  command.type === "correct-observation"
    ? { correcting: { id: command.replaces, observedAt: command.entered.observedAt, reason: command.reason } }
    : {};

/** It was kept here first: once the server has it, the line says when. */
const restamp = (key: string, { observationId }: Ids, at: Instant): void =>
  drafts.write(key, (old) =>
    old.saved?.observationId === observationId ? { ...old, saved: { ...old.saved, at } } : old,
  );
