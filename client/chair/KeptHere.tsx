import type { Entry } from "#client/entry/useEntry.ts";
import { useKeptHere } from "#client/entry/useWish.ts";
import { useNow } from "#client/connection/LinkProvider.tsx";
import { usePlace } from "#client/store/ClinicProvider.tsx";
import { clockTime, SECOND } from "#shared/base/time.ts";
import type { ChairView } from "./chairModel.ts";
import { KeptItem } from "./KeptItem.tsx";
import styles from "./Kept.module.css";
import { isObservation, needsWord, type Kept } from "./keptModel.ts";
import { chairWords } from "./words.ts";

const { kept: words } = chairWords;
/** A busy moment is not worth a line. */
const SHOWN_AFTER_MS = 2 * SECOND;

/** What this tablet still holds for this chair: it counts for nobody until the server has it, and a refusal is read by a person. */
export const KeptHere = ({ view: { session, zone }, entry }: { readonly view: ChairView; readonly entry: Entry }) => {
  const { link } = usePlace();
  const now = useNow(SECOND, { always: true });
  const mine = useKeptHere().filter(
    (kept) =>
      "sessionId" in kept.command &&
      kept.command.sessionId === session.id &&
      (needsWord(kept) || now - kept.addedAt > SHOWN_AFTER_MS),
  );
  if (mine.length === 0) return null;
  const openAgain = ({ commandId, command }: Kept): void => {
    if (!isObservation(command)) return;
    entry.reopen(command, clockTime(command.entered.observedAt, zone));
    void link.outbox.setAside(commandId);
  };
  return (
    <section className={styles["kept"]} aria-label={words.title}>
      <strong>{words.title}</strong>
      <ul className={styles["list"]}>
        {mine.map((kept) => (
          <KeptItem key={kept.commandId} kept={kept} openForm={() => openAgain(kept)} />
        ))}
      </ul>
    </section>
  );
};
