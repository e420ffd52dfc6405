import { describe, expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { given, rung, types } from "./scenario.ts";

const rings = (values: Values, baseline: Values = {}): readonly string[] => {
  const clinic = given().started(baseline).at(5);
  return rung(clinic.set(values), clinic);
};

describe("[AL14] a mean pressure that was read", () => {
  const edges: readonly (readonly [number, readonly string[]])[] = [
    [114, []],
    [115, ["mean-pressure medium"]],
    [129, ["mean-pressure medium"]],
    [130, ["mean-pressure high"]],
    [66, []],
    [65, ["mean-pressure medium"]],
    [61, ["mean-pressure medium"]],
    [60, ["mean-pressure high"]],
  ];
  test.each(edges)("[AL14] %i rings %j beside a quiet pressure", (map, expected) =>
    expect(rings({ map })).toEqual(expected),
  );

  test("[AL14] before the dose and without any pressure", () => {
    const clinic = given().prepared().at(-5);
    expect(rung(clinic.set({ map: 130 }), clinic)).toEqual(["mean-pressure high"]);
    const none = given().checkedIn().at(-5);
    const noCuff = { notAssessed: [{ field: "bp", why: "equipment" }] } as const;
    expect(rung(none.set({ sbp: undefined, dbp: undefined, map: 115 }, noCuff), none)).toEqual([
      "mean-pressure medium",
    ]);
  });

  test("[AL14] within high a worse one sounds again, on either side", () => {
    for (const [first, worse] of [
      [130, 131],
      [60, 59],
    ] as const) {
      const clinic = given().started().at(5);
      clinic.set({ map: first });
      expect(rung(clinic.at(7).set({ map: first }), clinic)).toEqual([]);
      expect(rung(clinic.at(8).set({ map: worse }), clinic)).toEqual(["mean-pressure high again"]);
    }
  });

  test("[AL14] across the middle by its distance from the warning", () => {
    const clinic = given().started().at(5);
    clinic.set({ map: 135 }); // twenty above
    expect(rung(clinic.at(6).set({ map: 45 }), clinic)).toEqual([]);
    expect(rung(clinic.at(7).set({ map: 44 }), clinic)).toEqual(["mean-pressure high again"]);
  });

  test("[AL14] where a clinic warns on one side alone", () => {
    const limits = (map: (typeof IV_PROTOCOL)["limits"]["map"]) => ({ limits: { ...IV_PROTOCOL.limits, map } });
    const above = given({
      protocol: limits({ warn: { low: null, high: 115 }, critical: { low: null, high: 130 } }),
    })
      .started()
      .at(5);
    expect(rung(above.set({ map: 60 }), above)).toEqual([]);
    above.at(6).set({ map: 130 });
    expect(rung(above.at(7).set({ map: 131 }), above)).toEqual(["mean-pressure high again"]);
    const below = given({ protocol: limits({ warn: { low: 65, high: null }, critical: { low: 60, high: null } }) })
      .started()
      .at(5);
    expect(rung(below.set({ map: 140 }), below)).toEqual([]);
    below.at(6).set({ map: 60 });
    expect(rung(below.at(7).set({ map: 59 }), below)).toEqual(["mean-pressure high again"]);
  });
});

describe("[AL14] one cause, one call: pressure itself speaks first", () => {
  test("[AL14] high and low pressure silence a mean of the same", () => {
    expect(rings({ sbp: 160, dbp: 95, map: 117 })).toEqual(["pressure-high medium"]);
    expect(rings({ sbp: 200, dbp: 100, map: 133 })).toEqual(["pressure-high high"]);
    expect(rings({ sbp: 90, dbp: 50, map: 63 })).toEqual(["pressure-low high"]);
    expect(rings({ sbp: 118, dbp: 50, map: 65 })).toEqual(["pressure-low medium"]);
  });

  test("[AL14] a pressure that calls less loudly does not: a mean of 130 is high beside it", () => {
    expect(rings({ sbp: 160, dbp: 95, map: 129 })).toEqual(["pressure-high medium"]);
    expect(rings({ sbp: 160, dbp: 95, map: 130 })).toEqual(["pressure-high medium", "mean-pressure high"]);
    expect(rings({ sbp: 150, dbp: 80, map: 115 })).toEqual(["pressure-high low", "mean-pressure medium"]);
    expect(rings({ sbp: 118, dbp: 50, map: 60 })).toEqual(["pressure-low medium", "mean-pressure high"]);
    expect(rings({ sbp: 200, dbp: 100, map: 115 })).toEqual(["pressure-high high"]);
  });

  test("[AL14] of a pressure that is high above and low below the louder call counts", () => {
    expect(rings({ sbp: 150, dbp: 40, map: 60 })).toEqual(["pressure-high low", "pressure-low high"]);
  });

  test("[AL14] a high call for the mean settles once pressure calls as loudly", () => {
    const clinic = given().started().at(5);
    clinic.set({ sbp: 150, dbp: 95, map: 130 });
    expect(types(clinic.at(7).bp(200, 100))).toEqual(["observation-recorded", "alarm-worsened", "alarm-settled"]);
    expect(clinic.call("mean-pressure").settledAt).toBe(clinic.now());
  });

  test("[AL14] a medium call for the mean is cleared when pressure takes over, by the same command", () => {
    const clinic = given().started().at(5);
    clinic.set({ sbp: 140, dbp: 90, map: 115 });
    expect(clinic.call("mean-pressure").priority).toBe("medium");
    expect(types(clinic.at(7).bp(162, 95))).toEqual(["observation-recorded", "alarm-raised", "alarm-cleared"]);
    expect(clinic.calls().map(({ rule }) => rule)).toEqual(["pressure-high"]);
  });

  test("[AL14] it calls again when pressure is quiet and the mean that was read last is not", () => {
    const clinic = given().started().at(5);
    clinic.set({ sbp: 165, dbp: 95, map: 116 });
    expect(rung(clinic.at(8).bp(140, 85), clinic)).toEqual(["mean-pressure medium"]);
    expect(clinic.calls()).toHaveLength(1);
  });
});
