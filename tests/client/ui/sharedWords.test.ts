import { expect, test } from "vitest";

import { CHECK } from "#client/rejectionWords.ts";
import { rejectionWords } from "#client/rejectionWords.ts";
import { CALL_RULE, callWords, escalatedWords, passedOnWords } from "#client/ui/callWords.ts";
import { ADVERSE_EVENT, drugWords, INTERVENTION, interventionWords } from "#client/ui/careWords.ts";
import { evidenceLines } from "#client/ui/evidence.ts";
import { OUTCOME, outcomeWords } from "#client/ui/outcomeWords.ts";
import { restrictionWords } from "#client/ui/restrictionWords.ts";
import { awayWords, dueWords, leavingOf, withPatientWords } from "#client/ui/statusWords.ts";
import { AlarmId, ChairId, PersonId } from "#shared/base/ids.ts";
import { RuleId, type Alarm } from "#shared/alarm/alarm.ts";
import { CheckId } from "#shared/protocol/protocol.ts";
import { Rejection } from "#shared/clinic/rejection.ts";
import { CHECK_TITLE } from "#shared/protocol/words.ts";
import { Outcome } from "#shared/session/session.ts";
import { AdverseEventKind, InterventionKind } from "#shared/session/care.ts";
import { at, given } from "#tests/rules/scenario.ts";

const ZONE = "America/New_York";

test("[UI14] every code of the rules has its words", () => {
  const tables: readonly (readonly [Readonly<Record<string, string>>, readonly string[]])[] = [
    [CHECK, CheckId.options],
    [CHECK_TITLE, CheckId.options],
    [OUTCOME, Outcome.options],
    [CALL_RULE, RuleId.options],
    [INTERVENTION, InterventionKind.options],
    [ADVERSE_EVENT, AdverseEventKind.options],
  ];
  for (const [words, codes] of tables) {
    expect(Object.keys(words).toSorted()).toEqual([...codes].toSorted());
    for (const word of Object.values(words)) expect(word).toMatch(/^\S.*\S$/);
  }
  expect(outcomeWords("taken-by-emergency")).toBe("Taken by emergency services");
});

test("[UI14] every refusal is a sentence", () => {
  for (const { shape } of Rejection.options) {
    const reason = shape.reason.value;
    const rejection = {
      reason,
      field: reason === "dose-unusual" || reason === "order-incomplete" ? "mgPerKg" : "at",
      problem: "too-long",
      check: "time",
      criteria: ["time"],
      problems: [],
      expectedMg: 35,
      low: 1,
      high: 2,
      seq: 1,
      restriction: { kind: "next-day", day: "2026-11-26" },
    } as unknown as Rejection;
    if (reason !== "values") expect(rejectionWords(rejection, ZONE), reason).toMatch(/^\S.*\.$/);
  }
});

test("[UI15] a restriction has an hour where the rule has one, and a day and never a clock time where it has none", () => {
  expect(restrictionWords({ kind: "until", until: Date.UTC(2026, 10, 25, 17) }, ZONE)).toBe("until Wed 25 Nov, 12:00");
  const nasal = restrictionWords({ kind: "next-day", day: "2026-11-26" }, ZONE);
  expect(nasal).toBe("tomorrow, Thu 26 Nov, after a full night's sleep");
  expect(nasal).not.toMatch(/\d:\d/);
  expect(restrictionWords({ kind: "next-day", day: "2026-11-26" }, ZONE, { later: true })).toBe(
    "Thu 26 Nov, after a full night's sleep",
  );
});

const alarm = (rule: Alarm["rule"], more: Partial<Alarm> = {}): Alarm => ({
  id: AlarmId.parse("alarm-0001"),
  rule,
  priority: "medium",
  chairId: ChairId.parse("chair-one"),
  severity: 9,
  raisedAt: at(0),
  raisedBy: "system",
  ...more,
});
const say = (rule: Alarm["rule"], more: Partial<Alarm> = {}) => callWords(alarm(rule, more), "3", undefined, at(0));

test("[UI16] a call says what to do: check now, look in, or tell an admin", () => {
  expect(say("oxygen-low")).toBe("CHECK NOW · SpO₂ ?");
  expect(say("vomiting-drowsy")).toBe("CHECK NOW · vomiting while drowsy");
  expect(say("still-affected")).toBe("LOOK IN · still affected");
  expect(say("record-damaged")).toBe("RECORD DAMAGED · tell an admin");
  expect(say("nausea", { settledAt: at(1) })).toBe("SETTLED · nausea ?");
  expect(say("help")).toBe("HELP · CHAIR 3");
});

test("[UI16] who was asked and who could not is said", () => {
  const [ana, ben] = [PersonId.parse("person-ana1"), PersonId.parse("person-ben1")];
  const name = (id: string) => (id === ana ? "Ana Lima" : undefined);
  expect(escalatedWords(alarm("help"))).toBeUndefined();
  expect(escalatedWords(alarm("help", { escalated: { at: at(1), to: "clinician" } }))).toBe("asked: clinician");
  expect(escalatedWords(alarm("help", { escalated: { at: at(2), to: "everyone" } }))).toBe("asked: everyone");
  const passedOn = [ana, ben, ana].map((by) => ({ at: at(1), by }));
  expect(passedOnWords(alarm("help", { passedOn }), name)).toBe("passed on: Ana, somebody");
  expect(passedOnWords(alarm("help"), name)).toBeUndefined();
});

test("[UI17] a check says of what, waits while somebody is with the patient, and a restroom is no empty chair", () => {
  const one = given({ route: "nasal" }).given().at(10);
  expect(dueWords({ at: at(10), kind: "sedation", state: "due" }, at(10), ZONE)).toBe("SEDATION CHECK DUE");
  expect(dueWords({ at: at(10), kind: "recheck", asks: "spo2", state: "late" }, at(16), ZONE)).toBe(
    "SpO₂ RECHECK 6 MIN LATE",
  );
  expect(dueWords({ at: at(10), kind: "set", state: "held" }, at(11), ZONE)).toBe(
    "BP waits · somebody is with the patient",
  );
  one.submit("nurse", { type: "stay-with-patient" });
  one.submit("nurse", { type: "record-away", where: "restroom-escorted" });
  const name = () => "Ana Lima";
  expect(withPatientWords(one.session(), one.now(), ZONE, name)).toBe("ANA IS WITH PATIENT · until 10:20");
  expect(withPatientWords(one.session(), at(20), ZONE, name)).toBeUndefined();
  expect(awayWords(one.session(), ZONE)).toBe("Restroom, escorted, since 10:10");
});

test("[UI17] once the nurse has signed it is the clinician's word that is missing", () => {
  const found = { ...given().recovered().readiness(), verdict: "checks-met" } as const;
  expect(leavingOf(found, { live: true }).why).toBe("sign fit to leave");
  expect(leavingOf(found, { live: true, signed: true }).why).toBe("clinician confirms");
});

test("[UI14] evidence of every kind is said in words", () => {
  const say1 = (measure: string, value: string | number) =>
    evidenceLines([{ measure, value, observedAt: at(0) }]).map(({ text }) => text);
  expect(say1("drug", "midazolam")).toEqual(["Midazolam given"]);
  expect(say1("dose-start", "")).toEqual(["Dose began"]);
  expect(say1("call", "oxygen-low")).toEqual(["Open call: SpO₂ low"]);
  expect(say1("suicidality", "none")).toEqual(["No suicidal thoughts"]);
  expect(say1("nausea", "mild")).toEqual(["Nausea mild"]);
  const together = (["standingSbp", "standingDbp"] as const).map((measure, index) => ({
    measure,
    value: 120 - 40 * index,
    observedAt: at(0),
  }));
  const observationId = given().started().lastObservation().id;
  expect(evidenceLines(together.map((one) => ({ ...one, observationId }))).map(({ text }) => text)).toEqual([
    "BP standing 120/80",
  ]);
});

test("[UI14] an intervention is said as it was done", () => {
  const drug = {
    name: "other",
    class: "sedative",
    amount: 5,
    unit: "mg",
    route: "oral",
    orderedBy: PersonId.parse("clinician-0001"),
    text: "diazepam",
  } as const;
  expect(drugWords(drug)).toBe("diazepam 5 mg by mouth");
  expect(interventionWords({ kind: "oxygen-on", litresPerMin: 2, response: "helped" })).toBe(
    "Oxygen on · 2 L/min · helped",
  );
});
