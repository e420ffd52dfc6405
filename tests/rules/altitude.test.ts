import { describe, expect, test } from "vitest";
import { oxygenLimits } from "#shared/protocol/altitude.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { goodOxygen } from "#shared/recovery/good.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { CHAIR, given, rung, type Scenario } from "./scenario.ts";

interface Lives {
  readonly livesAtAltitude?: boolean;
  readonly altitude?: Protocol["altitude"];
  readonly seenBefore?: boolean;
}

/** Five minutes into the dose of somebody who lives up here or not, in a clinic that has set how much lower its floors are. */
const living = ({ livesAtAltitude, altitude = { spo2LowerBy: 3 }, seenBefore }: Lives, baseline: Values = {}) => {
  const clinic = given({ protocol: { altitude } }).founded().at(-30);
  clinic.submit("desk", {
    type: "check-in",
    patientId: "patient-0001",
    chairId: CHAIR,
    route: "iv",
    livesAtAltitude,
    ...(seenBefore ? { previous: "session-0000", course: { n: 9, of: 12 } } : {}),
  });
  clinic.at(-10).ordered().gate().reminded().set(baseline);
  clinic.at(0).start();
  return clinic.at(5);
};
const ringsAt = (lives: Lives, spo2: number, baseline: Values = {}) => {
  const clinic = living(lives, baseline);
  return rung(clinic.set({ spo2 }), clinic).join();
};
const RESIDENT: Lives = { livesAtAltitude: true };
const rechecks = (clinic: Scenario) => clinic.due().filter((one) => one.includes("recheck"));

describe("[LM4] floors of oxygen", () => {
  test.each([
    [91, ""],
    [90, "oxygen-low medium"],
    [89, "oxygen-low medium"],
    [88, "oxygen-low high"],
  ])("[LM4] are three lower for who lives here, where the clinic says three: %i", (spo2, expected) =>
    expect(ringsAt(RESIDENT, spo2)).toBe(expected),
  );

  const sea: readonly (readonly [number, string])[] = [
    [94, ""],
    [93, "oxygen-low medium"],
    [92, "oxygen-low medium"],
    [91, "oxygen-low high"],
  ];
  test.each(sea)("[LM4] are no lower for a visitor, or where nobody knows: %i", (spo2, expected) => {
    expect(ringsAt({ livesAtAltitude: false }, spo2)).toBe(expected);
    expect(ringsAt({}, spo2)).toBe(expected);
  });

  test.each(sea)("[LM4] are no lower for a resident where the clinic has set nothing: %i", (spo2, expected) => {
    expect(ringsAt({ livesAtAltitude: true, altitude: null }, spo2)).toBe(expected);
    expect(ringsAt({ livesAtAltitude: true, altitude: { spo2LowerBy: 0 } }, spo2)).toBe(expected);
  });

  test.each(sea)("[LM4] are no lower for a history of eight treatments, or a low baseline: %i", (spo2, expected) => {
    expect(ringsAt({ seenBefore: true }, spo2)).toBe(expected);
    expect(ringsAt({ seenBefore: true }, spo2, { spo2: 94 })).toBe(expected);
  });

  test("[LM4] within high a worse value sounds again for a resident too", () => {
    const clinic = living(RESIDENT);
    clinic.set({ spo2: 88 });
    expect(rung(clinic.at(7).set({ spo2: 87 }), clinic)).toEqual(["oxygen-low high again"]);
  });

  test("[LM4] [DU5] the critical band of a resident is the lower one: only that asks for another reading", () => {
    const clinic = living(RESIDENT);
    clinic.set({ spo2: 88 });
    expect(rechecks(clinic)).toEqual(["10 recheck upcoming"]);
    const above = living(RESIDENT);
    above.set({ spo2: 91 });
    expect(rechecks(above)).toEqual([]);
  });
});

describe("[LM4] by how much", () => {
  const shift = (spo2: Protocol["limits"]["spo2"], session: { livesAtAltitude?: boolean }) =>
    oxygenLimits({ ...IV_PROTOCOL, limits: { ...IV_PROTOCOL.limits, spo2 }, altitude: { spo2LowerBy: 2 } }, session);
  const spo2 = { warn: { low: 93, high: 99 }, critical: { low: null, high: 100 } };

  test("[LM4] the floors alone move, and an open end stays open", () => {
    expect(shift(spo2, { livesAtAltitude: true })).toEqual({
      limits: { warn: { low: 91, high: 99 }, critical: { low: null, high: 100 } },
      lowerBy: 2,
    });
    expect(shift(spo2, { livesAtAltitude: false })).toEqual({ limits: spo2, lowerBy: 0 });
    expect(shift(spo2, {})).toEqual({ limits: spo2, lowerBy: 0 });
  });

  test("[LM4] the floor at the door is lower by as much, and critical is never good", () => {
    const good = (lives: Lives, value: number) => {
      const clinic = living(lives);
      return goodOxygen({ session: clinic.session(), protocol: clinic.protocol() }, value);
    };
    expect([90, 91].map((value) => good(RESIDENT, value))).toEqual([false, true]);
    expect([93, 94].map((value) => good({}, value))).toEqual([false, true]);
    const six: Lives = { livesAtAltitude: true, altitude: { spo2LowerBy: 6 } };
    expect([85, 86, 87, 88].map((value) => good(six, value))).toEqual([false, false, false, true]);
  });
});
