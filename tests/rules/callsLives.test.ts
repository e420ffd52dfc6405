import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RuleId } from "#shared/alarm/alarm.ts";
import type { NotAssessed, Values } from "#shared/vitals/observation.ts";
import { at, given, only, rung, types } from "./scenario.ts";

interface Life {
  readonly rule: RuleId;
  readonly high: Values;
  readonly worse: Values;
  readonly medium?: Values;
  readonly good: Values;
}
const VOMITS: Values = { symptoms: [{ symptom: "vomiting", grade: "mild" }] };
const LIVES: readonly Life[] = [
  { rule: "mean-pressure", medium: { map: 115 }, high: { map: 130 }, worse: { map: 131 }, good: { map: 90 } },
  { rule: "temperature", medium: { temp: 38.1 }, high: { temp: 39.1 }, worse: { temp: 39.2 }, good: { temp: 37 } },
  { rule: "carbon-dioxide", medium: { etco2: 51 }, high: { etco2: 61 }, worse: { etco2: 62 }, good: { etco2: 40 } },
  { rule: "vomiting-drowsy", high: { ...VOMITS, sedation: 3 }, worse: { ...VOMITS, sedation: 2 }, good: {} },
];
const set = (values: Values) => {
  const clinic = given().started().at(5);
  return { clinic, events: clinic.set(values) };
};

describe.each(LIVES)("the life of a call for $rule", ({ rule, high, worse, good }) => {
  test(`[AL2] ${rule} is raised by the same command, and the same facts again change nothing`, () => {
    const { clinic, events } = set(high);
    expect(rung(events, clinic)).toContain(`${rule} high`);
    expect(clinic.tick()).toEqual([]);
    expect(clinic.call(rule)).toMatchObject({ raisedAt: at(5), observationId: clinic.lastObservation().id });
  });

  test(`[AL3] ${rule} sounds again when worse, and is to be accepted anew`, () => {
    const { clinic } = set(high);
    clinic.accept(rule);
    expect(rung(clinic.at(6).set(high), clinic)).toEqual([]);
    expect(clinic.call(rule).accepted).toBeDefined();
    expect(rung(clinic.at(7).set(worse), clinic)).toContain(`${rule} high again`);
    expect(clinic.call(rule)).toMatchObject({ raisedAt: at(7), observationId: clinic.lastObservation().id });
    expect(clinic.call(rule).accepted).toBeUndefined();
    expect(rung(clinic.at(8).set(high), clinic)).toEqual([]);
  });

  test(`[AL9] ${rule} settles, and stays until a person who took it says how it ended`, () => {
    const { clinic } = set(high);
    expect(types(clinic.at(8).set(good))).toContain("alarm-settled");
    expect(clinic.call(rule)).toMatchObject({ settledAt: at(8), priority: "high" });
    const outcome = { type: "clear-alarm", alarmId: clinic.call(rule).id, outcome: { code: "settled" } } as const;
    expect(clinic.refused("nurse", outcome)).toEqual({ reason: "accept-first" });
    clinic.accept(rule).close(rule);
    expect(clinic.calls().map((call) => call.rule)).not.toContain(rule);
  });

  test(`[AL3] ${rule} that came back before anybody closed it sounds again`, () => {
    const { clinic } = set(high);
    clinic.at(8).set(good);
    expect(rung(clinic.at(9).set(high), clinic)).toContain(`${rule} high again`);
    expect(clinic.call(rule).settledAt).toBeUndefined();
  });

  test(`[AL9] ${rule} that a person closed does not call again, a newer one does`, () => {
    const { clinic } = set(high);
    clinic.accept(rule).close(rule);
    expect(clinic.tick()).toEqual([]);
    expect(rung(clinic.at(7).set(high), clinic)).toContain(`${rule} high`);
  });

  test(`[AL2] ${rule} falls with a value that was a slip`, () => {
    const { clinic } = set(high);
    const observationId = clinic.lastObservation().id;
    const events = clinic.submit("nurse", { type: "strike-observation", observationId, reason: { code: "artefact" } });
    expect(types(events)).toContain("alarm-settled");
  });

  test(`[AL10] ${rule} that is found late never rings, and is listed once`, () => {
    const clinic = given().started().at(12);
    clinic.set(good);
    const events = clinic.at(20).set(high, { at: at(6) });
    expect(rung(events, clinic)).toEqual([]);
    expect(clinic.session().lateFindings.filter((one) => one.rule === rule)).toHaveLength(1);
    expect(types(clinic.tick())).not.toContain("late-finding-listed");
    expect(rung(clinic.at(21).set(good), clinic)).toEqual([]);
  });
});

const WITH_MEDIUM = LIVES.filter(({ medium }) => medium !== undefined);
describe.each(WITH_MEDIUM)("the life of a medium call for $rule", ({ rule, high, medium, good }) => {
  test(`[AL9] ${rule} that is medium clears itself, and sounds again only when it is high`, () => {
    const { clinic, events } = set(medium ?? {});
    expect(rung(events, clinic)).toEqual([`${rule} medium`]);
    expect(rung(clinic.at(6).set(medium), clinic)).toEqual([]);
    expect(types(clinic.at(7).set(good))).toEqual(["observation-recorded", "alarm-cleared"]);
    clinic.at(8).set(medium);
    expect(rung(clinic.at(9).set(high), clinic)).toEqual([`${rule} high again`]);
  });
});

describe("nausea, which is never more than medium", () => {
  test("[AL2] [AL3] raised at four, once, and no worse at ten", () => {
    const { clinic, events } = set({ nausea: 4 });
    expect(rung(events, clinic)).toEqual(["nausea medium"]);
    expect(rung(clinic.at(6).set({ nausea: 10 }), clinic)).toEqual([]);
  });

  test("[AL9] it clears itself", () => {
    const { clinic } = set({ nausea: 4 });
    expect(types(clinic.at(7).set({ nausea: 3 }))).toEqual(["observation-recorded", "alarm-cleared"]);
  });

  test("[AL10] found late it is listed", () => {
    const clinic = given().started().at(12);
    clinic.set({ nausea: 0 });
    const events = clinic.at(20).set({ nausea: 9 }, { at: at(6) });
    expect(only(events, "late-finding-listed").rule).toBe("nausea");
    expect(clinic.calls()).toEqual([]);
  });
});

describe("[AL1] a value that is missing calls for nothing", () => {
  const fields = ["map", "temp", "etco2", "nausea", "sedation", "distress", "dissociation", "rr", "bp"] as const;
  test("[AL1] whether it was not looked at, or could not be taken", () => {
    const notAssessed = fields.map((field): NotAssessed => ({ field, why: "equipment" }));
    const none = Object.fromEntries(fields.map((field) => [field, undefined])) as Values;
    const clinic = given().checkedIn().at(-5);
    clinic.set({ ...none, sbp: undefined, dbp: undefined }, { notAssessed });
    clinic.at(0).start();
    clinic.at(5).set({ ...none, sbp: undefined, dbp: undefined }, { notAssessed });
    expect(clinic.calls()).toEqual([]);
    clinic.at(40).end();
    clinic.at(130).tick();
    expect(clinic.calls().map(({ rule }) => rule)).toEqual(["check-overdue"]); // of which no value is the cause
  });

  test("[AL1] the last one that was known goes on calling", () => {
    const { clinic } = set({ temp: 39.1, nausea: 4 });
    clinic.at(10).set({}, { notAssessed: [{ field: "temp", why: "declined" }] });
    expect(clinic.calls().map(({ rule, settledAt }) => [rule, settledAt])).toEqual([
      ["temperature", undefined],
      ["nausea", undefined],
    ]);
  });
});

const between = (min: number, max: number) => fc.integer({ min, max });
const anything = fc.record({
  map: between(40, 150),
  temp: between(34, 41),
  etco2: between(10, 70),
  nausea: between(0, 10),
  hr: between(60, 150),
  sedation: between(1, 5),
  distress: between(0, 10),
  dissociation: between(0, 10),
  vomitCount: between(0, 2),
});

test("[AL10] whatever the late values of the new measures, and whatever stands now, nothing rings", () => {
  fc.assert(
    fc.property(anything, anything, between(1, 14), (now, then, minute) => {
      const clinic = given().started().at(20);
      clinic.set(now);
      expect(rung(clinic.set(then, { at: at(minute) }), clinic)).toEqual([]);
      expect(rung(clinic.tick(), clinic)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("[AL10] nor two hours later, when time itself calls", () => {
  fc.assert(
    fc.property(anything, between(41, 114), (then, minute) => {
      const clinic = given().ended().at(125);
      clinic.set({ map: 90, temp: 37, etco2: 40, nausea: 0 });
      expect(rung(clinic.set(then, { at: at(minute) }), clinic)).toEqual([]);
      expect(rung(clinic.tick(), clinic)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
