import { expect, test } from "vitest";
import { calendarDay, clockTime, clockTimeWithSeconds, dayAndTime, isZone } from "#shared/base/time.ts";
import { whenTrue } from "#shared/session/times.ts";
import { at, given, only } from "./scenario.ts";

const when = (observedAt: number, now: number) =>
  whenTrue(given().checkedIn().session(), observedAt, now, "observedAt");

test("[TM1] up to a minute ahead is set to the server's time and marked; more is refused", () => {
  expect(when(at(10), at(10))).toEqual({ at: at(10), clamped: false, late: false });
  expect(when(at(10) + 1, at(10))).toEqual({ at: at(10), clamped: true, late: false });
  expect(when(at(11), at(10))).toEqual({ at: at(10), clamped: true, late: false });
  expect(when(at(11) + 1, at(10))).toEqual({ rejected: { reason: "in-the-future", field: "observedAt" } });
});

test("[TM2] before check-in nothing was true of this patient here", () => {
  expect(when(at(-30), at(-29))).toEqual({ at: at(-30), clamped: false, late: false });
  expect(when(at(-30) - 1, at(-29))).toEqual({ rejected: { reason: "before-check-in", field: "observedAt" } });
});

test("[TM3] more than five minutes old is a late entry, kept at its own time beside the time of writing", () => {
  expect(when(at(5), at(10))).toMatchObject({ late: false });
  expect(when(at(5) - 1, at(10))).toMatchObject({ at: at(5) - 1, late: true });
  const clinic = given().started().at(20);
  expect(only(clinic.set({}, { at: at(14) }), "observation-recorded")).toMatchObject({
    late: true,
    clamped: false,
    entered: { observedAt: at(14) },
  });
  expect(clinic.lastObservation()).toMatchObject({ observedAt: at(14), recordedAt: at(20) });
});

test("[TM4] a time is read on the clinic's own clock", () => {
  const noonUtc = Date.UTC(2026, 10, 24, 17, 5, 9);
  expect([
    clockTime(noonUtc, "America/New_York"),
    clockTime(noonUtc, "Asia/Kolkata"),
    clockTimeWithSeconds(noonUtc, "UTC"),
  ]).toEqual(["12:05", "22:35", "17:05:09"]);
  expect(clockTime(Date.UTC(2026, 10, 24, 5), "America/New_York")).toBe("00:00");
  expect([calendarDay(noonUtc, "America/New_York"), calendarDay(noonUtc, "Australia/Lord_Howe")]).toEqual([
    "2026-11-24",
    "2026-11-25",
  ]);
  expect(dayAndTime(Date.UTC(2026, 10, 25, 17), "America/New_York")).toBe("Wed 25 Nov, 12:00");
  expect([isZone("Europe/Dublin"), isZone("Mars/Olympus")]).toEqual([true, false]);
});
