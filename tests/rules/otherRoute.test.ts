import { describe, expect, test } from "vitest";
import { at, given, ORDER, type Scenario } from "./scenario.ts";

const device = (clinic: Scenario, minute: number) =>
  clinic.at(minute).submit("nurse", { type: "give-device", factId: `device-${minute}-0000`, at: clinic.now() });
const injection = (clinic: Scenario, minute: number) =>
  clinic
    .at(minute)
    .submit("nurse", { type: "give-injection", factId: `inject-${minute}-0000`, at: clinic.now(), mg: 50 });
const time = (clinic: Scenario, minute: number, second = 0) => clinic.at(minute, second).check("time")?.state;

describe("[IV5] what was given another way than checked in for keeps its own stay", () => {
  test("[IV5] [NS6] a spray in an infusion session: two hours from its first device, and nobody shortens them", () => {
    const clinic = given().prepared();
    for (const minute of [0, 5, 10]) device(clinic, minute);
    expect([time(clinic, 119, 59), time(clinic, 120)]).toEqual(["not-met", "met"]);
    clinic.at(60).set();
    expect(
      clinic.refused("clinician", {
        type: "override-check",
        seenSeq: clinic.clinic().seq,
        check: "time",
        reason: { code: "assessed-at-chair" },
        safeguard: { code: "extra-check" },
      }),
    ).toEqual({ reason: "never-overridden", check: "time" });
  });

  test("[IV5] an injection in an infusion session: ninety minutes from the last one", () => {
    const clinic = given().prepared();
    injection(clinic, 0);
    injection(clinic, 20);
    expect([time(clinic, 109, 59), time(clinic, 110)]).toEqual(["not-met", "met"]);
  });

  test("[IV5] a pump that was written first does not begin the two hours of a spray", () => {
    const clinic = given({ route: "nasal" }).prepared().at(0);
    clinic.start();
    clinic.at(1).end();
    for (const minute of [60, 65, 70]) device(clinic, minute);
    expect([time(clinic, 179, 59), time(clinic, 180)]).toEqual(["not-met", "met"]);
  });

  test("[IV5] a pump that was started between two devices has to be stopped", () => {
    const clinic = given({ route: "nasal" }).prepared();
    device(clinic, 0);
    clinic.at(2).start();
    for (const minute of [5, 10]) device(clinic, minute);
    expect(time(clinic, 200)).toBe("unknown");
  });

  test("[IV5] that no more devices come stops no pump", () => {
    const clinic = given().started().at(5);
    clinic.submit("nurse", {
      type: "stop-devices",
      factId: "stop-000001",
      at: clinic.now(),
      reason: { code: "other" },
    });
    expect(time(clinic, 60)).toBe("unknown");
  });
});

const CONFIRMED: object = { confirmed: true };

describe("[OR7] what could not be given is no order, whoever confirms it", () => {
  const refused = (change: object) =>
    given()
      .checkedIn()
      .answer("nurse", { type: "record-order", order: { ...ORDER, ...CONFIRMED, ...change } as typeof ORDER }).rejected;
  test("[OR7] milligrams, milligrams per kilogram, minutes", () => {
    expect(refused({ mg: 2001, weightKg: 200, mgPerKg: 10 })).toMatchObject({ field: "mg", high: 2000 });
    expect(refused({ mg: 2000, weightKg: 200, mgPerKg: 10 })).toBeUndefined();
    expect(refused({ mg: 1750, weightKg: 70, mgPerKg: 25 })).toMatchObject({ field: "mgPerKg", high: 20 });
    expect(refused({ mg: 1400, weightKg: 70, mgPerKg: 20 })).toBeUndefined();
    expect(refused({ minutes: 601 })).toMatchObject({ field: "minutes", high: 600 });
    expect(refused({ minutes: 600 })).toBeUndefined();
  });

  test("[OR7] ten devices", () => {
    const spray = (devices: number) =>
      given({ route: "nasal" })
        .checkedIn()
        .answer("nurse", {
          type: "record-order",
          order: { route: "nasal", kind: "signed", prescriber: "clinician-0001", mg: devices * 28, confirmed: true },
        }).rejected;
    expect(spray(10)).toBeUndefined();
    expect(spray(11)).toMatchObject({ reason: "dose-unusual", field: "mg" });
    expect(spray(1e17)).toMatchObject({ reason: "dose-unusual", field: "mg" });
  });
});

test("[LV17] a reminder does not count for what was told of the dose after it", () => {
  const clinic = given().atTheDoor().at(72);
  clinic.submit("nurse", {
    type: "correct-dose-fact",
    factId: "end-0001",
    at: at(39),
    struck: false,
    reason: { code: "wrong-time" },
  });
  expect(clinic.discharge().rejected).toEqual({ reason: "reminder-missing" });
  expect(clinic.doorReminder().handOut().discharge().rejected).toBeUndefined();
});
