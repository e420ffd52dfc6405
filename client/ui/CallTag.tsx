import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";

import { words } from "#client/words.ts";
import styles from "./CallTag.module.css";

export type CallPriority = "high" | "medium" | "low";

interface CallTagProps {
  readonly priority: CallPriority;
  /** Somebody has taken it: it stays visible and no longer shouts. */
  readonly accepted?: boolean;
  /** What it says, such as "CHECK NOW · SpO₂ 90". */
  readonly children: ReactNode;
  /** Beside the words: who accepted, or the button that accepts. */
  readonly aside?: ReactNode;
}

/** A call: colour, shape, stars and words at once, so that no eye has to rely on one of them. */
export const CallTag = ({ priority, accepted = false, children, aside }: CallTagProps) => (
  <div className={styles["tag"]} data-priority={priority} data-accepted={accepted}>
    <span className={styles["mark"]} aria-hidden="true">
      <CallShape priority={priority} />
      {words.call.stars[priority]}
    </span>
    <span className={styles["words"]}>
      <VisuallyHidden>{`${words.call.priority[priority]}: `}</VisuallyHidden>
      {children}
    </span>
    {aside && <span className={styles["aside"]}>{aside}</span>}
  </div>
);

const OUTLINE: Record<CallPriority, string> = {
  high: "M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z",
  medium: "M8 1.5 15.2 14.5H.8z",
  low: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z",
};

export const CallShape = ({ priority }: { readonly priority: CallPriority }) => (
  <svg viewBox="0 0 16 16">
    <path d={OUTLINE[priority]} />
    <path d={priority === "medium" ? "M8 6v4M8 12.2v.2" : "M8 4.2v4.6M8 11.4v.2"} className={styles["stroke"]} />
  </svg>
);
