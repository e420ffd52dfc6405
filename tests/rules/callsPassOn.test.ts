import { describe, expect, test } from "vitest";
import { at, given, only, rung, types, type Scenario } from "./scenario.ts";
import type { Role } from "#shared/access/role.ts";

const called = () => {
  const clinic = given().started().at(5);
  clinic.set({ spo2: 90 });
  return clinic;
};
const wish = (clinic: Scenario) => ({ type: "pass-on-alarm", alarmId: clinic.call("oxygen-low").id }) as const;
const accept = (clinic: Scenario, role: Role) =>
  clinic.submit(role, { type: "accept-alarm", alarmId: clinic.call("oxygen-low").id });

describe("[AL19] who cannot take a call passes it on", () => {
  test("[AL19] by name, and it is nobody's again", () => {
    const clinic = called();
    accept(clinic, "nurse");
    const events = clinic.at(6).submit("nurse", wish(clinic));
    expect(types(events)).toEqual(["alarm-passed-on"]);
    expect(only(events, "alarm-passed-on").sessionId).toBe(clinic.session().id);
    const { accepted, passedOn, priority, raisedAt } = clinic.call("oxygen-low");
    expect([accepted, priority, raisedAt]).toEqual([undefined, "high", at(5)]);
    expect(passedOn).toEqual([{ at: at(6), by: "nurse-0001" }]);
  });

  test("[AL19] before having taken it, too", () => {
    const clinic = called();
    clinic.submit("nurse", wish(clinic));
    expect(clinic.call("oxygen-low").passedOn).toEqual([{ at: at(5), by: "nurse-0001" }]);
  });

  test("[AL19] nobody passes on what somebody else has", () => {
    const clinic = called();
    accept(clinic, "nurse");
    expect(clinic.refused("clinician", wish(clinic))).toEqual({ reason: "already-accepted" });
    expect(clinic.call("oxygen-low").accepted?.by).toBe("nurse-0001");
  });

  test("[AL19] another one takes it, and everybody who could not stays named", () => {
    const clinic = called();
    clinic.submit("nurse", wish(clinic));
    accept(clinic.at(6), "clinician");
    expect(clinic.call("oxygen-low").accepted).toEqual({ at: at(6), by: "clinician-0001" });
    clinic.at(7).submit("clinician", wish(clinic));
    accept(clinic.at(8), "nurse");
    expect(clinic.call("oxygen-low").passedOn).toEqual([
      { at: at(5), by: "nurse-0001" },
      { at: at(7), by: "clinician-0001" },
    ]);
    expect(clinic.call("oxygen-low").accepted).toEqual({ at: at(8), by: "nurse-0001" });
  });

  test("[AL19] it clears nothing, and a worse value still sounds", () => {
    const clinic = called();
    clinic.submit("nurse", wish(clinic));
    expect(rung(clinic.at(7).set({ spo2: 89 }), clinic)).toEqual(["oxygen-low high again"]);
    expect(clinic.call("oxygen-low").passedOn).toHaveLength(1);
  });

  test("[AL19] a call that is gone, or never was", () => {
    const clinic = called();
    const gone = wish(clinic);
    clinic.accept("oxygen-low").close("oxygen-low");
    expect(clinic.refused("nurse", gone)).toEqual({ reason: "already-cleared" });
    expect(clinic.refused("nurse", { ...gone, alarmId: "alarm-nowhere" })).toEqual({ reason: "already-cleared" });
  });

  test("[AL19] HELP at a chair without a patient likewise", () => {
    const clinic = given().founded();
    clinic.help();
    const events = clinic.submit("nurse", { type: "pass-on-alarm", alarmId: clinic.call("help").id });
    expect(only(events, "alarm-passed-on").sessionId).toBeUndefined();
    expect(clinic.call("help").passedOn).toHaveLength(1);
  });
});
