import { expect, test } from "vitest";

import { cardOf } from "#client/board/cardModel.ts";
import { summaryOf } from "#client/board/coverModel.ts";
import { findChair, type ChairView } from "#client/chair/chairModel.ts";
import { nextDueWords } from "#client/chair/dueModel.ts";
import { callWords, raisedWords } from "#client/ui/callWords.ts";
import { dueWords } from "#client/ui/statusWords.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import { assert } from "#shared/base/assert.ts";
import { nextDue } from "#shared/recovery/due.ts";
import { given, type Scenario } from "#tests/rules/scenario.ts";

const said = (one: Scenario, rule: Alarm["rule"]) =>
  callWords(one.call(rule), "1", one.session(), one.now(), one.protocol());
const asRaised = (one: Scenario, rule: Alarm["rule"]) =>
  raisedWords(one.call(rule), "1", one.session(), one.protocol());
const chairOf = (one: Scenario): Pick<ChairView, "clinic" | "chair" | "session" | "protocol" | "zone"> => {
  const found = findChair(one.clinic(), one.session().chairId);
  assert(found !== undefined && "session" in found, "nobody sits there");
  return found;
};
const cardIn = (one: Scenario) => {
  const card = cardOf(one.clinic(), chairOf(one).chair, one.now(), true);
  assert(card.kind === "busy", "nobody sits there");
  return card;
};

test("[UI18] a call that does not sound again shows the newest value, and the one that raised it", () => {
  const one = given().started().at(10);
  one.set({ sbp: 164, dbp: 94 });
  expect(said(one, "pressure-high")).toBe("CHECK NOW · BP 164/94");
  one.at(15).bp(181, 103);
  expect(one.calls()).toHaveLength(1);
  expect(said(one, "pressure-high")).toBe("CHECK NOW · BP 181/103 · was 164/94");
  expect(cardIn(one).calls.map(({ words }) => words)).toEqual(["CHECK NOW · BP 181/103 · was 164/94"]);
});

test("[UI18] a newer set without that measure, and the same value again, change nothing", () => {
  const one = given().started().at(10);
  one.set({ spo2: 90 });
  one.at(11).bp(124, 78);
  expect(said(one, "oxygen-low")).toBe("CHECK NOW · SpO₂ 90");
  one.at(13).set({ spo2: 90 });
  expect(said(one, "oxygen-low")).toBe("CHECK NOW · SpO₂ 90");
});

test("[UI18] one that settled says where it is now, and what was struck out is not the newest", () => {
  const one = given().started().at(10);
  one.set({ distress: 8 });
  one.at(12).set({ distress: 3 });
  expect(said(one, "distress")).toBe("SETTLED · distress 3 · was 8");
  one.submit("nurse", {
    type: "strike-observation",
    observationId: one.lastObservation().id,
    reason: { code: "wrong-chair" },
  });
  expect(said(one, "distress")).toBe("CHECK NOW · distress 8");
});

test("[UI18] the record keeps the value that raised it", () => {
  const one = given().started().at(10);
  one.set({ sedation: 3, distress: 5 });
  one.at(12).set({ sedation: 3, distress: 7 });
  expect(said(one, "sedation-deep")).toBe("CHECK NOW · sedation: loud voice");
  expect(said(one, "distress")).toBe("CHECK NOW · distress 7 · was 5");
  expect(asRaised(one, "distress")).toBe("CHECK NOW · distress 5");
});

test("[BD10] a check that is late is said in one way by the call and by the list", () => {
  const one = given().started();
  one.set();
  one.at(18).tick();
  const list = () => dueWords(nextDue(one.session(), one.protocol(), one.now()), one.now(), one.session().zone);
  expect([said(one, "check-overdue"), list()]).toEqual(["BP 8 MIN LATE", "BP 8 MIN LATE"]);
  one.at(21);
  expect([said(one, "check-overdue"), list()]).toEqual(["BP 11 MIN LATE", "BP 11 MIN LATE"]);
  expect(callWords(one.call("check-overdue"), "1", undefined, one.now())).toBe("CHECK 11 MIN LATE");
});

test("[UI19] nothing is OK at a chair with an open call: on its page, on the board and in a hand-over", () => {
  const one = given().started().at(10);
  one.set();
  expect(nextDueWords(chairOf(one), one.now())).toBe("OK · next BP 10:20");
  one.set({ spo2: 90 });
  const next = "Next SpO₂ recheck 10:15";
  expect(nextDueWords(chairOf(one), one.now())).toBe(next);
  expect(summaryOf(cardIn(one), one.now())).toContain(next);
  one.accept("oxygen-low");
  expect(nextDueWords(chairOf(one), one.now())).toBe(next);
  one.at(15).set();
  one.close("oxygen-low");
  expect(nextDueWords(chairOf(one), one.now())).toMatch(/^OK · next/);
});
