import { words } from "#client/words.ts";
import styles from "./CallTag.module.css";
import { CallShape, type CallPriority } from "./CallTag.tsx";

const PRIORITIES: readonly CallPriority[] = ["high", "medium", "low"];

/** How many calls stand open, by priority. None is said, too: an empty place could be a fault. */
export const CallCounts = ({
  counts,
  out = false,
}: {
  readonly counts: Record<CallPriority, number>;
  /** The screen cannot vouch for it: then none is not said either. */
  readonly out?: boolean;
}) => (
  <span className={styles["counts"]} role="group" aria-label={words.header.calls}>
    {PRIORITIES.every((priority) => counts[priority] === 0) && (
      <span className={styles["noCalls"]}>{out ? words.header.callsUnknown : words.header.noCalls}</span>
    )}
    {PRIORITIES.filter((priority) => counts[priority] > 0).map((priority) => (
      <span key={priority} className={styles["count"]} data-priority={priority}>
        <CallShape priority={priority} />
        {`${counts[priority]} ${words.call.priority[priority].toLowerCase()}`}
      </span>
    ))}
  </span>
);
