import { VisuallyHidden } from "@mantine/core";
import { useEffect, type ReactNode } from "react";

import type { LiveName } from "#client/connection/liveState.ts";
import { words } from "#client/words.ts";
import styles from "./Page.module.css";
import { ShownLive } from "./shownLive.ts";

interface PageProps {
  readonly title: string;
  readonly header?: ReactNode;
  /** Above everything: the live banner. */
  readonly banner?: ReactNode;
  readonly live?: LiveName;
  /** `wide` for boards, `reading` for forms and texts. */
  readonly width?: "wide" | "reading";
  /** The page draws no heading of its own, so a screen reader gets its title as one. */
  readonly headed?: boolean;
  readonly children: ReactNode;
}

/** The landmarks of every screen, in the order in which a keyboard and a screen reader meet them. */
export const Page = ({ title, header, banner, live, width = "wide", headed = false, children }: PageProps) => {
  const shown = live === "NOT_LIVE" || live === "LOST" ? words.live.title : title;
  useEffect(() => {
    document.title = `${shown} · ${words.product.name}`;
  }, [shown]);
  return (
    <div className={styles["page"]} data-live={live}>
      <a className={styles["skip"]} href="#content">
        {words.header.skip}
      </a>
      {banner}
      {header}
      <main id="content" tabIndex={-1} className={styles["main"]} data-width={width}>
        {headed && (
          <VisuallyHidden component="div">
            <h1>{title}</h1>
          </VisuallyHidden>
        )}
        <ShownLive value={live ?? "LIVE"}>{children}</ShownLive>
      </main>
    </div>
  );
};
