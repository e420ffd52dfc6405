import { describe, expect, test } from "vitest";
import { HOUR } from "#shared/base/time.ts";
import { alignedAtT0, courseOf } from "#shared/recovery/course.ts";
import type { Session } from "#shared/session/session.ts";
import { at, given, type Scenario } from "./scenario.ts";

const treated = (clinic: Scenario, change: Partial<Session> = {}) => ({
  session: { ...clinic.session(), ...change },
  protocol: clinic.protocol(),
});
const step = (clinic: Scenario) => courseOf([treated(clinic)])[0];
const peaks = (clinic: Scenario) => step(clinic)?.peaks;

/** The same treatment on an earlier day. */
const daysEarlier = (session: Session, days: number): Partial<Session> => ({
  doseFacts: session.doseFacts.map((fact) => ({ ...fact, at: fact.at - days * 24 * HOUR })),
});

describe("[CO1] a course", () => {
  test("[CO1] is the treatments in the order of their T0, however they were found", () => {
    const clinic = given().ended();
    const session = clinic.session();
    const nth = (n: number, daysAgo: number) =>
      treated(clinic, { ...daysEarlier(session, daysAgo), course: { n, of: 6 } });
    const course = courseOf([nth(3, 0), nth(1, 7), nth(2, 3)]);
    expect(course.map(({ n, of }) => `${n} of ${of}`)).toEqual(["1 of 6", "2 of 6", "3 of 6"]);
    expect(course.map(({ t0 }) => t0)).toEqual([at(0) - 7 * 24 * HOUR, at(0) - 3 * 24 * HOUR, at(0)]);
  });

  test("[CO1] without a number where nobody planned one, and without one that was not begun", () => {
    expect(step(given().ended())).toMatchObject({
      sessionId: "session-0001",
      route: "iv",
      n: undefined,
      of: undefined,
    });
    expect(courseOf([treated(given().prepared())])).toEqual([]);
    expect(courseOf([])).toEqual([]);
  });

  test("[CO1] what was given: as planned while it goes on, and in the end as it was", () => {
    expect(step(given().started())?.mg).toBe(35);
    const stopped = given().started().at(20);
    stopped.submit("nurse", {
      type: "end-infusion",
      factId: "end-0001",
      at: at(20),
      givenMg: 17.5,
      reason: { code: "distress" },
    });
    expect(step(stopped)?.mg).toBe(17.5);
    expect(step(given({ route: "nasal" }).given())?.mg).toBe(84);
  });

  test("[CO1] peaks: of oxygen the lowest, of all else the highest, each with its minute", () => {
    const clinic = given().started().at(10);
    clinic.set({ sbp: 141, dbp: 88, hr: 90, spo2: 96, dissociation: 6, distress: 2 });
    clinic.at(20).set({ sbp: 138, dbp: 91, hr: 84, spo2: 94, dissociation: 8, distress: 1 });
    clinic.at(29, 31).set({ cadss: 22 });
    expect(peaks(clinic)).toEqual({
      sbp: { value: 141, minute: 10 },
      dbp: { value: 91, minute: 20 },
      hr: { value: 90, minute: 10 },
      spo2: { value: 94, minute: 20 },
      dissociation: { value: 8, minute: 20 },
      distress: { value: 2, minute: 10 },
      cadss: { value: 22, minute: 30 },
    });
  });

  test("[CO1] peaks: of equal ones the first, and nothing of before T0 or of what was struck", () => {
    const clinic = given().started({ sbp: 158, dbp: 95 }).at(10);
    clinic.set({ dissociation: 5, hr: 71 });
    clinic.at(20).set({ dissociation: 5, hr: 99 });
    clinic.submit("nurse", {
      type: "strike-observation",
      observationId: clinic.lastObservation().id,
      reason: { code: "wrong-chair" },
    });
    clinic.at(21).set({ dissociation: 5 });
    expect(peaks(clinic)).toMatchObject({
      sbp: { value: 120, minute: 10 },
      hr: { value: 71, minute: 10 },
      dissociation: { value: 5, minute: 10 },
    });
  });

  test("[CO1] peaks: one at T0 itself counts, and what was never measured is missing", () => {
    const clinic = given().started().at(0);
    clinic.set({ sbp: 131 });
    expect(peaks(clinic)?.sbp).toEqual({ value: 131, minute: 0 });
    expect(peaks(clinic)).not.toHaveProperty("cadss");
    expect(peaks(given().started())).toEqual({});
  });

  test("[CO1] time to ready: effects gone, and signed, in minutes from T0", () => {
    expect(step(given().ended())).toMatchObject({ effectsGoneMin: undefined, fitMin: undefined });
    expect(step(given().recovered())).toMatchObject({ effectsGoneMin: 55, fitMin: undefined });
    expect(step(given().fit())).toMatchObject({ effectsGoneMin: 55, fitMin: 70 });
  });

  test("[CO1] time to ready: a relapse takes it back, a lost signature too", () => {
    const clinic = given().fit().at(75);
    clinic.set({ dissociation: 4 });
    expect(step(clinic)).toMatchObject({ effectsGoneMin: undefined, fitMin: undefined });
  });

  test("[CO1] how it ended", () => {
    const clinic = given().atTheDoor();
    const before = treated(clinic);
    clinic.discharge();
    const [closed] = Object.values(clinic.clinic().closed);
    expect(courseOf([{ ...before, closed }])[0]).toMatchObject({ outcome: "discharged", effectsGoneMin: 55 });
    expect(courseOf([before])[0]?.outcome).toBeUndefined();
  });

  test("[CO1] each under the rules that it was given by", () => {
    const strict = given({ protocol: { exit: { ...given().ended().protocol().exit, dissociationAtMost: 3 } } }).ended();
    strict.at(55).set({ dissociation: 3 });
    const usual = given().ended();
    usual.at(55).set({ dissociation: 3 });
    expect(courseOf([treated(strict), treated(usual)]).map(({ effectsGoneMin }) => effectsGoneMin)).toEqual([
      55,
      undefined,
    ]);
  });
});

describe("[CO2] a session lies on minutes from its own T0", () => {
  const minutes = (clinic: Scenario) => alignedAtT0(clinic.session()).map(({ minute }) => minute);

  test("[CO2] in their order, with what was before it below nought", () => {
    const clinic = given().started().at(10);
    clinic.set({ hr: 88 });
    clinic.at(30).set({ hr: 90 }, { at: at(7, 30) });
    expect(minutes(clinic)).toEqual([-10, 7.5, 10]);
    expect(alignedAtT0(clinic.session()).map(({ values }) => values.hr)).toEqual([70, 90, 88]);
  });

  test("[CO2] of an injection the first one, of a spray the first device", () => {
    const shot = given({ route: "im" }).given().at(15);
    shot.give("dose-two-0", at(15), 40);
    shot.at(20).set();
    const spray = given({ route: "nasal" }).given().at(20);
    spray.set();
    expect([minutes(shot), minutes(spray)]).toEqual([
      [-10, 20],
      [-10, 20],
    ]);
  });

  test("[CO2] a corrected T0 moves all of it", () => {
    const clinic = given().started().at(10);
    clinic.set();
    clinic.submit("nurse", {
      type: "correct-dose-fact",
      factId: "start-0001",
      at: at(4),
      struck: false,
      reason: { code: "wrong-time" },
    });
    expect(minutes(clinic)).toEqual([-14, 6]);
  });

  test("[CO2] nothing where nothing was begun, and nothing of what was struck", () => {
    const clinic = given().prepared();
    expect(minutes(clinic)).toEqual([]);
    clinic.at(0).start();
    clinic.submit("nurse", {
      type: "strike-observation",
      observationId: clinic.lastObservation().id,
      reason: { code: "wrong-chair" },
    });
    expect(minutes(clinic)).toEqual([]);
  });
});
