import { Check, CircleDashed, Clock, Footprints } from "lucide-react";
import type { ReactNode } from "react";

import { words } from "#client/words.ts";
import styles from "./ReadinessBadge.module.css";

interface ReadinessBadgeProps {
  readonly state: "ready" | "fit" | "notYet" | "unknown";
  /** The reason beside the word, such as "2 left: walk, ride". */
  readonly children?: ReactNode;
}

const ICON = { ready: Check, fit: Footprints, notYet: Clock, unknown: CircleDashed };

/** May this patient leave? A word, its reason, and never a colour that an alarm uses. */
export const ReadinessBadge = ({ state, children }: ReadinessBadgeProps) => {
  const Icon = ICON[state];
  return (
    <span className={styles["badge"]} data-state={state}>
      <Icon aria-hidden="true" />
      <strong>{words.readiness[state]}</strong>
      {children && <span className={styles["why"]}>{children}</span>}
    </span>
  );
};
