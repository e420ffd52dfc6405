import { Card } from "#client/ui/Card.tsx";
import { countdownWords, dueKindWords } from "#client/ui/statusWords.ts";
import { clockTime } from "#shared/base/time.ts";
import { dueList, nextDue } from "#shared/recovery/due.ts";
import type { ChairView } from "./chairModel.ts";
import styles from "./DueList.module.css";
import { dueWindow, nextDueWords } from "./dueModel.ts";
import { useOwnTimer } from "./useChairView.ts";
import { chairWords } from "./words.ts";

const { due: words } = chairWords;

/** What the protocol asks for, the latest last; the next one with its countdown. */
export const DueList = ({ view }: { readonly view: ChairView }) => {
  const { session, protocol, zone } = view;
  const { now, tabletClock } = useOwnTimer(view);
  const next = nextDue(session, protocol, now);
  const dues = dueList(session, protocol, now);
  const countdown = next && countdownWords(next.at, now);
  return (
    <Card title={words.title} aside={tabletClock && chairWords.tabletClock}>
      <p className={styles["next"]} data-state={next?.state}>
        <strong>{nextDueWords(view, now)}</strong>
        {countdown && ` · ${countdown}`}
      </p>
      <ol className={styles["dues"]}>
        {dueWindow(dues).map((due) => (
          <li key={`${due.kind}${due.asks ?? ""}${due.at}`} data-state={due.state}>
            <span className={styles["mark"]} aria-hidden="true">
              {words.marks[due.state]}
            </span>
            <span>{clockTime(due.at, zone)}</span>
            <span>{due.kind === "set" ? words.set : upper(dueKindWords(due))}</span>
            <span className={styles["state"]}>
              {words.states[due.state]}
              {due.doneBy && ` ${clockTime(due.doneBy.observedAt, zone)}`}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
};

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
