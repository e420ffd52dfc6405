import { rejectionWords } from "#client/rejectionWords.ts";
import type { Entry } from "#client/entry/useEntry.ts";
import { useKeptHere } from "#client/entry/useWish.ts";
import { usePlace } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { clockTime, SECOND, type Instant } from "#shared/base/time.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { ChairView } from "./chairModel.ts";
import { keptWords } from "./keptWords.ts";
import styles from "./Side.module.css";
import { useNow } from "#client/connection/LinkProvider.tsx";
import { chairWords } from "./words.ts";

const { kept: words } = chairWords;
/** A busy moment is not worth a line. */
const SHOWN_AFTER_MS = 2 * SECOND;

/** What this tablet still holds for this chair: it counts for nobody until the server has it, and a refusal is read by a person. */
export const KeptHere = ({ view: { session, zone }, entry }: { readonly view: ChairView; readonly entry: Entry }) => {
  const { link } = usePlace();
  const now = useNow(SECOND, { always: true });
  const mine = useKeptHere().filter(
    ({ command, state, addedAt }) =>
      "sessionId" in command &&
      command.sessionId === session.id &&
      (state === "refused" || now - addedAt > SHOWN_AFTER_MS),
  );
  if (mine.length === 0) return null;
  const openAgain = (commandId: string, command: Command): void => {
    if (!isObservation(command)) return;
    entry.reopen(command, clockTime(command.entered.observedAt, zone));
    void link.outbox.setAside(commandId);
  };
  return (
    <section className={styles["kept"]} aria-label={words.title}>
      <strong>{words.title}</strong>
      <ul>
        {mine.map(({ commandId, command, state, rejection, addedAt }) => (
          <li key={commandId} data-state={state}>
            <span>{`${clockTime(timeOf(command, addedAt), zone)} · ${keptWords(command)}`}</span>
            {state === "refused" && rejection && (
              <>
                <strong>{`${words.refused}: ${rejectionWords(rejection, zone)}`}</strong>
                {isObservation(command) && (
                  <Action onClick={() => openAgain(commandId, command)}>{words.openAgain}</Action>
                )}
                <Action kind="quiet" onClick={() => void link.outbox.setAside(commandId)}>
                  {words.setAside}
                </Action>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const isObservation = (command: Command) =>
  command.type === "record-observation" || command.type === "correct-observation";

const timeOf = (command: Command, addedAt: Instant): Instant =>
  isObservation(command) ? command.entered.observedAt : "at" in command ? command.at : addedAt;
