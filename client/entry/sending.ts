import type { CommandId } from "#shared/base/ids.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import type { Outbox, OutboxEntry } from "#client/connection/outbox.ts";
import type { SubmitAnswer } from "#client/store/ClinicProvider.tsx";

/** Where a wish ended up. `kept`: on this tablet; its answer comes when the link does. */
export type Outcome =
  | { readonly kind: "saved" }
  | { readonly kind: "kept"; readonly later: Promise<SubmitAnswer> }
  | { readonly kind: "refused"; readonly rejection: Rejection }
  | { readonly kind: "full" };

type Entries = readonly OutboxEntry<Command, Rejection>[];
type Box = Pick<Outbox<Command, Rejection>, "entries" | "subscribe" | "setAside">;

/** A busy server may take this long before the form says "on this tablet". */
const PATIENCE_MS = 1_500;

/** EN15. Waits for the server while it answers, and no longer than a nurse should stand there. */
export const send = async (
  submit: (command: Command, commandId: CommandId) => Promise<SubmitAnswer>,
  box: Box,
  command: Command,
  commandId: CommandId,
): Promise<Outcome> => {
  const later = submit(command, commandId);
  const { asked, stop } = unanswered(box, commandId);
  const answer = await Promise.race([later, asked]).finally(stop);
  if (answer === undefined) return { kind: "kept", later };
  if ("full" in answer) return { kind: "full" };
  if ("accepted" in answer) return { kind: "saved" };
  await box.setAside(commandId); // the form itself shows the words
  return { kind: "refused", rejection: answer.rejected };
};

/** EN15. This entry, or one before it in the line, was tried and not answered. */
export const isWaiting = (entries: Entries, commandId: string): boolean => {
  const place = entries.findIndex((entry) => entry.commandId === commandId);
  return place >= 0 && entries.slice(0, place + 1).some(({ state, tries }) => state === "not-sent" && tries > 0);
};

/** However long it takes, nothing is called kept before it lies in the outbox. */
const unanswered = (box: Box, commandId: CommandId) => {
  const { promise: asked, resolve } = Promise.withResolvers<undefined>();
  let patient = true;
  const look = (): void => {
    const entries = box.entries();
    const kept = entries.some((entry) => entry.commandId === commandId);
    if (isWaiting(entries, commandId) || (kept && !patient)) resolve(undefined);
  };
  const timer = setTimeout(() => {
    patient = false;
    look();
  }, PATIENCE_MS);
  const unsubscribe = box.subscribe(look);
  const stop = (): void => {
    clearTimeout(timer);
    unsubscribe();
  };
  return { asked, stop };
};
