import { describe, expect, test } from "vitest";
import { pressureOf } from "#shared/protocol/pressure.ts";
import { checkEntered, impossible, unusual } from "#shared/vitals/check.ts";
import { MEASURES, MEASURE_IDS } from "#shared/vitals/measures.ts";
import type { Entered, Values } from "#shared/vitals/observation.ts";
import { latestWith } from "#shared/session/current.ts";
import { GOOD, T0, at, given } from "./scenario.ts";

const kinds = (values: Values) => impossible(values).map(({ kind, field }) => `${kind} ${field}`);
const asked = (values: Values) => unusual(values).map(({ field }) => field);
const entered = (values: Values, more: Partial<Entered> = {}): Entered => ({
  sheet: "full",
  observedAt: T0,
  values,
  ...more,
});
/** A pressure comes in pairs: the other half is far enough away. */
const alone = (field: string, value: number): Values =>
  field === "sbp" ? { sbp: value, dbp: 20 } : field === "dbp" ? { dbp: value, sbp: 300 } : { [field]: value };

describe("[VT1] what cannot be is refused at its field, at both ends", () => {
  test.each(MEASURE_IDS.flatMap((field) => [[field, ...MEASURES[field].possible] as const]))(
    "[VT1] %s is possible from %i to %i",
    (field, low, high) => {
      const said = (value: number) =>
        impossible(alone(field, value)).filter((problem) => problem.field === field && problem.kind === "impossible");
      expect(said(low)).toEqual([]);
      expect(said(high)).toEqual([]);
      expect(said(low - 1)).toEqual([{ kind: "impossible", field, low, high }]);
      expect(said(high + 1)).toEqual([{ kind: "impossible", field, low, high }]);
    },
  );

  test("[VT1] what is not a number is impossible, and a fraction is not whole", () => {
    expect(kinds({ hr: Number.NaN })).toEqual(["impossible hr"]);
    expect(kinds({ hr: 70.5 })).toEqual(["not-whole hr"]);
    expect(kinds({ spo2: 97.4 })).toEqual(["not-whole spo2"]);
    expect(kinds({ hr: 250.5 })).toEqual(["impossible hr"]);
    expect(kinds({})).toEqual([]);
  });
});

test("[VT2] diastolic is below systolic, and a pressure has both halves", () => {
  expect(kinds({ sbp: 120, dbp: 119 })).toEqual([]);
  expect(kinds({ sbp: 120, dbp: 120 })).toEqual(["diastolic-not-below-systolic dbp"]);
  expect(kinds({ sbp: 120, dbp: 121 })).toEqual(["diastolic-not-below-systolic dbp"]);
  expect(kinds({ sbp: 120 })).toEqual(["half-a-pressure dbp"]);
  expect(kinds({ dbp: 80 })).toEqual(["half-a-pressure sbp"]);
});

describe("[VT3] what is rare is asked once", () => {
  test.each(MEASURE_IDS.flatMap((field) => [[field, ...MEASURES[field].usual] as const]))(
    "[VT3] %s is usual from %i to %i",
    (field, low, high) => {
      const said = (value: number) => asked(alone(field, value)).filter((one) => one === field);
      expect(said(low)).toEqual([]);
      expect(said(high)).toEqual([]);
      expect(said(low - 1)).toEqual([field]);
      expect(said(high + 1)).toEqual([field]);
    },
  );

  test("[VT3] an answer is for its own question, and confirms nothing that is impossible", () => {
    const rare = { ...GOOD, hr: 161, rr: 5 };
    expect(checkEntered(entered(rare), []).map(({ field }) => field)).toEqual(["hr", "rr"]);
    expect(checkEntered(entered(rare, { confirmed: ["hr"] }), []).map(({ field }) => field)).toEqual(["rr"]);
    expect(checkEntered(entered(rare, { confirmed: ["hr", "rr"] }), [])).toEqual([]);
    expect(checkEntered(entered({ hr: 251 }, { confirmed: ["hr"] }), []).map(({ kind }) => kind)).toEqual([
      "impossible",
    ]);
  });
});

test("[VT4] a pulse pressure under 15 or over 120 is asked", () => {
  expect(asked({ sbp: 100, dbp: 85 })).toEqual([]);
  expect(asked({ sbp: 100, dbp: 86 })).toEqual(["pulse-pressure"]);
  expect(asked({ sbp: 180, dbp: 60 })).toEqual([]);
  expect(asked({ sbp: 181, dbp: 60 })).toEqual(["pulse-pressure"]);
  expect(asked({ sbp: 100, dbp: 100 })).toEqual([]); // refused, so not asked
  expect(unusual({ sbp: 190, dbp: 60 })).toEqual([
    { kind: "unusual", field: "pulse-pressure", low: 15, high: 120, value: 130 },
  ]);
});

test("[VT4] a low oxygen beside a heart rate that looks like one is asked as a swap", () => {
  expect(asked({ spo2: 89, hr: 90 })).toEqual(["spo2-hr-swap"]);
  expect(asked({ spo2: 89, hr: 100 })).toEqual(["spo2-hr-swap"]);
  expect(unusual({ spo2: 89, hr: 95 })).toEqual([
    { kind: "unusual", field: "spo2-hr-swap", low: 89, high: 95, value: 89 },
  ]);
  expect(asked({ spo2: 89, hr: 89 })).toEqual([]);
  expect(asked({ spo2: 89, hr: 101 })).toEqual([]);
  expect(asked({ spo2: 90, hr: 98 })).toEqual([]);
  expect(asked({ spo2: 89 })).toEqual([]);
});

test("[VT5] a required field is a value or a reason why not", () => {
  const { hr: _, ...rest } = GOOD;
  expect(checkEntered(entered(GOOD), ["bp", "hr", "spo2"])).toEqual([]);
  expect(checkEntered(entered(rest), ["bp", "hr", "spo2"])).toEqual([{ kind: "missing", field: "hr" }]);
  expect(checkEntered(entered(rest, { notAssessed: [{ field: "hr", why: "equipment" }] }), ["bp", "hr"])).toEqual([]);
  expect(checkEntered(entered({}, { notAssessed: [{ field: "hr", why: "equipment" }] }), ["bp", "hr"])).toEqual([
    { kind: "missing", field: "bp" },
  ]);
  expect(checkEntered(entered({ sbp: 120 }), ["bp"]).map(({ kind }) => kind)).toEqual(["half-a-pressure", "missing"]);
  expect(checkEntered(entered({ dbp: 80 }), ["bp"]).map(({ kind }) => kind)).toEqual(["half-a-pressure", "missing"]);
  expect(pressureOf({ sbp: 120 })).toBeUndefined();
  expect(pressureOf({ dbp: 80 })).toBeUndefined();
});

test("[VT5] each sheet asks for its own fields; before the dose a full set is a baseline with breathing", () => {
  const clinic = given().checkedIn();
  const noBreathing = { ...GOOD, rr: undefined };
  expect(clinic.refused("nurse", clinic.observation(noBreathing))).toEqual({
    reason: "values",
    problems: [{ kind: "missing", field: "rr" }],
  });
  expect(clinic.refused("nurse", clinic.observation({}, { sheet: "bp" }))).toMatchObject({
    problems: [{ kind: "missing", field: "bp" }],
  });
  expect(clinic.refused("nurse", clinic.observation({ gait: "unsteady" }, { sheet: "exit" }))).toMatchObject({
    problems: [
      { kind: "missing", field: "rr" },
      { kind: "missing", field: "orientation" },
    ],
  });
  clinic.set();
  clinic.at(0).start();
  expect(clinic.set({ rr: undefined })).toHaveLength(1);
});

test("[VT6] an entry with nothing in it says nothing", () => {
  const empty = [{ kind: "empty", field: "sheet" }];
  expect(checkEntered(entered({}), [])).toEqual(empty);
  expect(checkEntered(entered({ symptoms: [] }), [])).toEqual(empty);
  expect(checkEntered(entered({ hr: undefined }), [])).toEqual(empty);
  expect(checkEntered(entered({ symptoms: [{ symptom: "nausea", grade: "mild" }] }), [])).toEqual([]);
  expect(checkEntered(entered({}, { notAssessed: [{ field: "hr", why: "asleep" }] }), [])).toEqual([]);
  expect(checkEntered(entered({}, { sheet: "look-in" }), [])).toEqual(empty);
  expect(checkEntered(entered({ spo2: 97 }, { sheet: "look-in" }), [])).toEqual(empty);
  expect(checkEntered(entered({ seen: "resting-breathing" }, { sheet: "look-in" }), [])).toEqual([]);
});

test("[VT7] the current value is the one observed last, whenever it was heard of", () => {
  const clinic = given().started().at(12);
  clinic.set({ hr: 80 });
  clinic.at(20).set({ hr: 90 }, { at: at(5) });
  expect(latestWith(clinic.session(), "hr")?.values.hr).toBe(80);
  clinic.set({ hr: 85 }, { at: at(12) });
  expect(latestWith(clinic.session(), "hr")?.values.hr).toBe(85); // of two at one time the later word
  clinic.bp(130, 80);
  expect(latestWith(clinic.session(), "hr")?.values.hr).toBe(85);
});

test("[VT7] a struck value is not current, and a value that nobody took is not there", () => {
  const clinic = given().checkedIn().at(-20);
  expect(latestWith(clinic.session(), "hr")).toBeUndefined();
  clinic.set({ hr: 80 });
  clinic.at(-10).set({ hr: 99 });
  clinic.submit("nurse", {
    type: "strike-observation",
    observationId: clinic.lastObservation().id,
    reason: { code: "wrong-chair" },
  });
  expect(latestWith(clinic.session(), "hr")?.values.hr).toBe(80);
});

test("[VT8] nothing is asked about a number that is refused, alone or with another", () => {
  const said = (values: Values) => checkEntered(entered(values), []).map(({ kind, field }) => `${kind} ${field}`);
  expect(said({ sbp: 301, dbp: 74 })).toEqual(["impossible sbp"]);
  expect(said({ sbp: 80, dbp: 135 })).toEqual(["diastolic-not-below-systolic dbp"]);
  expect(said({ spo2: 49, hr: 96 })).toEqual(["impossible spo2"]);
  expect(said({ spo2: 101, hr: 39 })).toEqual(["impossible spo2", "unusual hr"]);
  expect(said({ sbp: 150, dbp: 15 })).toEqual(["impossible dbp"]);
  expect(said({ spo2: 85, hr: 95.5 })).toEqual(["not-whole hr"]);
  expect(checkEntered(entered({ sedation: -1 }), [], { sedation: 5 }).map(({ kind }) => kind)).toEqual(["impossible"]);
});
