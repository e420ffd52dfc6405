import { describe, expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { given, rung } from "./scenario.ts";

const rings = (values: Values): readonly string[] => {
  const clinic = given().started().at(5);
  return rung(clinic.set(values), clinic);
};
/** What the second of two sets rings, after the first did. */
const ringsAfter = (first: Values, second: Values, limits: Partial<(typeof IV_PROTOCOL)["limits"]> = {}) => {
  const clinic = given({ protocol: { limits: { ...IV_PROTOCOL.limits, ...limits } } })
    .started()
    .at(5);
  clinic.set(first);
  return rung(clinic.at(8).set(second), clinic);
};

describe("[AL13] temperature and carbon dioxide call on both sides", () => {
  const edges: readonly (readonly [Values, readonly string[]])[] = [
    [{ temp: 38 }, []],
    [{ temp: 38.1 }, ["temperature medium"]],
    [{ temp: 39 }, ["temperature medium"]],
    [{ temp: 39.1 }, ["temperature high"]],
    [{ temp: 35.1 }, []],
    [{ temp: 35 }, ["temperature medium"]],
    [{ temp: 30 }, ["temperature medium"]],
    [{ etco2: 30 }, []],
    [{ etco2: 29 }, ["carbon-dioxide medium"]],
    [{ etco2: 20 }, ["carbon-dioxide medium"]],
    [{ etco2: 19 }, ["carbon-dioxide high"]],
    [{ etco2: 0 }, ["carbon-dioxide high"]],
    [{ etco2: 50 }, []],
    [{ etco2: 51 }, ["carbon-dioxide medium"]],
    [{ etco2: 60 }, ["carbon-dioxide medium"]],
    [{ etco2: 61 }, ["carbon-dioxide high"]],
  ];
  test.each(edges)("[AL13] %j rings %j", (values, expected) => expect(rings(values)).toEqual(expected));

  test("[AL13] before the dose too: no limit of theirs hangs on a baseline", () => {
    const clinic = given().prepared().at(-5);
    expect(rung(clinic.set({ temp: 39.1, etco2: 51 }), clinic)).toEqual(["temperature high", "carbon-dioxide medium"]);
  });
});

describe("[AL13] both sides are one cause, the worse the further from the middle", () => {
  test("[AL13] further out on the same side sounds again", () => {
    expect(ringsAfter({ temp: 39.1 }, { temp: 39.2 })).toEqual(["temperature high again"]);
    expect(ringsAfter({ temp: 39.2 }, { temp: 39.1 })).toEqual([]);
    expect(ringsAfter({ etco2: 19 }, { etco2: 18 })).toEqual(["carbon-dioxide high again"]);
    expect(ringsAfter({ etco2: 18 }, { etco2: 19 })).toEqual([]);
    expect(ringsAfter({ etco2: 61 }, { etco2: 62 })).toEqual(["carbon-dioxide high again"]);
  });

  test("[AL13] across the middle by its distance from the warning", () => {
    expect(ringsAfter({ etco2: 61 }, { etco2: 19 })).toEqual([]); // ten beyond either
    expect(ringsAfter({ etco2: 61 }, { etco2: 18 })).toEqual(["carbon-dioxide high again"]);
    expect(ringsAfter({ etco2: 19 }, { etco2: 62 })).toEqual(["carbon-dioxide high again"]);
  });

  test("[AL13] where a clinic warns on one side alone", () => {
    const noLow = { temp: { warn: { low: null, high: 38.1 }, critical: { low: null, high: 39.1 } } };
    expect(ringsAfter({ temp: 39.1 }, { temp: 39.2 }, noLow)).toEqual(["temperature high again"]);
    expect(ringsAfter({}, { temp: 33 }, noLow)).toEqual([]);
    const noHigh = { etco2: { warn: { low: 29, high: null }, critical: { low: 19, high: null } } };
    expect(ringsAfter({ etco2: 19 }, { etco2: 18 }, noHigh)).toEqual(["carbon-dioxide high again"]);
    expect(ringsAfter({}, { etco2: 90 }, noHigh)).toEqual([]);
  });
});
