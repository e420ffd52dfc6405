import { Eraser } from "lucide-react";

import { useNow } from "#client/connection/LinkProvider.tsx";
import type { OutboxEntry } from "#client/connection/outbox.ts";
import { Action } from "#client/ui/Action.tsx";
import { SavedLine, type Saving } from "#client/ui/SavedLine.tsx";
import { SECOND } from "#shared/base/time.ts";
import styles from "./SavedEntry.module.css";
import type { Entry } from "./useEntry.ts";
import { useKeptHere } from "./useWish.ts";
import { entryWords } from "./words.ts";

const STRIKE_FOR_MS = 10 * SECOND;

/** Where the last entry is, and for ten seconds the way to strike it out. */
export const SavedEntry = ({ entry, zone }: { readonly entry: Entry; readonly zone: string }) => {
  const kept = useKeptHere();
  const now = useNow(SECOND, { always: true });
  const { saved } = entry.slot;
  if (!saved) return null;
  const waiting = kept.find(({ commandId }) => commandId === saved.commandId);
  const left = Math.ceil((saved.at + STRIKE_FOR_MS - now) / SECOND);
  return (
    <div className={styles["saved"]}>
      <SavedLine saving={savingOf(waiting, kept.filter(({ state }) => state !== "refused").length, saved.at, zone)} />
      {saved.struck ? (
        <span>{entryWords.strike.done}</span>
      ) : (
        left > 0 && (
          <Action
            kind="quiet"
            icon={<Eraser aria-hidden="true" size={18} />}
            aria-label={entryWords.strike.label}
            onClick={entry.strike}
          >
            {entryWords.strike.act(Math.min(left, STRIKE_FOR_MS / SECOND))}
          </Action>
        )
      )}
    </div>
  );
};

/** EN15. On the server, or on this tablet; never anything in between. */
export const savingOf = (
  waiting: Pick<OutboxEntry<unknown, unknown>, "state" | "where"> | undefined,
  unsent: number,
  at: number,
  zone: string,
): Saving => {
  if (waiting === undefined) return { state: "saved", at, zone };
  if (waiting.state === "refused") return { state: "refused", count: 1 };
  return { state: waiting.where === "device" ? "not-sent" : "not-kept", count: unsent };
};
