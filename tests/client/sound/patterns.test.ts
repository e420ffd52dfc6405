import { expect, test } from "vitest";
import { lengthMs, PATTERN, vibrationOf, type Pulse, type Tone } from "#client/sound/patterns.ts";

const gaps = (pulses: readonly Pulse[]): readonly number[] =>
  pulses.slice(1).map(({ atMs }, index) => atMs - (pulses[index]?.atMs ?? 0) - (pulses[index]?.forMs ?? 0));

test("[SD1] high is ten pulses, medium three, low one", () => {
  expect((["high", "medium", "low"] as const).map((tone) => PATTERN[tone].length)).toEqual([10, 3, 1]);
});

test("[SD1] high is three and two, and after a longer gap three and two again, on the same notes", () => {
  const all = PATTERN.high;
  expect(gaps(all)).toEqual([60, 60, 240, 60, 500, 60, 60, 240, 60]);
  expect(all.slice(5).map(({ hz }) => hz)).toEqual(all.slice(0, 5).map(({ hz }) => hz));
});

test("[SD1] pulses and gaps lie within the published bands", () => {
  for (const { forMs } of PATTERN.high) {
    expect(forMs).toBeGreaterThanOrEqual(80);
    expect(forMs).toBeLessThanOrEqual(150);
  }
  const within = (tone: Tone, [least, most]: readonly [number, number], which: readonly number[]): void => {
    const all = gaps(PATTERN[tone]);
    for (const index of which) {
      expect(all[index]).toBeGreaterThanOrEqual(least);
      expect(all[index]).toBeLessThanOrEqual(most);
    }
  };
  within("high", [15, 80], [0, 1, 3, 5, 6, 8]);
  within("medium", [40, 100], [0, 1]);
});

test("[SD1] every pitch can be made by a small speaker: 150 to 1,000 Hz", () => {
  for (const { hz } of Object.values(PATTERN).flat()) {
    expect(hz).toBeGreaterThanOrEqual(150);
    expect(hz).toBeLessThanOrEqual(1_000);
  }
});

test("[SD1] the tone of NOT LIVE is like none of a call", () => {
  const shape = (tone: Tone): string => PATTERN[tone].map(({ forMs, hz }) => `${forMs} ${hz}`).join();
  expect(new Set(["high", "medium", "low", "technical"].map((tone) => shape(tone as Tone))).size).toBe(4);
});

test("[SD1] each is over long before it comes again", () => {
  expect((["high", "medium", "low", "technical"] as const).map(lengthMs)).toEqual([2_540, 780, 200, 900]);
});

test("[SD5] a hand feels the same beat: on, off, on", () => {
  expect(vibrationOf("medium")).toEqual([200, 90, 200, 90, 200]);
  expect(vibrationOf("high")).toHaveLength(19);
  for (const tone of ["high", "medium", "low", "technical"] as const)
    expect(vibrationOf(tone).reduce((sum, ms) => sum + ms, 0)).toBe(lengthMs(tone));
});
