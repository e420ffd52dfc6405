import { expect, test } from "vitest";

import { isFrom65 } from "#client/today/age.ts";
import { asksAltitude, checkInCommand, plannedCheckIn } from "#client/today/checkInDraft.ts";
import { routesOf, todayRows } from "#client/today/todayModel.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { clinicDay, id, TEN, ZONE } from "#tests/client/discharge/day.ts";

const day = (route: Route = "nasal") => {
  const made = clinicDay();
  made.run({
    type: "expect-patient",
    visitId: id<"VisitId">("visit"),
    patientId: id<"PatientId">("patient"),
    chairId: id<"ChairId">("chair-2"),
    route,
    expectedAt: TEN,
    ride: "arranged",
    course: { n: 2, of: 6 },
  });
  const clinic = made.clinic();
  const row = todayRows(clinic, TEN)[0]!;
  return { clinic, row };
};
const patient = (birthDate: string) => ({
  id: id<"PatientId">("patient"),
  givenName: "Mara",
  familyName: "Test",
  birthDate,
  identifier: null,
  phone: null,
  allergies: null,
});
const without = (clinic: Clinic, ...routes: readonly Route[]): Clinic => ({
  ...clinic,
  protocols: Object.fromEntries(
    Object.entries(clinic.protocols).filter(([, { protocol }]) => !routes.includes(protocol.route)),
  ),
});

test("[TD7] the routes to choose from are those for which the clinic has a protocol", () => {
  const { clinic } = day();
  expect(routesOf(clinic)).toEqual(["iv", "im", "nasal"]);
  expect(routesOf(without(clinic, "im"))).toEqual(["iv", "nasal"]);
});

test("[TD7] the planned chair, route and treatment number are proposed; a route that is gone is not", () => {
  const { clinic, row } = day();
  expect(plannedCheckIn(clinic, row)).toMatchObject({ chairId: "chair-2-0000", route: "nasal", n: "2", of: "6" });
  expect(plannedCheckIn(without(clinic, "nasal"), row).route).toBeUndefined();
  expect(plannedCheckIn(without(clinic, "nasal", "im"), row).route).toBe("iv");
});

test("[TD7] what is said at the door is what is checked in", () => {
  const { clinic, row } = day();
  const who = { clinic, row, patient: patient("1984-03-02"), sessionId: id<"SessionId">("session") };
  const draft = { ...plannedCheckIn(clinic, row), route: "im" as const, n: "3" };
  expect(checkInCommand(draft, who, TEN)).toEqual({
    command: {
      type: "check-in",
      sessionId: who.sessionId,
      patientId: row.patientId,
      chairId: row.chairId,
      route: "im",
      visitId: row.visitId,
      course: { n: 3, of: 6 },
      from65: false,
    },
  });
  expect(checkInCommand({ ...draft, n: "7" }, who, TEN)).toHaveProperty("problem");
  expect(checkInCommand({ ...draft, route: undefined }, who, TEN)).toEqual({ problem: undefined });
});

test.each([
  ["1961-11-24", true],
  ["1961-11-25", false],
  ["1930-01-01", true],
  ["2001-06-15", false],
  ["unknown", undefined],
])("[TD8] who was born on %s: 65 or older is %s on 24 November 2026", (birthDate, older) => {
  expect(isFrom65(birthDate, TEN, ZONE)).toBe(older);
});

test("[TD8] the birthday begins at the clinic's midnight, not at another one", () => {
  const lateEvening = Date.UTC(2026, 10, 25, 2, 0); // still the 24th in New York
  expect(isFrom65("1961-11-25", lateEvening, ZONE)).toBe(false);
  expect(isFrom65("1961-11-25", lateEvening, "UTC")).toBe(true);
});

test("[TD8] born on 29 February: older on 1 March of a year without one", () => {
  expect(isFrom65("1960-02-29", Date.UTC(2025, 1, 28, 17), ZONE)).toBe(false);
  expect(isFrom65("1960-02-29", Date.UTC(2025, 2, 1, 17), ZONE)).toBe(true);
});

test("[TD8] an age that nobody knows is left out, and so is a question that no protocol asks", () => {
  const { clinic, row } = day();
  const who = { clinic, row, patient: undefined, sessionId: id<"SessionId">("session") };
  const draft = { ...plannedCheckIn(clinic, row), livesAtAltitude: true };
  const checked = checkInCommand(draft, who, TEN);
  expect(checked).not.toHaveProperty("command.from65");
  expect(checked).not.toHaveProperty("command.livesAtAltitude");
  const high: Clinic = {
    ...clinic,
    protocols: { "nasal@1": { protocol: { ...SHIPPED.nasal, altitude: { spo2LowerBy: 3 } } } },
  };
  expect(asksAltitude(high, "nasal")).toBe(true);
  expect(checkInCommand(draft, { ...who, clinic: high }, TEN)).toMatchObject({ command: { livesAtAltitude: true } });
});
