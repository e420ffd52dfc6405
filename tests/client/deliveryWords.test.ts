import { expect, test } from "vitest";
import { hasBackUp, saidInMs } from "#client/chair/unwatchedModel.ts";
import { deliveryWords } from "#client/ui/deliveryWords.ts";
import type { AlarmId, PersonId } from "#shared/base/ids.ts";

const CALL = { id: "call" as AlarmId, raisedAt: 1_000 };
const to = (screens: number) => [
  { alarmId: "another" as AlarmId, screens: 9 },
  { alarmId: CALL.id, screens },
];

test("[CW3] to how many screens a call was delivered, in words", () => {
  expect([1, 2, 12].map((screens) => deliveryWords(CALL, to(screens), 1_000))).toEqual([
    "Delivered to 1 screen",
    "Delivered to 2 screens",
    "Delivered to 12 screens",
  ]);
});

test("[CW3] without one: nothing for ten seconds, then tell somebody", () => {
  expect([1_000, 10_999, 11_000, 60_000].map((now) => deliveryWords(CALL, to(0), now))).toEqual([
    undefined,
    undefined,
    "Not delivered yet: tell somebody",
    "Not delivered yet: tell somebody",
  ]);
});

test("[CW3] a screen that is not told of it, such as a wall, says nothing either way", () => {
  expect(deliveryWords(CALL, [], 60_000)).toBeUndefined();
});

test("[CW4] asked of whom somebody backs up; nobody and not set are neither", () => {
  const me = "ana" as PersonId;
  const backUps = { ben: "ana", ana: "ben" } as Record<PersonId, PersonId>;
  expect(hasBackUp({ backUps }, me)).toBe(true);
  expect(hasBackUp({ backUps: { [me]: "nobody" } }, me)).toBe(false);
  expect(hasBackUp({ backUps: {} }, me)).toBe(false);
});

test("[CW4] 15 s after the last one went, and at once on a page that is opened later", () => {
  expect([1_000, 15_999, 16_000, 60_000].map((at) => saidInMs(1_000, at))).toEqual([15_000, 1, 0, 0]);
});
