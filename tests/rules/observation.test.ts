import { describe, expect, test } from "vitest";
import { at, given, GOOD, only, types, type Scenario } from "./scenario.ts";

const leave = (clinic: Scenario) =>
  clinic.submit("nurse", {
    type: "record-left-against-advice",
    leftAt: clinic.now(),
    lastValues: "taken",
    risksToldBy: "nurse-0001",
    ride: "none",
    keys: "no-car",
    prescriberTold: true,
    reason: { code: "upset" },
  });

describe("[OE1] a set is recorded whatever the phase", () => {
  test("[OE1] before the dose, while the pump runs, while it is paused, after it, once signed", () => {
    const clinic = given().prepared();
    expect(types(clinic.set())).toEqual(["observation-recorded"]);
    clinic.at(0).start();
    clinic.at(4).set();
    clinic.submit("nurse", { type: "pause-infusion", factId: "pause-0001", at: at(4), reason: { code: "distress" } });
    clinic.at(6).set();
    clinic.at(30).end();
    clinic.at(31).set();
    expect(clinic.session().observations).toHaveLength(5);
    expect(types(given().ready().set())).toEqual(["observation-recorded"]);
  });

  test("[OE1] on a session that has ended: recorded, rings nothing, and what it would have called for is listed", () => {
    const clinic = given().started().at(20);
    const recalled = clinic.session();
    leave(clinic);
    const { events } = clinic
      .at(40)
      .answer("nurse", clinic.observation({ ...GOOD, spo2: 88 }, { at: at(19) }), recalled);
    expect(types(events)).toEqual(["observation-recorded", "late-finding-listed"]);
    expect(only(events, "late-finding-listed").rule).toBe("oxygen-low");
  });

  test("[OE1] only impossible values and times refuse it", () => {
    const clinic = given().started().at(10);
    expect(clinic.refused("nurse", clinic.observation({ ...GOOD, hr: 251 }))).toMatchObject({
      reason: "values",
      problems: [{ kind: "impossible", field: "hr" }],
    });
    expect(clinic.refused("nurse", clinic.observation(GOOD, { at: at(11) + 1 }))).toEqual({
      reason: "in-the-future",
      field: "observedAt",
    });
    expect(clinic.refused("nurse", clinic.observation(GOOD, { at: at(-30) - 1 }))).toEqual({
      reason: "before-check-in",
      field: "observedAt",
    });
    expect(clinic.refused("nurse", { ...clinic.observation(GOOD), sessionId: "session-none" })).toEqual({
      reason: "unknown-thing",
    });
    clinic.set({}, { id: "observation-once" });
    expect(clinic.refused("nurse", clinic.observation(GOOD, { id: "observation-once" }))).toEqual({
      reason: "id-taken",
    });
  });

  test("[OE1] an unusual value that nobody confirmed is asked, and the server asks like the form", () => {
    const clinic = given().started().at(10);
    const entered = { sheet: "bp", observedAt: at(10), values: { sbp: 230, dbp: 120 } } as const;
    const wish = { type: "record-observation", observationId: "observation-0001", entered } as const;
    expect(clinic.refused("nurse", wish)).toEqual({
      reason: "values",
      problems: [{ kind: "unusual", field: "sbp", low: 70, high: 220, value: 230 }],
    });
    expect(clinic.answer("nurse", { ...wish, entered: { ...entered, confirmed: ["sbp"] } }).rejected).toBeUndefined();
  });
});

describe("[OE3] a correction is a new observation with a reason", () => {
  const corrected = (clinic: Scenario, replaces: string, values = { sbp: 121, dbp: 77 }, observedAt = at(5)) =>
    clinic.answer("nurse", {
      type: "correct-observation",
      observationId: `fix-of-${replaces}`,
      replaces,
      entered: { sheet: "bp", observedAt, values },
      reason: { code: "typing-slip" },
    });
  const measured = () => {
    const clinic = given().started().at(5);
    clinic.bp(212, 77, { id: "observation-0001" });
    return clinic.at(9);
  };

  test("[OE3] the first one stays, superseded, and the new one names it", () => {
    const clinic = measured();
    corrected(clinic, "observation-0001");
    const [, first, second] = clinic.session().observations;
    expect(first).toMatchObject({ status: "corrected", values: { sbp: 212 }, recordedAt: at(5) });
    expect(second).toMatchObject({
      status: "current",
      values: { sbp: 121 },
      observedAt: at(5),
      recordedAt: at(9),
      replaces: "observation-0001",
      reason: { code: "typing-slip" },
    });
  });

  test("[OE3] what has been replaced or struck is not replaced again", () => {
    const clinic = measured();
    corrected(clinic, "observation-0001");
    expect(corrected(clinic, "observation-0001").rejected).toEqual({ reason: "already-replaced" });
    const strike = (observationId: string) =>
      clinic.answer("nurse", { type: "strike-observation", observationId, reason: { code: "wrong-chair" } }).rejected;
    expect(strike("observation-0001")).toEqual({ reason: "already-replaced" });
    expect(strike("fix-of-observation-0001")).toBeUndefined();
    expect(strike("fix-of-observation-0001")).toEqual({ reason: "already-replaced" });
    expect(strike("observation-none")).toEqual({ reason: "unknown-thing" });
    expect(corrected(clinic, "observation-none").rejected).toEqual({ reason: "unknown-thing" });
    expect(corrected(clinic, "fix-of-observation-0001").rejected).toEqual({ reason: "already-replaced" });
  });

  test("[OE3] its own id is new", () => {
    const clinic = measured();
    clinic.bp(120, 70, { id: "fix-of-observation-0001" });
    expect(corrected(clinic, "observation-0001").rejected).toEqual({ reason: "id-taken" });
  });

  test("[OE3] it is judged like a first entry, and can itself be corrected", () => {
    const clinic = measured();
    expect(corrected(clinic, "observation-0001", { sbp: 70, dbp: 77 }).rejected).toMatchObject({ reason: "values" });
    expect(corrected(clinic, "observation-0001", { sbp: 121, dbp: 77 }, at(11)).rejected).toEqual({
      reason: "in-the-future",
      field: "observedAt",
    });
    corrected(clinic, "observation-0001");
    expect(corrected(clinic, "fix-of-observation-0001", { sbp: 122, dbp: 77 }).rejected).toBeUndefined();
    expect(
      clinic
        .session()
        .observations.filter(({ status }) => status === "current")
        .map(({ values }) => values.sbp),
    ).toEqual([120, 122]);
  });
});
