import { expect, test } from "vitest";

import { choose, emptyDraft } from "#client/entry/entryModel.ts";
import { asksOf, fieldsOf } from "#client/entry/sheetFields.ts";
import { CommandId, ObservationId, SessionId } from "#shared/base/ids.ts";
import { COMMON_EXIT } from "#shared/protocol/common.ts";
import type { Sheet } from "#shared/vitals/observation.ts";
import { given, type Scenario } from "#tests/rules/scenario.ts";

const draft = (sheet: Sheet) =>
  emptyDraft(
    {
      sessionId: SessionId.parse("session-0001"),
      observationId: ObservationId.parse("observation-0001"),
      commandId: CommandId.parse("command-0001"),
    },
    sheet,
  );

const sheet = (one: Scenario, of: Sheet = "exit", on = draft(of)) =>
  fieldsOf(on, asksOf(one.session(), one.protocol(), of, one.now()));

test("[EN22] a standing pressure that leaving waits for stands in the open, until it was taken", () => {
  const one = given({ from65: true }).ended().at(55);
  one.set();
  expect(sheet(one).main.numbers).toEqual(["rr", "standingSbp", "standingDbp"]);
  expect(sheet(one).more.numbers).not.toContain("standingSbp");
  expect(sheet(one, "full").more.numbers).toContain("standingSbp");

  one.exit({ standingSbp: 116, standingDbp: 74 });
  expect(sheet(one).main.numbers).toEqual(["rr"]);
  expect(sheet(one).more.numbers).toContain("standingSbp");
});

test("[EN22] who is younger is asked once dizziness or a drug for pressure asks for it", () => {
  const one = given().ended().at(55);
  one.set();
  expect(sheet(one).main.numbers).toEqual(["rr"]);
  one.set({ symptoms: [{ symptom: "dizziness", grade: "mild" }] });
  expect(sheet(one).main.numbers).toEqual(["rr", "standingSbp", "standingDbp"]);
});

test("[EN22] suicidality where the clinic asks for it before leaving, and nobody has asked", () => {
  const exit = { ...COMMON_EXIT, required: [...COMMON_EXIT.required, "suicidality" as const] };
  const one = given({ protocol: { exit } }).ended().at(55);
  one.set();
  expect(sheet(one).main.choices).toEqual(["orientation", "gait", "suicidality"]);
  one.exit({ suicidality: "none" });
  expect(sheet(one).main.choices).toEqual(["orientation", "gait"]);
});

test("[EN22] air, once the patient was on oxygen; with its flow where there still is some", () => {
  const one = given().ended().at(45);
  expect(sheet(one).main.choices).not.toContain("oxygen");
  one.set({ oxygen: { on: true, litresPerMin: 2 } });
  expect(sheet(one.at(50)).main.choices).toContain("oxygen");
  expect(sheet(one, "exit", choose(draft("exit"), "oxygen", "oxygen")).main.numbers).toContain("litresPerMin");
});
