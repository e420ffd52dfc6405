import { useState, type ReactNode } from "react";

import type { Live } from "#client/connection/liveState.ts";
import { clockTime } from "#shared/base/time.ts";
import { words } from "#client/words.ts";
import { Action } from "./Action.tsx";
import styles from "./LiveGate.module.css";

interface LiveGateProps {
  readonly live: Live;
  readonly zone: string;
  /** False where nobody can tap: then the values stay away. */
  readonly copy?: boolean;
  readonly children: ReactNode;
}

/** Takes the values away when the link is LOST. The last copy is one tap off, and carries its time all over it. */
export const LiveGate = ({ live, zone, copy = true, children }: LiveGateProps) => {
  const [asked, setAsked] = useState(false);
  if (live.state !== "LOST") return children;
  const mark = live.since === undefined ? words.live.oldCopy : words.live.lastCopy(clockTime(live.since, zone));
  return (
    <div className={styles["lost"]}>
      <section className={styles["notice"]}>
        <h2>{words.live.lostAdvice}</h2>
        {copy && (
          <Action onClick={() => setAsked(!asked)}>{asked ? words.live.hideLastCopy : words.live.showLastCopy}</Action>
        )}
      </section>
      {asked && (
        <div className={styles["copy"]}>
          <p className={styles["mark"]}>{mark}</p>
          <div inert>{children}</div>
        </div>
      )}
    </div>
  );
};
