import { expect, test } from "vitest";

import { adviceCommand, EMPTY_ADVICE, type AdviceDraft } from "#client/chair/adviceModel.ts";
import { nextAction, t0Of } from "#client/chair/chairModel.ts";
import { sessionLog } from "#client/chair/sessionLog.ts";
import { callsAt } from "#client/ui/callOrder.ts";
import { ChairId, DoseFactId, PersonId } from "#shared/base/ids.ts";
import { HOUR } from "#shared/base/time.ts";
import { at, CHAIR, given } from "#tests/rules/scenario.ts";

type Given = ReturnType<typeof given>;
const next = (one: Given) => nextAction(one.clinic(), one.session(), one.protocol(), one.now());
const chairId = ChairId.parse(CHAIR);

test("[CH1] before the dose the next thing is what the gate still lacks, then the start", () => {
  const one = given().checkedIn();
  expect(next(one)).toEqual({ kind: "complete-preparation", open: 8 });
  one.ordered().gate().reminded();
  expect(next(one)).toEqual({ kind: "baseline" });
  one.set();
  expect(next(one)).toEqual({ kind: "start-infusion" });
});

test("[CH1] a held pressure asks for its recheck until it is cleared", () => {
  const one = given().prepared({ sbp: 164, dbp: 102 });
  expect(next(one)).toEqual({ kind: "recheck", asks: "bp" });
  one.submit("clinician", { type: "give-clearance", why: { code: "pressure-held" } });
  expect(next(one)).toEqual({ kind: "start-infusion" });
});

test("[CH1] while the pump runs it is the set that is due, and the end once the time is over", () => {
  const one = given().started().at(1);
  expect(next(one)).toEqual({ kind: "record-set" });
  one.at(0).set();
  one.at(40).set();
  expect(next(one.at(41))).toEqual({ kind: "end-infusion" });
});

test("[CH1] a paused pump asks to be resumed once no check is due; a recheck goes first", () => {
  const one = given().started().at(0);
  one.set();
  one.at(2).submit("nurse", { type: "pause-infusion", factId: "pause-0001", at: at(2), reason: { code: "nausea" } });
  expect(next(one)).toEqual({ kind: "resume" });
  one.bp(184, 96);
  expect(next(one.at(7))).toEqual({ kind: "recheck", asks: "bp" });
});

test("[CH1] after the dose it is the sets, then the review for leaving", () => {
  const one = given().ended();
  expect(next(one.at(45))).toEqual({ kind: "record-set" });
  expect(next(given().recovered())).toEqual({ kind: "leaving" });
});

test("[CH2] a start that this tablet still keeps gives its own timers their zero, and no fact of the clinic", () => {
  const one = given().prepared();
  expect(t0Of(one.session(), [])).toBeUndefined();
  const kept = {
    type: "start-infusion",
    sessionId: one.session().id,
    factId: DoseFactId.parse("start-0009"),
    at: at(3),
    mg: 35,
    plannedMin: 40,
  } as const;
  expect(t0Of(one.session(), [kept])).toBe(at(3));
  one.at(0).start();
  expect(t0Of(one.session(), [kept])).toBe(at(0));
});

test("[CH6] calls stand in the board's order: what nobody has first, then the worst, of equals HELP, then the oldest", () => {
  const one = given().started().at(10);
  one.set({ hr: 120 });
  one.help();
  expect(callsAt(one.clinic(), chairId).map(({ rule }) => rule)).toEqual(["help", "heart-rate-high"]);
  one.accept("help");
  one.set({ spo2: 90, hr: 120 });
  expect(callsAt(one.clinic(), chairId).map(({ rule }) => rule)).toEqual(["oxygen-low", "heart-rate-high", "help"]);
  const newer = given().started().at(10);
  newer.set({ spo2: 90 });
  newer.at(11).help();
  expect(callsAt(newer.clinic(), chairId).map(({ rule }) => rule)).toEqual(["help", "oxygen-low"]);
});

test("[CH4] the log tells every fact in words, newest first, with what was struck struck through", () => {
  const one = given().started().at(10);
  one.set({ dissociation: 4 });
  const last = one.lastObservation();
  one.at(12).submit("nurse", { type: "strike-observation", observationId: last.id, reason: { code: "wrong-chair" } });
  const log = sessionLog(one.session());
  expect(log[0]).toMatchObject({
    at: at(10),
    struck: true,
    observationId: last.id,
    text: "BP 120/76 · HR 70 · SpO₂ 98 % · RR 14 · Awake · Dissociation 4 · Distress 0",
  });
  expect(log.map(({ text }) => text)).toContain("Infusion: Start · 35 mg over 40 min");
  expect(log.at(-1)?.text).toBe("Checked in");
  expect(log.map((line) => line.at)).toEqual(log.map((line) => line.at).toSorted((a, b) => b - a));
});

test("[CH5] leaving against advice is complete with one answer each, and the rule accepts it", () => {
  const one = given().ended().at(50);
  const answers = {
    lastValues: "refused",
    risksToldBy: PersonId.parse("nurse-0001"),
    ride: "none",
    keys: "with-patient",
    prescriberTold: "yes",
    followUp: "tomorrow",
    reason: { code: "feels-fine" },
  } as const satisfies AdviceDraft;
  const when = { at: one.now() };
  const command = adviceCommand(one.session().id, answers, when);
  expect(command).toMatchObject({ prescriberTold: true, followUpAt: one.now() + 24 * HOUR });
  for (const missing of Object.keys(answers)) {
    expect(adviceCommand(one.session().id, { ...answers, [missing]: undefined }, when)).toBeUndefined();
  }
  expect(adviceCommand(one.session().id, EMPTY_ADVICE, when)).toBeUndefined();
  expect(adviceCommand(one.session().id, answers, { problem: "future" })).toBeUndefined();
  expect(command && one.submit("nurse", command).map(({ type }) => type)).toEqual(["left-against-advice"]);
});
