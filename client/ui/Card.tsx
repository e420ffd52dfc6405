import type { ReactNode } from "react";

import styles from "./Card.module.css";

interface CardProps {
  readonly title?: ReactNode;
  /** Opposite the title: an age, a count, a small action. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A quiet surface with a heading of its own. */
export const Card = ({ title, aside, children }: CardProps) => (
  <section className={styles["card"]}>
    {(title ?? aside) && (
      <div className={styles["head"]}>
        {title && <h2>{title}</h2>}
        {aside && <span className={styles["aside"]}>{aside}</span>}
      </div>
    )}
    {children}
  </section>
);
