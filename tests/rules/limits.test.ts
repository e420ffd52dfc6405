import { expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { interpret, type Interpretation } from "#shared/vitals/interpret.ts";
import { Protocol } from "#shared/protocol/protocol.ts";

type Measured = keyof typeof IV_PROTOCOL.limits;
const BANDS: readonly (readonly [Measured, number, Interpretation])[] = [
  ["sbp", 90, "critically-low"],
  ["sbp", 91, "low"],
  ["sbp", 100, "low"],
  ["sbp", 101, "normal"],
  ["sbp", 159, "normal"],
  ["sbp", 160, "high"],
  ["sbp", 179, "high"],
  ["sbp", 180, "critically-high"],
  ["dbp", 40, "critically-low"],
  ["dbp", 41, "low"],
  ["dbp", 50, "low"],
  ["dbp", 51, "normal"],
  ["dbp", 99, "normal"],
  ["dbp", 100, "high"],
  ["dbp", 109, "high"],
  ["dbp", 110, "critically-high"],
  ["hr", 40, "critically-low"],
  ["hr", 41, "low"],
  ["hr", 50, "low"],
  ["hr", 51, "normal"],
  ["hr", 110, "normal"],
  ["hr", 111, "high"],
  ["hr", 130, "high"],
  ["hr", 131, "critically-high"],
  ["spo2", 91, "critically-low"],
  ["spo2", 92, "low"],
  ["spo2", 93, "low"],
  ["spo2", 94, "normal"],
  ["spo2", 100, "normal"],
  ["rr", 8, "critically-low"],
  ["rr", 9, "low"],
  ["rr", 10, "low"],
  ["rr", 11, "normal"],
  ["rr", 20, "normal"],
  ["rr", 21, "high"],
  ["rr", 24, "high"],
  ["rr", 25, "critically-high"],
  ["sedation", 2, "critically-low"],
  ["sedation", 3, "low"],
  ["sedation", 4, "normal"],
  ["sedation", 5, "normal"],
  ["distress", 4, "normal"],
  ["distress", 5, "high"],
  ["distress", 7, "high"],
  ["distress", 8, "critically-high"],
];

test.each(BANDS)("[LM1] %s of %i is %s", (measure, value, band) => {
  expect(interpret(value, IV_PROTOCOL.limits[measure])).toBe(band);
});

test("[LM1] no value or no limits is unknown, never normal", () => {
  expect(interpret(undefined, IV_PROTOCOL.limits.hr)).toBe("unknown");
  expect(interpret(Number.NaN, IV_PROTOCOL.limits.hr)).toBe("unknown");
  expect(interpret(70, undefined)).toBe("unknown");
});

test("[LM1] an open end has no limit", () => {
  const open = { low: null, high: null };
  expect(interpret(-99_999, { warn: open, critical: open })).toBe("normal");
  expect(interpret(99_999, { warn: open, critical: open })).toBe("normal");
});

test("[LM2] a schedule steps at least a minute: without a step it would never end", () => {
  expect(Protocol.safeParse(IV_PROTOCOL).success).toBe(true);
  for (const name of ["whileDosingEveryMin", "afterDoseEveryMin", "waitingForRideEveryMin"] as const) {
    const withStep = (minutes: number) =>
      Protocol.safeParse({ ...IV_PROTOCOL, schedule: { ...IV_PROTOCOL.schedule, [name]: minutes } }).success;
    expect([withStep(0), withStep(0.5), withStep(1)]).toEqual([false, false, true]);
  }
});

test("[LM3] every number of the shipped protocol names its source", () => {
  const { schedule, hold, dose, limits, pressure, window, minimumStay, exit, restriction, sources } = IV_PROTOCOL;
  const groups = { schedule, hold, dose, limits, pressure, window, minimumStay, exit, restriction };
  const paths = Object.entries(groups).flatMap(([name, group]) => Object.keys(group).map((key) => `${name}.${key}`));
  expect(Object.keys(sources).toSorted()).toEqual([...paths, "heartRateLowAlsoBelowBaseline"].toSorted());
});
