import { useState } from "react";

import { whenOf } from "#client/entry/clockText.ts";
import { useTabletNow } from "#client/entry/useWish.ts";
import { WhenPicker } from "#client/entry/WhenPicker.tsx";
import type { Instant } from "#shared/base/time.ts";
import type { ChairView } from "./chairModel.ts";

/** When it was: now, unless somebody says earlier. The picker, the moment while it is one, and the moment of tapping. */
export const useMoment = ({ session, zone }: Pick<ChairView, "session" | "zone">) => {
  const tabletNow = useTabletNow();
  const [typed, setTyped] = useState<string>();
  const now = tabletNow();
  const when = whenOf(typed, now, session);
  const picker = <WhenPicker typed={typed} onChange={setTyped} when={when} now={now} zone={zone} />;
  const moment = (): Instant | undefined => {
    const at = whenOf(typed, tabletNow(), session);
    return "at" in at ? at.at : undefined;
  };
  return { picker, at: "at" in when ? when.at : undefined, moment };
};
