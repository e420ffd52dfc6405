import { expect, test } from "vitest";

import { leftToday, restrictionNow, wayOutOf, type WayOut } from "#client/discharge/dischargeModel.ts";
import { leftWords } from "#client/discharge/leftWords.ts";
import { withoutRideCommand } from "#client/entry/withoutRide.ts";
import { OUTCOME, outcomeWords } from "#client/ui/outcomeWords.ts";
import { assert } from "#shared/base/assert.ts";
import type { SessionId } from "#shared/base/ids.ts";
import { isPrescriber, membersWho } from "#shared/clinic/clinic.ts";
import { HOUR } from "#shared/base/time.ts";
import { unsignedOf } from "#shared/session/cosign.ts";
import { clinicianWord } from "#shared/session/fitToLeave.ts";
import { clinicDay, REY, ZONE } from "#tests/client/discharge/day.ts";

type Day = ReturnType<typeof clinicDay>;

const wayOut = (day: Day, sessionId: SessionId): WayOut => {
  const session = day.clinic().sessions[sessionId];
  const found = session && wayOutOf(day.clinic(), session, day.now());
  assert(found !== undefined, "no such session");
  return found;
};
const sign = (day: Day, sessionId: SessionId) =>
  day.run({ type: "confirm-fit-to-leave", sessionId, seenSeq: day.clinic().seq });
const heard = (day: Day, sessionId: SessionId) =>
  day.run({ type: "record-verbal-countersign", sessionId, seenSeq: day.clinic().seq, prescriber: REY });

test("[DC13] where the protocol asks for a clinician her word is missing until she signs or a nurse heard it", () => {
  const day = clinicDay();
  const sessionId = day.sprayed("pat-a", "chair-1");
  sign(day, sessionId);
  expect(wayOut(day, sessionId).missing[0]).toEqual({ id: "countersignature", whose: "clinician" });
  expect(membersWho(day.clinic(), isPrescriber)).toEqual([REY]);
  heard(day, sessionId);
  const { session, protocol, missing } = wayOut(day, sessionId);
  expect(missing.map(({ id }) => id)).not.toContain("countersignature");
  expect(clinicianWord(session)).toMatchObject({ verbalFrom: REY });
  expect(unsignedOf(session, protocol).find(({ what }) => what.kind === "fit-to-leave")?.dueAt).toBe(
    day.now() + 24 * HOUR,
  );
});

test("[DC13] her word was about the signature that stood: a newer one asks for it again", () => {
  const day = clinicDay();
  const sessionId = day.sprayed("pat-a", "chair-1");
  sign(day, sessionId);
  heard(day, sessionId);
  day.pass(1);
  sign(day, sessionId);
  expect(clinicianWord(wayOut(day, sessionId).session)).toBeUndefined();
  expect(wayOut(day, sessionId).missing.map(({ id }) => id)).toContain("countersignature");
});

test("[DC14] leaving without a ride is complete with one answer each", () => {
  const sessionId = clinicDay().checkIn("pat-a", "chair-1");
  const when = { at: 1_000 };
  const draft = { keys: "no-car", heard: "yes", told: "no", reason: { code: "takes-transit" } } as const;
  expect(withoutRideCommand(sessionId, draft, when)).toEqual({
    type: "record-left-without-ride",
    sessionId,
    leftAt: 1_000,
    keys: "no-car",
    reminderHeard: true,
    prescriberTold: false,
    reason: { code: "takes-transit" },
  });
  for (const field of ["keys", "heard", "told", "reason"] as const)
    expect(withoutRideCommand(sessionId, { ...draft, [field]: undefined }, when)).toBeUndefined();
  expect(withoutRideCommand(sessionId, draft, { problem: "future" })).toBeUndefined();
});

test("[DC14] fit to leave and no ride: calls are kept, and leaving without one is an end of its own", () => {
  const day = clinicDay();
  const sessionId = day.recovered("pat-a", "chair-1");
  sign(day, sessionId);
  expect(wayOut(day, sessionId).readiness.verdict).toBe("fit-no-ride");
  day.run({ type: "record-ride-call", sessionId, to: "escort", answer: "no-answer" }, "desk");
  day.run({ type: "record-ride-call", sessionId, to: "second-contact", answer: "cannot" }, "desk");
  expect(wayOut(day, sessionId).session.rideCalls.map(({ to, answer }) => `${to} ${answer}`)).toEqual([
    "escort no-answer",
    "second-contact cannot",
  ]);
  const told = { keys: "no-car", heard: "yes", told: "yes", reason: { code: "ride-did-not-come" } } as const;
  const command = withoutRideCommand(sessionId, told, { at: day.now() });
  assert(command !== undefined, "incomplete");
  day.run(command, "desk");
  expect(leftToday(day.clinic())).toMatchObject([{ id: sessionId, outcome: "left-without-ride" }]);
});

test("[DC16] every end has its own words, and only a discharge is called one", () => {
  expect(new Set(Object.values(OUTCOME)).size).toBe(9);
  expect(outcomeWords("released-early")).toBe("Released early by clinician");
});

test("[DC16] who left on a word that is not signed stays listed with the day and hour when it is due", () => {
  const day = clinicDay();
  const sessionId = day.sprayed("pat-a", "chair-1");
  const orderedAt = wayOut(day, sessionId).session.orders[0]?.at ?? 0;
  sign(day, sessionId);
  heard(day, sessionId);
  day.run({ type: "record-ride", sessionId, ride: { status: "here", kind: "seen-at-car" } });
  day.run({ type: "return-belongings", sessionId, lineOut: true });
  const shown = restrictionNow(wayOut(day, sessionId), day.now());
  day.run({ type: "acknowledge-door-reminder", sessionId, shown, escort: "heard" });
  day.run({ type: "give-hand-out", sessionId, language: "es" });
  day.run({ type: "complete-discharge", sessionId, seenSeq: day.clinic().seq }, "desk");
  expect(leftToday(day.clinic())).toMatchObject([
    { outcome: "discharged", restriction: { kind: "next-day", day: "2026-11-25" }, cosignDueAt: orderedAt + 24 * HOUR },
  ]);
  const [closed] = leftToday(day.clinic());
  expect(closed && leftWords(closed, day.now(), ZONE)).toBe("Discharged 12:00");
  day.pass(15 * 60);
  expect(closed && leftWords(closed, day.now(), ZONE)).toBe("Discharged Tue 24 Nov, 12:00");
});
