import { expect, test } from "vitest";

import { countsOf, freeChairs, LATE_AFTER_MIN, todayRows } from "#client/today/todayModel.ts";
import { HOUR, MINUTE } from "#shared/base/time.ts";
import type { RideStatus } from "#shared/session/session.ts";
import { clinicDay, id, TEN } from "#tests/client/discharge/day.ts";

const expected = (name: string, at: number, ride: RideStatus = "arranged") => ({
  type: "expect-patient" as const, visitId: id<"VisitId">(`vis-${name}`), patientId: id<"PatientId">(name), chairId: id<"ChairId">("chair-1"),
  route: "iv" as const, expectedAt: at, ride, course: { n: 2, of: 6 },
}); // prettier-ignore

test("[TD1] the day is listed by time, and who came without a visit stands where they came", () => {
  const day = clinicDay();
  day.run(expected("pat-late", TEN + HOUR));
  day.run(expected("pat-first", TEN + MINUTE));
  day.pass(30);
  day.checkIn("pat-walk-in", "chair-2");
  const rows = todayRows(day.clinic(), day.now());
  expect(rows.map(({ patientId, state }) => `${patientId} ${state}`)).toEqual([
    "pat-first-0000 late",
    "pat-walk-in-0000 here",
    "pat-late-0000 expected",
  ]);
});

test("[TD1] another day's visits are not today's", () => {
  const day = clinicDay();
  day.run(expected("pat-tomorrow", TEN + 24 * HOUR));
  expect(todayRows(day.clinic(), day.now())).toEqual([]);
});

test("[TD1] late begins after ten minutes, not at them", () => {
  const day = clinicDay();
  day.run(expected("pat-first", TEN));
  const state = (at: number) => todayRows(day.clinic(), at)[0]?.state;
  expect(state(TEN + LATE_AFTER_MIN * MINUTE)).toBe("expected");
  expect(state(TEN + LATE_AFTER_MIN * MINUTE + 1)).toBe("late");
});

test("[TD1] checked in, then gone home: the row follows the session", () => {
  const day = clinicDay();
  day.run(expected("pat-first", TEN));
  const session = day.checkIn("pat-first", "chair-2", "vis-pat-first");
  expect(todayRows(day.clinic(), day.now())[0]).toMatchObject({
    state: "here",
    chairId: "chair-2-0000",
    sessionId: session,
  });
  day.run({ type: "record-ride", sessionId: session, ride: { status: "here", kind: "adult-in-building" } });
  expect(todayRows(day.clinic(), day.now())[0]?.ride).toBe("here");
  day.run({ type: "abort-before-dose", sessionId: session, reason: { code: "unwell" } });
  expect(todayRows(day.clinic(), day.now())).toMatchObject([{ state: "left", leftAt: day.now() }]);
  expect(countsOf(todayRows(day.clinic(), day.now()))).toEqual({ expected: 0, late: 0, here: 0, left: 1 });
});

test("[TD2] a chair with a patient is not free, and the others keep the order of the room", () => {
  const day = clinicDay();
  day.checkIn("pat-first", "chair-2");
  expect(freeChairs(day.clinic()).map(({ label }) => label)).toEqual(["1", "3"]);
});

test("[TD3] a withdrawn visit that was put back shows once, as expected", () => {
  const day = clinicDay();
  day.run(expected("pat-first", TEN));
  day.run({ type: "withdraw-visit", visitId: id<"VisitId">("vis-pat-first"), outcome: "no-show" });
  expect(todayRows(day.clinic(), day.now())).toMatchObject([{ state: "no-show" }]);
  day.run({ ...expected("pat-first", TEN), visitId: id<"VisitId">("vis-again") });
  expect(todayRows(day.clinic(), day.now())).toMatchObject([{ state: "expected", visitId: "vis-again-0000" }]);
});
