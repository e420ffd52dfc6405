import { describe, expect, test } from "vitest";
import { handoverOf } from "#shared/recovery/handover.ts";
import { CHAIR, at, given, type Scenario } from "./scenario.ts";

const page = (clinic: Scenario) => handoverOf(clinic.clinic(), clinic.session(), clinic.protocol(), clinic.now());
const record = (clinic: Scenario, interventionId: string, kind: "oxygen-on" | "repositioned" | "suction") =>
  clinic.submit("nurse", { type: "record-intervention", interventionId, told: { kind, at: clinic.now() } });

describe("[HO1] what the next nurse must know", () => {
  test("[HO1] before the dose: that there was none, and what is open", () => {
    const clinic = given().checkedIn();
    expect(page(clinic)).toMatchObject({
      dose: { phase: "not-started" },
      minute: undefined,
      worst: {},
      latest: undefined,
      openCalls: [],
      interventions: [],
      next: undefined,
      ride: undefined,
      away: undefined,
    });
    expect(page(clinic).openCriteria).toContain("time");
  });

  test("[HO1] the dose, and in which minute of it we are", () => {
    const clinic = given().started().at(12, 59);
    expect(page(clinic)).toMatchObject({ dose: { phase: "running", t0: at(0), mg: 35 }, minute: 12 });
    expect(page(clinic.at(13)).minute).toBe(13);
    expect(page(given().ended().at(55))).toMatchObject({ dose: { phase: "ended", endedAt: at(40) }, minute: 55 });
    const sprayed = given({ route: "nasal" }).prepared().at(0);
    sprayed.give();
    expect(page(sprayed.at(3)).dose).toMatchObject({ phase: "running", mg: 28, count: 1 });
  });

  test("[HO1] the worst value of each since the dose, and when it was", () => {
    const clinic = given().started({ sbp: 150 }).at(10);
    clinic.set({ sbp: 149, dissociation: 7, spo2: 95 });
    clinic.at(20).set({ sbp: 141, dissociation: 5, spo2: 96, distress: 3 });
    expect(page(clinic).worst).toMatchObject({
      sbp: { value: 149, minute: 10 },
      dissociation: { value: 7, minute: 10 },
      distress: { value: 3, minute: 20 },
      spo2: { value: 95, minute: 10 },
    });
  });

  test("[HO1] the last look, by when it was and not by when it was told", () => {
    const clinic = given().started().at(20);
    clinic.set({ hr: 88 });
    clinic.at(30).set({ hr: 99 }, { at: at(10) });
    expect(page(clinic).latest?.values.hr).toBe(88);
    clinic.submit("nurse", {
      type: "strike-observation",
      observationId: page(clinic).latest?.id ?? "",
      reason: { code: "wrong-chair" },
    });
    expect(page(clinic).latest?.values.hr).toBe(99);
  });

  test("[HO1] calls that are open, and nobody else's", () => {
    const clinic = given().started().at(10);
    clinic.set({ spo2: 90, distress: 6 });
    clinic.help("chair-two");
    clinic.accept("oxygen-low");
    expect(page(clinic).openCalls.map(({ rule, accepted }) => `${rule} ${accepted?.by ?? "nobody"}`)).toEqual([
      "oxygen-low nurse-0001",
      "distress nobody",
    ]);
    clinic.at(15).set();
    clinic.close("oxygen-low");
    expect(page(clinic).openCalls).toEqual([]);
  });

  test("[HO1] a HELP that was pressed at this chair before the patient sat there", () => {
    const clinic = given().founded().at(-40);
    clinic.help();
    clinic.at(-30).submit("nurse", { type: "check-in", patientId: "patient-0001", chairId: CHAIR, route: "iv" });
    expect(page(clinic).openCriteria).toContain("calls");
    expect(page(clinic).openCalls.map(({ rule }) => rule)).toEqual(["help"]);
  });

  test("[HO1] what was done, without what was struck", () => {
    const clinic = given().started().at(10);
    record(clinic, "care-0001", "oxygen-on");
    record(clinic, "care-0002", "suction");
    clinic.submit("nurse", { type: "strike-intervention", interventionId: "care-0002", reason: { code: "not-done" } });
    expect(page(clinic).interventions.map(({ kind }) => kind)).toEqual(["oxygen-on"]);
  });

  test("[HO1] what is due next", () => {
    const clinic = given().started().at(1);
    clinic.set();
    expect(page(clinic).next).toMatchObject({ at: at(10), kind: "set", state: "upcoming" });
    expect(page(clinic.at(19)).next).toMatchObject({ at: at(10), state: "overdue" });
    clinic.at(20).set({ sbp: 182 });
    expect(page(clinic).next).toMatchObject({ at: at(25), kind: "recheck", asks: "bp" });
  });

  test("[HO1] what is open until the patient can go, and the ride", () => {
    const clinic = given().recovered();
    expect(page(clinic)).toMatchObject({ openCriteria: ["ride"], ride: undefined });
    clinic.ride("on-the-way");
    expect(page(clinic)).toMatchObject({ openCriteria: ["ride"], ride: { status: "on-the-way" } });
    clinic.ride();
    expect(page(clinic)).toMatchObject({ openCriteria: [], ride: { status: "here" } });
  });

  test("[HO1] that the patient is not in the chair", () => {
    const clinic = given().started().at(2);
    clinic.submit("nurse", { type: "record-away", where: "restroom-escorted" });
    expect(page(clinic).away).toMatchObject({ where: "restroom-escorted", at: at(2) });
    clinic.submit("nurse", { type: "record-back" });
    expect(page(clinic).away).toBeUndefined();
  });
});
