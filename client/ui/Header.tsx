import type { ReactNode } from "react";

import { words } from "#client/words.ts";
import styles from "./Header.module.css";

interface HeaderProps {
  readonly clinic: string;
  /** The clinic's clock, the live badge: what says that the screen lives. */
  readonly clock: ReactNode;
  readonly live: ReactNode;
  readonly nav?: ReactNode;
  /** Calls by priority. */
  readonly calls?: ReactNode;
  /** Who is on now. */
  readonly onNow?: ReactNode;
  /** The person signed in, the scheme switch. */
  readonly controls?: ReactNode;
}

/** The same on every screen: whose it is, what time it is there, whether it is live, and what it is not. */
export const Header = ({ clinic, clock, live, nav, calls, onNow, controls }: HeaderProps) => (
  <header className={styles["header"]}>
    <div className={styles["who"]}>
      <span className={styles["clinic"]}>{clinic}</span>
      <span className={styles["disclaimer"]}>{words.product.notAMonitor}</span>
    </div>
    {nav && (
      <nav className={styles["nav"]} aria-label={words.header.pages}>
        {nav}
      </nav>
    )}
    <div className={styles["facts"]}>
      {calls}
      {onNow && (
        <span className={styles["on"]}>
          <span className={styles["onLabel"]}>{words.header.onNow}</span>
          {onNow}
        </span>
      )}
    </div>
    <div className={styles["pulse"]}>
      {live}
      {clock}
    </div>
    {controls && <div className={styles["controls"]}>{controls}</div>}
  </header>
);
