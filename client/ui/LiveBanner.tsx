import type { ReactNode } from "react";

import type { Live } from "#client/connection/liveState.ts";
import { clockTime } from "#shared/base/time.ts";
import { duration, words } from "#client/words.ts";
import styles from "./LiveBanner.module.css";

interface LiveBannerProps {
  readonly live: Live;
  readonly zone: string;
}

/** Says across the whole screen when it is not live, since when, and what to do instead. LIVE says nothing. */
export const LiveBanner = ({ live, zone }: LiveBannerProps) => {
  switch (live.state) {
    case "LIVE":
      return live.back === undefined ? null : <Strip state="BACK">{words.live.back(live.back)}</Strip>;
    case "DELAYED":
      return <div className={styles["frame"]} aria-hidden="true" />;
    case "NOT_LIVE":
    case "LOST":
      return <Outage live={live} zone={zone} />;
  }
};

type Out = Extract<Live, { readonly state: "NOT_LIVE" | "LOST" }>;

const Outage = ({ live, zone }: { readonly live: Out; readonly zone: string }) => {
  if (live.since === undefined && live.state === "NOT_LIVE" && live.cause === "starting")
    return <Strip state="STARTING">{words.live.cause.starting}</Strip>;
  return (
    <div className={styles["banner"]} role="alert" data-state={live.state}>
      <strong>{`${headline(live, zone)} · ${words.live.goAndLook}`}</strong>
      <span aria-live="off">
        {live.state === "LOST" && `${words.live.lostAdvice} `}
        {live.since === undefined ? words.live.neverYet : words.live.ago(duration(live.seconds * 1_000))}
        {`. ${words.live.cause[live.cause]}`}
      </span>
    </div>
  );
};

const headline = ({ state, since }: Out, zone: string): string => {
  if (since === undefined) return words.live.badge[state];
  const time = clockTime(since, zone);
  return state === "LOST" ? words.live.lostSince(time) : words.live.notLiveSince(time);
};

const Strip = ({ state, children }: { readonly state: "BACK" | "STARTING"; readonly children: ReactNode }) => (
  <div className={styles["strip"]} role="status" data-state={state}>
    {children}
  </div>
);
