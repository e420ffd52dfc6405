import type { ReactNode } from "react";

import styles from "./Record.module.css";

interface SectionProps {
  readonly title: string;
  readonly aside?: string | undefined;
  readonly children: ReactNode;
}

export const Section = ({ title, aside, children }: SectionProps) => (
  <section className={styles["section"]}>
    <h2>
      {title}
      {aside && <span className={styles["aside"]}>{aside}</span>}
    </h2>
    {children}
  </section>
);

interface TableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly children: ReactNode;
}

/** Wide tables scroll by themselves on a small screen; on paper they are as wide as the page and repeat their heads. */
export const Table = ({ label, columns, children }: TableProps) => (
  // A region that scrolls must be reachable by keyboard.
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={label}>
    <table className={styles["table"]}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
