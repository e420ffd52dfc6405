import { useState } from "react";

import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import type { ObservationId } from "#shared/base/ids.ts";
import { clockTime } from "#shared/base/time.ts";
import type { ChairView } from "./chairModel.ts";
import styles from "./Log.module.css";
import { staffName } from "./personWords.ts";
import type { LogLine } from "./logLine.ts";
import { sessionLog } from "./sessionLog.ts";
import { chairWords } from "./words.ts";

const { log: words } = chairWords;
const SHORT = 8;

/** The session in words; a set opens to its detail. */
export const Log = ({ view, select }: { readonly view: ChairView; readonly select: (id: ObservationId) => void }) => {
  const [all, setAll] = useState(false);
  const directory = useDirectory();
  const lines = sessionLog(view.session, (id) => staffName(directory, id));
  return (
    <Card title={words.title}>
      <ol className={styles["log"]}>
        {(all ? lines : lines.slice(0, SHORT)).map((line) => (
          <Line key={line.key} line={line} zone={view.zone} select={select} />
        ))}
      </ol>
      {lines.length > SHORT && (
        <Action kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.less : words.show}
        </Action>
      )}
    </Card>
  );
};

const Line = ({
  line,
  zone,
  select,
}: {
  readonly line: LogLine;
  readonly zone: string;
  readonly select: (id: ObservationId) => void;
}) => {
  const directory = useDirectory();
  const { observationId } = line;
  const text = line.struck ? <s>{line.text}</s> : line.text;
  return (
    <li className={styles["line"]}>
      <span className={styles["time"]}>{clockTime(line.at, zone)}</span>
      {observationId ? (
        <button
          type="button"
          className={styles["open"]}
          aria-label={`${clockTime(line.at, zone)} ${line.text}`}
          onClick={() => select(observationId)}
        >
          {text}
        </button>
      ) : (
        <span>{text}</span>
      )}
      <span className={styles["by"]}>{staffName(directory, line.by)}</span>
    </li>
  );
};
