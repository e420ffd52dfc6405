import { describe, expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { at, given } from "./scenario.ts";

const again = {
  type: "check-in",
  sessionId: "session-0002",
  patientId: "patient-0002",
  chairId: "chair-two",
  route: "iv",
} as const;

describe("[SE1] one patient in one chair", () => {
  test("[SE1] a taken chair says by whom, and a patient cannot sit in two", () => {
    const clinic = given().checkedIn();
    expect(clinic.refused("desk", { ...again, chairId: "chair-one" })).toEqual({
      reason: "chair-taken",
      chairId: "chair-one",
      sessionId: "session-0001",
    });
    expect(clinic.refused("desk", { ...again, patientId: "patient-0001" })).toEqual({ reason: "patient-already-here" });
    expect(clinic.answer("desk", again).rejected).toBeUndefined();
  });

  test("[SE1] the same id twice, today's ended one too", () => {
    const clinic = given().checkedIn();
    expect(clinic.refused("desk", { ...again, sessionId: "session-0001" })).toEqual({ reason: "id-taken" });
    clinic.submit("nurse", { type: "abort-before-dose", reason: { code: "unwell" } });
    expect(clinic.refused("desk", { ...again, sessionId: "session-0001" })).toEqual({ reason: "id-taken" });
    expect(
      clinic.answer("desk", { ...again, patientId: "patient-0001", chairId: "chair-one" }).rejected,
    ).toBeUndefined();
  });

  test("[SE1] a chair or a visit that is not there, and a clinic without rules", () => {
    const clinic = given().founded();
    expect(clinic.refused("desk", { ...again, chairId: "chair-nine" })).toEqual({ reason: "unknown-thing" });
    expect(clinic.refused("desk", { ...again, visitId: "visit-none" })).toEqual({ reason: "unknown-thing" });
    expect(clinic.become((state) => ({ ...state, protocols: {} })).refused("desk", again)).toEqual({
      reason: "no-protocol",
    });
  });

  test("[SE1] a session pins the rules and the zone that it began with", () => {
    const clinic = given().checkedIn();
    clinic.submit("admin", { type: "propose-protocol", protocol: { ...IV_PROTOCOL, version: 2 } });
    clinic.submit("director", { type: "approve-protocol", protocol: { id: "iv", version: 2 } });
    clinic.submit("desk", again);
    expect(Object.values(clinic.clinic().sessions).map(({ protocol, zone }) => `${protocol.version} ${zone}`)).toEqual([
      "1 America/New_York",
      "2 America/New_York",
    ]);
  });
});

describe("[SE3] a visit", () => {
  const visit = {
    type: "expect-patient",
    visitId: "visit-0001",
    patientId: "patient-0002",
    chairId: "chair-two",
    route: "iv",
    expectedAt: at(0),
    ride: "arranged",
  } as const;
  test("[SE3] is checked in once, and by the patient that it is for", () => {
    const clinic = given().founded();
    clinic.submit("desk", visit);
    expect(clinic.refused("desk", { ...again, patientId: "patient-0003", visitId: "visit-0001" })).toEqual({
      reason: "unknown-thing",
    });
    clinic.submit("desk", { ...again, visitId: "visit-0001" });
    expect(Object.values(clinic.clinic().visits)).toMatchObject([{ status: "checked-in", sessionId: "session-0002" }]);
    expect(
      clinic.refused("desk", {
        ...again,
        sessionId: "session-0003",
        patientId: "patient-0002",
        chairId: "chair-one",
        visitId: "visit-0001",
      }),
    ).toEqual({ reason: "unknown-thing" });
  });

  test("[SE3] is expected once, in a chair that is there, and withdrawn while nobody has come", () => {
    const clinic = given().founded();
    expect(clinic.refused("desk", { ...visit, chairId: "chair-nine" })).toEqual({ reason: "unknown-thing" });
    clinic.submit("desk", visit);
    expect(clinic.refused("desk", visit)).toEqual({ reason: "id-taken" });
    clinic.submit("desk", { type: "withdraw-visit", visitId: "visit-0001", outcome: "no-show" });
    expect(clinic.refused("desk", { type: "withdraw-visit", visitId: "visit-0001", outcome: "cancelled" })).toEqual({
      reason: "unknown-thing",
    });
    expect(clinic.refused("desk", { ...again, visitId: "visit-0001" })).toEqual({ reason: "unknown-thing" });
  });
});
