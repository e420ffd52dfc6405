import { useEffect, useState } from "react";

import { words } from "#client/words.ts";
import styles from "./Loading.module.css";

/** A wait shorter than this is not worth showing. */
const SHOWN_AFTER_MS = 300;

/** The shape of what will come, never an old number in its place. */
export const Loading = ({ lines = 3 }: { readonly lines?: number }) => {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-label={words.states.loading} className={styles["loading"]}>
      {shown && Array.from({ length: lines }, (_, line) => <span key={line} className={styles["line"]} />)}
    </div>
  );
};
