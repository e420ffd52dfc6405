import { describe, expect, test } from "vitest";
import { FIELD_CODES, PANEL_CODES, SYMPTOM_CODES } from "#shared/scales/codes.ts";
import * as levels from "#shared/scales/levels.ts";
import { SCALES, type Level, type ScaleId } from "#shared/scales/levels.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { checkEntered } from "#shared/vitals/check.ts";
import { MEASURES, MEASURE_IDS, type Measure } from "#shared/vitals/measures.ts";
import { Suicidality, Symptom, Values } from "#shared/vitals/observation.ts";
import { GOOD, T0, given } from "./scenario.ts";

const IDS = Object.keys(SCALES) as readonly ScaleId[];
const valuesOf = (id: ScaleId) => SCALES[id].map(({ value }) => value).toSorted((a, b) => a - b);
const upTo = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, n) => low + n);
const meaningAt = (scale: readonly Level[], value: number) => scale.find((level) => level.value === value)?.meaning;

describe("[SC1] a scale that is tapped", () => {
  test.each(IDS)("[SC1] %s has a word and a meaning for each level, and each level once", (id) => {
    const scale: readonly Level[] = SCALES[id];
    for (const { word, meaning } of scale) expect([word.trim(), meaning.trim()]).not.toContain("");
    expect(new Set(scale.map(({ word }) => word)).size).toBe(scale.length);
    expect(new Set(valuesOf(id)).size).toBe(scale.length);
  });

  test.each(IDS)("[SC1] %s has every level that its measure can be, and none that it cannot", (id) => {
    const [low, high] = MEASURES[id].possible;
    // Nobody squeezes to fill a form: the last word of sedation stands for 1 and 0.
    expect(valuesOf(id)).toEqual(upTo(id === "sedation" ? 1 : low, high));
  });

  test("[SC1] a level can be saved as it was tapped", () => {
    for (const id of IDS)
      for (const value of valuesOf(id))
        expect(checkEntered({ sheet: "full", observedAt: T0, values: { [id]: value } }, [])).toEqual([]);
  });
});

describe("[SC2] words of ours", () => {
  test("[SC2] five words stand for MOAA/S", () => {
    expect(SCALES.sedation.map(({ value, word }) => `${value} ${word}`)).toEqual([
      "5 Awake",
      "4 Drowsy",
      "3 Loud voice",
      "2 Touch",
      "1 No answer",
    ]);
    expect(levels.FULLY_AWAKE).toBe(5);
  });

  test("[SC2] a word ends where the next one begins", () => {
    const words = (scale: readonly Level[], ...values: readonly number[]) =>
      values.map((value) => meaningAt(scale, value)?.split(",")[0]);
    expect(words(SCALES.nausea, 0, 1, 3, 4, 6, 7, 10)).toEqual([
      "None",
      "Mild",
      "Mild",
      "Moderate",
      "Moderate",
      "Severe",
      "Severe",
    ]);
    expect(words(SCALES.pain, 0, 1, 3, 4, 6, 7, 10)).toEqual([
      "None",
      "Mild",
      "Mild",
      "Moderate",
      "Moderate",
      "Severe",
      "Severe",
    ]);
    expect(words(SCALES.anxiety, 0, 1, 3, 4, 6, 7, 10)).toEqual([
      "Calm",
      "A little",
      "A little",
      "Anxious",
      "Anxious",
      "Very anxious",
      "Very anxious",
    ]);
    expect(meaningAt(SCALES.rass, 0)).toBe("Alert and calm");
    expect(SCALES.rass.map(({ word }) => word)).toEqual(["+4", "+3", "+2", "+1", "0", "-1", "-2", "-3", "-4", "-5"]);
  });
});

describe("[SC3] CADSS is numbers of items and scores", () => {
  const parses = (cadssItems: object) => Values.safeParse({ cadssItems }).success;
  const problems = (score: number) =>
    checkEntered({ sheet: "full", observedAt: T0, values: { cadssItems: { 1: 0, 2: score } } }, []);
  const all = upTo(1, 23).map(String);
  const scored = (items: readonly string[], score = 4) => Object.fromEntries(items.map((item) => [item, score]));

  test("[SC3] items 1 to 23 and no other", () => {
    expect([parses({ 1: 0 }), parses({ 23: 4 }), parses({})]).toEqual([true, true, true]);
    expect([parses({ 0: 1 }), parses({ 24: 1 }), parses({ total: 1 })]).toEqual([false, false, false]);
  });

  test("[SC3] a score is 0, 1, 2, 3 or 4", () => {
    for (const score of [0, 1, 2, 3, 4]) expect(problems(score)).toEqual([]);
    for (const score of [-1, 5, 1.5]) expect(problems(score)).toEqual([{ kind: "not-a-score", field: "cadss" }]);
  });

  test("[SC3] summed only when no item is missing", () => {
    expect(levels.cadssSum(scored(all), all)).toBe(92);
    expect(levels.cadssSum(scored(all, 0), all)).toBe(0);
    expect(levels.cadssSum(scored(all.slice(1)), all)).toBeUndefined();
    expect(levels.cadssSum({}, all)).toBeUndefined();
    expect([MEASURES.cadss.possible, MEASURES.cadss6.possible]).toEqual([
      [0, 92],
      [0, 24],
    ]);
  });

  test("[SC3] CADSS-6 is six of them, whatever else was asked", () => {
    expect(levels.CADSS6_ITEMS).toEqual(["1", "2", "6", "7", "15", "22"]);
    expect(levels.cadssSum({ ...scored(all, 4), ...scored(levels.CADSS6_ITEMS, 1) }, levels.CADSS6_ITEMS)).toBe(6);
    expect(levels.cadssSum(scored(["1", "2", "6", "7", "15"]), levels.CADSS6_ITEMS)).toBeUndefined();
  });

  test("[SC3] no wording is kept: an item has a number and nothing else", () => {
    expect(parses({ 1: "any words" })).toBe(false);
    expect(parses({ 1: { score: 2, text: "any words" } })).toBe(false);
    const words = JSON.stringify(Object.entries(levels).filter(([name]) => name.startsWith("CADSS")));
    expect(words).not.toMatch(/[a-z]{3}/);
  });
});

describe("[SC4] what a value is called between programs", () => {
  test.each(MEASURE_IDS)("[SC4] %s has a unit and a code, LOINC, SNOMED CT or one of our own", (id) => {
    const { ucum, code }: Measure = MEASURES[id];
    expect(ucum).not.toBe("");
    expect(code).toMatch(/^(\d{3,5}-\d|snomed:\d{6,}|local:[\w-]+)$/);
  });

  test("[SC4] no code stands for two values", () => {
    const used = MEASURE_IDS.map((id) => MEASURES[id].code);
    expect(used.filter((code, index) => used.indexOf(code) !== index)).toEqual([]);
  });

  test("[SC4] the codes are those that could be read", () => {
    const read: readonly (readonly [keyof typeof MEASURES, string, string])[] = [
      ["sbp", "8480-6", "mm[Hg]"],
      ["dbp", "8462-4", "mm[Hg]"],
      ["map", "8478-0", "mm[Hg]"],
      ["hr", "8867-4", "/min"],
      ["spo2", "59408-5", "%"],
      ["rr", "9279-1", "/min"],
      ["temp", "8310-5", "Cel"],
      ["etco2", "19889-5", "mm[Hg]"],
      ["pain", "72514-3", "{score}"],
    ];
    for (const [id, code, ucum] of read) expect(MEASURES[id]).toMatchObject({ code, ucum });
    expect(PANEL_CODES).toEqual({
      vitals: "85353-1",
      pressure: "85354-9",
      oxygenSaturation: ["2708-6", "59408-5"],
    });
  });

  test("[SC4] RASS has a code in SNOMED CT, so it is not one of our own", () =>
    expect(MEASURES.rass.code).toContain("1345050000"));

  test.each(Symptom.options)("[SC4] %s has a code", (symptom) => {
    const { system, code } = SYMPTOM_CODES[symptom];
    expect(code).toMatch(system === "snomed" ? /^\d{6,}$/ : /^[a-z-]+$/);
  });

  test("[SC4] the symptoms that SNOMED CT names have its code", () => {
    const { nausea, vomiting, dizziness, headache, anxiety, agitation } = SYMPTOM_CODES;
    expect([nausea, vomiting, dizziness, headache, anxiety, agitation].map(({ code }) => code)).toEqual([
      "422587007",
      "422400008",
      "404640003",
      "25064002",
      "48694002",
      "24199005",
    ]);
  });

  test("[SC4] what is chosen from words has a code, too", () => {
    const tables: readonly object[] = [SYMPTOM_CODES, FIELD_CODES, PANEL_CODES];
    const coded = new Set([...MEASURE_IDS, ...tables.flatMap((table) => Object.keys(table))] as string[]);
    const inOthers = ["symptoms", "cadssItems"]; // coded by what they hold
    expect(Object.keys(Values.shape).filter((field) => !coded.has(field) && !inOthers.includes(field))).toEqual([]);
  });
});

describe("[SC5] suicidality", () => {
  test("[SC5] three answers of ours and no other", () => {
    expect(Suicidality.options).toEqual(["none", "thoughts", "plan-or-intent"]);
    expect(Values.safeParse({ suicidality: "passive" }).success).toBe(false);
    expect(Values.safeParse({ suicidality: 1 }).success).toBe(false);
  });

  test("[SC5] where a clinic has switched it on it is asked before and after, and not in between", () => {
    const { required } = SHIPPED.iv;
    const clinic = given({
      protocol: {
        optional: ["suicidality"],
        required: {
          ...required,
          baseline: [...required.baseline, "suicidality"],
          exit: [...required.exit, "suicidality"],
        },
      },
    }).checkedIn();
    const missing = { reason: "values", problems: [{ kind: "missing", field: "suicidality" }] };
    const exit = { rr: 14, orientation: "oriented", gait: "as-on-arrival" } as const;
    expect(clinic.refused("nurse", clinic.observation(GOOD))).toEqual(missing);
    clinic.set({ suicidality: "thoughts" });
    clinic.at(0).start();
    expect(clinic.at(10).set()).toHaveLength(1);
    expect(clinic.refused("nurse", clinic.observation(exit, { sheet: "exit" }))).toEqual(missing);
    clinic.exit({ suicidality: "none" });
    expect(clinic.lastObservation().values.suicidality).toBe("none");
  });

  test("[SC5] who declines is no answer, and may", () => {
    const clinic = given({ protocol: { required: { ...SHIPPED.iv.required, exit: ["suicidality"] } } }).started();
    clinic.submit(
      "nurse",
      clinic.observation({}, { sheet: "exit", notAssessed: [{ field: "suicidality", why: "declined" }] }),
    );
    expect(clinic.lastObservation().values.suicidality).toBeUndefined();
  });
});
