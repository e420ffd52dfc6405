import { VisuallyHidden } from "@mantine/core";

import { duration, words } from "#client/words.ts";
import styles from "./Age.module.css";

interface AgeProps {
  readonly ms: number;
  /** The next one was due and its grace is over. */
  readonly stale?: boolean;
}

/** How old a number is. An old one is said to be old, in another colour than a fresh one. */
export const Age = ({ ms, stale = false }: AgeProps) => (
  <span className={styles["age"]} data-stale={stale}>
    {ms < 1_000 ? words.value.justNow : duration(ms)}
    {ms >= 1_000 && <VisuallyHidden>{` ${words.value.ago}`}</VisuallyHidden>}
    {stale && ` ·\u00a0${words.value.old}`}
  </span>
);
