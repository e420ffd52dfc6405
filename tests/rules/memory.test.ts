import { describe, expect, test } from "vitest";
import { at, given, type Scenario } from "./scenario.ts";

const MIDNIGHT = 14 * 60; // the pump starts at ten
const anything = (clinic: Scenario, name: string) =>
  clinic.submit("admin", { type: "add-chair", chairId: `chair-${name}`, label: name, kind: "chair" });
const visit = (clinic: Scenario, visitId: string, expectedAt: number) =>
  clinic.submit("desk", {
    type: "expect-patient",
    visitId,
    patientId: `patient-of-${visitId}`,
    route: "iv",
    expectedAt,
    ride: "none",
  });

describe("[ME1] what ended leaves the state", () => {
  test("[ME1] the session at once, its summary with the first event of the clinic's next day", () => {
    const clinic = given().atTheDoor();
    clinic.help();
    clinic.accept("help").close("help");
    clinic.discharge();
    expect(Object.keys(clinic.clinic().sessions)).toEqual(["session-0001"]); // HELP took the signature back
    clinic.at(75).sign();
    clinic.discharge();
    expect(clinic.clinic().sessions).toEqual({});
    anything(clinic.at(MIDNIGHT, -1), "still-today");
    expect(Object.values(clinic.clinic().closed)).toMatchObject([{ id: "session-0001", outcome: "discharged" }]);
    anything(clinic.at(MIDNIGHT), "tomorrow");
    expect(clinic.clinic().closed).toEqual({});
  });

  test("[ME1] its calls go with it; a HELP stays until somebody answers it, and so does another chair's", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 90 });
    clinic.help();
    clinic.help("chair-two");
    clinic.submit("nurse", {
      type: "record-left-against-advice",
      leftAt: at(5),
      lastValues: "taken",
      risksToldBy: "nurse-0001",
      ride: "none",
      keys: "no-car",
      prescriberTold: true,
      reason: { code: "upset" },
    });
    expect(clinic.calls().map(({ rule, chairId }) => `${rule} ${chairId}`)).toEqual([
      "help chair-one",
      "help chair-two",
    ]);
    clinic.accept("help");
    expect(clinic.calls().some(({ rule }) => rule === "oxygen-low")).toBe(false);
  });

  test("[ME1] a patient who is still here at midnight stays", () => {
    const clinic = given().started();
    anything(clinic.at(MIDNIGHT + 5), "tomorrow");
    expect(Object.keys(clinic.clinic().sessions)).toEqual(["session-0001"]);
  });

  test("[ME1] yesterday's visits leave with the day, tomorrow's stay, and so does one whose patient is still here", () => {
    const clinic = given().founded().at(-40);
    visit(clinic, "visit-today", at(0));
    visit(clinic, "visit-morrow", at(24 * 60));
    visit(clinic, "visit-here0", at(0));
    clinic.submit("desk", {
      type: "check-in",
      patientId: "patient-of-visit-here0",
      chairId: "chair-one",
      route: "iv",
      visitId: "visit-here0",
    });
    anything(clinic.at(MIDNIGHT), "tomorrow");
    expect(Object.keys(clinic.clinic().visits).toSorted()).toEqual(["visit-here0", "visit-morrow"]);
  });

  test("[ME1] the day is the clinic's, not the server's", () => {
    const kolkata = given({ zone: "Asia/Kolkata" }).started().at(5); // 20:35 there
    kolkata.submit("nurse", {
      type: "record-left-against-advice",
      leftAt: at(5),
      lastValues: "taken",
      risksToldBy: "nurse-0001",
      ride: "none",
      keys: "no-car",
      prescriberTold: true,
      reason: { code: "upset" },
    });
    anything(kolkata.atInstant(Date.UTC(2026, 10, 23, 18, 29, 59)), "today");
    expect(Object.keys(kolkata.clinic().closed)).toHaveLength(1);
    anything(kolkata.atInstant(Date.UTC(2026, 10, 23, 18, 30)), "tomorrow");
    expect(kolkata.clinic().closed).toEqual({});
  });
});
