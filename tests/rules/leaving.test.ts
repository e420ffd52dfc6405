import { describe, expect, test } from "vitest";
import { at, given, only, types, type Scenario } from "./scenario.ts";

const damaged = (clinic: Scenario) =>
  clinic.become((state) => ({
    ...state,
    sessions: Object.fromEntries(Object.entries(state.sessions).map(([id, one]) => [id, { ...one, damaged: true }])),
  }));
const advice = {
  type: "record-left-against-advice",
  leftAt: at(50),
  lastValues: "refused",
  risksToldBy: "nurse-0001",
  ride: "none",
  keys: "with-patient",
  prescriberTold: true,
  reason: { code: "wants-to-leave" },
} as const;

describe("[LV1] fit to leave is a nurse's signature on checks that are met", () => {
  test("[LV1] what is open is named, and the desk's part is not asked", () => {
    const clinic = given().ended();
    expect(clinic.sign().rejected).toEqual({
      reason: "criteria-not-met",
      criteria: ["time", "pressure-oxygen", "awake", "effects", "walk"],
    });
    expect(given().recovered().sign().rejected).toBeUndefined();
  });

  test("[LV1] it keeps what she judged, with its evidence", () => {
    const clinic = given().recovered();
    const { judged, seenSeq } = only(clinic.sign().events, "fit-to-leave-confirmed");
    expect(judged.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "time met",
      "pressure-oxygen met",
      "awake met",
      "effects met",
      "walk met",
      "ride unknown",
    ]);
    expect(judged.find(({ id }) => id === "awake")?.evidence).toMatchObject([
      { measure: "sedation", value: 5, observedAt: at(70), by: "nurse-0001" },
      { measure: "orientation", value: "oriented" },
    ]);
    expect(seenSeq).toBe(clinic.clinic().seq - 1);
  });

  test("[LV1] never past an open high call, nor on a damaged session", () => {
    const clinic = given().recovered();
    clinic.help();
    expect(clinic.sign().rejected).toEqual({ reason: "criteria-not-met", criteria: ["calls"] });
    expect(damaged(given().recovered()).sign().rejected).toEqual({ reason: "criteria-not-met", criteria: [] });
  });

  test("[LV1] where the protocol asks a clinician too, both signatures are needed, hers first", () => {
    const clinic = given({ protocol: { clinicianConfirmsFitToLeave: true } }).recovered();
    const countersign = () =>
      clinic.answer("clinician", { type: "countersign-fit-to-leave", seenSeq: clinic.clinic().seq });
    expect(countersign().rejected).toEqual({ reason: "not-fit-to-leave" });
    clinic.sign();
    clinic.ride();
    expect(clinic.verdict()).toBe("checks-met");
    expect(countersign().rejected).toBeUndefined();
    expect(clinic.verdict()).toBe("ready");
  });
});

test("[LV2] who signs has seen the last fact; a note or a ride since is not one", () => {
  const clinic = given().recovered();
  const { factSeq } = clinic.session();
  const sign = (seenSeq: number) => clinic.answer("nurse", { type: "confirm-fit-to-leave", seenSeq }).rejected;
  expect(sign(factSeq - 1)).toEqual({ reason: "newer-facts", seq: factSeq });
  clinic.submit("nurse", { type: "add-note", text: "asked for tea" });
  expect(sign(factSeq)).toBeUndefined();
  clinic.bp(120, 76);
  const { factSeq: newer } = clinic.session();
  expect(sign(factSeq)).toEqual({ reason: "newer-facts", seq: newer });
  expect(clinic.answer("clinician", { type: "countersign-fit-to-leave", seenSeq: factSeq }).rejected).toEqual({
    reason: "newer-facts",
    seq: newer,
  });
  expect(clinic.ride().answer("desk", { type: "complete-discharge", seenSeq: factSeq }).rejected).toEqual({
    reason: "newer-facts",
    seq: newer,
  });
});

describe("[LV3] no step on the way out can be skipped", () => {
  const steps = {
    "not-fit-to-leave": (clinic: Scenario) => clinic.sign(),
    "ride-not-here": (clinic: Scenario) => clinic.ride(),
    "belongings-missing": (clinic: Scenario) => clinic.belongings(),
    "reminder-missing": (clinic: Scenario) => clinic.doorReminder(),
    "hand-out-missing": (clinic: Scenario) => clinic.handOut(),
  };
  const without = (skipped: string) => {
    const clinic = given().recovered();
    for (const [reason, step] of Object.entries(steps)) if (reason !== skipped) step(clinic);
    return clinic;
  };
  test.each(Object.keys(steps))("[LV3] skipped alone: %s", (reason) =>
    expect(without(reason).discharge().rejected).toEqual({ reason }),
  );
  test("[LV3] skipped none", () => expect(types(without("").discharge().events)).toEqual(["discharged"]));

  test("[LV3] in any order", () => {
    const clinic = given().recovered().handOut().doorReminder().belongings().ride();
    clinic.sign();
    expect(clinic.discharge().rejected).toBeUndefined();
  });

  test("[LV3] belongings are back when the line is out", () => {
    const clinic = given().atTheDoor().belongings(false);
    expect(clinic.discharge().rejected).toEqual({ reason: "belongings-missing" });
    expect(clinic.belongings().discharge().rejected).toBeUndefined();
  });

  test("[LV3] a ride that has left again", () => {
    expect(given().atTheDoor().ride("on-the-way").discharge().rejected).toEqual({ reason: "ride-not-here" });
  });
});

describe("[LV4] the patient hears the hour that is stored", () => {
  test("[LV4] an hour shown that is not the hour now is read again", () => {
    const clinic = given().ready();
    const say = (until: number) =>
      clinic.answer("desk", { type: "acknowledge-door-reminder", shown: { kind: "until", until }, escort: "heard" })
        .rejected;
    const noon = at(26 * 60); // 11:10 and a day, rounded up
    expect(say(noon - 3_600_000)).toEqual({
      reason: "reminder-out-of-date",
      restriction: { kind: "until", until: noon },
    });
    expect(say(noon)).toBeUndefined();
    expect(clinic.session().reminder?.restriction).toEqual({ kind: "until", until: noon });
  });

  test("[LV4] when the hour turns between the reminder and the door, it is given again", () => {
    const clinic = given().ready().belongings().at(99);
    clinic.lookIn("awake-comfortable");
    clinic.at(118).doorReminder().handOut();
    const onTheHour = given().ready().belongings().at(99);
    onTheHour.lookIn("awake-comfortable");
    expect(onTheHour.at(118).doorReminder().handOut().at(120).discharge().rejected).toBeUndefined();
    expect(clinic.at(120, 1).discharge().rejected).toEqual({
      reason: "reminder-out-of-date",
      restriction: { kind: "until", until: at(27 * 60) },
    });
    expect(clinic.doorReminder().discharge().rejected).toEqual({ reason: "hand-out-missing" }); // the paper still says the hour before
    expect(only(clinic.handOut().discharge().events, "discharged").restriction).toEqual({
      kind: "until",
      until: at(27 * 60),
    });
  });
});

test("[LV5] discharged keeps who, when, by which rules, on what, until when and with whom", () => {
  const clinic = given().atTheDoor().at(74);
  const event = only(clinic.discharge().events, "discharged");
  expect(event).toMatchObject({
    leftAt: at(74),
    protocol: { id: "iv", version: 1 },
    restriction: { kind: "until", until: at(26 * 60) },
    ride: { status: "here", kind: "adult-in-building" },
  });
  expect(event.judged.every(({ state, evidence }) => state === "met" && evidence.length > 0)).toBe(true);
  expect(Object.values(clinic.clinic().closed)).toMatchObject([
    { outcome: "discharged", endedAt: at(74), by: "desk-0001" },
  ]);
});

describe("[LV6] the signature still holds at the door", () => {
  test("[LV6] lost to an adverse fact", () => {
    const clinic = given().atTheDoor().at(75);
    clinic.bp(165, 80);
    expect(clinic.discharge().rejected).toEqual({ reason: "criteria-not-met", criteria: ["pressure-oxygen"] });
  });

  test("[LV6] stale by a second, and back with a look-in", () => {
    const clinic = given().atTheDoor().at(100, 1).doorReminder().handOut();
    expect(clinic.discharge().rejected).toEqual({ reason: "criteria-not-met", criteria: ["pressure-oxygen"] });
    clinic.lookIn("awake-comfortable");
    expect(clinic.discharge().rejected).toBeUndefined();
  });

  test("[LV6] a damaged session, an unsigned one", () => {
    expect(damaged(given().atTheDoor()).discharge().rejected).toEqual({ reason: "criteria-not-met", criteria: [] });
    const clinic = given().recovered().ride().belongings().doorReminder().handOut();
    expect(clinic.discharge().rejected).toEqual({ reason: "not-fit-to-leave" });
  });
});

describe("[LV7] nobody can be kept", () => {
  test("[LV7] leaving against advice is a fact at any time, and never called discharged", () => {
    const clinic = given().ended().at(51);
    const event = only(clinic.submit("nurse", advice), "left-against-advice");
    expect(event).toMatchObject({ leftAt: at(50), ride: "none", restriction: { until: at(25 * 60) } }); // 10:50 and a day, rounded up
    expect(Object.values(clinic.clinic().closed)).toMatchObject([{ outcome: "left-against-advice", endedAt: at(50) }]);
  });

  test("[LV7] during the dose, past an open call, on a damaged session", () => {
    const clinic = given().started().at(20);
    clinic.help();
    expect(damaged(clinic).answer("nurse", { ...advice, leftAt: at(20) }).rejected).toBeUndefined();
  });

  test("[LV7] its time is a fact like any other: a minute ahead is set to now, more is refused, before check-in is refused, and days later is not", () => {
    const leave = (leftAt: number, now = at(50)) => {
      const { events, rejected } = given()
        .started()
        .atInstant(now)
        .answer("nurse", { ...advice, leftAt });
      return rejected ?? only(events, "left-against-advice").leftAt;
    };
    expect(leave(at(51))).toBe(at(50));
    expect(leave(at(51) + 1)).toEqual({ reason: "in-the-future", field: "leftAt" });
    expect(leave(at(-30))).toBe(at(-30));
    expect(leave(at(-30) - 1)).toEqual({ reason: "before-check-in", field: "leftAt" });
    expect(leave(at(50), at(50 * 60))).toBe(at(50));
  });
});

describe("[LV8] who got nothing goes home as one who got nothing", () => {
  test("[LV8] before the dose, not after its start", () => {
    const clinic = given().prepared();
    expect(types(clinic.submit("nurse", { type: "abort-before-dose", reason: { code: "pressure-held" } }))).toEqual([
      "aborted-before-dose",
    ]);
    const closed = Object.values(clinic.clinic().closed)[0];
    expect([closed?.outcome, closed?.restriction]).toEqual(["aborted-before-dose", undefined]);
    expect(
      given()
        .started()
        .refused("nurse", { type: "abort-before-dose", reason: { code: "pressure-held" } }),
    ).toEqual({ reason: "dose-was-given" });
  });

  test("[LV8] a start that did not happen is struck first", () => {
    const clinic = given().started();
    clinic.submit("nurse", {
      type: "correct-dose-fact",
      factId: "start-0001",
      at: at(0),
      struck: true,
      reason: { code: "not-done" },
    });
    expect(
      clinic.answer("nurse", { type: "abort-before-dose", reason: { code: "patient-declined" } }).rejected,
    ).toBeUndefined();
  });
});

test("[LV9] what has ended has ended, and what never was is unknown", () => {
  const clinic = given().atTheDoor();
  clinic.discharge();
  expect(clinic.discharge().rejected).toEqual({ reason: "session-ended" });
  expect(clinic.refused("nurse", advice)).toEqual({ reason: "session-ended" });
  expect(clinic.refused("nurse", { ...advice, sessionId: "session-none" })).toEqual({ reason: "unknown-thing" });
});
