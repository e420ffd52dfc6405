import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR, clockTimeWithSeconds, roundUpToHour } from "#shared/base/time.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { restrictionFrom } from "#shared/recovery/restriction.ts";

const ZONES = [
  "America/New_York",
  "Europe/Dublin",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "UTC",
] as const;
/** Around every change of clocks of 2026 in these zones, where random moments of a year would seldom fall. */
const CHANGES = [
  "2026-03-08T07:00Z",
  "2026-11-01T06:00Z",
  "2026-03-29T01:00Z",
  "2026-10-25T01:00Z",
  "2026-04-04T15:00Z",
  "2026-10-03T15:30Z",
];

const leaving = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -28 * HOUR, max: 4 * HOUR }))
    .map(([change, off]) => Date.parse(change) + off),
);

test("[RS2] at any moment of a year, in any zone: a full hour of the clock, never sooner than a day, never later than it must be", () => {
  fc.assert(
    fc.property(leaving, fc.constantFrom(...ZONES), (left, zone) => {
      const restriction = restrictionFrom(IV_PROTOCOL, left, zone);
      const until = restriction.kind === "until" ? restriction.until : NaN;
      expect(clockTimeWithSeconds(until, zone)).toMatch(/:00:00$/);
      expect(until - left).toBeGreaterThanOrEqual(24 * HOUR);
      expect(until - left).toBeLessThan(25.5 * HOUR);
      expect(roundUpToHour(until, zone)).toBe(until);
    }),
    { numRuns: 1_000 },
  );
});
