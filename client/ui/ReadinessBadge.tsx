import { Check, CircleDashed, Clock, Footprints } from "lucide-react";
import type { ReactNode } from "react";

import { words } from "#client/words.ts";
import styles from "./ReadinessBadge.module.css";
import { useOut } from "./shownLive.ts";

interface ReadinessBadgeProps {
  readonly state: "ready" | "fit" | "notYet" | "unknown";
  /** The reason beside the word, such as "2 left: walk, ride". */
  readonly children?: ReactNode;
}

const ICON = { ready: Check, fit: Footprints, notYet: Clock, unknown: CircleDashed };

/** May this patient leave? A word, its reason, and never a colour that an alarm uses. A page that is NOT LIVE cannot say. */
export const ReadinessBadge = ({ state, children }: ReadinessBadgeProps) => {
  const out = useOut();
  const shown = out ? "unknown" : state;
  const why = out ? words.readiness.checkThePatient : children;
  const Icon = ICON[shown];
  return (
    <span className={styles["badge"]} data-state={shown}>
      <Icon aria-hidden="true" />
      <strong>{words.readiness[shown]}</strong>
      {why && <span className={styles["why"]}>{why}</span>}
    </span>
  );
};
