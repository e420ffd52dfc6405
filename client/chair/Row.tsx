import { Check, CircleDashed } from "lucide-react";
import type { ReactNode } from "react";

import styles from "./Preparation.module.css";
import { treatmentWords } from "./treatmentWords.ts";

const { preparation: words } = treatmentWords;

interface RowProps {
  readonly name: string;
  readonly done: boolean;
  /** Who and when, or what is missing. */
  readonly facts?: ReactNode;
  readonly children?: ReactNode;
}

/** One line of the way to the dose: a shape, a name, who and when. */
export const Row = ({ name, done, facts, children }: RowProps) => (
  <li className={styles["row"]} data-done={done}>
    <span className={styles["mark"]}>
      {done ? (
        <Check aria-label={words.answers.done} size={20} />
      ) : (
        <CircleDashed aria-label={words.stillOpen} size={20} />
      )}
    </span>
    <span className={styles["name"]}>{name}</span>
    <span className={styles["facts"]}>{facts}</span>
    {children}
  </li>
);
