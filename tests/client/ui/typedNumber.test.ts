import { expect, test } from "vitest";

import { parseTyped } from "#client/ui/typedNumber.ts";

const WHOLE = { min: 20, max: 300 };
const TENTHS = { decimals: 1, min: 30, max: 45 };

test.each(["", " ", "\t"])("[TN1] nothing typed (%j) is empty, not nought", (text) => {
  expect(parseTyped(text, WHOLE)).toEqual({ kind: "empty" });
});

test.each([
  ["88", 88],
  [" 120 ", 120],
  ["020", 20],
])("[TN2] %j is %d", (text, value) => {
  expect(parseTyped(text, WHOLE)).toEqual({ kind: "number", value });
});

test.each([
  ["36.8", 36.8],
  ["36,8", 36.8],
])("[TN3] comma and point are both the decimal mark: %s", (text, value) => {
  expect(parseTyped(text, TENTHS)).toEqual({ kind: "number", value });
});

test.each([
  "12O",
  "1e2",
  "1 2",
  "1.234,5",
  "1,234.5",
  "12345",
  "٩٩",
  "８８",
  "+5",
  ".5",
  "5.",
  "--5",
  "Infinity",
  "0x10",
  "120/80",
])("[TN4] %j is no number, and is not made one", (text) => {
  expect(parseTyped(text, WHOLE)).toEqual({ kind: "wrong", problem: "Digits only, such as 120 or 36.8" });
});

test("[TN5] decimals beyond what the measure has are named, never cut off", () => {
  expect(parseTyped("88.5", WHOLE)).toEqual({ kind: "wrong", problem: "Whole number only" });
  expect(parseTyped("36.85", TENTHS)).toEqual({ kind: "wrong", problem: "Not more than 1 decimal" });
});

test.each([
  ["20", "number"],
  ["19", "wrong"],
  ["300", "number"],
  ["301", "wrong"],
  ["-5", "wrong"],
])("[TN6] the hard limits themselves are allowed: %s", (text, kind) => {
  expect(parseTyped(text, WHOLE).kind).toBe(kind);
});

test("[TN6] beyond a limit the limit is said", () => {
  expect(parseTyped("900", WHOLE)).toEqual({ kind: "wrong", problem: "Not above 300" });
  expect(parseTyped("-1", WHOLE)).toEqual({ kind: "wrong", problem: "Not below 20" });
});
