import { expect, test } from "vitest";

import { instantToday, parseTime } from "#client/today/timeToday.ts";
import { checkVisit, EMPTY_VISIT } from "#client/today/visitDraft.ts";
import { checkDraft, EMPTY_DRAFT } from "#client/today/patientDraft.ts";
import { id, TEN, ZONE } from "#tests/client/discharge/day.ts";

test.each([["9:05", { hour: 9, minute: 5 }], ["09.05", { hour: 9, minute: 5 }], ["0905", { hour: 9, minute: 5 }], ["905", { hour: 9, minute: 5 }], [" 23:59 ", { hour: 23, minute: 59 }]])(
  "[TD4] %s is a time", (text, time) => expect(parseTime(text)).toEqual(time)); // prettier-ignore

test.each(["", "24:00", "9:60", "9", "noon", "1e2", "9:5", "12:345"])("[TD4] %s is not a time", (text) => {
  expect(parseTime(text)).toBeUndefined();
});

test.each([
  ["America/New_York", "10:30", Date.UTC(2026, 10, 24, 15, 30)],
  ["Asia/Kolkata", "10:30", Date.UTC(2026, 10, 24, 5, 0)],
  ["Pacific/Auckland", "06:00", Date.UTC(2026, 10, 24, 17, 0)],
])("[TD4] in %s, %s is a moment of the clinic's own day", (zone, text, at) => {
  expect(instantToday(text, TEN, zone)).toBe(at);
});

test("[TD4] on the day when clocks change the time after the change is right", () => {
  const before = Date.UTC(2026, 10, 1, 4, 30); // 00:30, still summer time
  expect(instantToday("10:30", before, ZONE)).toBe(Date.UTC(2026, 10, 1, 15, 30));
});

const ids = { visitId: id<"VisitId">("visit"), patientId: id<"PatientId">("pat") };
const visit = (part: object) => checkVisit({ ...EMPTY_VISIT, time: "10:30", route: "iv", ...part }, ids, TEN, ZONE);

test("[TD6] a treatment number is whole and not above the planned ones; empty is not a number", () => {
  expect(visit({})).toMatchObject({ command: { ride: "none", expectedAt: Date.UTC(2026, 10, 24, 15, 30) } });
  expect(visit({})).not.toHaveProperty("command.course");
  expect(visit({ n: "3", of: "6" })).toMatchObject({ command: { course: { n: 3, of: 6 } } });
  expect(visit({ n: "3" })).toMatchObject({ command: { course: { n: 3 } } });
  for (const wrong of [{ n: "0" }, { n: "1.5" }, { n: "7", of: "6" }, { of: "6" }, { n: "2", of: "x" }]) {
    expect(visit(wrong)).toHaveProperty("problems.n");
  }
});

test("[TD5] a new patient needs a name and a real birth date that is not ahead; what was left empty stays empty", () => {
  const draft = { ...EMPTY_DRAFT, givenName: "Mara", familyName: "Test", birthDate: "1984-03-02" };
  const check = (part: object) => checkDraft({ ...draft, ...part }, TEN, ZONE);
  expect(check({})).toEqual({ entry: { ...draft, identifier: null, phone: null, allergies: null } });
  expect(check({ givenName: " " })).toHaveProperty("problems.givenName");
  expect(check({ birthDate: "1984-02-31" })).toHaveProperty("problems.birthDate");
  expect(check({ birthDate: "02/03/1984" })).toHaveProperty("problems.birthDate");
  expect(check({ birthDate: "2027-01-01" })).toHaveProperty("problems.birthDate");
});

test("[TD7] a visit has a route that somebody chose", () => {
  expect(visit({ route: undefined })).toEqual({ problems: { route: "Choose the route." } });
  expect(visit({ route: "nasal" })).toMatchObject({ command: { route: "nasal" } });
});
