import { describe, expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { isHeard } from "#shared/alarm/life.ts";
import { at, given, only, rung, types, type Scenario } from "./scenario.ts";

const stay = (clinic: Scenario) => clinic.submit("nurse", { type: "stay-with-patient" });
const stateAt = (clinic: Scenario, slot: number) =>
  clinic
    .due()
    .find((one) => one.startsWith(`${slot} `))
    ?.slice(`${slot} `.length);
const expectStates = (clinic: Scenario, slot: number, edges: readonly (readonly [number, number, string])[]) =>
  expect(edges.map(([minute, second]) => [minute, second, stateAt(clinic.at(minute, second), slot)])).toEqual(edges);

describe('[WP1] "I\'m with the patient"', () => {
  test("[WP1] takes every open call of that patient, by name", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 90, hr: 112 });
    const events = stay(clinic.at(6));
    expect(types(events)).toEqual(["stayed-with-patient", "alarm-accepted", "alarm-accepted"]);
    for (const { accepted } of clinic.calls()) expect(accepted).toEqual({ at: at(6), by: "nurse-0001" });
    expect(clinic.session().withPatient).toMatchObject({ at: at(6), by: "nurse-0001", until: at(16) });
  });

  test("[WP1] a HELP of that patient as well", () => {
    const clinic = given().started().at(5);
    clinic.help();
    stay(clinic);
    expect(clinic.call("help").accepted?.by).toBe("nurse-0001");
  });

  test("[WP1] leaves those of another patient, and what somebody else has", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 90 });
    clinic.submit("clinician", { type: "accept-alarm", alarmId: clinic.call("oxygen-low").id });
    clinic.help("chair-two");
    expect(types(stay(clinic.at(6)))).toEqual(["stayed-with-patient"]);
    expect(clinic.call("oxygen-low").accepted).toEqual({ at: at(5), by: "clinician-0001" });
    expect(clinic.call("help").accepted).toBeUndefined();
  });

  test("[WP1] a worse value still sounds, and so does a new call", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 90 });
    stay(clinic);
    expect(isHeard(clinic.clinic(), clinic.call("oxygen-low"), at(6))).toBe(false);
    expect(rung(clinic.at(6).set({ spo2: 89, hr: 135 }), clinic)).toEqual([
      "heart-rate-high high",
      "oxygen-low high again",
    ]);
    for (const call of clinic.calls()) expect(isHeard(clinic.clinic(), call, at(6))).toBe(true);
  });

  test("[WP1] without any call, before the dose too; not with one who has left", () => {
    const clinic = given().checkedIn();
    expect(types(stay(clinic))).toEqual(["stayed-with-patient"]);
    clinic.submit("nurse", { type: "abort-before-dose", reason: { code: "unwell" } });
    expect(clinic.answer("nurse", { type: "stay-with-patient" }).rejected).toBeDefined();
  });
});

describe("[WP2] routine checks of that patient wait for ten minutes", () => {
  const stayed = (minute: number, second = 0) => {
    const clinic = given().started();
    clinic.set();
    stay(clinic.at(minute, second));
    return clinic;
  };

  test("[WP2] held while somebody is there, and late only from then on", () => {
    expectStates(stayed(9), 10, [
      [9, 0, "due-soon"],
      [9, 59, "due-soon"],
      [10, 0, "held"],
      [18, 0, "held"],
      [18, 59, "held"],
      [19, 0, "due"],
      [23, 59, "due"],
      [24, 0, "late"],
      [26, 59, "late"],
      [27, 0, "overdue"],
    ]);
  });

  test("[WP2] no call comes before that", () => {
    const clinic = stayed(9);
    expect(rung(clinic.at(26, 59).tick(), clinic)).toEqual([]);
    expect(rung(clinic.at(27).tick(), clinic)).toEqual(["check-overdue medium"]);
  });

  test("[WP2] one that falls due after it is as late as ever", () => {
    expectStates(stayed(9), 20, [
      [19, 59, "due-soon"],
      [20, 0, "due"],
      [25, 59, "late"],
      [26, 0, "not-done"], // that of 10 was missed first, and is still open
    ]);
    const clinic = stayed(1);
    clinic.at(10).set();
    expectStates(clinic, 20, [
      [24, 59, "due"],
      [25, 0, "late"],
      [28, 0, "overdue"],
    ]);
  });

  test("[WP2] one that is late already is held, one that called already is not", () => {
    expect(stateAt(stayed(15), 10)).toBe("held");
    expect(stateAt(stayed(18), 10)).toBe("held"); // eight minutes late to the second
    expect(stateAt(stayed(18, 1), 10)).toBe("overdue");
  });

  test("[WP2] said again it goes on waiting: nothing becomes late by staying longer", () => {
    const clinic = stayed(9);
    stay(clinic.at(19));
    expectStates(clinic, 10, [
      [19, 0, "held"],
      [28, 59, "held"],
      [29, 0, "due"],
      [34, 0, "late"],
      [37, 0, "overdue"],
    ]);
    expect(rung(clinic.at(36, 59).tick(), clinic)).toEqual([]);
  });

  test("[WP2] said again a while later it makes nothing late that was only due", () => {
    const clinic = stayed(9);
    expect(stateAt(clinic.at(21), 10)).toBe("due");
    stay(clinic);
    expectStates(clinic, 10, [
      [21, 0, "held"],
      [31, 0, "due"],
      [36, 0, "late"],
    ]);
  });

  test("[WP2] a set that is taken meanwhile counts", () => {
    const clinic = stayed(9);
    clinic.at(12).set();
    expect(stateAt(clinic, 10)).toBe("done");
  });

  test("[WP2] for as long as the clinic says", () => {
    const schedule = { ...IV_PROTOCOL.schedule, withPatientHoldMin: 6 };
    const clinic = given({ protocol: { schedule } }).started();
    clinic.set();
    expect(only(stay(clinic.at(9)), "stayed-with-patient").until).toBe(at(15));
    expectStates(clinic, 10, [
      [14, 59, "held"],
      [15, 0, "due"],
      [20, 0, "late"],
      [23, 0, "overdue"],
    ]);
  });

  test("[WP2] of that patient alone", () => {
    const clinic = given().started();
    clinic.set();
    clinic.at(1).submit("nurse", {
      type: "check-in",
      sessionId: "session-0002",
      patientId: "patient-0002",
      chairId: "chair-two",
      route: "iv",
    });
    clinic.at(9).submit("nurse", { type: "stay-with-patient", sessionId: "session-0002" });
    expect(stateAt(clinic.at(18), 10)).toBe("overdue");
  });

  test("[WP2] a recheck is no routine check: it does not wait", () => {
    const clinic = given().started().at(5);
    clinic.set({ sbp: 185 });
    stay(clinic.at(9));
    expectStates(clinic, 10, [[10, 0, "held"]]);
    const recheck = () => clinic.due().find((one) => one.includes("recheck"));
    expect([
      recheck(),
      clinic
        .at(15)
        .due()
        .find((one) => one.includes("recheck")),
    ]).toEqual(["10 recheck due", "10 recheck late"]);
    expect(rung(clinic.at(18).tick(), clinic)).toEqual(["check-overdue medium"]);
  });

  test("[WP2] a look-in at who waits for a ride waits as well", () => {
    const clinic = given().fit().at(99);
    stay(clinic);
    expectStates(clinic, 100, [
      [100, 0, "look-in held"],
      [108, 59, "look-in held"],
      [109, 0, "look-in due"],
      [114, 0, "look-in late"],
      [117, 0, "look-in overdue"],
    ]);
  });
});

describe("[WP2] [DU9] the pressure of a spray, which has its own window", () => {
  const stayed = (minute: number) => {
    const clinic = given({ route: "nasal" }).given();
    for (const rated of [10, 20, 30]) clinic.at(rated).set();
    stay(clinic.at(minute));
    return clinic;
  };
  test("[WP2] over the end of the window it waits for whoever is there", () => {
    expectStates(stayed(45), 40, [
      [45, 0, "held"],
      [50, 1, "held"],
      [54, 59, "held"],
      [55, 0, "overdue"],
    ]);
  });

  test("[WP2] over before the window ends it is late at its end as ever", () => {
    expectStates(stayed(35), 40, [
      [44, 59, "held"],
      [45, 0, "due"],
      [50, 0, "due"],
      [50, 1, "overdue"],
    ]);
  });

  test("[WP2] sedation waits, too", () => {
    const clinic = given({ route: "nasal" }).given();
    stay(clinic.at(10));
    expectStates(clinic, 10, [
      [19, 59, "sedation held"],
      [20, 0, "sedation due"],
      [25, 0, "sedation late"],
    ]);
  });
});
