import styles from "./Age.module.css";
import { duration, words } from "#client/words.ts";

interface AgeProps {
  readonly ms: number;
  /** The next one was due and its grace is over. */
  readonly stale?: boolean;
}

/** How old a number is, in words. An old one fades and says that it is old. */
export const Age = ({ ms, stale = false }: AgeProps) => (
  <span className={styles["age"]} data-stale={stale}>
    {ms < 1_000 ? words.value.justNow : words.value.ago(duration(ms))}
    {stale && ` · ${words.value.old}`}
  </span>
);
