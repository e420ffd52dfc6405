import { expect, onTestFinished, test, vi } from "vitest";

import { Outbox, OUTBOX_LIMIT, type OutboxEntry, type SubmitReply } from "#client/connection/outbox.ts";
import { memoryOutboxStorage } from "#client/connection/outboxStorage.ts";
import { beginSaving, createDrafts, draftFor, draftKey, finishSaving, refuseSaving } from "#client/entry/drafts.ts";
import { emptyDraft, typeInto } from "#client/entry/entryModel.ts";
import { savingOf } from "#client/entry/SavedEntry.tsx";
import { isWaiting, send } from "#client/entry/sending.ts";
import type { SubmitAnswer } from "#client/store/ClinicProvider.tsx";
import { ChairId, CommandId, ObservationId, PersonId, SessionId } from "#shared/base/ids.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";

const [ANA, BEN] = [PersonId.parse("ana-00001"), PersonId.parse("ben-00001")];
const CHAIR = ChairId.parse("chair-001");
const IDS = {
  sessionId: SessionId.parse("session-0001"),
  observationId: ObservationId.parse("observation-0001"),
  commandId: CommandId.parse("command-0001"),
};
const NEXT = CommandId.parse("command-0002");
const draft = typeInto(emptyDraft(IDS, "full"), "hr", "72");
const NOTE: Command = { type: "add-note", sessionId: IDS.sessionId, text: "settled" };

const begun = () => {
  const drafts = createDrafts();
  const key = draftKey(ANA, CHAIR);
  drafts.write(key, (slot) => ({ ...slot, draft, open: true }));
  return { drafts, key };
};

test("[EN11] a draft is kept per person and chair, and is nobody's once another patient sits there", () => {
  const { drafts, key } = begun();
  expect(draftFor(drafts.read(key), IDS.sessionId)).toBe(draft);
  expect(drafts.read(draftKey(BEN, CHAIR)).draft).toBeUndefined();
  expect(draftFor(drafts.read(key), SessionId.parse("session-0002"))).toBeUndefined();
});

test("[EN14] a double tap on Save begins one saving under one id", () => {
  const { drafts, key } = begun();
  expect(beginSaving(drafts, key)).toBe(draft);
  expect(beginSaving(drafts, key)).toBeUndefined();
});

test("[EN14] what was saved leaves no form behind that could be saved again", () => {
  const { drafts, key } = begun();
  beginSaving(drafts, key);
  finishSaving(drafts, key, { ...IDS, at: 1 });
  expect(drafts.read(key)).toEqual({ open: false, busy: false, saved: { ...IDS, at: 1 } });
  expect(beginSaving(drafts, key)).toBeUndefined();
});

test("[EN12] a refusal keeps the form and gives it a new command id", () => {
  const { drafts, key } = begun();
  beginSaving(drafts, key);
  refuseSaving(drafts, key, { reason: "session-ended" }, NEXT);
  const { refusal, busy, open, draft: kept } = drafts.read(key);
  expect({ refusal, busy, open }).toEqual({ refusal: { reason: "session-ended" }, busy: false, open: true });
  expect(kept).toEqual({ ...draft, commandId: NEXT });
});

type Reply = SubmitReply<Rejection>;

/** The real outbox before a server that answers as it is told; it tries again when it is asked to. */
const outboxTo = async (reply: () => Promise<Reply>, storage = memoryOutboxStorage<Command, Rejection>()) => {
  const timers = { set: () => 0, clear: () => undefined };
  const outbox = new Outbox<Command, Rejection>({
    storage,
    send: reply,
    now: () => 0,
    timers,
    random: () => 0.5,
  });
  await outbox.open();
  const submit = async (command: Command, commandId: CommandId): Promise<SubmitAnswer> => {
    const answer = outbox.answer(commandId);
    return (await outbox.add(commandId, command)) === "full" ? { full: true } : await answer;
  };
  return { outbox, sent: () => send(submit, outbox, NOTE, IDS.commandId) };
};

test("[EN15] an answer of the server is the end of it: saved, or refused and set aside", async () => {
  const accepting = await outboxTo(() => Promise.resolve({ accepted: { seq: 4 } }));
  expect(await accepting.sent()).toEqual({ kind: "saved" });
  const refusing = await outboxTo(() => Promise.resolve({ rejected: { reason: "session-ended" } }));
  expect(await refusing.sent()).toEqual({ kind: "refused", rejection: { reason: "session-ended" } });
  expect(refusing.outbox.entries()).toEqual([]);
});

test("[EN15] an entry that was tried and not answered is kept here, and its answer comes later", async () => {
  let reply: Reply = { failed: "try-again" };
  const { outbox, sent } = await outboxTo(() => Promise.resolve(reply));
  const found = await sent();
  expect(found.kind).toBe("kept");
  expect(outbox.entries().map(({ state }) => state)).toEqual(["not-sent"]);
  reply = { accepted: { seq: 9 } };
  outbox.retryNow();
  expect(found.kind === "kept" && (await found.later)).toEqual({ accepted: { seq: 9 } });
});

test("[EN15] a tablet that can keep no more says so and keeps nothing", async () => {
  const { outbox, sent } = await outboxTo(() => Promise.resolve({ failed: "try-again" }));
  for (let n = 0; n < OUTBOX_LIMIT; n += 1) await outbox.add(`command-of-before-${n}`, NOTE);
  expect(await sent()).toEqual({ kind: "full" });
});

test("[EN15] nothing is called kept before it lies on the tablet, however long that takes", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let finish = (): void => undefined;
  const memory = memoryOutboxStorage<Command, Rejection>();
  const slow: typeof memory = {
    ...memory,
    put: async (entry) => {
      await new Promise<void>((done) => (finish = done));
      return memory.put(entry);
    },
  };
  const { sent } = await outboxTo(() => Promise.resolve({ failed: "try-again" }), slow);
  const outcome = sent();
  let known = false;
  void outcome.then(() => (known = true));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(known).toBe(false);
  finish();
  expect((await outcome).kind).toBe("kept");
});

const entry = (
  commandId: string,
  state: OutboxEntry<Command, Rejection>["state"],
  tries: number,
): OutboxEntry<Command, Rejection> => ({
  commandId,
  command: NOTE,
  addedAt: 0,
  state,
  tries,
  where: "device",
  waited: false,
});

test("[EN15] behind an entry that waits, the next one waits too", () => {
  expect(isWaiting([entry("command-0000", "not-sent", 2), entry(IDS.commandId, "not-sent", 0)], IDS.commandId)).toBe(
    true,
  );
  expect(isWaiting([entry("command-0000", "sending", 1), entry(IDS.commandId, "not-sent", 0)], IDS.commandId)).toBe(
    false,
  );
  expect(isWaiting([entry("command-0000", "refused", 1), entry(IDS.commandId, "sending", 1)], IDS.commandId)).toBe(
    false,
  );
});

test("[EN15] the line says saved, or on this tablet; never anything in between", () => {
  expect(savingOf(undefined, 0, 7, "UTC")).toEqual({ state: "saved", at: 7, zone: "UTC" });
  const kept = { where: "device" } as const;
  expect(savingOf({ state: "sending", ...kept }, 1, 7, "UTC")).toEqual({ state: "not-sent", count: 1 });
  expect(savingOf({ state: "not-sent", ...kept }, 3, 7, "UTC")).toEqual({ state: "not-sent", count: 3 });
  expect(savingOf({ state: "refused", ...kept }, 0, 7, "UTC")).toEqual({ state: "refused", count: 1 });
});

test("[OB14] what lies in the page alone is not said to be kept on this tablet", () => {
  expect(savingOf({ state: "not-sent", where: "page" }, 2, 7, "UTC")).toEqual({ state: "not-kept", count: 2 });
});
