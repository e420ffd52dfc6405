import { expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { interpret, type Interpretation } from "#shared/vitals/interpret.ts";
import { Protocol } from "#shared/protocol/protocol.ts";
import { ROW_PATHS, rowsOf } from "#shared/protocol/rows.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";

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
  const dosing = (everyMin: number) => ({ dosing: { kind: "every", everyMin } });
  const steps: readonly ((minutes: number) => object)[] = [
    dosing,
    (minutes) => ({ afterDoseEveryMin: minutes }),
    (minutes) => ({ waitingForRideEveryMin: minutes }),
    (minutes) => ({ closeEveryMin: minutes }),
  ];
  for (const step of steps) {
    const withStep = (minutes: number) =>
      Protocol.safeParse({ ...IV_PROTOCOL, schedule: { ...IV_PROTOCOL.schedule, ...step(minutes) } }).success;
    expect([withStep(0), withStep(0.5), withStep(1)]).toEqual([false, false, true]);
  }
});

test.each(Object.values(SHIPPED))("[LM3] every number of the shipped protocol $id names its source", (protocol) => {
  const numbers = rowsOf(protocol).filter(({ path, value }) => /\d/.test(value) && !CHOICES.includes(path));
  expect(numbers.filter(({ source }) => source === undefined).map(({ path }) => path)).toEqual([]);
  expect(numbers.filter(({ sureness }) => sureness === undefined).map(({ path }) => path)).toEqual([]);
  // No source without its number: a key typed wrong would leave one without a source.
  expect(Object.keys(protocol.sources).filter((path) => !ROW_PATHS.includes(path))).toEqual([]);
});

/** Rows that name fields, in which a digit is part of a name. */
const CHOICES: readonly string[] = ["required.full", "required.baseline", "required.bp", "required.exit", "optional"];
