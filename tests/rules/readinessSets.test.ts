import { describe, expect, test } from "vitest";
import type { Values } from "#shared/vitals/observation.ts";
import { given } from "./scenario.ts";

describe("[RD3] two good sets in a row, ten minutes apart", () => {
  const sets = (...minutes: readonly (readonly [number, number])[]) => {
    const clinic = given().ended();
    for (const [minute, second] of minutes) clinic.at(minute, second).set();
    return clinic.state("pressure-oxygen");
  };
  test("[RD3] one is not enough, two too close are not", () => {
    expect(sets([55, 0])).toBe("not-met");
    expect(sets([55, 0], [64, 59])).toBe("not-met");
    expect(sets([55, 0], [65, 0])).toBe("met");
    expect(sets([55, 0], [60, 0], [65, 0])).toBe("met");
  });

  test("[RD3] only sets after the dose count", () => {
    const clinic = given().ended().at(50);
    clinic.set();
    expect(clinic.state("pressure-oxygen")).toBe("not-met"); // the one a second before the end was good too
  });

  test("[RD3] a bad value between them begins the run again", () => {
    const clinic = given().ended().at(55);
    clinic.set();
    clinic.at(60).bp(161, 80);
    clinic.at(66).set();
    expect(clinic.state("pressure-oxygen")).toBe("not-met");
    clinic.at(76).set();
    expect(clinic.state("pressure-oxygen")).toBe("met");
  });

  test("[RD3] a partial set neither makes one nor breaks the run", () => {
    const alone = given().ended().at(55);
    alone.bp(120, 76);
    alone.at(66).bp(120, 76);
    expect(alone.state("pressure-oxygen")).toBe("unknown");
    const between = given().ended().at(55);
    between.set();
    between.at(60).bp(120, 76);
    between.at(65).set();
    between.at(66).bp(118, 76);
    expect(between.state("pressure-oxygen")).toBe("met");
  });

  test.each(["hr", "spo2"] as const)("[RD3] a set without %s is partial", (field) => {
    const clinic = given().ended().at(55);
    clinic.set();
    clinic.at(70).set({ [field]: undefined }, { notAssessed: [{ field, why: "equipment" }] });
    expect(clinic.state("pressure-oxygen")).toBe("not-met");
  });

  test("[RD3] it lasts thirty minutes, a second more is stale, and a look-in keeps it alive", () => {
    const clinic = given().ready();
    expect([clinic.at(100).verdict(), clinic.at(100, 1).verdict()]).toEqual(["ready", "not-yet"]);
    expect(clinic.state("pressure-oxygen")).toBe("stale");
    clinic.lookIn("awake-comfortable");
    expect([clinic.verdict(), clinic.at(130, 1).verdict(), clinic.at(130, 2).verdict()]).toEqual([
      "ready",
      "ready",
      "not-yet",
    ]);
  });

  test("[RD3] a look-in makes no set, and one that asks for attention keeps nothing alive", () => {
    const clinic = given().ended().at(55);
    clinic.lookIn();
    clinic.at(70).lookIn();
    expect(clinic.state("pressure-oxygen")).toBe("unknown");
    const ready = given().ready().at(95);
    ready.lookIn("needs-attention");
    expect(ready.at(100, 1).state("pressure-oxygen")).toBe("stale");
  });
});

describe("[RD9] what makes a set good", () => {
  const met: readonly (readonly [Values, Values, boolean])[] = [
    [{ sbp: 159 }, {}, true],
    [{ sbp: 160 }, {}, false],
    [{ dbp: 99 }, {}, true],
    [{ dbp: 100 }, {}, false],
    [{ sbp: 168 }, { sbp: 140 }, true],
    [{ sbp: 169 }, { sbp: 140 }, false], // a fifth above her own
    [{ dbp: 108 }, { dbp: 90 }, true],
    [{ dbp: 109 }, { dbp: 90 }, false],
    [{ sbp: 179 }, { sbp: 160 }, true],
    [{ sbp: 180 }, { sbp: 160 }, false], // never critical
    [{ dbp: 109 }, { dbp: 98 }, true],
    [{ dbp: 110 }, { dbp: 98 }, false],
    [{ sbp: 91, dbp: 60 }, {}, true],
    [{ sbp: 90, dbp: 60 }, {}, false], // a fall against baseline alone is nothing
    [{ dbp: 41 }, {}, true],
    [{ dbp: 40 }, {}, false],
    [{ hr: 50 }, {}, true],
    [{ hr: 49 }, {}, false],
    [{ hr: 110 }, {}, true],
    [{ hr: 111 }, {}, false],
    [{ hr: 49 }, { hr: 49 }, false], // only pressure is judged against baseline
    [{ spo2: 94 }, {}, true],
    [{ spo2: 93 }, {}, false],
    [{ spo2: 92 }, { spo2: 92 }, true],
    [{ spo2: 92 }, { spo2: 93 }, false],
    [{ spo2: 91 }, { spo2: 91 }, false], // never
  ];
  test.each(met)("[RD9] %j on a baseline of %j: %j", (values, baseline, good) => {
    const clinic = given().ended(40, baseline).at(55);
    clinic.set();
    clinic.at(70).set({ ...values });
    expect(clinic.state("pressure-oxygen")).toBe(good ? "met" : "not-met");
  });

  test("[RD9] without a baseline the limits alone decide", () => {
    const clinic = given().checkedIn().at(0);
    clinic.start();
    clinic.at(40).end();
    clinic.at(55).set();
    clinic.at(70).set({ sbp: 160 });
    expect(clinic.state("pressure-oxygen")).toBe("not-met");
  });
});
