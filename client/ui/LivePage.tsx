import type { ReactNode } from "react";

import { useLive, useOnVouched } from "#client/connection/LinkProvider.tsx";
import { DeadMan } from "./DeadMan.tsx";
import { LiveBanner } from "./LiveBanner.tsx";
import { LiveGate } from "./LiveGate.tsx";
import { Page } from "./Page.tsx";

interface LivePageProps {
  readonly title: string;
  readonly zone: string;
  readonly header: ReactNode;
  readonly width?: "wide" | "reading" | "wall";
  /** The nurse's own tablet keeps her sheet in view when the link is LOST; what she enters waits in the outbox. */
  readonly keepsWorking?: boolean;
  readonly children: ReactNode;
}

/** A screen that shows a clinic: it vouches for what it shows, or says since when it does not. */
export const LivePage = ({ zone, keepsWorking = false, children, ...page }: LivePageProps) => {
  const live = useLive();
  const onVouched = useOnVouched();
  return (
    <>
      <Page {...page} live={live.state} banner={<LiveBanner live={live} zone={zone} />}>
        {keepsWorking ? (
          children
        ) : (
          <LiveGate live={live} zone={zone} copy={page.width !== "wall"} children={children} />
        )}
      </Page>
      <DeadMan live={live} onVouched={keepsWorking ? everySecond : onVouched} coversOutage={!keepsWorking} />
    </>
  );
};

/** Vouches for the page itself and not for the link: while its JavaScript runs, the nurse's own sheet stays uncovered. */
const everySecond = (rewind: () => void): (() => void) => {
  const timer = setInterval(rewind, 1_000);
  return () => clearInterval(timer);
};
