import { expect, test } from "vitest";
import { given, ORDER, types } from "./scenario.ts";

const order = (change: object) =>
  given()
    .checkedIn()
    .answer("nurse", { type: "record-order", order: { ...ORDER, ...change } as typeof ORDER }).rejected;

test("[OR1] milligrams agree with dose and weight, to half a milligram", () => {
  expect(order({})).toBeUndefined();
  expect([order({ mg: 35.5 }), order({ mg: 34.5 })]).toEqual([undefined, undefined]);
  expect(order({ mg: 35.6 })).toEqual({ reason: "dose-arithmetic", expectedMg: 35 });
  expect(order({ mg: 34.4 })).toEqual({ reason: "dose-arithmetic", expectedMg: 35 });
  expect(order({ mg: 350, confirmed: true })).toEqual({ reason: "dose-arithmetic", expectedMg: 35 });
  expect(order({ weightKg: 71.3, mg: 35.7 })).toBeUndefined(); // 35.65
});

test("[OR1] a weight is 25 to 350 kg", () => {
  const weight = (weightKg: number) => order({ weightKg, mg: weightKg / 2 });
  const unusual = { reason: "dose-unusual", field: "weightKg", low: 25, high: 350 };
  expect([weight(25), weight(350)]).toEqual([undefined, undefined]);
  expect([weight(24.9), weight(350.1), weight(Number.MIN_VALUE)]).toEqual([unusual, unusual, unusual]);
});

test("[OR2] an unusual dose or time is asked once, and then it is the prescriber's word", () => {
  const dose = (mgPerKg: number, confirmed = false) => order({ mgPerKg, mg: mgPerKg * 70, confirmed });
  const unusual = { reason: "dose-unusual", field: "mgPerKg", low: 0.1, high: 1 };
  expect([dose(0.1), dose(1)]).toEqual([undefined, undefined]);
  expect([dose(0.09), dose(1.01)]).toEqual([unusual, unusual]);
  expect([dose(0.09, true), dose(1.01, true)]).toEqual([undefined, undefined]);
  const time = (minutes: number, confirmed = false) => order({ minutes, confirmed });
  const long = { reason: "dose-unusual", field: "minutes", low: 30, high: 120 };
  expect([time(30), time(120)]).toEqual([undefined, undefined]);
  expect([time(29), time(121)]).toEqual([long, long]);
  expect([time(29, true), time(121, true)]).toEqual([undefined, undefined]);
});

test("[OR2] nothing and less than nothing is no order, whoever confirms it", () => {
  for (const mgPerKg of [0, -0.5])
    expect(order({ mgPerKg, mg: mgPerKg * 70, confirmed: true })).toMatchObject({
      reason: "dose-unusual",
      field: "mgPerKg",
    });
  for (const minutes of [0, -40])
    expect(order({ minutes, confirmed: true })).toMatchObject({ reason: "dose-unusual", field: "minutes" });
});

test("[OR3] an order is a clinician's or a director's, signed or by word of mouth", () => {
  expect(order({ prescriber: "director-0001" })).toBeUndefined();
  expect(order({ kind: "verbal" })).toBeUndefined();
  for (const prescriber of ["nurse-0001", "admin-0001", "nobody-0001"])
    expect(order({ prescriber })).toEqual({ reason: "not-a-prescriber" });
});

test("[OR3] a newer order stands beside the first, and both are kept", () => {
  const clinic = given().prepared();
  expect(types(clinic.submit("nurse", { type: "record-order", order: { ...ORDER, mgPerKg: 0.6, mg: 42 } }))).toEqual([
    "order-placed",
  ]);
  expect(clinic.session().orders.map(({ order: { mg } }) => mg)).toEqual([35, 42]);
});
