import { expect, test } from "vitest";

import {
  chooseLevel,
  couldNot,
  emptyDraft,
  fieldAfter,
  goesOn,
  isComplete,
  takeBackCouldNot,
  tapSymptom,
  typeInto,
  type Draft,
} from "#client/entry/entryModel.ts";
import { judge as judgeFields, shown } from "#client/entry/entryJudge.ts";
import { draftOf, enteredOf as enteredOfFields } from "#client/entry/entryValues.ts";
import type { NumberField } from "#client/entry/fields.ts";
import { fieldsOf, type Asks } from "#client/entry/sheetFields.ts";
import { CommandId, ObservationId, SessionId } from "#shared/base/ids.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import type { Sheet } from "#shared/vitals/observation.ts";

const IDS = {
  sessionId: SessionId.parse("session-0001"),
  observationId: ObservationId.parse("observation-0001"),
  commandId: CommandId.parse("command-0001"),
};
const { full, baseline, bp } = IV_PROTOCOL.required;
const PLAIN: Asks = { required: [], optional: [], sedation: false, standing: false, open: [] };
const enteredOf = (one: Draft, at: number) => enteredOfFields(one, at, fieldsOf(one, PLAIN));
const judge = (one: Draft, required: typeof full) => judgeFields(one, fieldsOf(one, PLAIN), required);
const NOW = Date.UTC(2026, 10, 23, 15, 0);

const draft = (sheet: Sheet = "full"): Draft => emptyDraft(IDS, sheet);
const typed = (values: Partial<Record<NumberField, string>>, start = draft()): Draft =>
  Object.entries(values).reduce((next, [field, text]) => typeInto(next, field as NumberField, text), start);
const rated = (start: Draft): Draft =>
  chooseLevel(chooseLevel(chooseLevel(start, "sedation", 5), "dissociation", 3), "distress", 0);
const complete = (): Draft => rated(typed({ sbp: "120", dbp: "80", hr: "72", spo2: "98" }));
const words = (one: Draft, required = full) => {
  const { refusals, questions } = judge(one, required);
  return {
    refusals: refusals.map(({ kind, field }) => `${kind} ${field}`),
    questions: questions.map(({ field }) => field),
  };
};

test("[EN1] a new form holds no value, and what was not entered is not in the entry", () => {
  expect(enteredOf(draft(), NOW)).toEqual({ sheet: "full", observedAt: NOW, values: {} });
  expect(enteredOf(complete(), NOW).values).toEqual({
    sbp: 120,
    dbp: 80,
    hr: 72,
    spo2: 98,
    sedation: 5,
    dissociation: 3,
    distress: 0,
  });
});

test.each([
  ["sbp", "1", false],
  ["sbp", "12", false],
  ["sbp", "120", true],
  ["sbp", "30", false],
  ["sbp", "31", true],
  ["dbp", "20", false],
  ["dbp", "21", true],
  ["hr", "25", false],
  ["hr", "26", true],
  ["spo2", "10", false],
  ["spo2", "98", true],
  ["spo2", "100", true],
  ["rr", "6", false],
  ["rr", "7", true],
] as const)("[EN2] %s %s: complete is %s", (field, text, expected) => {
  expect(isComplete(field, text)).toBe(expected);
});

test("[EN2] a complete number that cannot be does not go on to the next field", () => {
  expect(goesOn("sbp", "39")).toBe(false);
  expect(goesOn("sbp", "40")).toBe(true);
  expect(goesOn("spo2", "49")).toBe(false);
});

test("[EN3] the way is BP, HR, SpO2, breaths only where they are asked for, then the scales", () => {
  const order = fieldsOf(draft(), PLAIN).main.numbers;
  const way = (required: typeof full) => {
    const found: (NumberField | undefined)[] = ["sbp"];
    while (found.at(-1)) found.push(fieldAfter(draft(), found.at(-1) ?? "sbp", order, required));
    return found;
  };
  expect(way(full)).toEqual(["sbp", "dbp", "hr", "spo2", undefined]);
  expect(way(baseline)).toEqual(["sbp", "dbp", "hr", "spo2", "rr", undefined]);
  expect(fieldAfter(couldNot(draft(), "hr", "equipment"), "dbp", order, full)).toBe("spo2");
});

test("[EN4] an impossible number is refused at its field, by the server's rule, and not while it is being typed", () => {
  const one = typed({ sbp: "3" });
  expect(words(one).refusals).toContain("impossible sbp");
  expect(shown(judge(one, full), one, "sbp").refusals).toEqual([]);
  expect(shown(judge(one, full), one, "dbp").refusals.map(({ field }) => field)).toEqual(["sbp"]);
  const complete = typed({ sbp: "301" });
  expect(shown(judge(complete, full), complete, "sbp").refusals.map(({ field }) => field)).toEqual(["sbp"]);
});

test("[EN4] what is no number, or half a one, is refused in words", () => {
  expect(words(typed({ hr: "7o" })).refusals).toContain("not-a-number hr");
  expect(words(typed({ hr: "72,5" })).refusals).toContain("not-whole hr");
});

test("[EN4] what is missing is said once Save was tapped", () => {
  const one = typed({ sbp: "120", dbp: "80" });
  expect(shown(judge(one, full), one, undefined).refusals).toEqual([]);
  const tried = { ...one, tried: true };
  expect(shown(judge(tried, full), tried, undefined).refusals.map(({ field }) => field)).toEqual([
    "hr",
    "spo2",
    "sedation",
    "dissociation",
    "distress",
  ]);
});

test("[EN5] an unusual number is asked once, and again only after it has changed", () => {
  const one = typed({ sbp: "230", dbp: "120" }, complete());
  expect(words(one).questions).toEqual(["sbp"]);
  const confirmed: Draft = { ...one, confirmed: ["sbp"] };
  expect(words(confirmed)).toEqual({ refusals: [], questions: [] });
  expect(enteredOf(confirmed, NOW).confirmed).toEqual(["sbp"]);
  expect(words(typeInto(confirmed, "hr", "75")).questions).toEqual([]);
  expect(words(typeInto(confirmed, "sbp", "231")).questions).toEqual(["sbp"]);
});

test("[EN6] slips between two fields are named", () => {
  expect(words(typed({ sbp: "80", dbp: "120" })).refusals).toContain("diastolic-not-below-systolic dbp");
  expect(words(typed({ sbp: "120" })).refusals).toContain("half-a-pressure dbp");
  expect(words(typed({ hr: "98", spo2: "72" }, complete())).questions).toEqual(["spo2", "spo2-hr-swap"]);
  expect(words(typed({ dbp: "110" }, complete())).questions).toEqual(["pulse-pressure"]);
});

test("[EN7] could not, with its reason, stands in the place of the value; a value takes it back", () => {
  const one = couldNot(couldNot(complete(), "bp", "declined"), "dissociation", "asleep");
  expect(words(one)).toEqual({ refusals: [], questions: [] });
  const entered = enteredOf(one, NOW);
  expect(entered.values).toEqual({ hr: 72, spo2: 98, sedation: 5, distress: 0 });
  expect(entered.notAssessed).toEqual([
    { field: "bp", why: "declined" },
    { field: "dissociation", why: "asleep" },
  ]);
  expect(
    enteredOf(typed({ sbp: "118", dbp: "70" }, chooseLevel(one, "dissociation", 2)), NOW).notAssessed,
  ).toBeUndefined();
  expect(words(takeBackCouldNot(one, "bp")).refusals).toEqual(["missing bp"]);
});

test("[EN10] another sheet keeps what was typed and sends only what belongs to it", () => {
  const one = couldNot({ ...complete(), sheet: "bp" as const }, "distress", "asleep");
  expect(enteredOf(one, NOW)).toEqual({ sheet: "bp", observedAt: NOW, values: { sbp: 120, dbp: 80 } });
  expect(words(one, bp)).toEqual({ refusals: [], questions: [] });
  expect(one.typed.hr).toBe("72");
  expect(enteredOf({ ...one, sheet: "look-in", seen: "resting-breathing" }, NOW).values).toEqual({
    spo2: 98,
    seen: "resting-breathing",
  });
});

test("[EN13] each tap makes a symptom one grade stronger, and the fourth takes it away", () => {
  const grades = [1, 2, 3, 4].map(
    (taps) =>
      Array.from({ length: taps }).reduce<Draft>((one) => tapSymptom(one, "nausea"), draft()).symptoms["nausea"],
  );
  expect(grades).toEqual(["mild", "moderate", "severe", undefined]);
  expect(enteredOf(tapSymptom(draft(), "nausea"), NOW).values.symptoms).toEqual([{ symptom: "nausea", grade: "mild" }]);
});

test("[EN16] a correction begins with what was recorded, under ids of its own", () => {
  const recorded = enteredOf(couldNot(tapSymptom(complete(), "headache"), "hr", "equipment"), NOW);
  expect(enteredOf(draftOf(IDS, recorded), NOW)).toEqual(recorded);
});
