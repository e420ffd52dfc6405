import { describe, expect, test } from "vitest";
import { sessionInChair } from "#shared/clinic/clinic.ts";
import { CHAIR, at, given, types, type Scenario } from "./scenario.ts";

const move = (clinic: Scenario, chairId: string) => clinic.answer("nurse", { type: "move-session", chairId }).rejected;
const inChair = (clinic: Scenario, label: string) => {
  const chair = Object.values(clinic.clinic().chairs).find((one) => one.label === label);
  return chair && sessionInChair(clinic.clinic(), chair.id)?.id;
};
const second = (clinic: Scenario) =>
  clinic.submit("desk", {
    type: "check-in",
    sessionId: "session-0002",
    patientId: "patient-0002",
    chairId: "chair-two",
    route: "iv",
  });
const away = (clinic: Scenario, where: "restroom-escorted" | "restroom-alone" = "restroom-escorted") =>
  clinic.submit("desk", { type: "record-away", where });

describe("[PL1] a patient moves", () => {
  test("[PL1] to a free chair, and the one that was left is free", () => {
    const clinic = given().started().at(10);
    expect(move(clinic, "chair-two")).toBeUndefined();
    expect([inChair(clinic, "1"), inChair(clinic, "2")]).toEqual([undefined, "session-0001"]);
    expect(clinic.session()).toMatchObject({
      chairId: "chair-two",
      moves: [{ from: CHAIR, to: "chair-two", at: at(10), by: "nurse-0001" }],
      observations: [{}],
    });
  });

  test("[PL1] to a recovery place", () => {
    const clinic = given().started().at(10);
    clinic.submit("admin", { type: "add-chair", chairId: "place-one", label: "R1", kind: "recovery-place" });
    expect(move(clinic, "place-one")).toBeUndefined();
    expect(inChair(clinic, "R1")).toBe("session-0001");
  });

  test("[PL1] not to one that is taken, by another or by the patient, nor to none", () => {
    const clinic = given().started().at(10);
    second(clinic);
    expect(move(clinic, "chair-two")).toEqual({
      reason: "chair-taken",
      chairId: "chair-two",
      sessionId: "session-0002",
    });
    expect(move(clinic, CHAIR)).toEqual({ reason: "chair-taken", chairId: CHAIR, sessionId: "session-0001" });
    expect(move(clinic, "chair-nine")).toEqual({ reason: "unknown-thing" });
    expect(clinic.session().moves).toEqual([]);
  });

  test("[PL1] not once the session has ended", () => {
    const clinic = given().checkedIn();
    clinic.submit("nurse", { type: "abort-before-dose", reason: { code: "unwell" } });
    expect(move(clinic, "chair-two")).toEqual({ reason: "session-ended" });
  });

  test("[PL1] calls go along, those of others and of the chair stay", () => {
    const clinic = given().started().at(5);
    second(clinic);
    clinic.submit("admin", { type: "add-chair", chairId: "place-one", label: "R1", kind: "recovery-place" });
    clinic.help("chair-two");
    clinic.set({ spo2: 90 });
    clinic.help();
    move(clinic, "place-one");
    expect(clinic.calls().map(({ rule, chairId }) => `${rule} ${chairId}`)).toEqual([
      "help chair-two",
      "oxygen-low place-one",
      "help place-one",
    ]);
    clinic.at(8).set({ spo2: 89, rr: 8 });
    expect(clinic.call("breathing-slow").chairId).toBe("place-one");
  });

  test("[PL1] what was called keeps its time and whose it is", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 90 });
    clinic.accept("oxygen-low");
    const before = clinic.call("oxygen-low");
    move(clinic.at(6), "chair-two");
    expect(clinic.call("oxygen-low")).toEqual({ ...before, chairId: "chair-two" });
  });

  test("[PL1] back and forth, each way is kept", () => {
    const clinic = given().started().at(10);
    move(clinic, "chair-two");
    move(clinic.at(20), CHAIR);
    expect(clinic.session().moves.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "chair-one chair-two",
      "chair-two chair-one",
    ]);
  });
});

describe("[PL2] not in the chair, and not gone", () => {
  test("[PL2] escorted or alone, since when, and who said so", () => {
    const clinic = given().started().at(2);
    expect(types(away(clinic))).toEqual(["went-away"]);
    expect(clinic.session().away).toEqual({ where: "restroom-escorted", at: at(2), by: "desk-0001" });
    away(clinic.at(3), "restroom-alone");
    expect(clinic.session().away).toEqual({ where: "restroom-alone", at: at(3), by: "desk-0001" });
  });

  test("[PL2] the session goes on, its chair stays taken, and what is due stays due", () => {
    const clinic = given().started().at(10);
    const due = clinic.due();
    away(clinic);
    expect(inChair(clinic, "1")).toBe("session-0001");
    expect(clinic.due()).toEqual(due);
    const again = {
      type: "check-in",
      sessionId: "session-0003",
      patientId: "patient-0003",
      chairId: CHAIR,
      route: "iv",
    } as const;
    expect(clinic.refused("desk", again)).toMatchObject({ reason: "chair-taken" });
    expect(Object.keys(clinic.clinic().closed)).toEqual([]);
  });

  test("[PL2] back is back, once", () => {
    const clinic = given().started().at(10);
    expect(clinic.refused("nurse", { type: "record-back" })).toEqual({ reason: "unknown-thing" });
    away(clinic);
    expect(types(clinic.at(14).submit("nurse", { type: "record-back" }))).toEqual(["came-back"]);
    expect(clinic.session()).not.toHaveProperty("away");
    expect(clinic.refused("nurse", { type: "record-back" })).toEqual({ reason: "unknown-thing" });
  });

  test("[PL2] who has left is not away", () => {
    const clinic = given().checkedIn();
    clinic.submit("nurse", { type: "abort-before-dose", reason: { code: "unwell" } });
    expect(clinic.refused("nurse", { type: "record-away", where: "restroom-alone" })).toEqual({
      reason: "session-ended",
    });
    expect(clinic.refused("nurse", { type: "record-back" })).toEqual({ reason: "session-ended" });
  });
});
