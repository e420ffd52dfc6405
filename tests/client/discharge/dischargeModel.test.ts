import { expect, test } from "vitest";

import {
  leftToday,
  lostSignature,
  mayLeave,
  restrictionNow,
  wayOutList,
  wayOutOf,
  type WayOut,
} from "#client/discharge/dischargeModel.ts";
import { drivingWords } from "#client/discharge/drivingWords.ts";
import { newerWords } from "#client/discharge/newerFacts.ts";
import { escortEntry, rideProblem } from "#client/discharge/rideDraft.ts";
import { assert } from "#shared/base/assert.ts";
import type { SessionId } from "#shared/base/ids.ts";
import { clinicDay, id, WELL, ZONE } from "#tests/client/discharge/day.ts";

type Day = ReturnType<typeof clinicDay>;

const wayOut = (day: Day, sessionId: SessionId): WayOut => {
  const session = day.clinic().sessions[sessionId];
  const found = session && wayOutOf(day.clinic(), session, day.now());
  assert(found !== undefined, "no such session");
  return found;
};
const states = (day: Day, sessionId: SessionId) =>
  wayOut(day, sessionId).steps.map(({ id: step, state }) => `${step} ${state}`);
const sign = (day: Day, sessionId: SessionId) =>
  day.run({ type: "confirm-fit-to-leave", sessionId, seenSeq: day.clinic().seq });
const remind = (day: Day, sessionId: SessionId) =>
  day.run({
    type: "acknowledge-door-reminder",
    sessionId,
    shown: restrictionNow(wayOut(day, sessionId), day.now()),
    escort: "heard",
  });

test("[DC1] from the start of the dose on, by earliest leaving time", () => {
  const day = clinicDay();
  const first = day.checkIn("pat-a", "chair-1");
  const second = day.checkIn("pat-b", "chair-2");
  expect(wayOutList(day.clinic(), day.now())).toEqual([]);
  day.start(second);
  day.pass(5);
  day.start(first);
  expect(wayOutList(day.clinic(), day.now()).map(({ session }) => session.id)).toEqual([second, first]);
});

test("[DC2] everything that is missing is named with whose move it is", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  day.observe(sessionId, WELL);
  day.start(sessionId);
  expect(wayOut(day, sessionId).missing.map(({ id: what, whose }) => `${what} ${whose}`)).toEqual([
    "time clock", "pressure-oxygen nurse", "awake nurse", "effects nurse", "walk nurse", "ride desk", "belongings desk", "reminder desk", "hand-out desk",
  ]); // prettier-ignore
});

test("[DC2] when the clinical checks are met the signature is the nurse's move", () => {
  const day = clinicDay();
  const sessionId = day.recovered("pat-a", "chair-1");
  expect(wayOut(day, sessionId).missing[0]).toEqual({ id: "signature", whose: "nurse" });
  sign(day, sessionId);
  expect(wayOut(day, sessionId).missing.map(({ id: what }) => what)).toEqual([
    "ride",
    "belongings",
    "reminder",
    "hand-out",
  ]);
});

test("[DC3] a new bad value takes the signature back, and the step says look again", () => {
  const day = clinicDay();
  const sessionId = day.recovered("pat-a", "chair-1");
  sign(day, sessionId);
  const signedAt = day.now();
  expect(states(day, sessionId)[0]).toBe("checks done");
  day.pass(5);
  day.observe(sessionId, { sbp: 190, dbp: 95 }, "bp");
  const { session } = wayOut(day, sessionId);
  expect(states(day, sessionId)[0]).toBe("checks again");
  expect(lostSignature(session)).toMatchObject({ signedAt, at: day.now(), criteria: ["pressure-oxygen"] });
});

test("[DC3] a signature that nobody refreshed is not taken back, and does not hold either", () => {
  const day = clinicDay();
  const sessionId = day.recovered("pat-a", "chair-1");
  sign(day, sessionId);
  day.pass(45);
  expect(wayOut(day, sessionId).session.fit).toBeDefined();
  expect(states(day, sessionId)[0]).toBe("checks again");
});

test("[DC5] the reminder counts for the hour that was read: when the hour turns it is read again, and the paper is printed again", () => {
  const day = clinicDay();
  const sessionId = day.recovered("pat-a", "chair-1"); // 11:10
  remind(day, sessionId);
  day.run({ type: "give-hand-out", sessionId, language: "en" });
  expect(drivingWords(restrictionNow(wayOut(day, sessionId), day.now()), ZONE)).toBe(
    "No driving until Wed 25 Nov, 12:00",
  );
  expect(states(day, sessionId).slice(3, 5)).toEqual(["reminder done", "hand-out done"]);
  day.pass(50); // 12:00, still the same hour
  expect(states(day, sessionId).slice(3, 5)).toEqual(["reminder done", "hand-out done"]);
  day.pass(1);
  expect(states(day, sessionId).slice(3, 5)).toEqual(["reminder again", "hand-out again"]);
  remind(day, sessionId);
  expect(states(day, sessionId).slice(3, 5)).toEqual(["reminder done", "hand-out again"]);
});

test("[DC6] leaving is open only when every step before it is done, the IV line out among them", () => {
  const day = clinicDay();
  const sessionId = day.recovered("pat-a", "chair-1");
  sign(day, sessionId);
  day.run({ type: "record-ride", sessionId, ride: { status: "here", kind: "seen-at-car" } });
  day.run({ type: "return-belongings", sessionId, lineOut: false });
  remind(day, sessionId);
  day.run({ type: "give-hand-out", sessionId, language: "en" });
  expect(mayLeave(wayOut(day, sessionId))).toBe(false);
  day.run({ type: "return-belongings", sessionId, lineOut: true });
  expect(mayLeave(wayOut(day, sessionId))).toBe(true);
  day.run({ type: "complete-discharge", sessionId, seenSeq: day.clinic().seq }, "desk");
  expect(leftToday(day.clinic())).toMatchObject([{ id: sessionId, outcome: "discharged", endedAt: day.now() }]);
});

test("[DC6] what stopped the last act is named", () => {
  const day = clinicDay();
  const sessionId = day.recovered("pat-a", "chair-1");
  day.observe(sessionId, { sbp: 150, dbp: 92 }, "bp");
  const { session } = wayOut(day, sessionId);
  expect(newerWords({ reason: "newer-facts", seq: session.factSeq }, session)).toBe(
    "New: BP 150/92 (11:10). Look again, then complete.",
  );
  expect(newerWords({ reason: "ride-not-here" }, session)).toBeUndefined();
});

test("[DC10] a ride that is here needs to say who takes them; a phone without a name is nobody's", () => {
  expect(rideProblem({ status: undefined, kind: undefined })).toBeDefined();
  expect(rideProblem({ status: "here", kind: undefined })).toBeDefined();
  expect(rideProblem({ status: "here", kind: "seen-at-car" })).toBeUndefined();
  expect(rideProblem({ status: "arranged", kind: undefined })).toBeUndefined();
  expect(rideProblem({ status: "arranged", kind: undefined, name: " ", phone: "555" })).toBeDefined();
});

test("[DC10] an escort is written to the register once, and again only when something was changed", () => {
  const sessionId = id<"SessionId">("session");
  const draft = { status: "here", kind: "seen-at-car" } as const;
  const known = { sessionId, name: "Sam Test", relation: null, phone: "555-0111" };
  expect(escortEntry(sessionId, draft, undefined)).toBeUndefined();
  expect(escortEntry(sessionId, { ...draft, name: " Sam Test ", relation: "" }, undefined)).toEqual({
    ...known,
    phone: null,
  });
  expect(escortEntry(sessionId, draft, known)).toBeUndefined();
  expect(escortEntry(sessionId, { ...draft, relation: "sister" }, known)).toEqual({ ...known, relation: "sister" });
});

test("[DC7] who has left today stays in sight, the last one first", () => {
  const day = clinicDay();
  const leave = (patient: string): SessionId => {
    const sessionId = day.checkIn(patient, "chair-1");
    day.run({ type: "abort-before-dose", sessionId, reason: { code: "unwell" } });
    day.pass(5);
    return sessionId;
  };
  const first = leave("pat-a");
  const second = leave("pat-b");
  expect(leftToday(day.clinic()).map(({ id: session }) => session)).toEqual([second, first]);
});
