import { expect, test } from "vitest";

import { timePassedBy, wayOutOf, type WayOut } from "#client/discharge/dischargeModel.ts";
import { overrideProblem, passingOf } from "#client/discharge/overrideModel.ts";
import { overrideWords, UNSEEN } from "#client/discharge/overrideWords.ts";
import { assert } from "#shared/base/assert.ts";
import type { SessionId } from "#shared/base/ids.ts";
import type { StaffRole } from "#shared/access/role.ts";
import { CheckId } from "#shared/protocol/protocol.ts";
import { isReleasedEarly } from "#shared/recovery/readiness.ts";
import { clinicDay, EXIT, REY, WELL } from "#tests/client/discharge/day.ts";

type Day = ReturnType<typeof clinicDay>;

const wayOut = (day: Day, sessionId: SessionId): WayOut => {
  const session = day.clinic().sessions[sessionId];
  const found = session && wayOutOf(day.clinic(), session, day.now());
  assert(found !== undefined, "no such session");
  return found;
};
const check = (out: WayOut, id: CheckId) => {
  const found = out.readiness.criteria.flatMap(({ checks }) => checks).find((one) => one.id === id);
  assert(found !== undefined, `no check ${id}`);
  return found;
};
const passing = (day: Day, sessionId: SessionId, id: CheckId, role: StaffRole) => {
  const out = wayOut(day, sessionId);
  return passingOf(day.clinic(), out, day.now(), check(out, id), [role]);
};
const letPass = (day: Day, sessionId: SessionId, id: CheckId): void =>
  day.run(
    {
      type: "override-check",
      sessionId,
      seenSeq: day.clinic().seq,
      check: id,
      reason: { code: "assessed-at-chair" },
      safeguard: { code: "stays-with-adult" },
    },
    "clinician",
    REY,
  );

/** Everything met but the minimum stay: the dose ended fifteen minutes ago. */
const early = (day: Day): SessionId => {
  const sessionId = day.checkIn("pat-a", "chair-1");
  day.observe(sessionId, WELL);
  day.start(sessionId);
  day.pass(40);
  day.end(sessionId);
  for (const gap of [5, 10]) {
    day.pass(gap);
    day.observe(sessionId, WELL);
  }
  day.observe(sessionId, EXIT, "exit");
  return sessionId;
};

test("[DC12] a prescriber may let the minimum stay of an infusion pass, a nurse is told who may, the desk too", () => {
  const day = clinicDay();
  const sessionId = early(day);
  expect(passing(day, sessionId, "time", "clinician")).toBe("yours");
  expect(passing(day, sessionId, "time", "nurse")).toBe("another");
  expect(passing(day, sessionId, "time", "desk")).toBe("another");
});

test("[DC12] what nobody lets pass says so: the two hours of the spray, a ride", () => {
  const day = clinicDay();
  const spray = day.checkIn("pat-b", "chair-2", undefined, "nasal");
  day.order(spray, { route: "nasal", kind: "signed", prescriber: REY, mg: 28, confirmed: true });
  day.run({ type: "give-device", sessionId: spray, factId: day.factId(), at: day.now() });
  day.pass(45);
  expect(passing(day, spray, "time", "clinician")).toBe("nobody");
  expect(passing(day, spray, "escort", "clinician")).toBe("nobody");
  expect(overrideWords.never.time).toContain("Nobody");
});

test("[DC12] a check that is met, or of a dose that goes on, has nothing to let pass", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  day.observe(sessionId, WELL);
  day.start(sessionId);
  expect(passing(day, sessionId, "time", "clinician")).toBeUndefined();
  const recovered = day.recovered("pat-b", "chair-2");
  expect(check(wayOut(day, recovered), "time").state).toBe("met");
  expect(passing(day, recovered, "time", "clinician")).toBeUndefined();
});

test("[DC12] both a reason and what stands in its place are asked for", () => {
  expect(overrideProblem({})).toBe(overrideWords.reasonMissing);
  expect(overrideProblem({ reason: { code: "expected-effect" } })).toBe(overrideWords.safeguardMissing);
  expect(
    overrideProblem({ reason: { code: "expected-effect" }, safeguard: { code: "follow-up-call" } }),
  ).toBeUndefined();
});

test("[DC12] a check that was let pass says by whom and when, and a newer value asks again", () => {
  const day = clinicDay();
  const sessionId = day.recovered("pat-a", "chair-1");
  day.observe(sessionId, { ...EXIT, gait: "unsteady" }, "exit");
  letPass(day, sessionId, "walk");
  expect(check(wayOut(day, sessionId), "walk").overridden).toMatchObject({
    by: REY,
    at: day.now(),
    reason: { code: "assessed-at-chair" },
    safeguard: { code: "stays-with-adult" },
  });
  expect(passing(day, sessionId, "walk", "clinician")).toBeUndefined();
  day.pass(5);
  day.observe(sessionId, { ...EXIT, gait: "unsteady" }, "exit");
  expect(check(wayOut(day, sessionId), "walk").overridden).toBeUndefined();
  expect(passing(day, sessionId, "walk", "clinician")).toBe("yours");
});

test("[DC12] every check has words for when nobody has looked", () => {
  for (const id of CheckId.options) expect(UNSEEN[id]).not.toBe("");
});

test("[DC15] with the minimum time let pass the end is an early release, by name", () => {
  const day = clinicDay();
  const sessionId = early(day);
  expect(timePassedBy(wayOut(day, sessionId).readiness)).toBeUndefined();
  letPass(day, sessionId, "time");
  const { readiness } = wayOut(day, sessionId);
  expect(isReleasedEarly(readiness)).toBe(true);
  expect(timePassedBy(readiness)).toBe(REY);
});
