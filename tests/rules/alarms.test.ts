import { describe, expect, test } from "vitest";
import { ALARM_RULES } from "#shared/alarm/rules.ts";
import { RuleId } from "#shared/alarm/alarm.ts";
import { nextDue } from "#shared/recovery/due.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { at, given, rung, type Scenario } from "./scenario.ts";

/** What one set rings, five minutes into a dose that began on this baseline. */
const rings = (values: Values, baseline: Values = {}): readonly string[] => {
  const clinic = given().started(baseline).at(5);
  return rung(clinic.set(values), clinic);
};
const pressure = (sbp: number, dbp: number, baseline: Values = {}) => rings({ sbp, dbp }, baseline);

test("[AL1] each cause has one rule, and only HELP has none", () => {
  expect(ALARM_RULES.map(({ id }) => id).toSorted()).toEqual(RuleId.options.filter((id) => id !== "help").toSorted());
});

describe("[AL1] each measure rings at its own number and not one before it", () => {
  const edges: readonly (readonly [Values, readonly string[]])[] = [
    [{ hr: 110 }, []],
    [{ hr: 111 }, ["heart-rate-high medium"]],
    [{ hr: 130 }, ["heart-rate-high medium"]],
    [{ hr: 131 }, ["heart-rate-high high"]],
    [{ spo2: 94 }, []],
    [{ spo2: 93 }, ["oxygen-low medium"]],
    [{ spo2: 92 }, ["oxygen-low medium"]],
    [{ spo2: 91 }, ["oxygen-low high"]],
    [{ rr: 11 }, []],
    [{ rr: 10 }, ["breathing-slow medium"]],
    [{ rr: 9 }, ["breathing-slow medium"]],
    [{ rr: 8 }, ["breathing-slow high"]],
    [{ rr: 20 }, []],
    [{ rr: 21 }, ["breathing-fast medium"]],
    [{ rr: 24 }, ["breathing-fast medium"]],
    [{ rr: 25 }, ["breathing-fast high"]],
    [{ sedation: 4 }, []],
    [{ sedation: 3 }, ["sedation-deep medium"]],
    [{ sedation: 2 }, ["sedation-deep high"]],
    [{ distress: 4 }, []],
    [{ distress: 5 }, ["distress medium"]],
    [{ distress: 7 }, ["distress medium"]],
    [{ distress: 8 }, ["distress high"]],
  ];
  test.each(edges)("[AL1] %j rings %j", (values, expected) => expect(rings(values)).toEqual(expected));

  test("[AL1] deep and calm is expected: dissociation alone makes no sound", () => {
    expect(rings({ dissociation: 10, distress: 0 })).toEqual([]);
    expect(rings({ dissociation: 10, distress: 8 })).toEqual(["distress high"]);
  });

  test("[AL1] a value that could not be taken calls for nothing", () => {
    const clinic = given().started().at(5);
    const events = clinic.set(
      { spo2: undefined, hr: undefined },
      {
        notAssessed: [
          { field: "spo2", why: "equipment" },
          { field: "hr", why: "equipment" },
        ],
      },
    );
    expect(rung(events, clinic)).toEqual([]);
  });

  test("[AL1] the last known value goes on calling while nobody takes a new one", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 93 });
    clinic.at(10).set({ spo2: undefined }, { notAssessed: [{ field: "spo2", why: "equipment" }] });
    expect(clinic.call("oxygen-low").priority).toBe("medium");
  });
});

test("[AL4] 160 or 100 is medium", () => {
  const baseline = { sbp: 150, dbp: 90 };
  expect(pressure(159, 99, baseline)).toEqual([]);
  expect(pressure(160, 99, baseline)).toEqual(["pressure-high medium"]);
  expect(pressure(159, 100, baseline)).toEqual(["pressure-high medium"]);
});

test("[AL4] a first critical pressure is medium and asks for another in five minutes", () => {
  expect(pressure(179, 109)).toEqual(["pressure-high medium"]);
  for (const [sbp, dbp] of [
    [180, 90],
    [150, 110],
  ] as const) {
    const clinic = given().started().at(5);
    expect(rung(clinic.bp(sbp, dbp), clinic)).toEqual(["pressure-high medium"]);
    expect(clinic.due()).toContain("10 recheck upcoming");
  }
  const warned = given().started().at(5);
  warned.bp(179, 109);
  expect(warned.due().filter((one) => one.includes("recheck"))).toEqual([]);
});

test("[AL4] the second critical pressure in a row is high, and one below it begins again", () => {
  const clinic = given().started();
  clinic.set();
  clinic.at(5).bp(182, 90);
  expect(rung(clinic.at(10).bp(180, 88), clinic)).toEqual(["pressure-high high again"]);

  const eased = given().started();
  eased.set();
  eased.at(5).bp(182, 90);
  eased.at(10).bp(179, 88);
  expect(eased.call("pressure-high").priority).toBe("medium");
  expect(rung(eased.at(15).bp(181, 88), eased)).toEqual([]); // medium already, and not confirmed
  expect(eased.call("pressure-high").priority).toBe("medium");
});

test("[AL4] 200 or 120 is high at once", () => {
  expect(pressure(199, 119)).toEqual(["pressure-high medium"]);
  expect(pressure(200, 90)).toEqual(["pressure-high high"]);
  expect(pressure(160, 120)).toEqual(["pressure-high high"]);
});

describe("[AL5] a rise against this patient's baseline", () => {
  const baseline = { sbp: 110, dbp: 70 };
  const edges: readonly (readonly [number, number, readonly string[]])[] = [
    [149, 70, []], // +39 and below 150
    [150, 70, ["pressure-high medium"]], // +40
    [110, 94, []], // +24 and below 95
    [110, 95, ["pressure-high medium"]], // +25
  ];
  test.each(edges)("[AL5] %i/%i after 110/70 rings %j", (sbp, dbp, expected) =>
    expect(pressure(sbp, dbp, baseline)).toEqual(expected),
  );

  test("[AL5] +30/+20 stays quiet below 150/95 and is low from there", () => {
    expect(pressure(150, 80, { sbp: 121, dbp: 76 })).toEqual([]); // +29
    expect(pressure(150, 80, { sbp: 120, dbp: 76 })).toEqual(["pressure-high low"]);
    expect(pressure(149, 80, { sbp: 119, dbp: 76 })).toEqual([]);
    expect(pressure(130, 95, { sbp: 120, dbp: 75 })).toEqual(["pressure-high low"]); // +20
    expect(pressure(130, 95, { sbp: 120, dbp: 76 })).toEqual([]); // +19
    expect(pressure(130, 94, { sbp: 120, dbp: 74 })).toEqual([]);
  });

  test("[AL5] without a dose there is nothing to have risen from", () => {
    const clinic = given().prepared(baseline).at(-5);
    expect(rung(clinic.bp(155, 80), clinic)).toEqual([]);
  });

  test("[AL5] the baseline is the last pressure up to the start, and a corrected start moves it", () => {
    const clinic = given().started(baseline).at(3);
    expect(rung(clinic.bp(145, 80), clinic)).toEqual([]); // +35, below 150
    expect(rung(clinic.at(7).bp(155, 80), clinic)).toEqual(["pressure-high medium"]); // +45
    const moved = clinic.submit("nurse", {
      type: "correct-dose-fact",
      factId: "start-0001",
      at: at(4),
      struck: false,
      reason: { code: "wrong-time" },
    });
    expect(moved.map(({ type }) => type)).toEqual(["dose-fact-corrected", "alarm-cleared"]); // +10 from 145
  });
});

test("[AL6] 90 or 40 is high whatever the baseline", () => {
  const low = { sbp: 95, dbp: 55 };
  expect(pressure(91, 51, low)).toEqual([]);
  expect(pressure(90, 51, low)).toEqual(["pressure-low high"]);
  expect(pressure(100, 40, low)).toEqual(["pressure-low high"]);
});

test("[AL6] 100 is medium only when also 20 below baseline; diastolic 50 is medium", () => {
  expect(pressure(100, 60, { sbp: 119 })).toEqual([]); // 19 below
  expect(pressure(100, 60, { sbp: 120 })).toEqual(["pressure-low medium"]);
  expect(pressure(101, 60, { sbp: 140 })).toEqual([]);
  expect(pressure(118, 51)).toEqual([]);
  expect(pressure(118, 50)).toEqual(["pressure-low medium"]);
  expect(pressure(118, 41)).toEqual(["pressure-low medium"]);
});

test("[AL6] before the dose there is no baseline to have fallen from, and 90 still rings", () => {
  const clinic = given().prepared({ sbp: 125 }).at(-5);
  expect(rung(clinic.bp(98, 60), clinic)).toEqual([]);
  expect(rung(clinic.bp(90, 60), clinic)).toEqual(["pressure-low high"]);
});

test("[AL7] 40 always; 50 only when also 10 below baseline", () => {
  expect(rings({ hr: 41 }, { hr: 50 })).toEqual([]); // 9 below
  expect(rings({ hr: 50 }, { hr: 59 })).toEqual([]); // 9 below
  expect(rings({ hr: 50 }, { hr: 60 })).toEqual(["heart-rate-low medium"]);
  expect(rings({ hr: 51 }, { hr: 90 })).toEqual([]);
  expect(rings({ hr: 40 }, { hr: 42 })).toEqual(["heart-rate-low high"]);
});

describe("[AL8] time alone rings for a check that nobody did", () => {
  const ticks = (clinic: Scenario, minutes: number, seconds = 0) => rung(clinic.at(minutes, seconds).tick(), clinic);

  test("[AL8] eight minutes after it was due, and once", () => {
    const clinic = given().started().at(0);
    clinic.set();
    expect(ticks(clinic, 17, 59)).toEqual([]);
    expect(ticks(clinic, 18)).toEqual(["check-overdue medium"]);
    expect(ticks(clinic, 18)).toEqual([]);
    expect(ticks(clinic, 30)).toEqual([]); // still one call, however many were missed
    expect(nextDue(clinic.session(), clinic.protocol(), clinic.now())?.at).toBe(at(10));
  });

  test("[AL8] it clears when somebody looks", () => {
    const clinic = given().started().at(18);
    clinic.tick();
    expect(clinic.set().map(({ type }) => type)).toEqual(["observation-recorded", "alarm-cleared"]);
    expect(clinic.calls()).toEqual([]);
  });

  test("[AL8] a recheck likewise, before the dose too", () => {
    const clinic = given().prepared().at(-5);
    clinic.bp(184, 96); // asked again at 0
    expect(ticks(clinic, 7, 59)).toEqual([]);
    expect(ticks(clinic, 8)).toEqual(["check-overdue medium"]);
    clinic.bp(150, 90);
    expect(clinic.calls()).toEqual([]);
  });

  test("[AL8] nothing to say writes nothing", () => {
    expect(given().started().at(7).tick()).toEqual([]);
    expect(given().founded().tick()).toEqual([]);
  });
});
