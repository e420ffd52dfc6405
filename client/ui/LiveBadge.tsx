import type { Live } from "#client/connection/liveState.ts";
import { words } from "#client/words.ts";
import styles from "./LiveBadge.module.css";

/** The link in one word, with its own shape: a dot, a half dot, a cross. In the header of every screen. */
export const LiveBadge = ({ live }: { readonly live: Live }) => (
  <span className={styles["badge"]} data-state={live.state} data-starting={isStarting(live)}>
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {live.state === "LIVE" && <circle cx="6" cy="6" r="4.5" />}
      {live.state === "DELAYED" && <Half />}
      {(live.state === "NOT_LIVE" || live.state === "LOST") && (
        <path d="m2 2 8 8m0-8-8 8" className={styles["cross"]} />
      )}
    </svg>
    {text(live)}
  </span>
);

const Half = () => (
  <>
    <circle cx="6" cy="6" r="4.5" className={styles["ring"]} />
    <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" />
  </>
);

/** Not an outage yet: the page has only just begun. */
const isStarting = (live: Live): boolean =>
  live.state === "NOT_LIVE" && live.cause === "starting" && live.since === undefined;

const text = (live: Live): string => {
  if (isStarting(live)) return words.live.starting;
  return live.state === "DELAYED" ? words.live.badge.DELAYED(live.seconds) : words.live.badge[live.state];
};
