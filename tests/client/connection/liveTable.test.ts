import { describe, expect, test } from "vitest";

import { createSlipWatch, WAKE_SLIP_MS } from "#client/connection/linkClock.ts";
import { judge, observe, type Cause, type Link, type LiveName } from "#client/connection/liveState.ts";

/**
 * The whole of what the live state depends on, in words: for each thing the best that a screen may then say. The answer
 * is the worst of them, and a screen that has not been LIVE for more than a minute is LOST where it would be NOT LIVE.
 */
const TABLE = {
  socket: {
    "is open": "LIVE",
    "is closed": "DELAYED",
  },
  beat: {
    "has never come": "NOT_LIVE",
    "came just now": "LIVE",
    "came 5,000 ms ago": "LIVE",
    "came 5,001 ms ago": "DELAYED",
    "came 10,000 ms ago": "DELAYED",
    "came 10,001 ms ago": "NOT_LIVE",
  },
  log: {
    "can be read": "LIVE",
    "cannot be read": "NOT_LIVE",
  },
  behind: {
    "by nothing": "LIVE",
    "for 1,999 ms": "LIVE",
    "for 2,000 ms": "DELAYED",
    "for 9,000 ms": "DELAYED",
    "for 9,001 ms": "NOT_LIVE",
  },
  doubt: {
    none: "LIVE",
    "it has only begun": "NOT_LIVE",
    "the server fell silent": "NOT_LIVE",
    "it was asleep": "NOT_LIVE",
    "something is missing": "NOT_LIVE",
    "the socket closed 10,000 ms ago": "DELAYED",
    "the socket closed 10,001 ms ago": "NOT_LIVE",
  },
  asked: { "nobody has answered": "LIVE", "somebody has answered": "LIVE" }, // an answer alone resolves nothing
  lastLive: { "just now": "LIVE", "60,000 ms ago": "LIVE", "60,001 ms ago": "LIVE" },
} as const satisfies Record<string, Record<string, LiveName>>;

type Row = { readonly [Thing in keyof typeof TABLE]: keyof (typeof TABLE)[Thing] };

const NOW = 1_000_000;
const NOON = 1_764_000_000_000;

const ORDER: readonly LiveName[] = ["LIVE", "DELAYED", "NOT_LIVE", "LOST"];
const worst = (states: readonly LiveName[]): LiveName => ORDER[Math.max(...states.map((one) => ORDER.indexOf(one)))]!;

const inWords = (row: Row): LiveName => {
  const said = worst(
    Object.entries(row).map(([thing, is]) => (TABLE as Record<string, Record<string, LiveName>>)[thing]![is]!),
  );
  return said === "NOT_LIVE" && row.lastLive === "60,001 ms ago" ? "LOST" : said;
};

/** "came 5,001 ms ago" is 5,001. */
const msIn = (words: string): number => Number(/([\d,]+) ms/.exec(words)?.[1]?.replace(",", "") ?? 0);

const CAUSE = {
  "it has only begun": "starting",
  "the server fell silent": "silent",
  "it was asleep": "woke",
  "something is missing": "gap",
  "the socket closed 10,000 ms ago": "closed",
  "the socket closed 10,001 ms ago": "closed",
} as const;

const linkOf = (row: Row): Link => {
  const beatAt = NOW - msIn(row.beat);
  const missing = row.behind !== "by nothing";
  return {
    socket: row.socket === "is open" ? "open" : "closed",
    openedAt: 0,
    applied: missing ? 4 : 5,
    ...(row.beat !== "has never come" && {
      beat: { at: beatAt, seq: 5, now: NOON, logOk: row.log === "can be read" },
    }),
    ...(missing && { behind: { head: 5, since: NOW - msIn(row.behind) } }),
    ...(row.doubt !== "none" && {
      doubt: {
        cause: CAUSE[row.doubt],
        since: NOW - msIn(row.doubt),
        answered: row.asked === "somebody has answered",
      },
    }),
    current: { at: NOW - msIn(row.lastLive), now: NOON, seq: 4 },
  };
};

const rows: readonly Row[] = Object.entries(TABLE).reduce<readonly Record<string, string>[]>(
  (all, [thing, values]) => all.flatMap((row) => Object.keys(values).map((is) => ({ ...row, [thing]: is }))),
  [{}],
) as unknown as readonly Row[];

/** Where several things are wrong any of them may be named, but none that is not there. */
const causesOf = (row: Row): readonly Cause[] => {
  const named = row.doubt === "none" ? undefined : CAUSE[row.doubt];
  return [
    ...(named && named !== "closed" ? [named] : []),
    ...(row.doubt === "the socket closed 10,001 ms ago" || row.beat === "came 10,001 ms ago"
      ? ["silent" as const]
      : []),
    ...(row.beat === "has never come" ? ["starting" as const] : []),
    ...(row.log === "cannot be read" ? ["log" as const] : []),
    ...(row.behind === "for 9,001 ms" ? ["behind" as const] : []),
  ];
};

describe("every combination", () => {
  test("[LS13] has the one answer of the table, and none is LIVE that should not be", () => {
    expect(rows).toHaveLength(2 * 6 * 2 * 5 * 7 * 2 * 3);
    const wrong = rows.filter((row) => judge(linkOf(row), NOW).state !== inWords(row));
    const falselyLive = rows.filter((row) => judge(linkOf(row), NOW).state === "LIVE" && inWords(row) !== "LIVE");
    expect(falselyLive).toEqual([]);
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test("[LS13] LIVE is the answer of few: nothing at all may be wrong", () => {
    const live = rows.filter((row) => judge(linkOf(row), NOW).state === "LIVE");
    expect(
      new Set(live.map(({ socket, beat, log, behind, doubt }) => [socket, beat, log, behind, doubt].join())),
    ).toEqual(
      new Set(
        ["came just now", "came 5,000 ms ago"].flatMap((beat) =>
          ["by nothing", "for 1,999 ms"].map((behind) => ["is open", beat, "can be read", behind, "none"].join()),
        ),
      ),
    );
  });

  test("[LS13] what is not LIVE says a cause that is there", () => {
    const wrong = rows.filter((row) => {
      const live = judge(linkOf(row), NOW);
      return "cause" in live && !causesOf(row).includes(live.cause);
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test("[LS13] asking alone, time alone and a beat alone end no doubt and no silence", () => {
    const unanswered = rows.filter(
      (row) => row.asked === "nobody has answered" && (inWords(row) === "NOT_LIVE" || inWords(row) === "LOST"),
    );
    const isLive = (link: Link, at = NOW): boolean => judge(link, at).state === "LIVE";
    const beat = { type: "beat", seq: 5, now: NOON, logOk: true } as const;
    const silent = ({ doubt, beat }: Row): boolean => doubt !== "none" || beat === "came 10,001 ms ago";
    expect(unanswered.filter((row) => isLive(observe(linkOf(row), { type: "asked" }, NOW)))).toEqual([]);
    expect(unanswered.filter((row) => isLive(linkOf(row), NOW + 1))).toEqual([]);
    expect(unanswered.filter(silent).filter((row) => isLive(observe(linkOf(row), beat, NOW)))).toEqual([]);
  });
});

describe("the two clocks of the machine", () => {
  const slipOf = (wallMs: number, linkMs: number): number => {
    const clocks = { link: 0, wall: 0 };
    const slip = createSlipWatch({ link: () => clocks.link, wall: () => clocks.wall });
    Object.assign(clocks, { link: linkMs, wall: wallMs });
    return slip();
  };

  test.each([
    ["agree", 250, 250, false],
    ["differ by two seconds", 2_250, 250, false],
    ["differ by more: it slept", 2_251, 250, true],
    ["were set back by two seconds", -1_750, 250, false],
    ["were set back by more", -1_751, 250, true],
  ])("[LS13] when they %s", (_, wallMs, linkMs, doubts) => {
    expect(Math.abs(slipOf(wallMs, linkMs)) > WAKE_SLIP_MS).toBe(doubts);
  });

  test.each([0, 2_001, 60_000])("[LS13] a sleep of %i ms leaves no combination LIVE or DELAYED", (sleptMs) => {
    const vouches = rows.filter((row) =>
      ["LIVE", "DELAYED"].includes(judge(observe(linkOf(row), { type: "woke", sleptMs }, NOW), NOW).state),
    );
    expect(vouches).toEqual([]);
  });
});
