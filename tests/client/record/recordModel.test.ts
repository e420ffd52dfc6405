import { expect, test } from "vitest";

import { callRows } from "#shared/alarm/callRows.ts";
import { doseRows, judgedAtTheEnd, observationRows, reasonOf, shortChain } from "#client/record/recordModel.ts";
import { signatures } from "#client/record/signatureRows.ts";
import { evidenceLines } from "#client/ui/evidence.ts";
import { assert } from "#shared/base/assert.ts";
import type { SessionId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import { clinicDay, id, WELL } from "#tests/client/discharge/day.ts";

const sessionOf = (day: ReturnType<typeof clinicDay>, sessionId: SessionId) => {
  const session = day.clinic().sessions[sessionId];
  assert(session !== undefined, "no such session");
  return session;
};

test("[RC1] a corrected row stays, before the one that replaced it, with the reason of the correction", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  const observedAt = day.now();
  const old = day.observe(sessionId, { sbp: 172, dbp: 76 }, "bp");
  day.pass(5);
  const late = day.observe(sessionId, { sbp: 118, dbp: 70 }, "bp");
  day.run({
    type: "correct-observation", sessionId, observationId: id<"ObservationId">("newer"), replaces: old,
    entered: { sheet: "bp", observedAt, values: { sbp: 122, dbp: 76 } }, reason: { code: "typing-slip" },
  }); // prettier-ignore
  day.run({
    type: "strike-observation",
    sessionId,
    observationId: late,
    reason: { code: "artefact", text: "cuff moved" },
  });
  const session = sessionOf(day, sessionId);
  const rows = observationRows(session);
  expect(rows.map(({ values, status }) => `${values.sbp} ${status}`)).toEqual([
    "172 corrected",
    "122 current",
    "118 struck",
  ]);
  expect(rows.map((row) => reasonOf(session, row)?.code)).toEqual(["typing-slip", undefined, "artefact"]);
});

test("[RC1] a dose time that was corrected keeps the first one", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  day.pass(10);
  day.start(sessionId);
  const [fact] = doseRows(sessionOf(day, sessionId));
  assert(fact !== undefined, "no dose");
  day.run({
    type: "correct-dose-fact",
    sessionId,
    factId: fact.id,
    at: day.now() - 5 * MINUTE,
    struck: false,
    reason: { code: "wrong-time" },
  });
  expect(doseRows(sessionOf(day, sessionId))[0]).toMatchObject({
    at: day.now() - 5 * MINUTE,
    corrections: [{ from: day.now() }],
  });
});

test("[RC2] a call has its response time, and keeps its first time when it gets worse", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  const raisedAt = day.now();
  day.observe(sessionId, { ...WELL, spo2: 93 });
  day.pass(2);
  day.observe(sessionId, { ...WELL, spo2: 90 });
  day.pass(1);
  const [open] = Object.values(day.clinic().alarms);
  assert(open !== undefined, "no call");
  day.run({ type: "accept-alarm", alarmId: open.id });
  const [row] = callRows(day.log());
  expect(row).toMatchObject({
    alarm: { rule: "oxygen-low", raisedAt },
    worsenedAt: [raisedAt + 2 * MINUTE],
    accepted: { afterMs: 3 * MINUTE },
  });
  expect(row?.cleared).toBeUndefined();
});

test("[RC3] the checks are those that were signed last, as they were judged", () => {
  const day = clinicDay();
  const sessionId = day.recovered("pat-a", "chair-1");
  expect(judgedAtTheEnd(day.log())).toBeUndefined();
  day.run({ type: "confirm-fit-to-leave", sessionId, seenSeq: day.clinic().seq });
  const judged = judgedAtTheEnd(day.log());
  expect(judged).toMatchObject({ when: "fit", at: day.now() });
  expect(judged?.criteria.map(({ id: check, state }) => `${check} ${state}`)).toContain("effects met");
  const [pressure] = judged?.criteria.filter(({ id: check }) => check === "pressure-oxygen") ?? [];
  expect(evidenceLines(pressure?.evidence ?? []).map(({ text }) => text)).toEqual([
    "BP 122/76 · HR 70 · SpO₂ 98 %",
    "BP 122/76 · HR 70 · SpO₂ 98 %",
  ]);
});

test("[RC4] a signature carries name, time, role and meaning; one that was taken back stays and says so", () => {
  const day = clinicDay();
  const sessionId = day.recovered("pat-a", "chair-1");
  day.run({ type: "confirm-fit-to-leave", sessionId, seenSeq: day.clinic().seq });
  day.observe(sessionId, { sbp: 190, dbp: 95 }, "bp");
  day.run({ type: "give-hand-out", sessionId, language: "en" }, "desk", id<"PersonId">("desk"));
  expect(signatures(day.log()).map(({ meaning: { kind }, role, by, voided }) => ({ kind, role, by, voided }))).toEqual([
    { kind: "fit", role: "nurse", by: "ana-0000", voided: true },
    { kind: "handOut", role: "desk", by: "desk-0000", voided: false },
  ]);
});

test("[RC1] a value that was not taken is not among the values", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  day.observe(sessionId, { sbp: 122, dbp: 76 }, "bp");
  expect(observationRows(sessionOf(day, sessionId))[0]?.values.rr).toBeUndefined();
});

test("[RC5] the short chain value is the beginning of the whole one", () => {
  expect(shortChain("3f9a02c1deadbeef")).toBe("3f9a 02c1");
});
