import { describe, expect, test } from "vitest";

import {
  judge,
  newLink,
  observe,
  wantsFreshSocket,
  wantsHello,
  type Link,
  type LinkEvent,
} from "#client/connection/liveState.ts";

const NOON = 1_764_000_000_000;

/** What happened, each at its millisecond on the link clock. */
type Story = readonly (readonly [at: number, event: LinkEvent])[];

const beat = (seq: number, at = 0, logOk = true): LinkEvent => ({ type: "beat", seq, now: NOON + at, logOk });
const applied = (seq: number): LinkEvent => ({ type: "applied", seq });

const told = (story: Story, from: Link = newLink(0)): Link =>
  story.reduce((link, [at, event]) => observe(link, event, at), from);

/** Live at 1,000 with everything up to 5, last beat at 1,000. */
const live = told([
  [0, { type: "opened" }],
  [0, { type: "asked" }],
  [500, applied(5)],
  [1_000, beat(5, 1_000)],
]);

const stateAt = (link: Link, at: number) => judge(link, at).state;

describe("first paint", () => {
  test("[LS1] a new page is NOT LIVE, since never", () => {
    expect(judge(newLink(0), 0)).toEqual({ state: "NOT_LIVE", since: undefined, seconds: 0, cause: "starting" });
  });

  test("[LS1] a beat alone makes nothing LIVE: the hello must be answered", () => {
    const link = told([
      [0, { type: "opened" }],
      [0, { type: "asked" }],
      [100, beat(0)],
    ]);
    expect(stateAt(link, 100)).toBe("NOT_LIVE");
  });

  test("[LS1] an answer alone makes nothing LIVE: a beat must vouch for the log", () => {
    const link = told([
      [0, { type: "opened" }],
      [0, { type: "asked" }],
      [100, applied(5)],
    ]);
    expect(stateAt(link, 100)).toBe("NOT_LIVE");
  });

  test("[LS1] answer and beat make it LIVE, in either order, and nothing is announced as new", () => {
    const beatFirst = told([
      [0, { type: "opened" }],
      [0, { type: "asked" }],
      [100, beat(5)],
      [200, applied(5)],
    ]);
    expect(judge(live, 1_000)).toEqual({ state: "LIVE" });
    expect(judge(beatFirst, 200)).toEqual({ state: "LIVE" });
  });

  test("[LS1] facts that came before the question are no answer", () => {
    const link = told([
      [0, { type: "opened" }],
      [50, applied(5)],
      [60, { type: "asked" }],
      [100, beat(5)],
    ]);
    expect(stateAt(link, 100)).toBe("NOT_LIVE");
  });
});

describe("silence", () => {
  test.each([
    [4_900, "LIVE"],
    [5_000, "LIVE"],
    [5_100, "DELAYED"],
    [10_000, "DELAYED"],
    [10_100, "NOT_LIVE"],
    [60_000, "NOT_LIVE"],
    [60_100, "LOST"],
  ])("[LS2] [LS7] %i ms after the last beat it is %s", (ms, state) => {
    expect(stateAt(live, 1_000 + ms)).toBe(state);
  });

  test("[LS2] it says by how much, and since when by the clinic's clock", () => {
    expect(judge(live, 8_900)).toEqual({ state: "DELAYED", seconds: 7 });
    expect(judge(live, 24_500)).toEqual({ state: "NOT_LIVE", since: NOON + 1_000, seconds: 23, cause: "silent" });
  });

  test("[LS2] a late beat within ten seconds makes it LIVE again without a question", () => {
    expect(stateAt(told([[10_900, beat(5)]], live), 10_900)).toBe("LIVE");
  });
});

describe("behind", () => {
  const behind = told([[2_000, beat(6)]], live);

  test.each([
    [1_900, "LIVE"],
    [2_000, "DELAYED"],
    [9_000, "DELAYED"],
    [9_100, "NOT_LIVE"],
  ])("[LS3] %i ms behind the head it is %s, though it beats", (ms, state) => {
    const beating = told([[2_000 + ms - 100, beat(6)]], behind);
    expect(stateAt(beating, 2_000 + ms)).toBe(state);
  });

  test("[LS3] what was missing arrives, and it is LIVE at once", () => {
    const link = told(
      [
        [5_000, beat(6)],
        [5_100, applied(6)],
      ],
      behind,
    );
    expect(stateAt(link, 5_100)).toBe("LIVE");
  });

  test("[LS3] each new head is another lag: a busy clinic is not late", () => {
    const busy = told(
      [
        [2_100, applied(6)],
        [4_000, beat(7)],
        [4_100, applied(7)],
        [6_000, beat(8)],
      ],
      behind,
    );
    expect(stateAt(busy, 7_900)).toBe("LIVE");
  });

  test("[LS3] a hello asks for what no later event would show to be missing", () => {
    expect(wantsHello(behind, 3_900)).toBe(false);
    expect(wantsHello(behind, 4_000)).toBe(true);
  });
});

describe("the log and the socket", () => {
  test("[LS4] a log that cannot be read is NOT LIVE though it beats", () => {
    const link = told([[3_000, beat(5, 3_000, false)]], live);
    expect(judge(link, 3_000)).toMatchObject({ state: "NOT_LIVE", cause: "log", since: NOON + 1_000 });
    expect(stateAt(told([[5_000, beat(5)]], link), 5_000)).toBe("LIVE");
  });

  test("[LS5] a closed socket is DELAYED from its first moment, NOT LIVE after ten seconds", () => {
    const closed = told([[1_500, { type: "closed" }]], live);
    expect(stateAt(closed, 1_500)).toBe("DELAYED");
    expect(stateAt(closed, 11_000)).toBe("DELAYED");
    expect(stateAt(closed, 11_100)).toBe("NOT_LIVE");
  });

  test("[LS5] a quick return is DELAYED until the hello is answered", () => {
    const reopened = told(
      [
        [1_500, { type: "closed" }],
        [2_500, { type: "opened" }],
        [2_500, { type: "asked" }],
      ],
      live,
    );
    expect(stateAt(told([[2_600, beat(5)]], reopened), 2_600)).toBe("DELAYED");
    expect(stateAt(told([[2_600, applied(6)]], reopened), 2_600)).toBe("LIVE");
  });

  test("[LS5] beats without an answer do not hold it at DELAYED for more than ten seconds", () => {
    const reopened = told(
      [
        [1_500, { type: "closed" }],
        [2_500, { type: "opened" }],
        [2_500, { type: "asked" }],
      ],
      live,
    );
    expect(stateAt(told([[11_500, beat(5)]], reopened), 11_600)).toBe("NOT_LIVE");
  });
});

describe("doubt", () => {
  test("[LS6] a gap is NOT LIVE at once, and one hello is asked for it, however many events show it", () => {
    const gap = told([[2_000, { type: "gap" }]], live);
    expect(judge(gap, 2_000)).toMatchObject({ state: "NOT_LIVE", cause: "gap" });
    expect(wantsHello(gap, 2_000)).toBe(true);
    const asked = told(
      [
        [2_000, { type: "asked" }],
        [2_010, { type: "gap" }],
        [2_020, { type: "gap" }],
      ],
      gap,
    );
    expect(wantsHello(asked, 2_020)).toBe(false);
    expect(stateAt(told([[2_100, applied(9)]], asked), 2_100)).toBe("LIVE");
  });

  test("[LS6] an answer that is still short of the head leaves it NOT LIVE", () => {
    const asked = told(
      [
        [2_000, { type: "gap" }],
        [2_000, { type: "asked" }],
        [3_000, beat(9)],
      ],
      live,
    );
    expect(stateAt(told([[3_100, applied(8)]], asked), 3_100)).toBe("NOT_LIVE");
    expect(
      stateAt(
        told(
          [
            [3_100, applied(8)],
            [3_200, applied(9)],
          ],
          asked,
        ),
        3_200,
      ),
    ).toBe("LIVE");
  });

  test("[LS6] a question without an answer is asked again after five seconds", () => {
    const asked = told(
      [
        [2_000, { type: "gap" }],
        [2_000, { type: "asked" }],
      ],
      live,
    );
    expect(wantsHello(asked, 7_000)).toBe(false);
    expect(wantsHello(asked, 7_001)).toBe(true);
  });

  test("[LS6] a page that comes back before somebody's eyes is NOT LIVE until it has asked", () => {
    const shown = told([[2_000, { type: "shown" }]], live);
    expect(judge(shown, 2_000)).toMatchObject({ state: "NOT_LIVE", cause: "woke" });
    expect(
      stateAt(
        told(
          [
            [2_000, { type: "asked" }],
            [2_050, applied(5)],
          ],
          shown,
        ),
        2_050,
      ),
    ).toBe("LIVE");
  });

  test("[LS6] the nap counts as silence although the link clock stood still", () => {
    const woke = told([[1_500, { type: "woke", sleptMs: 120_000 }]], live);
    expect(judge(woke, 1_500)).toMatchObject({ state: "LOST", seconds: 120 });
    expect(wantsFreshSocket(woke, 1_500)).toBe(false);
  });

  test("[LS6] a clock that was set back is doubt, too", () => {
    expect(stateAt(told([[1_500, { type: "woke", sleptMs: 0 }]], live), 1_500)).toBe("NOT_LIVE");
  });
});

describe("return", () => {
  const silent = told([[20_000, beat(7)]], live);

  test("[LS8] beats that come back after an outage do not end it", () => {
    expect(judge(silent, 20_000)).toMatchObject({ state: "NOT_LIVE", cause: "silent", since: NOON + 1_000 });
    expect(wantsHello(silent, 20_000)).toBe(true);
  });

  test("[LS8] the answer ends it and says for three seconds how much is new", () => {
    const back = told(
      [
        [20_000, { type: "asked" }],
        [20_100, applied(7)],
      ],
      silent,
    );
    expect(judge(back, 20_100)).toEqual({ state: "LIVE", back: 2 });
    expect(judge(back, 23_000)).toEqual({ state: "LIVE", back: 2 });
    expect(judge(back, 23_100)).toEqual({ state: "LIVE" });
  });

  test("[LS8] after LOST it comes back the same way", () => {
    const lost = told(
      [
        [70_000, { type: "closed" }],
        [80_000, { type: "opened" }],
        [80_000, { type: "asked" }],
      ],
      live,
    );
    const answered = told([[80_100, applied(5)]], lost);
    expect(stateAt(answered, 80_100)).toBe("LOST");
    expect(judge(told([[80_200, beat(5)]], answered), 80_200)).toEqual({ state: "LIVE", back: 0 });
  });

  test("[LS8] a beat on a new socket is not an outage's end before the hello is answered", () => {
    const opened = told(
      [
        [20_500, { type: "opened" }],
        [20_500, { type: "asked" }],
        [20_600, beat(9)],
      ],
      silent,
    );
    expect(stateAt(opened, 20_600)).toBe("NOT_LIVE");
    expect(judge(told([[20_700, applied(9)]], opened), 20_700)).toEqual({ state: "LIVE", back: 4 });
  });

  test("[LS9] an open socket that is silent for ten seconds is given up for a new one", () => {
    expect(wantsFreshSocket(live, 11_000)).toBe(false);
    expect(wantsFreshSocket(live, 11_001)).toBe(true);
    const reopened = told(
      [
        [12_000, { type: "closed" }],
        [13_000, { type: "opened" }],
      ],
      live,
    );
    expect(wantsFreshSocket(reopened, 23_000)).toBe(false);
    expect(wantsFreshSocket(reopened, 23_001)).toBe(true);
  });
});
