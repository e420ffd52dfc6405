import { describe, expect, test } from "vitest";
import type { Priority } from "#shared/alarm/alarm.ts";
import { alarmsCalledFor } from "#shared/alarm/rules.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { interpret, type Interpretation, type Limits } from "#shared/vitals/interpret.ts";
import { MEASURES, MEASURE_IDS, type MeasureId } from "#shared/vitals/measures.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { GOOD, given, type Scenario } from "./scenario.ts";

const LIMITS: Partial<Record<MeasureId, Limits>> = IV_PROTOCOL.limits;
const limited = MEASURE_IDS.flatMap((id) => (LIMITS[id] ? [[id, LIMITS[id]] as const] : []));
const range = ([low, high]: readonly [number, number]) => Array.from({ length: high - low + 1 }, (_, n) => low + n);

const ORDER: readonly Interpretation[] = ["critically-low", "low", "normal", "high", "critically-high"];

describe("[LM1] over all that can be typed, the bands of a measure follow each other and leave no hole", () => {
  test.each(limited)("[LM1] %s", (id, limits) => {
    const places = range(MEASURES[id].possible).map((value) => ORDER.indexOf(interpret(value, limits)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).toContain(ORDER.indexOf("normal"));
  });
});

const LOUD: Readonly<Record<Priority, number>> = { low: 1, medium: 2, high: 3 };

/** How loud the call of these values would be, for somebody whose dose began with GOOD. */
const loudness = (clinic: Scenario, values: Values): number => {
  const { observations } = clinic.session();
  const last = observations.at(-1);
  if (!last) return 0;
  const session = {
    ...clinic.session(),
    observations: [...observations.slice(0, -1), { ...last, values: { ...GOOD, ...values } }],
  };
  return Math.max(
    0,
    ...[...alarmsCalledFor(session, clinic.protocol(), clinic.now()).values()].map(({ priority }) => LOUD[priority]),
  );
};

describe("[AL1] a value that gets worse is never called more quietly", () => {
  const [, highest] = MEASURES.sbp.possible;
  const worse: readonly (readonly [string, readonly Values[]])[] = [
    ["systolic up", range([GOOD.sbp ?? 0, highest]).map((sbp) => ({ sbp }))],
    [
      "systolic down",
      range([78, GOOD.sbp ?? 0])
        .toReversed()
        .map((sbp) => ({ sbp })),
    ],
    ["diastolic up", range([GOOD.dbp ?? 0, 125]).map((dbp) => ({ dbp }))],
    [
      "diastolic down",
      range([20, GOOD.dbp ?? 0])
        .toReversed()
        .map((dbp) => ({ dbp })),
    ],
    ["heart rate up", range([GOOD.hr ?? 0, 250]).map((hr) => ({ hr }))],
    [
      "heart rate down",
      range([20, GOOD.hr ?? 0])
        .toReversed()
        .map((hr) => ({ hr })),
    ],
    [
      "oxygen down",
      range([50, 100])
        .toReversed()
        .map((spo2) => ({ spo2 })),
    ],
    ["breathing up", range([GOOD.rr ?? 0, 60]).map((rr) => ({ rr }))],
    [
      "breathing down",
      range([0, GOOD.rr ?? 0])
        .toReversed()
        .map((rr) => ({ rr })),
    ],
    [
      "sedation deeper",
      range([0, 5])
        .toReversed()
        .map((sedation) => ({ sedation })),
    ],
    ["distress up", range([0, 10]).map((distress) => ({ distress }))],
  ];
  test.each(worse)("[AL1] %s", (_, values) => {
    const clinic = given().started().at(5);
    clinic.set();
    const loud = values.map((value) => loudness(clinic, value));
    expect(loud).toEqual(loud.toSorted((a, b) => a - b));
    expect(loud[0]).toBe(0);
    expect(loud.at(-1)).toBe(3);
  });

  test("[AL1] dissociation alone is silent, however deep", () => {
    const clinic = given().started().at(5);
    clinic.set();
    expect(
      range([0, 10])
        .map((dissociation) => loudness(clinic, { dissociation }))
        .every((loud) => loud === 0),
    ).toBe(true);
  });
});
