import { describe, expect, test } from "vitest";
import { at, given, only, rung, types } from "./scenario.ts";

describe("[AL2] a call stands or falls with the fact that caused it", () => {
  test("[AL2] it is raised by the same command, and the same facts again change nothing", () => {
    const clinic = given().started().at(5);
    expect(types(clinic.set({ spo2: 90, hr: 135 }))).toEqual(["observation-recorded", "alarm-raised", "alarm-raised"]);
    expect(types(clinic.submit("nurse", { type: "add-note", text: "mask slipped" }))).toEqual(["note-added"]);
    expect(clinic.tick()).toEqual([]);
    expect(clinic.call("oxygen-low")).toMatchObject({
      priority: "high",
      chairId: "chair-one",
      observationId: clinic.lastObservation().id,
    });
  });

  test("[AL2] a corrected observation clears its call", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 93 });
    const { id } = clinic.lastObservation();
    const entered = {
      sheet: "full",
      observedAt: at(5),
      values: { sbp: 120, dbp: 76, hr: 70, spo2: 99, sedation: 5, dissociation: 2, distress: 0 },
    } as const;
    const events = clinic.submit("nurse", {
      type: "correct-observation",
      observationId: "observation-fixed",
      replaces: id,
      entered,
      reason: { code: "typing-slip" },
    });
    expect(types(events)).toEqual(["observation-corrected", "alarm-cleared"]);
    expect(clinic.calls()).toEqual([]);
  });

  test("[AL2] a struck observation takes its high call to settled, for a person to close", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 88 });
    const events = clinic.submit("nurse", {
      type: "strike-observation",
      observationId: clinic.lastObservation().id,
      reason: { code: "artefact" },
    });
    expect(types(events)).toEqual(["observation-struck", "alarm-settled"]);
  });

  test("[AL2] a correction to a worse value rings", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 98 });
    const entered = {
      sheet: "full",
      observedAt: at(5),
      values: { sbp: 120, dbp: 76, hr: 70, spo2: 89, rr: 14, sedation: 5, dissociation: 2, distress: 0 },
    } as const;
    const events = clinic.submit("nurse", {
      type: "correct-observation",
      observationId: "observation-fixed",
      replaces: clinic.lastObservation().id,
      entered,
      reason: { code: "typing-slip" },
    });
    expect(rung(events, clinic)).toEqual(["oxygen-low high"]);
  });

  test("[AL2] each patient has their own calls", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 90 });
    clinic.submit("nurse", {
      type: "check-in",
      sessionId: "session-0002",
      patientId: "patient-0002",
      chairId: "chair-two",
      route: "iv",
    });
    const other = clinic.submit("nurse", {
      ...clinic.observation({ sbp: 185, dbp: 90 }, { sheet: "bp" }),
      sessionId: "session-0002",
    });
    expect(only(other, "alarm-raised")).toMatchObject({
      chairId: "chair-two",
      sessionId: "session-0002",
      rule: "pressure-high",
    });
    expect(clinic.calls()).toHaveLength(2);
  });
});

describe("[AL3] what sounds again", () => {
  test("[AL3] a higher priority, and it must be accepted anew", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 92 });
    clinic.accept("oxygen-low");
    expect(rung(clinic.at(8).set({ spo2: 91 }), clinic)).toEqual(["oxygen-low high again"]);
    const { accepted, raisedAt } = clinic.call("oxygen-low");
    expect([accepted, raisedAt]).toEqual([undefined, at(8)]);
  });

  test("[AL3] within high a worse value, not the same and not a better one", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 90 });
    clinic.accept("oxygen-low");
    expect(rung(clinic.at(6).set({ spo2: 90 }), clinic)).toEqual([]);
    expect(rung(clinic.at(7).set({ spo2: 91 }), clinic)).toEqual([]);
    expect(clinic.call("oxygen-low").accepted).toBeDefined();
    expect(rung(clinic.at(8).set({ spo2: 89 }), clinic)).toEqual(["oxygen-low high again"]);
  });

  test("[AL3] within medium a worse value does not", () => {
    const clinic = given().started().at(5);
    clinic.set({ hr: 112 });
    expect(rung(clinic.at(6).set({ hr: 125 }), clinic)).toEqual([]);
  });

  test("[AL3] a low pressure is worse by either of its numbers", () => {
    const clinic = given().started().at(5);
    clinic.bp(90, 45);
    expect(rung(clinic.at(7).bp(90, 35), clinic)).toEqual(["pressure-low high again"]);
  });

  test("[AL3] a condition that came back before anybody closed the call, even a milder one, and it stays high", () => {
    for (const spo2 of [90, 93]) {
      const clinic = given().started().at(5);
      clinic.set({ spo2: 90 });
      clinic.accept("oxygen-low").at(8).set({ spo2: 97 });
      expect(clinic.call("oxygen-low").settledAt).toBe(at(8));
      expect(rung(clinic.at(11).set({ spo2 }), clinic)).toEqual(["oxygen-low high again"]);
      const { settledAt, accepted, priority } = clinic.call("oxygen-low");
      expect([settledAt, accepted, priority]).toEqual([undefined, undefined, "high"]);
    }
  });
});

describe("[AL9] how a call ends", () => {
  test("[AL9] low and medium clear themselves", () => {
    const clinic = given().started().at(5);
    clinic.set({ hr: 112 });
    expect(types(clinic.at(8).set())).toEqual(["observation-recorded", "alarm-cleared"]);
    expect(clinic.calls()).toEqual([]);
  });

  test("[AL9] high settles once and stays until a person closes it", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 90 });
    expect(types(clinic.at(8).set())).toEqual(["observation-recorded", "alarm-settled"]);
    expect(types(clinic.at(9).set())).toEqual(["observation-recorded"]);
    expect(
      clinic.refused("nurse", {
        type: "clear-alarm",
        alarmId: clinic.call("oxygen-low").id,
        outcome: { code: "settled" },
      }),
    ).toEqual({ reason: "accept-first" });
    expect(types(clinic.accept("oxygen-low").close("oxygen-low"))).toEqual(["alarm-cleared"]);
    expect(clinic.calls()).toEqual([]);
  });

  test("[AL9] the value that a person closed does not call again; a newer one does", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 90 });
    clinic.accept("oxygen-low").close("oxygen-low");
    expect(clinic.tick()).toEqual([]);
    expect(types(clinic.submit("nurse", { type: "add-note", text: "probe on the other hand" }))).toEqual([
      "note-added",
    ]);
    expect(rung(clinic.at(7).set({ spo2: 90 }), clinic)).toEqual(["oxygen-low high"]);
  });

  test("[AL9] closing a check does not do it: an overdue one is back with the next look at the clock", () => {
    const clinic = given().started().at(18);
    clinic.tick();
    clinic.accept("check-overdue").close("check-overdue");
    expect(rung(clinic.tick(), clinic)).toEqual(["check-overdue medium"]);
  });

  test("[AL9] what is closed cannot be closed twice", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 90 });
    const { id: alarmId } = clinic.call("oxygen-low");
    clinic.accept("oxygen-low").close("oxygen-low");
    expect(clinic.refused("nurse", { type: "clear-alarm", alarmId, outcome: { code: "treated" } })).toEqual({
      reason: "already-cleared",
    });
    expect(clinic.refused("nurse", { type: "accept-alarm", alarmId })).toEqual({ reason: "already-cleared" });
  });
});

describe("[AL10] a late entry older than the current value", () => {
  test("[AL10] never rings and is listed once as found late", () => {
    const clinic = given().started().at(12);
    clinic.set();
    const events = clinic.at(20).set({ spo2: 88, hr: 140 }, { at: at(6), id: "observation-late" });
    expect(types(events)).toEqual(["observation-recorded", "late-finding-listed", "late-finding-listed"]);
    expect(clinic.calls()).toEqual([]);
    expect(clinic.session().lateFindings.map(({ observationId, rule }) => `${observationId} ${rule}`)).toEqual([
      "observation-late heart-rate-high",
      "observation-late oxygen-low",
    ]);
    expect(types(clinic.set())).toEqual(["observation-recorded"]);
  });

  test("[AL10] rings, and is not listed, where it is still the newest of its measure", () => {
    const clinic = given().started().at(12);
    clinic.bp(124, 80);
    const events = clinic.at(20).set({ spo2: 88 }, { at: at(6) });
    expect(rung(events, clinic)).toEqual(["oxygen-low high"]);
    expect(clinic.session().lateFindings).toEqual([]);
  });

  test("[AL10] judged by what was known then: the second critical pressure of that time is one line", () => {
    const clinic = given().started().at(5);
    clinic.bp(184, 90);
    clinic.at(20).bp(130, 80);
    const events = clinic.at(24).bp(186, 90, { at: at(10) });
    expect(only(events, "late-finding-listed")).toMatchObject({ rule: "pressure-high" });
    expect(rung(events, clinic)).toEqual([]);
  });

  test("[AL10] a good late entry is only recorded", () => {
    const clinic = given().started().at(12);
    clinic.set();
    expect(types(clinic.at(20).set({}, { at: at(6) }))).toEqual(["observation-recorded"]);
  });
});

describe("[AL11] HELP", () => {
  test("[AL11] needs no value and no session, and is high at once", () => {
    const clinic = given().founded();
    expect(only(clinic.help(), "alarm-raised")).toMatchObject({
      rule: "help",
      priority: "high",
      chairId: "chair-one",
      sessionId: undefined,
      flag: "chest-pain",
    });
  });

  test("[AL11] says whose chair it is, stays through good values, and ends by a person", () => {
    const clinic = given().started().at(5);
    expect(only(clinic.help(), "alarm-raised").sessionId).toBe(clinic.session().id);
    clinic.at(8).set();
    expect(clinic.call("help").settledAt).toBeUndefined();
    clinic.accept("help").close("help");
    expect(clinic.calls()).toEqual([]);
  });

  test("[AL11] a chair that is not there, and a call that is there already", () => {
    const clinic = given().founded();
    const call = { type: "call-help", alarmId: "help-000001", chairId: "chair-one", flag: "help" } as const;
    expect(clinic.refused("desk", { ...call, chairId: "chair-nine" })).toEqual({ reason: "unknown-thing" });
    clinic.submit("desk", call);
    expect(clinic.refused("desk", call)).toEqual({ reason: "id-taken" });
  });
});

test("[AL12] accepting says who owns it and clears nothing", () => {
  const clinic = given().started().at(5);
  clinic.set({ spo2: 90 });
  const { id: alarmId } = clinic.call("oxygen-low");
  clinic.submit("clinician", { type: "accept-alarm", alarmId });
  expect(clinic.call("oxygen-low").accepted).toEqual({ at: at(5), by: "clinician-0001" });
  expect(clinic.refused("nurse", { type: "accept-alarm", alarmId })).toEqual({ reason: "already-accepted" });
  expect(clinic.refused("nurse", { type: "accept-alarm", alarmId: "alarm-nowhere" })).toEqual({
    reason: "already-cleared",
  });
});

test("[AL9] the same value taken again while a call is open is closed with it, and does not call anew", () => {
  const clinic = given().started().at(5);
  clinic.set({ spo2: 88 });
  clinic.accept("oxygen-low");
  clinic.at(7).set({ spo2: 88 });
  clinic.close("oxygen-low");
  expect(clinic.tick()).toEqual([]);
  clinic.at(9).set({ spo2: 87 });
  expect(clinic.call("oxygen-low")).toMatchObject({ priority: "high" });
});
