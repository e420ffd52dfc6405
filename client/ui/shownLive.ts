import { createContext, useContext } from "react";

import type { LiveName } from "#client/connection/liveState.ts";

/** How live the page is that a component stands on; Page provides it. A page without a link (sign-in, print) is as it is. */
export const ShownLive = createContext<LiveName>("LIVE");

/** Nothing on this page can be vouched for. */
export const useOut = (): boolean => {
  const live = useContext(ShownLive);
  return live === "NOT_LIVE" || live === "LOST";
};
