import { expect, test } from "vitest";

import { MINUTE } from "#shared/base/time.ts";
import { openSetUp } from "#server/people/setUp.ts";

const opened = () => {
  const time = { now: 1_000_000 };
  return { time, setUp: openSetUp({ clock: () => time.now, needed: () => Promise.resolve(true) }) };
};

test("[PE7] the set-up link holds 128 random bits, another each time", () => {
  const { setUp } = opened();
  const tokens = Array.from({ length: 50 }, () => setUp.token());
  for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(16);
  expect(new Set(tokens).size).toBe(50);
});

test("[PE7] it opens once, and never again", () => {
  const { setUp } = opened();
  const token = setUp.token();
  expect([setUp.redeem(token), setUp.redeem(token)]).toEqual([true, false]);
});

test("[PE7] of two at the same moment one gets in", async () => {
  const { setUp } = opened();
  const token = setUp.token();
  const tries = await Promise.all([1, 2, 3].map(async () => (await setUp.needed()) && setUp.redeem(token)));
  expect(tries.filter(Boolean)).toHaveLength(1);
});

test("[PE7] a wrong one opens nothing and uses nothing up", () => {
  const { setUp } = opened();
  const token = setUp.token();
  for (const wrong of ["", "x", `${token}x`, token.slice(1), "A".repeat(22)]) expect(setUp.redeem(wrong)).toBe(false);
  expect(setUp.redeem(token)).toBe(true);
});

test("[PE7] none was made, so nothing opens", () => {
  expect(opened().setUp.redeem("")).toBe(false);
});

test.each([
  [30 * MINUTE - 1, true],
  [30 * MINUTE, false],
  [30 * MINUTE + 1, false],
])("[PE7] it lasts half an hour: after %i ms it opens is %s", (ms, opens) => {
  const { setUp, time } = opened();
  const token = setUp.token();
  time.now += ms;
  expect(setUp.redeem(token)).toBe(opens);
});

test("[PE7] a new link ends the one before, used or not", () => {
  const { setUp } = opened();
  const first = setUp.token();
  expect(setUp.redeem(first)).toBe(true);
  const second = setUp.token();
  setUp.restore(first);
  expect([setUp.redeem(first), setUp.redeem(second)]).toEqual([false, true]);
});

test("[PE7] a form that was refused can be sent again with the same link, once, and not for longer", () => {
  const { setUp, time } = opened();
  const token = setUp.token();
  setUp.redeem(token);
  setUp.restore("A".repeat(22));
  expect(setUp.redeem(token)).toBe(false);
  setUp.restore(token);
  expect([setUp.redeem(token), setUp.redeem(token)]).toEqual([true, false]);
  setUp.restore(token);
  time.now += 30 * MINUTE;
  expect(setUp.redeem(token)).toBe(false);
});
