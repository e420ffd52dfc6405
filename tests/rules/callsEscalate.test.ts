import { describe, expect, test } from "vitest";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { at, given, only, rung, types, type Scenario } from "./scenario.ts";

/** Whom the clock asks at this minute and second. */
const asks = (clinic: Scenario, minute: number, second = 0): readonly string[] =>
  clinic
    .at(minute, second)
    .tick()
    .flatMap((event) => (event.type === "alarm-escalated" ? [event.to] : []));
const called = (protocol: Partial<Protocol> = {}) => {
  const clinic = given({ protocol }).started().at(5);
  clinic.set({ spo2: 90 });
  return clinic;
};

describe("[AL20] a high call that nobody took", () => {
  test("[AL20] goes to the clinician after a minute and to everybody after two, once each", () => {
    const clinic = called();
    expect(asks(clinic, 5, 59)).toEqual([]);
    expect(asks(clinic, 6)).toEqual(["clinician"]);
    expect(clinic.call("oxygen-low").escalated).toEqual({ at: at(6), to: "clinician" });
    expect(asks(clinic, 6)).toEqual([]);
    expect(asks(clinic, 6, 59)).toEqual([]);
    expect(asks(clinic, 7)).toEqual(["everyone"]);
    expect(clinic.call("oxygen-low").escalated).toEqual({ at: at(7), to: "everyone" });
    expect([asks(clinic, 7), asks(clinic, 7, 1), asks(clinic, 9)]).toEqual([[], [], []]);
  });

  test("[AL20] names its patient, and changes neither its age nor who has it", () => {
    const clinic = called();
    const event = only(clinic.at(6).tick(), "alarm-escalated");
    expect(event).toMatchObject({ alarmId: clinic.call("oxygen-low").id, sessionId: clinic.session().id });
    expect(clinic.call("oxygen-low")).toMatchObject({ raisedAt: at(5), priority: "high" });
    expect(clinic.call("oxygen-low").accepted).toBeUndefined();
  });

  test("[AL20] straight to everybody where nobody looked at the clock in between", () => {
    const clinic = called();
    expect(asks(clinic, 7)).toEqual(["everyone"]);
    expect(asks(clinic, 8)).toEqual([]);
  });

  test("[AL20] who took it in time is asked alone", () => {
    const clinic = called();
    clinic.at(5, 59).accept("oxygen-low");
    expect([asks(clinic, 6), asks(clinic, 7), asks(clinic, 9)]).toEqual([[], [], []]);
  });

  test("[AL20] taken after the clinician was asked, it goes no further", () => {
    const clinic = called();
    asks(clinic, 6);
    clinic.at(6, 30).accept("oxygen-low");
    expect(asks(clinic, 7)).toEqual([]);
  });

  test("[AL20] passed on, it waits for nobody: its age is that of the call", () => {
    const clinic = called();
    clinic.accept("oxygen-low").at(6, 30);
    clinic.submit("nurse", { type: "pass-on-alarm", alarmId: clinic.call("oxygen-low").id });
    expect(asks(clinic, 6, 30)).toEqual(["clinician"]);
    expect(asks(clinic, 7)).toEqual(["everyone"]);
  });

  test("[AL20] a worse value begins again", () => {
    const clinic = called();
    asks(clinic, 7);
    clinic.at(7, 30).set({ spo2: 89 });
    expect(clinic.call("oxygen-low").escalated).toBeUndefined();
    expect(asks(clinic, 8, 29)).toEqual([]);
    expect(asks(clinic, 8, 30)).toEqual(["clinician"]);
    expect(asks(clinic, 9, 30)).toEqual(["everyone"]);
  });

  test("[AL20] medium and low go to nobody", () => {
    const clinic = given().started().at(5);
    clinic.set({ hr: 112, sbp: 150, dbp: 80 });
    expect(clinic.calls().map(({ priority }) => priority)).toEqual(["low", "medium"]);
    expect([asks(clinic, 6), asks(clinic, 7), asks(clinic, 12)]).toEqual([[], [], []]);
  });

  test("[AL20] medium that turns high counts from then", () => {
    const clinic = given().started().at(5);
    clinic.set({ spo2: 92 });
    clinic.at(9).set({ spo2: 90 });
    expect([asks(clinic, 9), asks(clinic, 9, 59), asks(clinic, 10)]).toEqual([[], [], ["clinician"]]);
  });

  test("[AL20] each call by itself", () => {
    const clinic = called();
    clinic.at(5, 30).set({ spo2: 90, hr: 135 });
    expect(asks(clinic, 6)).toEqual(["clinician"]);
    expect(asks(clinic, 6, 30)).toEqual(["clinician"]);
    expect(asks(clinic, 8)).toEqual(["everyone", "everyone"]);
  });

  test("[AL20] beside what time itself calls for", () => {
    const clinic = called();
    expect(types(clinic.at(18).tick())).toEqual(["alarm-escalated", "alarm-raised"]);
    expect(rung(clinic.tick(), clinic)).toEqual([]);
  });
});

describe("[AL20] whose times", () => {
  const calls = { toClinicianAfterS: 30, toAllAfterS: 45, silenceS: 120 };

  test("[AL20] those of the session's protocol", () => {
    const clinic = called({ calls });
    expect([asks(clinic, 5, 29), asks(clinic, 5, 30), asks(clinic, 5, 44), asks(clinic, 5, 45)]).toEqual([
      [],
      ["clinician"],
      [],
      ["everyone"],
    ]);
  });

  test("[AL20] HELP without a patient by those that we ship", () => {
    const clinic = given({ protocol: { calls } }).founded().at(0);
    clinic.help();
    expect(asks(clinic, 0, 59)).toEqual([]);
    const event = only(clinic.at(1).tick(), "alarm-escalated");
    expect([event.to, event.sessionId]).toEqual(["clinician", undefined]);
    expect([asks(clinic, 1, 59), asks(clinic, 2), asks(clinic, 3)]).toEqual([[], ["everyone"], []]);
  });

  test("[AL20] HELP of a patient who has left by those that we ship", () => {
    const clinic = given({ protocol: { calls } }).checkedIn().at(0);
    clinic.help();
    clinic.submit("nurse", { type: "abort-before-dose", reason: { code: "patient-declined" } });
    expect([asks(clinic, 0, 45), asks(clinic, 1), asks(clinic, 2)]).toEqual([[], ["clinician"], ["everyone"]]);
  });
});
