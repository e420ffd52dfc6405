import { expect, test } from "vitest";

import { createSlipWatch } from "#client/connection/linkClock.ts";
import { createServerClock } from "#client/connection/serverClock.ts";

const NOON = 1_764_000_000_000;
const clock = () => createServerClock((at) => at + 7);

test("[LC1] until the server has spoken the device's own clock stands in, and says that it does", () => {
  const fresh = clock();
  expect(fresh.known()).toBe(false);
  expect(fresh.now(100)).toBe(107);
  fresh.heard(NOON, 100);
  expect(fresh.known()).toBe(true);
  expect(fresh.now(150)).toBe(NOON + 50);
});

test("[LC2] a measurement takes half the round trip for the way back", () => {
  const measured = clock();
  measured.measured(NOON, 1_000, 1_200);
  expect(measured.now(1_200)).toBe(NOON + 100);
});

test("[LC3] jitter is smoothed: one sample counts a fifth", () => {
  const steady = clock();
  steady.measured(NOON, 0, 0);
  steady.measured(NOON + 1_000 + 100, 1_000, 1_000);
  expect(steady.now(1_000)).toBe(NOON + 1_000 + 20);
});

test.each([
  [2_000, 400],
  [2_001, 2_001],
  [-2_001, -2_001],
])("[LC4] a difference of %i ms moves the clock by %i", (jump, moved) => {
  const set = clock();
  set.measured(NOON, 0, 0);
  set.measured(NOON + 5_000 + jump, 5_000, 5_000);
  expect(set.now(5_000)).toBeCloseTo(NOON + 5_000 + moved, 3);
});

test("[LC5] a message that travelled for unknown long may push the clock forward, never back", () => {
  const pushed = clock();
  pushed.measured(NOON, 0, 0);
  pushed.heard(NOON + 500, 1_000);
  expect(pushed.now(1_000)).toBe(NOON + 1_000);
  pushed.heard(NOON + 90_000, 1_000);
  expect(pushed.now(1_000)).toBe(NOON + 90_000);
});

test("[LC6] two clocks of one machine that disagree show a sleep or a set clock", () => {
  const machine = { link: 0, wall: NOON };
  const slip = createSlipWatch({ link: () => machine.link, wall: () => machine.wall });
  Object.assign(machine, { link: 500, wall: NOON + 500 });
  expect(slip()).toBe(0);
  Object.assign(machine, { link: 1_000, wall: NOON + 61_000 });
  expect(slip()).toBe(60_000);
  Object.assign(machine, { link: 1_500, wall: NOON + 58_500 });
  expect(slip()).toBe(-3_000);
});
