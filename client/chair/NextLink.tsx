import type { ReactNode } from "react";
import { Link } from "wouter";

import styles from "./NextLink.module.css";

/** As large as the one next action, for what is done on another page. */
export const NextLink = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <Link href={href} className={styles["link"]}>
    {children}
  </Link>
);
