import { describe, expect, test } from "vitest";
import { clockTimeWithSeconds, dayAndTime, HOUR, MINUTE } from "#shared/base/time.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { restrictionFrom } from "#shared/recovery/restriction.ts";

const until = (leaving: number, zone: string): number => {
  const restriction = restrictionFrom(IV_PROTOCOL, leaving, zone);
  return restriction.kind === "until" ? restriction.until : NaN;
};
const read = (leaving: number, zone: string) => dayAndTime(until(leaving, zone), zone);

describe("[RS1] twenty-four elapsed hours from leaving", () => {
  test("[RS1] to the hour it is a day, a millisecond more is the next hour", () => {
    const noon = Date.UTC(2026, 10, 24, 17);
    expect(until(noon, "America/New_York")).toBe(noon + 24 * HOUR);
    expect(until(noon + 1, "America/New_York")).toBe(noon + 25 * HOUR);
    expect(until(noon - 1, "America/New_York")).toBe(noon + 24 * HOUR);
    expect(until(noon + HOUR - 1, "America/New_York")).toBe(noon + 25 * HOUR);
  });

  test("[RS1] across midnight and the end of the year", () => {
    expect(read(Date.UTC(2026, 10, 25, 4, 40), "America/New_York")).toBe("Thu 26 Nov, 00:00"); // left Tue 23:40
    expect(read(Date.UTC(2027, 0, 1, 3, 10), "America/New_York")).toBe("Fri 1 Jan, 23:00"); // left 31 Dec, 22:10
  });

  test("[RS1] when the clocks change the hour on the wall is another, the hours that pass are not", () => {
    expect(read(Date.UTC(2026, 9, 31, 19, 10), "America/New_York")).toBe("Sun 1 Nov, 15:00"); // left Sat 15:10, back an hour
    expect(read(Date.UTC(2027, 2, 13, 20, 10), "America/New_York")).toBe("Sun 14 Mar, 17:00"); // left Sat 15:10, an hour forward
    expect(read(Date.UTC(2026, 9, 24, 14, 10), "Europe/Dublin")).toBe("Sun 25 Oct, 15:00"); // left Sat 15:10
    expect(read(Date.UTC(2027, 2, 27, 15, 10), "Europe/Dublin")).toBe("Sun 28 Mar, 17:00");
  });
});

describe("[RS2] up to a full hour of the clinic's own clock", () => {
  test("[RS2] where the zone is off by half an hour", () => {
    expect(read(Date.UTC(2026, 10, 24, 6, 45), "Asia/Kolkata")).toBe("Wed 25 Nov, 13:00"); // left 12:15
    expect(until(Date.UTC(2026, 10, 24, 6, 30), "Asia/Kolkata")).toBe(Date.UTC(2026, 10, 25, 6, 30)); // left 12:00
  });

  test("[RS2] where the clock itself changes by half an hour", () => {
    // Lord Howe, 4 April 2027: at 02:00 back to 01:30. A day after 01:45 is rounded past the 01:30 that comes next.
    expect(read(Date.UTC(2027, 3, 2, 14, 45), "Australia/Lord_Howe")).toBe("Sun 4 Apr, 02:00");
    // 4 October 2026: at 02:00 forward to 02:30.
    expect(read(Date.UTC(2026, 9, 2, 15, 15), "Australia/Lord_Howe")).toBe("Sun 4 Oct, 03:00");
  });

  const changes = [
    ["America/New_York", Date.UTC(2026, 10, 1, 6)],
    ["America/New_York", Date.UTC(2027, 2, 14, 7)],
    ["Europe/Dublin", Date.UTC(2026, 9, 25, 1)],
    ["Europe/Dublin", Date.UTC(2027, 2, 28, 1)],
    ["Australia/Lord_Howe", Date.UTC(2026, 9, 3, 15, 30)],
    ["Australia/Lord_Howe", Date.UTC(2027, 3, 3, 15)],
    ["Asia/Kolkata", Date.UTC(2026, 10, 24, 18, 30)],
  ] as const;
  test.each(changes)("[RS2] every minute of the two days around %s %i", (zone, change) => {
    for (let leaving = change - 48 * HOUR; leaving < change; leaving += MINUTE) {
      const rounded = until(leaving, zone) - (leaving + 24 * HOUR);
      expect(clockTimeWithSeconds(until(leaving, zone), zone)).toMatch(/:00:00$/);
      expect(rounded).toBeGreaterThanOrEqual(0);
      expect(rounded).toBeLessThan(zone === "Australia/Lord_Howe" ? 1.5 * HOUR : HOUR);
    }
  });
});
