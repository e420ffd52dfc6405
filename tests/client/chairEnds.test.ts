import { expect, test } from "vitest";

import { ENDING_FIELDS } from "#client/chair/endingFields.ts";
import { answered, EMPTY_ENDING, endingCommand, type Answer, type Ending } from "#client/chair/endingModel.ts";
import { endingOptions, fieldLabel } from "#client/chair/endingWords.ts";
import { ENDINGS } from "#shared/session/session.ts";
import { given, type Scenario } from "#tests/rules/scenario.ts";

const ANSWERS: Readonly<Record<Ending, Readonly<Record<string, Answer>>>> = {
  "not-in-chair": { lastSeenAt: "10:40", phoned: "no-answer", prescriberTold: "yes" },
  "discharged-on-paper": { signedBy: "nurse-0001", ride: "seen-at-car", reminderHeard: "yes" },
  "transferred-out": {
    to: "hospital",
    with: "staff",
    handedOver: "yes",
    prescriberTold: "yes",
    reason: { code: "needs-observation" },
  },
  "taken-by-emergency": {
    calledAt: "11:00",
    handedOver: "yes",
    prescriberTold: "yes",
    reason: { code: "seizure" },
  },
};
const ALL = Object.keys(ANSWERS) as readonly Ending[];

const command = (ending: Ending, one: Scenario, answers: Readonly<Partial<Record<string, Answer>>>, earlier?: string) =>
  endingCommand(ending, ENDING_FIELDS[ending], { answers, earlier }, one.session(), one.now());

test("[CH16] a form asks exactly what the end tells", () => {
  for (const ending of ALL)
    expect(ENDING_FIELDS[ending].map(({ name }) => name).toSorted()).toEqual(Object.keys(ENDINGS[ending]).toSorted());
});

test.each(ALL)("[CH16] %s: nothing is answered beforehand, and with one answer each the rule accepts it", (ending) => {
  const one = given().fit().at(75);
  expect(endingCommand(ending, ENDING_FIELDS[ending], EMPTY_ENDING, one.session(), one.now())).toBeUndefined();
  for (const missing of Object.keys(ANSWERS[ending]))
    expect(command(ending, one, { ...ANSWERS[ending], [missing]: undefined })).toBeUndefined();
  const wish = command(ending, one, ANSWERS[ending]);
  expect(wish).toBeDefined();
  expect(wish && one.submit("nurse", wish).map(({ type }) => type)).toContain(ending);
});

test("[CH16] a time that is none, or lies ahead, is not taken for another one", () => {
  const one = given().fit().at(75);
  const { "taken-by-emergency": taken } = ANSWERS;
  expect(command("taken-by-emergency", one, { ...taken, arrivedAt: "ten past" })).toBeUndefined();
  expect(command("taken-by-emergency", one, { ...taken, calledAt: "11:55" })).toBeUndefined();
  expect(command("taken-by-emergency", one, taken, "11:59")).toBeUndefined();
  expect(command("taken-by-emergency", one, { ...taken, arrivedAt: "11:10" })).toMatchObject({
    arrivedAt: one.now() - 5 * 60_000,
  });
});

test("[CH16] an answer that was emptied again is none", () => {
  const draft = answered(answered(EMPTY_ENDING, "arrivedAt", "11:00"), "arrivedAt", "");
  expect(draft.answers).toEqual({});
});

test("[CH16] every question and every answer has its words", () => {
  for (const ending of ALL)
    for (const field of ENDING_FIELDS[ending]) {
      expect(fieldLabel(field.name)).not.toBe(field.name);
      if (!("codes" in field)) continue;
      for (const { code, word } of endingOptions(ending, field.name, field.codes)) expect(word).not.toBe(code);
    }
});
