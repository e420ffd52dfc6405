import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Priority, RuleId } from "#shared/alarm/alarm.ts";
import { ALARM_RULES } from "#shared/alarm/rules.ts";
import { MINUTE } from "#shared/base/time.ts";
import { Route } from "#shared/protocol/protocol.ts";
import { Grade, type Observation, type Symptom, type Values } from "#shared/vitals/observation.ts";
import { MEASURES } from "#shared/vitals/measures.ts";
import { GOOD, at, given, type Scenario } from "./scenario.ts";

const LOUD: Readonly<Record<Priority, number>> = { low: 1, medium: 2, high: 3 };
/** Values that nobody calls for, from which each measure gets worse in its own directions. */
const MIDDLE = { ...GOOD, sbp: 118, dbp: 70, map: 90, temp: 36, etco2: 40, nausea: 0 } as const;

type Measure = "sbp" | "dbp" | "map" | "hr" | "spo2" | "rr" | "temp" | "etco2" | "sedation" | "distress" | "nausea";
/** The rules that read a measure. */
const PRESSURE: readonly RuleId[] = ["pressure-high", "pressure-low", "mean-pressure"];
const RECOVERY: readonly RuleId[] = ["still-affected", "not-back"];
const RULES: Readonly<Record<Measure | "dissociation", readonly RuleId[]>> = {
  sbp: PRESSURE,
  dbp: PRESSURE,
  map: PRESSURE,
  hr: ["heart-rate-high", "heart-rate-low"],
  spo2: ["oxygen-low"],
  rr: ["breathing-slow", "breathing-fast"],
  temp: ["temperature"],
  etco2: ["carbon-dioxide"],
  sedation: ["sedation-deep", "vomiting-drowsy", ...RECOVERY],
  distress: ["distress", ...RECOVERY],
  nausea: ["nausea"],
  dissociation: RECOVERY,
};

type Way = readonly [measure: Measure | "dissociation", from: number, to: number];
const [, MOST] = MEASURES.sbp.possible;
const PRESSURE_WAYS: readonly Way[] = [
  ["sbp", 118, MOST],
  ["sbp", 118, 71],
  ["dbp", 70, 117],
  ["dbp", 70, 20],
];
const WAYS: readonly Way[] = [
  ...PRESSURE_WAYS,
  ["map", 90, 230],
  ["map", 90, 30],
  ["hr", 70, 250],
  ["hr", 70, 20],
  ["spo2", 100, 50],
  ["rr", 14, 60],
  ["rr", 14, 0],
  ["temp", 36, 43],
  ["temp", 36, 30],
  ["etco2", 40, 100],
  ["etco2", 40, 0],
  ["sedation", 5, 0],
  ["distress", 0, 10],
  ["nausea", 0, 10],
  ["dissociation", 0, 10],
];
/** Every number of the way, tenths where the measure has them. */
const stepsOf = ([measure, from, to]: Way): readonly number[] => {
  const parts = 10 ** MEASURES[measure].decimals;
  const steps = Math.abs(to - from) * parts;
  return Array.from({ length: steps + 1 }, (_, n) => (from * parts + Math.sign(to - from) * n) / parts);
};

/** One patient of each route, whose dose is given. */
const PATIENTS: Readonly<Record<Route, Scenario>> = {
  iv: given().started(),
  im: given({ route: "im" }).given(),
  nasal: given({ route: "nasal" }).given(),
};

const between = (min: number, max: number) => fc.integer({ min, max });
const anything = fc.record({
  sbp: between(100, 205),
  dbp: between(40, 99),
  hr: between(45, 125),
  spo2: between(88, 100),
  sedation: between(1, 5),
  distress: between(0, 9),
  dissociation: between(0, 10),
  vomitCount: between(0, 1),
});
/** From which the middle of no measure has risen. */
const usual = fc.record({
  sbp: between(100, 159),
  dbp: between(55, 95),
  hr: between(45, 105),
  dissociation: between(0, 3),
});
/** What was before the dose and a while ago, and when anybody looks. */
const before = { baseline: usual, earlier: anything, gap: between(1, 12), now: between(15, 150) };
type Before = { readonly baseline: Values; readonly earlier: Values; readonly gap: number; readonly now: number };

/** How loud the rules that read this measure call, for a set `gap` minutes after another one. */
const loudness = (route: Route, rules: readonly RuleId[], values: Values, { baseline, earlier, gap, now }: Before) => {
  const clinic = PATIENTS[route];
  const session = clinic.session();
  const first = session.observations[0]!;
  const last = at(now) - MINUTE;
  const taken = (of: Values, when: number, seq: number): Observation => ({
    ...first,
    values: of,
    observedAt: when,
    seq,
  });
  const observations = [
    taken(baseline, at(-10), 1),
    taken(earlier, last - gap * MINUTE, 1_000),
    taken(values, last, 1_001),
  ];
  const called = ALARM_RULES.filter(({ id }) => rules.includes(id)).map((rule) =>
    rule.called({ ...session, observations }, clinic.protocol(), at(now)),
  );
  return Math.max(0, ...called.map((one) => (one ? LOUD[one.priority] : 0)));
};

const neverMilder = (ways: readonly Way[], beside: fc.Arbitrary<Values>) =>
  fc.assert(
    fc.property(
      fc.constantFrom(...Route.options),
      fc.constantFrom(...ways),
      fc.record(before),
      beside,
      (route, way, was, others) => {
        const loud = stepsOf(way).map((value) =>
          loudness(route, RULES[way[0]], { ...MIDDLE, ...others, [way[0]]: value }, was),
        );
        expect(loud).toEqual(loud.toSorted((a, b) => a - b));
      },
    ),
    { numRuns: 400 },
  );

const symptom = fc.record({
  symptom: fc.constantFrom<Symptom>("chest-pain", "short-of-breath", "headache", "blurred-vision"),
  grade: fc.constantFrom<Grade>(...Grade.options),
});
const symptoms = fc.uniqueArray(symptom, { minLength: 1, maxLength: 3, selector: (one) => one.symptom });

describe("[LM5] a worse number is never read milder, whatever was before and whatever stands beside it", () => {
  test("[LM5] on every route, of every measure, in each of its directions", () =>
    neverMilder(
      WAYS,
      fc.oneof(fc.constant({}), fc.record({ vomitCount: between(0, 1), dissociation: between(0, 10) })),
    ));

  test("[LM5] a pressure with symptoms beside it", () => neverMilder(PRESSURE_WAYS, fc.record({ symptoms })));

  test("[LM5] a pressure with a mean beside it", () =>
    neverMilder(PRESSURE_WAYS, fc.record({ map: between(55, 135) })));

  test("[LM5] a pressure that begins to call does not hush a mean that called louder", () => {
    const was: Before = { baseline: { ...GOOD, sbp: 130 }, earlier: GOOD, gap: 5, now: 20 };
    const loud = (values: Values) => loudness("iv", PRESSURE, { ...GOOD, ...values }, was);
    expect([loud({ sbp: 159, map: 130 }), loud({ sbp: 160, map: 130 })]).toEqual([3, 3]); // +30 alone is low, 160 medium
    expect([loud({ dbp: 51, map: 60 }), loud({ dbp: 50, map: 60 })]).toEqual([3, 3]);
  });

  test("[LM5] the worst number of every measure calls, and the middle of none does", () => {
    const was: Before = { baseline: GOOD, earlier: GOOD, gap: 5, now: 150 };
    for (const way of WAYS) {
      const [middle, worst] = [way[1], way[2]].map((value) =>
        loudness("iv", RULES[way[0]], { ...MIDDLE, [way[0]]: value }, was),
      );
      expect([way, middle, worst! > 0]).toEqual([way, 0, true]);
    }
  });

  test("[LM5] there is a patient of each route here", () =>
    expect(Object.values(PATIENTS).map((clinic) => clinic.session().route)).toEqual(Route.options));
});
