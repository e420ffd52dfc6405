import { describe, expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { at, given, rung, type Scenario } from "./scenario.ts";

type Reading = readonly [minute: number, hr: number | undefined, second?: number];
const UNREAD = { notAssessed: [{ field: "hr", why: "equipment" }] } as const;

const take = (clinic: Scenario, [minute, hr, second = 0]: Reading): readonly string[] =>
  rung(clinic.at(minute, second).set({ hr }, hr === undefined ? UNREAD : {}), clinic);

/** What the last of these readings rings, in a dose that began on this heart rate. */
const rings = (baseline: number, readings: readonly Reading[], protocol: Partial<Protocol> = {}) => {
  const clinic = given({ protocol }).started({ hr: baseline });
  return readings.map((reading) => take(clinic, reading)).at(-1);
};
const rise = (change: Partial<NonNullable<Protocol["heartRateRise"]>>) => ({
  heartRateRise: { medium: 30, high: 50, sustainMin: 5, ...change },
});

describe("[AL17] thirty above baseline in readings five minutes apart is medium", () => {
  test("[AL17] at five minutes, not a second before", () => {
    expect(rings(70, [[5, 100]])).toEqual([]);
    expect(rings(70, [[5, 100], [9, 100, 59]])).toEqual([]); // prettier-ignore
    expect(rings(70, [[5, 100], [10, 100]])).toEqual(["heart-rate-high medium"]); // prettier-ignore
  });

  test("[AL17] at thirty, and not at twenty-nine, in the first or in the last", () => {
    expect(rings(70, [[5, 99], [10, 100]])).toEqual([]); // prettier-ignore
    expect(rings(70, [[5, 100], [10, 99]])).toEqual([]); // prettier-ignore
    expect(rings(70, [[5, 110], [10, 100]])).toEqual(["heart-rate-high medium"]); // prettier-ignore
  });

  test("[AL17] one below between them begins again", () => {
    const clinic = given().started({ hr: 70 });
    for (const reading of [
      [5, 100],
      [7, 99],
      [9, 105],
      [13, 105, 59],
    ] as const)
      // prettier-ignore
      expect(take(clinic, reading)).toEqual([]);
    expect(take(clinic, [14, 100])).toEqual(["heart-rate-high medium"]);
  });

  test("[AL17] a set in which it could not be taken breaks nothing", () => {
    expect(rings(70, [[5, 100], [7, undefined], [10, 100]])).toEqual(["heart-rate-high medium"]); // prettier-ignore
  });

  test("[AL17] it is cleared with the first reading below", () => {
    const clinic = given().started({ hr: 70 });
    for (const minute of [5, 10]) take(clinic, [minute, 100]);
    take(clinic, [12, 99]);
    expect(clinic.calls()).toEqual([]);
  });
});

describe("[AL17] fifty above baseline, likewise, is high", () => {
  test("[AL17] at fifty and five minutes", () => {
    expect(rings(50, [[5, 100], [9, 100, 59]])).toEqual([]); // prettier-ignore
    expect(rings(50, [[5, 100], [10, 100]])).toEqual(["heart-rate-high high"]); // prettier-ignore
    expect(rings(50, [[5, 99], [10, 100]])).toEqual(["heart-rate-high medium"]); // prettier-ignore
    expect(rings(50, [[5, 100], [10, 99]])).toEqual(["heart-rate-high medium"]); // prettier-ignore
  });

  test("[AL17] above what the number alone calls for", () => {
    const clinic = given().started({ hr: 65 });
    expect(take(clinic, [5, 115])).toEqual(["heart-rate-high medium"]);
    expect(take(clinic, [10, 115])).toEqual(["heart-rate-high high again"]);
    expect(take(clinic, [12, 116])).toEqual(["heart-rate-high high again"]);
    expect(take(clinic, [14, 116])).toEqual([]);
  });

  test("[AL17] never below it: 131 stays high when the rise is only medium", () => {
    const clinic = given().started({ hr: 95 });
    expect(take(clinic, [5, 131])).toEqual(["heart-rate-high high"]);
    expect(take(clinic, [10, 131])).toEqual([]);
    expect(clinic.call("heart-rate-high")).toMatchObject({ priority: "high", severity: 131 });
    expect(clinic.call("heart-rate-high").settledAt).toBeUndefined();
  });

  test("[AL17] a medium rise that reaches 131 is high at once", () => {
    const clinic = given().started({ hr: 95 });
    for (const minute of [5, 10]) take(clinic, [minute, 126]);
    expect(take(clinic, [11, 131])).toEqual(["heart-rate-high high again"]);
  });
});

describe("[AL17] above what", () => {
  test("[AL17] without a heart rate before the dose nothing has risen", () => {
    const clinic = given().checkedIn().at(-10);
    clinic.set({ hr: undefined }, UNREAD);
    clinic.at(0).start();
    expect([5, 10, 15].map((minute) => take(clinic, [minute, 105]))).toEqual([[], [], []]);
  });

  test("[AL17] before the dose nothing has risen", () => {
    const clinic = given().prepared({ hr: 60 });
    expect([-9, -3, 3].map((minute) => take(clinic, [minute, 100]))).toEqual([[], [], []]);
  });

  test("[AL17] the baseline is the last one up to the start", () => {
    const clinic = given().prepared({ hr: 60 });
    take(clinic, [0, 71]);
    clinic.start();
    expect([5, 10].map((minute) => take(clinic, [minute, 100]))).toEqual([[], []]);
    expect([11, 16].map((minute) => take(clinic, [minute, 101]))).toEqual([[], ["heart-rate-high medium"]]);
  });

  test("[AL10] a late reading confirms nothing, one that was heard in time does", () => {
    const clinic = given().started({ hr: 70 });
    take(clinic, [12, 104]);
    expect(rung(clinic.at(20).set({ hr: 104 }, { at: at(6) }), clinic)).toEqual([]);
    expect(rung(clinic.tick(), clinic)).toEqual([]);
    expect(take(clinic, [20, 104])).toEqual(["heart-rate-high medium"]);
  });

  test("[AL17] numbers and minutes are the clinic's, and it may have none", () => {
    const twice: readonly Reading[] = [[5, 100], [10, 100]]; // prettier-ignore
    expect(rings(70, twice, { heartRateRise: null })).toEqual([]);
    expect(rings(70, twice, rise({ sustainMin: 6 }))).toEqual([]);
    expect(rings(70, twice, rise({ medium: 31 }))).toEqual([]);
    expect(rings(70, twice, rise({ high: 30 }))).toEqual(["heart-rate-high high"]);
    expect(rings(70, [[5, 100]], rise({ sustainMin: 0 }))).toEqual(["heart-rate-high medium"]);
    expect(IV_PROTOCOL.heartRateRise).toEqual(rise({}).heartRateRise);
  });
});
