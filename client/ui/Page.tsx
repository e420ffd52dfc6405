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
  /** `wide` for boards, `reading` for forms and texts; a `wall` fills its screen, is read from afar and touched by nobody. */
  readonly width?: "wide" | "reading" | "wall";
  readonly children: ReactNode;
}

/** The landmarks of every screen, in the order in which a keyboard and a screen reader meet them. */
export const Page = ({ title, header, banner, live, width = "wide", children }: PageProps) => {
  const shown = live === "NOT_LIVE" || live === "LOST" ? words.live.title : title;
  useEffect(() => {
    document.title = `${shown} · ${words.product.name}`;
  }, [shown]);
  return (
    <div className={styles["page"]} data-live={live} data-width={width}>
      {width !== "wall" && (
        <a className={styles["skip"]} href="#content">
          {words.header.skip}
        </a>
      )}
      {banner}
      {header}
      <main id="content" tabIndex={width === "wall" ? undefined : -1} className={styles["main"]} data-width={width}>
        <div className={styles["title"]}>
          <VisuallyHidden component="h1">{title}</VisuallyHidden>
        </div>
        <ShownLive value={live ?? "LIVE"}>{children}</ShownLive>
      </main>
    </div>
  );
};
