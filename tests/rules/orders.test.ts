import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import { Order } from "#shared/session/session.ts";
import { given, ORDER, types } from "./scenario.ts";

type OrderFor<Of extends Route> = Extract<z.input<typeof Order>, { route: Of }>;
const signed = { kind: "signed", prescriber: "clinician-0001", confirmed: false } as const;

const place = (order: z.input<typeof Order>) =>
  given({ route: order.route }).checkedIn().answer("nurse", { type: "record-order", order }).rejected;
const infusion = (change: Partial<OrderFor<"iv">>) => place({ ...ORDER, ...change });
const injection = (change: Partial<OrderFor<"im">>) => place({ route: "im", ...signed, mg: 50, ...change });
const spray = (change: Partial<OrderFor<"nasal">>) => place({ route: "nasal", ...signed, mg: 84, ...change });

describe("[OR1] an injection", () => {
  const weighed = (mg: number, weightKg = 70) => injection({ mgPerKg: 0.5, weightKg, mg, confirmed: true });
  const unusual = { reason: "dose-unusual", field: "weightKg", low: 25, high: 350 };

  test("[OR1] by weight: milligrams agree to half a milligram", () => {
    expect([weighed(35), weighed(35.5), weighed(34.5)]).toEqual([undefined, undefined, undefined]);
    expect([weighed(35.6), weighed(34.4), weighed(350)]).toEqual(
      Array.from({ length: 3 }, () => ({ reason: "dose-arithmetic", expectedMg: 35 })),
    );
  });

  test("[OR1] by weight: 25 to 350 kg, whoever confirms it", () => {
    expect([weighed(12.5, 25), weighed(175, 350)]).toEqual([undefined, undefined]);
    expect([weighed(12.4, 24.9), weighed(175.1, 350.1), weighed(0, 0)]).toEqual([unusual, unusual, unusual]);
  });

  test("[OR1] of a fixed dose needs no weight", () => expect(injection({ mg: 50 })).toBeUndefined());

  test("[OR1] half of a weight and a dose per kilogram is no order", () => {
    expect(injection({ mgPerKg: 0.5, mg: 35 })).toEqual({ reason: "order-incomplete", field: "weightKg" });
    expect(injection({ weightKg: 70, mg: 35 })).toEqual({ reason: "order-incomplete", field: "mgPerKg" });
  });
});

describe("[OR2] the usual of an injection", () => {
  test("[OR2] 10 to 130 mg, and outside it is asked once", () => {
    const unusual = { reason: "dose-unusual", field: "mg", low: 10, high: 130 };
    const dose = (mg: number, confirmed = false) => injection({ mg, confirmed });
    expect([dose(10), dose(130), dose(9.9), dose(130.1)]).toEqual([undefined, undefined, unusual, unusual]);
    expect([dose(9.9, true), dose(130.1, true)]).toEqual([undefined, undefined]);
    expect([dose(0, true), dose(-10, true)]).toEqual([unusual, unusual]);
  });

  test("[OR2] by what the clinic has set", () => {
    const order = { route: "im", ...signed, mg: 60 } as const;
    const clinic = given({ route: "im", protocol: { dose: { route: "im", usualMg: [10, 50], confirmAboveMg: 200 } } });
    expect(clinic.checkedIn().refused("nurse", { type: "record-order", order })).toEqual({
      reason: "dose-unusual",
      field: "mg",
      low: 10,
      high: 50,
    });
  });
});

describe("[OR3] an order is for the way that the patient was checked in for", () => {
  test.each<[Route, z.input<typeof Order>]>([
    ["iv", { route: "im", ...signed, mg: 50 }],
    ["im", { route: "nasal", ...signed, mg: 56 }],
    ["nasal", ORDER],
  ])("[OR3] not %s by another", (route, order) => {
    const clinic = given({ route }).checkedIn();
    expect(clinic.refused("nurse", { type: "record-order", order })).toEqual({ reason: "other-route" });
    expect(clinic.session().orders).toEqual([]);
  });
});

describe("[OR4] an injection with a second one", () => {
  const second = { mgAtMost: 40, fromMin: 10, toMin: 30 };
  const withSecond = (change: Partial<typeof second>, confirmed = false) =>
    injection({ second: { ...second, ...change }, confirmed });
  const incomplete = { reason: "order-incomplete", field: "second" };

  test("[OR4] at most so much, between two times", () => {
    const clinic = given({ route: "im" }).checkedIn();
    const order = { route: "im", ...signed, mg: 50, second } as const;
    expect(types(clinic.submit("nurse", { type: "record-order", order }))).toEqual(["order-placed"]);
    expect(clinic.session().orders.map((one) => one.order)).toEqual([order]);
  });

  test("[OR4] nothing or less is no second one, whoever confirms it", () => {
    expect([withSecond({ mgAtMost: 0 }), withSecond({ mgAtMost: -5 }, true)]).toEqual([incomplete, incomplete]);
    expect(withSecond({ mgAtMost: 0.5 })).toBeUndefined();
  });

  test("[OR4] its times are after the first one, and in their order", () => {
    expect([withSecond({ fromMin: 0 }), withSecond({ fromMin: -1 }, true)]).toEqual([incomplete, incomplete]);
    expect(withSecond({ fromMin: 1 })).toBeUndefined();
    expect([withSecond({ toMin: 10 }), withSecond({ toMin: 9 }, true)]).toEqual([incomplete, incomplete]);
    expect(withSecond({ toMin: 11 })).toBeUndefined();
  });

  test("[OR4] half of it is none", () => {
    for (const part of ["mgAtMost", "fromMin", "toMin"] as const) {
      const { [part]: _, ...rest } = second;
      expect(Order.safeParse({ route: "im", ...signed, mg: 50, second: rest }).success).toBe(false);
    }
  });

  test("[OR4] more than is usual for one injection is asked once", () => {
    const unusual = { reason: "dose-unusual", field: "mg", low: 10, high: 130 };
    expect([withSecond({ mgAtMost: 130 }), withSecond({ mgAtMost: 130.1 })]).toEqual([undefined, unusual]);
    expect(withSecond({ mgAtMost: 130.1 }, true)).toBeUndefined();
  });

  test("[OR4] it is for injections alone", () => {
    expect(Order.safeParse({ ...ORDER, second }).success).toBe(false);
    expect(Order.safeParse({ route: "nasal", ...signed, mg: 56, second }).success).toBe(false);
  });
});

describe("[OR5] a spray", () => {
  const unusual = { reason: "dose-unusual", field: "mg", low: 56, high: 84 };

  test("[OR5] is one of the protocol's doses", () =>
    expect([spray({ mg: 56 }), spray({ mg: 84 })]).toEqual([undefined, undefined]));

  test("[OR5] another number of whole devices is asked once", () => {
    expect([spray({ mg: 28 }), spray({ mg: 112 })]).toEqual([unusual, unusual]);
    expect([spray({ mg: 28, confirmed: true }), spray({ mg: 112, confirmed: true })]).toEqual([undefined, undefined]);
  });

  test("[OR5] half a device is none, and nothing is none, whoever confirms it", () => {
    for (const mg of [14, 42, 56.1, 27.9, 0, -28, -56])
      expect([spray({ mg }), spray({ mg, confirmed: true })]).toEqual([unusual, unusual]);
  });

  test("[OR5] by what the clinic has set", () => {
    const dose = { route: "nasal" as const, mgPerDevice: 28, dosesMg: [28, 56], gapMin: 5 };
    const ask = (mg: number) =>
      given({ route: "nasal", protocol: { dose } })
        .checkedIn()
        .answer("nurse", { type: "record-order", order: { route: "nasal", ...signed, mg } }).rejected;
    expect([ask(28), ask(84)]).toEqual([undefined, { reason: "dose-unusual", field: "mg", low: 28, high: 56 }]);
    expect(SHIPPED.nasal.dose).toMatchObject({ mgPerDevice: 28, dosesMg: [56, 84] });
  });
});

describe("[OR6] so much is no matter for the telephone", () => {
  const verbal = { kind: "verbal", confirmed: true } as const;
  const needs = { reason: "needs-signed-order" };

  test("[OR6] above 1.5 mg/kg the prescriber signs", () => {
    const dose = (mgPerKg: number) => ({ mgPerKg, mg: mgPerKg * 70 });
    expect(infusion({ ...verbal, ...dose(1.5) })).toBeUndefined();
    expect(infusion({ ...verbal, ...dose(1.51) })).toEqual(needs);
    expect(infusion({ ...dose(1.51), confirmed: true })).toBeUndefined();
  });

  test("[OR6] above 200 mg by injection the prescriber signs", () => {
    expect(injection({ ...verbal, mg: 200 })).toBeUndefined();
    expect(injection({ ...verbal, mg: 200.1 })).toEqual(needs);
    expect(injection({ mg: 200.1, confirmed: true })).toBeUndefined();
  });

  test("[OR6] in all: a second injection counts with the first", () => {
    const second = (mgAtMost: number) => ({ second: { mgAtMost, fromMin: 10, toMin: 30 } });
    expect(injection({ ...verbal, mg: 120, ...second(80) })).toBeUndefined();
    expect(injection({ ...verbal, mg: 120, ...second(80.1) })).toEqual(needs);
    expect(injection({ mg: 120, ...second(80.1), confirmed: true })).toBeUndefined();
  });

  test("[OR6] the question comes first, and its yes is no signature", () => {
    expect(infusion({ kind: "verbal", mgPerKg: 1.6, mg: 112 })).toMatchObject({ reason: "dose-unusual" });
    expect(infusion({ ...verbal, mgPerKg: 1.6, mg: 112 })).toEqual(needs);
  });

  test("[OR6] a usual dose may be said", () => {
    expect([infusion({ kind: "verbal" }), injection({ kind: "verbal" }), spray({ kind: "verbal" })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("[OR6] by what the clinic has set", () => {
    const clinic = given({ route: "im", protocol: { dose: { route: "im", usualMg: [10, 130], confirmAboveMg: 60 } } });
    clinic.checkedIn();
    const order = { route: "im", ...signed, kind: "verbal" } as const;
    expect(clinic.refused("nurse", { type: "record-order", order: { ...order, mg: 61 } })).toEqual(needs);
    clinic.submit("nurse", { type: "record-order", order: { ...order, mg: 60 } });
  });
});
