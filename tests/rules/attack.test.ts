import { describe, expect, test } from "vitest";
import { calendarDay, dayAndTime } from "#shared/base/time.ts";
import type { Clinic as State } from "#shared/clinic/clinic.ts";
import { readRecorded } from "#shared/clinic/upcast.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { dueList } from "#shared/recovery/due.ts";
import { at, given, only, type Wish } from "./scenario.ts";

const FURTHEST = Number.MAX_SAFE_INTEGER;
const DAY_MIN = 24 * 60;

const visit = (expectedAt: number): Wish => ({
  type: "expect-patient",
  visitId: "visit-0001",
  patientId: "patient-0001",
  route: "iv",
  expectedAt,
  ride: "none",
});

describe("[AT1] a date that no calendar has", () => {
  test("[AT1] is refused where a visit is planned", () => {
    const clinic = given().founded().at(0);
    for (const expectedAt of [FURTHEST, -FURTHEST, at(900 * DAY_MIN), at(-3 * DAY_MIN)])
      expect(clinic.refused("desk", visit(expectedAt))).toMatchObject({ reason: "invalid", field: "expectedAt" });
    clinic.submit("desk", visit(at(700 * DAY_MIN)));
  });

  test("[AT1] does not stop the clinic on the next day when it stands in the log", () => {
    const clinic = given().founded().at(0);
    clinic.submit("desk", visit(at(60)));
    clinic.become((state) => farAway(state, FURTHEST)).at(DAY_MIN);
    clinic.help("chair-two");
    expect(clinic.calls()).toHaveLength(1);
    clinic.become((state) => ({ ...state, at: FURTHEST }));
    clinic.help("chair-two");
    expect(clinic.calls()).toHaveLength(2);
  });

  test("[AT1] has a day and a time to be shown", () => {
    expect([calendarDay(FURTHEST, "UTC"), calendarDay(-FURTHEST, "UTC")]).toEqual(["9999-12-31", "1970-01-01"]);
    expect(dayAndTime(FURTHEST, "UTC")).toMatch(/31 Dec/);
  });
});

const farAway = (state: State, expectedAt: number): State => ({
  ...state,
  visits: Object.fromEntries(Object.entries(state.visits).map(([id, one]) => [id, { ...one, expectedAt }])),
});

test("[AT2] rules in which nobody could leave, or could drive at once, are refused", () => {
  const clinic = given().founded();
  const propose = (change: Partial<typeof IV_PROTOCOL>) =>
    clinic.answer("director", { type: "propose-protocol", protocol: { ...IV_PROTOCOL, version: 2, ...change } })
      .rejected;
  for (const hoursFromLeaving of [0, -24, 24.5, 1e300])
    expect(propose({ restriction: { kind: "hours", hoursFromLeaving } })).toMatchObject({
      field: "restriction.hoursFromLeaving",
    });
  expect(propose({ exit: { ...IV_PROTOCOL.exit, sets: 0 } })).toMatchObject({ field: "exit.sets" });
  expect(propose({ version: FURTHEST })).toMatchObject({ field: "version" });
  expect(propose({ restriction: { kind: "hours", hoursFromLeaving: 12 } })).toBeUndefined();
});

describe("[AT13] whatever a clinic switches off", () => {
  const { limits, schedule } = IV_PROTOCOL;
  const propose = (change: Partial<typeof IV_PROTOCOL>) =>
    given()
      .founded()
      .answer("director", { type: "propose-protocol", protocol: { ...IV_PROTOCOL, version: 2, ...change } }).rejected;
  const without = (measure: "sbp" | "dbp" | "hr" | "spo2" | "sedation" | "rr", side: "low" | "high") =>
    propose({
      limits: { ...limits, [measure]: { ...limits[measure], critical: { ...limits[measure].critical, [side]: null } } },
    });

  test.each([
    ["sbp", "low"],
    ["sbp", "high"],
    ["dbp", "high"],
    ["hr", "low"],
    ["hr", "high"],
    ["spo2", "low"],
    ["sedation", "low"],
  ] as const)("[AT13] a critically %s %s value is called", (measure, side) => {
    expect(without(measure, side)).toEqual({ reason: "invalid", field: `limits.${measure}`, problem: "impossible" });
  });

  test("[AT13] the others are the clinic's to leave out", () => {
    expect(without("rr", "low")).toBeUndefined();
    expect(without("dbp", "low")).toBeUndefined();
  });

  test("[AT13] a limit is a number that can be entered", () => {
    const high = (bound: number) =>
      propose({ limits: { ...limits, sbp: { ...limits.sbp, critical: { low: 90, high: bound } } } });
    expect(high(300)).toBeUndefined();
    expect(high(301)).toMatchObject({ field: "limits.sbp" });
    const low = (bound: number) =>
      propose({ limits: { ...limits, sbp: { ...limits.sbp, critical: { low: bound, high: 180 } } } });
    expect(low(40)).toBeUndefined();
    expect(low(39)).toMatchObject({ field: "limits.sbp" });
  });

  test("[AT13] a check that nobody made is called once it is late, and within the hour", () => {
    const sound = (soundAfterMin: number) => propose({ schedule: { ...schedule, soundAfterMin } });
    expect([sound(60), sound(schedule.lateAfterMin)]).toEqual([undefined, undefined]);
    for (const wrong of [61, schedule.lateAfterMin - 1])
      expect(sound(wrong)).toMatchObject({ field: "schedule.soundAfterMin" });
  });
});

describe("[AT4] a start after the end is more of the drug", () => {
  test("[AT4] nobody is ready while it runs, and its own end counts", () => {
    const clinic = given().ended().at(50);
    clinic.start("start-0002");
    clinic.at(55).set();
    clinic.at(70).set();
    clinic.exit();
    expect([clinic.verdict(), clinic.state("time")]).toEqual(["not-yet", "unknown"]);
    expect(clinic.sign().rejected).toMatchObject({ reason: "criteria-not-met" });
    clinic.at(90).end("end-0002");
    expect([clinic.at(119).state("time"), clinic.at(120).state("time")]).toEqual(["not-met", "met"]);
  });

  test("[AT4] it takes a signature back; a start that was written twice does not", () => {
    const clinic = given().ready().at(72);
    clinic.submit("nurse", { type: "start-infusion", factId: "start-0002", at: at(0) + 1, mg: 35, plannedMin: 40 });
    expect(clinic.verdict()).toBe("ready");
    expect(only(clinic.start("start-0003"), "fit-to-leave-voided").criteria).toContain("time");
    expect(clinic.verdict()).toBe("not-yet");
  });
});

test("[AT5] who has any fact about the pump does not go home as one who got nothing", () => {
  const clinic = given().prepared().at(0);
  clinic.end();
  expect(clinic.refused("nurse", { type: "abort-before-dose", reason: { code: "other" } })).toEqual({
    reason: "dose-was-given",
  });
});

describe("[AT6] what a signature rests on", () => {
  test("[AT6] nobody has seen what has not happened yet", () => {
    const clinic = given().recovered();
    const sign = (seenSeq: number) => clinic.answer("nurse", { type: "confirm-fit-to-leave", seenSeq }).rejected;
    expect(sign(clinic.clinic().seq + 1)).toMatchObject({ reason: "newer-facts" });
    expect(sign(FURTHEST)).toMatchObject({ reason: "newer-facts" });
    expect(sign(clinic.clinic().seq)).toBeUndefined();
  });

  test("[AT6] a newer signature of the nurse asks for the prescriber again", () => {
    const clinic = given({ protocol: { clinicianConfirmsFitToLeave: true } }).fit();
    const countersign = () =>
      clinic.submit("clinician", { type: "countersign-fit-to-leave", seenSeq: clinic.clinic().seq });
    countersign();
    clinic.ride();
    expect(clinic.verdict()).toBe("ready");
    clinic.at(75).sign();
    expect(clinic.verdict()).toBe("checks-met");
    countersign();
    expect(clinic.verdict()).toBe("ready");
  });
});

describe("[AT7] no call is lost by what somebody else does", () => {
  test("[AT7] a chair stays as long as a call of it is open", () => {
    const clinic = given().founded().at(5);
    clinic.help("chair-two");
    const removeChair = { type: "remove-chair", chairId: "chair-two" } as const;
    expect(clinic.refused("admin", removeChair)).toEqual({ reason: "chair-in-use" });
    clinic.accept("help").close("help");
    clinic.submit("admin", removeChair);
  });

  test("[AT7] an id that was chosen to be that of another call takes nobody's place", () => {
    const clinic = given().started().at(1);
    const soon = Number(/\d+$/.exec(only(clinic.help("chair-two"), "alarm-raised").alarmId)?.[0]);
    const commandId = `command-${String(soon + 4).padStart(6, "0")}`;
    clinic.submit("desk", {
      type: "call-help",
      alarmId: `oxygen-low-${commandId}`,
      chairId: "chair-two",
      flag: "faint",
    });
    const raised = only(clinic.set({ spo2: 80 }), "alarm-raised").alarmId;
    expect(raised).toBe(`oxygen-low-${commandId}-1`);
    expect(clinic.calls().map(({ rule }) => rule)).toEqual(["help", "help", "oxygen-low"]);
  });
});

test("[AT11] a session that was forgotten for four months costs no more than milliseconds", () => {
  const clinic = given()
    .ended()
    .at(120 * DAY_MIN);
  const began = performance.now();
  const due = dueList(clinic.session(), clinic.protocol(), clinic.now());
  expect(performance.now() - began).toBeLessThan(500);
  expect(due.length).toBeGreaterThan(11_000);
  expect(due.filter(({ state }) => state === "overdue")).toHaveLength(1);
});

test("[AT12] a row that is damaged in every part is still a row", () => {
  for (const sessionId of ["x", "not an id", "__proto__", null])
    for (const body of ["", "[]", `{"at":1e300}`, `{"at":${FURTHEST},"event":{"type":"discharged"}}`])
      expect(readRecorded(body, { seq: 5, sessionId })).toMatchObject({ seq: 5, event: { type: "event-unreadable" } });
});
