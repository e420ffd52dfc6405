import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";

import type { Live } from "#client/connection/liveState.ts";
import { words } from "#client/words.ts";
import styles from "./DeadMan.module.css";

interface DeadManProps {
  readonly live: Live;
  /** False on the nurse's own tablet: she goes on while the link is out, and only a hung page is covered. */
  readonly coversOutage?: boolean;
  /** Registers a call for each beat that leaves the screen LIVE. */
  readonly onVouched: (rewind: () => void) => () => void;
}

/**
 * UI4, CN10. The dead man's switch. A style sheet's animation shows it ten seconds after the last rewind, and only a
 * beat rewinds it: it runs on the compositor, so it comes up by itself even while every line of JavaScript hangs.
 */
export const DeadMan = ({ live, onVouched, coversOutage = true }: DeadManProps) => {
  const cover = useRef<HTMLDivElement>(null);
  useEffect(() => onVouched(() => wind(cover, 0)), [onVouched]);
  const out = coversOutage && isOut(live);
  useLayoutEffect(() => {
    if (out) wind(cover, HELD_MS);
  }, [out]);
  return (
    <div ref={cover} className={styles["cover"]} aria-hidden="true" data-testid="dead-man">
      <div className={styles["bar"]}>{words.live.deadMan}</div>
    </div>
  );
};

/** While it still connects there is nothing on screen to cover; if that lasts, the ten seconds run out by themselves. */
const isOut = (live: Live): boolean =>
  live.state === "LOST" || (live.state === "NOT_LIVE" && (live.cause !== "starting" || live.since !== undefined));

/** As long as the animation in DeadMan.module.css. */
const HELD_MS = 10_000;

const wind = ({ current }: RefObject<HTMLDivElement | null>, ms: number): void => {
  const animation = current?.getAnimations?.()[0];
  if (animation) animation.currentTime = ms;
};
