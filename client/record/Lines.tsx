import { clockTime } from "#shared/base/time.ts";
import type { Line } from "./beforeLines.ts";
import styles from "./Record.module.css";
import { usePrintedName } from "./usePrintedName.ts";

/** What, in words, and when by whom: one fact a line. */
export const Lines = ({ lines, zone }: { readonly lines: readonly Line[]; readonly zone: string }) => {
  const name = usePrintedName();
  return (
    <ul className={styles["lines"]}>
      {lines.map(({ key, label, text, at, by }) => (
        <li key={key}>
          <span className={styles["label"]}>{label}</span>
          <span>{text}</span>
          <span className={styles["by"]}>{`${clockTime(at, zone)}, ${name(by)}`}</span>
        </li>
      ))}
    </ul>
  );
};
