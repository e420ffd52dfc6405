import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MINUTE, SECOND } from "#shared/base/time.ts";
import { demoClock } from "#server/demo/clock.ts";

const START = Date.UTC(2026, 10, 25, 13, 0);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("[DM6] the demo's clock stands until the curtain rises, however long the room took, and moves only when it is told to", () => {
  const clock = demoClock(START, 60);
  vi.advanceTimersByTime(20 * SECOND);
  expect(clock.now()).toBe(START);
  clock.jumpTo(START + 5 * MINUTE);
  clock.jumpTo(START + 2 * MINUTE);
  vi.advanceTimersByTime(20 * SECOND);
  expect(clock.now()).toBe(START + 5 * MINUTE);
});

test("[DM6] then it runs as fast as was asked, and nothing moves it", async () => {
  const clock = demoClock(START, 60);
  let there = false;
  const waited = clock.reached(START + 3 * MINUTE).then(() => (there = true));
  await vi.advanceTimersByTimeAsync(2.9 * SECOND);
  expect(there).toBe(false);
  await vi.advanceTimersByTimeAsync(0.1 * SECOND);
  await waited;
  expect(clock.now()).toBe(START + 3 * MINUTE);
  clock.jumpTo(START + 60 * MINUTE);
  expect(clock.now()).toBe(START + 3 * MINUTE);
});
