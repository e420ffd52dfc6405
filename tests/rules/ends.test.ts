import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "#shared/base/time.ts";
import type { Restriction } from "#shared/session/session.ts";
import { at, given, only, type Scenario, type Wish } from "./scenario.ts";
import { recoveredBy } from "./leavingSteps.ts";

/** Every end that is entered with its own time, as it is told of that minute. */
const ENDS = {
  "left-against-advice": (leftAt) => ({
    type: "record-left-against-advice",
    leftAt,
    lastValues: "refused",
    risksToldBy: "nurse-0001",
    ride: "none",
    keys: "with-patient",
    prescriberTold: true,
    reason: { code: "wants-to-leave" },
  }),
  "left-without-ride": (leftAt) => ({
    type: "record-left-without-ride",
    leftAt,
    keys: "kept-by-clinic",
    reminderHeard: true,
    prescriberTold: true,
    reason: { code: "ride-did-not-come" },
  }),
  "not-in-chair": (noticedAt) => ({
    type: "record-not-in-chair",
    noticedAt,
    lastSeenAt: noticedAt - 5 * MINUTE,
    phoned: "no-answer",
    prescriberTold: true,
    keys: "with-patient",
  }),
  "discharged-on-paper": (leftAt) => ({
    type: "record-discharged-on-paper",
    leftAt,
    signedBy: "nurse-0001",
    ride: "seen-at-car",
    reminderHeard: true,
  }),
  "transferred-out": (leftAt) => ({
    type: "record-transferred-out",
    leftAt,
    to: "hospital",
    with: "ambulance",
    handedOver: true,
    prescriberTold: true,
    reason: { code: "needs-observation" },
  }),
  "taken-by-emergency": (leftAt) => ({
    type: "record-taken-by-emergency",
    calledAt: leftAt - 10 * MINUTE,
    arrivedAt: leftAt - 4 * MINUTE,
    leftAt,
    handedOver: true,
    prescriberTold: false,
    reason: { code: "breathing" },
  }),
} as const satisfies Record<string, (at: number) => Wish>;
type End = keyof typeof ENDS;
const KINDS = Object.keys(ENDS) as readonly End[];
const told = (end: End, when: number) => ENDS[end](when);

/** Where a session may be when it ends, at minute `minute` of its own. */
const STATES: readonly (readonly [string, () => Scenario, boolean])[] = [
  ["before the dose", () => given().prepared().at(-1), false],
  [
    "a start that was struck",
    () => {
      const clinic = given().started().at(2);
      clinic.submit("nurse", {
        type: "correct-dose-fact",
        factId: "start-0001",
        at: at(0),
        struck: true,
        reason: { code: "not-done" },
      });
      return clinic;
    },
    false,
  ],
  ["while the pump runs", () => given().started().at(20), true],
  ["after the dose", () => given().ended().at(52), true],
  ["after an injection", () => given({ route: "im" }).given().at(20), true],
  ["between two devices", () => spraying(), true],
  ["fit and waiting", () => given().fit().at(80), true],
  [
    "past an open high call",
    () => {
      const clinic = given().ended().at(52);
      clinic.help();
      return clinic;
    },
    true,
  ],
];
const spraying = () => {
  const clinic = given({ route: "nasal" }).prepared().at(0);
  clinic.give();
  return clinic.at(3);
};
const day = (minute: number): Restriction => ({
  kind: "until",
  until: Math.ceil((at(minute) + 24 * HOUR) / HOUR) * HOUR,
});

describe("[LV10] each end in each state, with its restriction when a dose was given", () => {
  const rows = STATES.flatMap(([state, make, dosed]) => KINDS.map((end) => [end, state, make, dosed] as const));
  test.each(rows)("[LV10] %s, %s", (end, state, make, dosed) => {
    const clinic = make();
    const [now, { route }] = [clinic.now(), clinic.session()];
    const { events, rejected } = clinic.answer("nurse", told(end, now));
    if (end === "left-without-ride" && state !== "fit and waiting") {
      expect(rejected).toEqual({ reason: "not-fit-to-leave" });
      return;
    }
    expect(rejected).toBeUndefined();
    const { restriction } = only(events, end);
    const when = route === "nasal" ? { kind: "next-day", day: "2026-11-24" } : day((now - at(0)) / MINUTE);
    expect(restriction).toEqual(dosed ? when : undefined);
    expect(Object.values(clinic.clinic().closed)).toMatchObject([{ outcome: end, endedAt: now, recordedAt: now }]);
    expect(Object.values(clinic.clinic().closed)[0]?.restriction).toEqual(restriction);
    expect(Object.values(clinic.clinic().sessions)).toEqual([]);
  });

  test("[LV10] stopped before the dose restricts in nothing; after any dose it is no end", () => {
    const abort = { type: "abort-before-dose", reason: { code: "unwell" } } as const;
    for (const [state, make, dosed] of STATES) {
      const { events, rejected } = make().answer("nurse", abort);
      expect([state, rejected?.reason, events.length]).toEqual([
        state,
        dosed ? "dose-was-given" : undefined,
        dosed ? 0 : 1,
      ]);
      if (!dosed) expect(events[0]).not.toHaveProperty("restriction");
    }
  });

  test.each(KINDS)("[LV10] %s keeps what was told", (end) => {
    const clinic = given().fit().at(80);
    const { type: _, ...facts } = told(end, at(75));
    expect(only(clinic.submit("nurse", told(end, at(75))), end)).toMatchObject(facts);
  });

  test.each(KINDS)("[LV10] %s counts from when it was, and its time is a fact like any other", (end) => {
    const end1 = (when: number) => {
      const clinic = given().fit().at(125);
      const { events, rejected } = clinic.answer("nurse", told(end, when));
      return rejected ?? only(events, end).restriction;
    };
    expect(end1(at(80))).toEqual(day(80));
    expect(end1(at(126))).toEqual(day(125)); // a minute ahead is now
    const field = end === "not-in-chair" ? "noticedAt" : "leftAt";
    expect(end1(at(126) + 1)).toEqual({ reason: "in-the-future", field });
    expect(end1(at(-30) - 1)).toEqual({ reason: "before-check-in", field });
  });

  test.each(KINDS)("[LV10] after %s there is no other end, and without a protocol there is none at all", (end) => {
    const clinic = given().fit().at(80);
    clinic.submit("nurse", told(end, at(80)));
    for (const other of KINDS)
      expect(clinic.refused("nurse", told(other, at(80)))).toEqual({ reason: "session-ended" });
    const lost = given()
      .fit()
      .become((state) => ({ ...state, protocols: {} }));
    expect(lost.refused("nurse", told(end, at(70)))).toEqual({ reason: "no-protocol" });
  });
});

test("[LV12] waiting for a ride keeps who was rung up, what they said, when and by whom", () => {
  const clinic = given().fit().at(71);
  const call = (to: "escort" | "second-contact", answer: "coming" | "no-answer" | "cannot") =>
    clinic.submit("desk", { type: "record-ride-call", to, answer });
  call("escort", "no-answer");
  clinic.at(75);
  call("second-contact", "coming");
  expect(clinic.session().rideCalls).toEqual([
    { to: "escort", answer: "no-answer", at: at(71), by: "desk-0001" },
    { to: "second-contact", answer: "coming", at: at(75), by: "desk-0001" },
  ]);
  expect([clinic.verdict(), clinic.session().fit?.at]).toEqual(["fit-no-ride", at(70)]); // it is no ride, and no fact
  clinic.submit("nurse", told("left-without-ride", at(75)));
  expect(clinic.refused("desk", { type: "record-ride-call", to: "escort", answer: "cannot" })).toEqual({
    reason: "session-ended",
  });
});

describe("[LV13] left without ride", () => {
  test("[LV13] is for who was signed fit; who was not, or is not any more, has left against advice", () => {
    const leave = (clinic: Scenario) => clinic.answer("desk", told("left-without-ride", clinic.now())).rejected;
    expect(leave(given().recovered())).toEqual({ reason: "not-fit-to-leave" });
    expect(leave(given().fit())).toBeUndefined();
    const lost = given().fit().at(72);
    lost.bp(170, 80);
    expect(leave(lost)).toEqual({ reason: "not-fit-to-leave" });
    expect(leave(given().fit().at(110))).toBeUndefined(); // signed, and grown old: he waited long enough
    const spray = recoveredBy("nasal");
    spray.sign();
    expect(leave(spray)).toBeUndefined();
  });
});

describe("[LV14] not in chair", () => {
  const notice = (noticedAt: number, lastSeenAt: number) => {
    const clinic = given().ended().at(60);
    const { events, rejected } = clinic.answer("desk", {
      type: "record-not-in-chair",
      noticedAt,
      lastSeenAt,
      phoned: "reached",
      prescriberTold: true,
    });
    return rejected ?? only(events, "not-in-chair");
  };
  test("[LV14] keeps when it was noticed and when the patient was last seen", () => {
    expect(notice(at(58), at(45))).toMatchObject({ noticedAt: at(58), lastSeenAt: at(45), phoned: "reached" });
  });
  test("[LV14] last seen is before it was noticed: a minute after is then, more is refused, before check-in too", () => {
    expect(notice(at(58), at(58))).toMatchObject({ lastSeenAt: at(58) });
    expect(notice(at(58), at(59))).toMatchObject({ lastSeenAt: at(58) });
    expect(notice(at(58), at(59) + 1)).toEqual({ reason: "in-the-future", field: "lastSeenAt" });
    expect(notice(at(58), at(-30))).toMatchObject({ lastSeenAt: at(-30) });
    expect(notice(at(58), at(-30) - 1)).toEqual({ reason: "before-check-in", field: "lastSeenAt" });
  });
});

test("[LV15] discharged on paper keeps who signed, is entered afterwards, and names somebody who looks after patients", () => {
  const paper = (signedBy: string) => ({ ...ENDS["discharged-on-paper"](at(75)), signedBy });
  const clinic = given()
    .ended()
    .at(9 * 60);
  for (const somebody of ["stranger-0001", "desk-0001", "admin-0001"])
    expect(clinic.refused("nurse", paper(somebody))).toEqual({ reason: "not-a-nurse" });
  expect(only(clinic.submit("nurse", paper("clinician-0001")), "discharged-on-paper")).toMatchObject({
    signedBy: "clinician-0001",
    leftAt: at(75),
    ride: "seen-at-car",
    restriction: day(75),
  });
  expect(Object.values(clinic.clinic().closed)).toMatchObject([
    { outcome: "discharged-on-paper", endedAt: at(75), recordedAt: at(9 * 60) },
  ]);
});

describe("[LV16] an ambulance has its three times in their order", () => {
  const ambulance = (calledAt: number, arrivedAt: number | undefined, leftAt: number) => {
    const clinic = given().ended().at(70);
    const wish = { ...ENDS["taken-by-emergency"](leftAt), calledAt, arrivedAt };
    const { events, rejected } = clinic.answer("nurse", wish);
    return rejected ?? only(events, "taken-by-emergency");
  };
  const wrong = { reason: "invalid", field: "arrivedAt", problem: "out-of-order" };

  test("[LV16] called, came, left; two of them may be the same", () => {
    expect(ambulance(at(50), at(58), at(65))).toMatchObject({ calledAt: at(50), arrivedAt: at(58), leftAt: at(65) });
    expect(ambulance(at(65), at(65), at(65))).toMatchObject({ leftAt: at(65) });
    expect(ambulance(at(58) + 1, at(58), at(65))).toEqual(wrong);
    expect(ambulance(at(50), at(65) + 1, at(65))).toEqual(wrong);
  });
  test("[LV16] when nobody noted when it came, it was called before it left", () => {
    expect(ambulance(at(65), undefined, at(65))).toMatchObject({ calledAt: at(65) });
    expect(ambulance(at(65) + 1, undefined, at(65))).toEqual(wrong);
    expect(ambulance(at(66) + 1, undefined, at(65))).toEqual({ reason: "in-the-future", field: "calledAt" });
  });
  test("[LV16] it is called for a patient who is here: not before check-in", () => {
    expect(ambulance(at(-30), at(58), at(65))).toMatchObject({ calledAt: at(-30) });
    expect(ambulance(at(-30) - 1, at(58), at(65))).toEqual({ reason: "before-check-in", field: "calledAt" });
  });
});
