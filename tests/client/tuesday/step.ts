import { judge, newLink, observe, type Live, type LinkEvent } from "#client/connection/liveState.ts";
import { SECOND, type Instant } from "#shared/base/time.ts";
import type { Act } from "./acts.ts";
import { clock, type Tuesday } from "./day.ts";
import { banner, type Screen } from "./screens.ts";

export interface Said {
  readonly screen: Screen;
  readonly words: string;
  /** False where that screen is cut off. */
  readonly live: boolean;
}

/** `at` is "9:05" or "9:05:30" on the clinic's clock. */
export interface Step {
  readonly at: string;
  /** Missing where a later step tells it. */
  readonly told?: string;
  readonly act: Act;
  readonly said: readonly Said[];
}

export const says = (screen: Screen, words: string, live = true): Said => ({ screen, words, live });

export const step = (at: string, told: string, act: Act, ...said: readonly Said[]): Step => ({ at, told, act, said });
export const meanwhile = (at: string, act: Act): Step => ({ at, act, said: [] });
export const nothing: Act = () => undefined;

/** Plays the day: the clock runs, and `judge` is asked after each step. */
export const play = (day: Tuesday, steps: readonly Step[], each: (step: Step) => void): void => {
  for (const one of steps) {
    day.until(clock(one.at));
    one.act(day);
    day.tick();
    each(one);
  }
};

/** The wall and Ana's tablet are cut off from here to there; the wired station at the desk is not. */
export const CUT = { from: clock("10:16"), to: clock("10:26") } as const;

/** LS2, LS7, LS8. What the wall's own link knows at a moment of the cut, or at the end of it. */
const wallAt = (day: Tuesday, now: Instant): Live => {
  const seqAt = (at: Instant): number => day.log().findLast((one) => one.at <= at)?.seq ?? 0;
  const at = (instant: Instant): number => instant - CUT.from + 10 * SECOND;
  const story: readonly (readonly [Instant, LinkEvent])[] = [
    [CUT.from - 4 * SECOND, { type: "opened" }],
    [CUT.from - 4 * SECOND, { type: "asked" }],
    [CUT.from - 3 * SECOND, { type: "applied", seq: seqAt(CUT.from) }],
    [CUT.from, { type: "beat", seq: seqAt(CUT.from), now: CUT.from, logOk: true }],
    [CUT.to, { type: "opened" }],
    [CUT.to, { type: "asked" }],
    [CUT.to, { type: "applied", seq: seqAt(now) }],
    [CUT.to, { type: "beat", seq: seqAt(now), now, logOk: true }],
  ];
  const known = story.filter(([when]) => when <= now);
  return judge(
    known.reduce((link, [when, event]) => observe(link, event, at(when)), newLink(0)),
    at(now),
  );
};

export const wall: Screen = { name: "Wall, across the screen", read: (day) => banner(wallAt(day, day.now())) };
