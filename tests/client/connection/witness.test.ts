import { expect, test } from "vitest";

import { judge, newLink, observe, wantsHello, type Link, type LinkEvent } from "#client/connection/liveState.ts";
import { contradicts, heard, NOTHING_CLAIMED, type Account, type Testimony } from "#client/connection/witnessCount.ts";

const told = (...story: readonly (readonly [at: number, said: Testimony])[]): Account =>
  story.reduce((account, [at, said]) => heard(account, said, at), NOTHING_CLAIMED);

test("[LS12] the witness contradicts a page that says LIVE when nothing vouched for it for twelve seconds", () => {
  const live = told([1_000, "live"], [3_000, "vouched"], [5_000, "vouched"]);
  expect(contradicts(live, 17_000)).toBe(false);
  expect(contradicts(live, 17_001)).toBe(true);
});

test("[LS12] it has nothing to say against a page that claims nothing", () => {
  expect(contradicts(NOTHING_CLAIMED, 1e9)).toBe(false);
  expect(contradicts(told([1_000, "live"], [2_000, "not-live"]), 1e9)).toBe(false);
  expect(contradicts(told([1_000, "vouched"]), 1e9)).toBe(false);
});

test("[LS12] what becomes LIVE again counts from that moment, not from the beat before the outage", () => {
  const back = told([1_000, "live"], [2_000, "not-live"], [60_000, "live"]);
  expect(contradicts(back, 60_000)).toBe(false);
  expect(contradicts(back, 72_001)).toBe(true);
});

test("[LS12] a page that is contradicted is NOT LIVE until a hello was answered and another beat came", () => {
  const at = (link: Link, event: LinkEvent, ms: number): Link => observe(link, event, ms);
  const beat: LinkEvent = { type: "beat", seq: 5, now: 1_764_000_000_000, logOk: true };
  const live = (
    [
      [{ type: "opened" }, 0],
      [{ type: "asked" }, 0],
      [{ type: "applied", seq: 5 }, 10],
      [beat, 20],
    ] as const
  ).reduce((link, [event, ms]) => at(link, event, ms), newLink(0));
  expect(judge(live, 20).state).toBe("LIVE");

  // By the page's own clock hardly any time has gone by: that is the fault that the witness is there for.
  const doubted = at(live, { type: "unwitnessed" }, 30);
  expect(judge(doubted, 30)).toMatchObject({ state: "NOT_LIVE", cause: "silent" });
  expect(wantsHello(doubted, 30)).toBe(true);
  const asked = at(doubted, { type: "asked" }, 30);
  const answered = at(asked, { type: "applied", seq: 5 }, 40);
  expect(judge(answered, 40).state).toBe("NOT_LIVE");
  expect(judge(at(asked, beat, 40), 40).state).toBe("NOT_LIVE");
  expect(judge(at(answered, beat, 50), 50).state).toBe("LIVE");
});
