import { describe, expect, test } from "vitest";
import { assert } from "#shared/base/assert.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { IM_PROTOCOL } from "#shared/protocol/im.ts";
import { NASAL_PROTOCOL } from "#shared/protocol/nasal.ts";
import { acuteEndOf, stayOverAt } from "#shared/recovery/acuteEnd.ts";
import { checksOf } from "#shared/recovery/criteria.ts";
import { nextDue } from "#shared/recovery/due.ts";
import { goodOxygen } from "#shared/recovery/good.ts";
import { standsWell } from "#shared/recovery/orthostatic.ts";
import { isNeverOverridden, isSameEvidence } from "#shared/recovery/overrides.ts";
import { caseOf } from "#shared/recovery/readiness.ts";
import { doseOf } from "#shared/session/dose.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { at, given, type Scenario } from "./scenario.ts";

const dose = (clinic: Scenario) => doseOf(clinic.session().doseFacts);
const acuteEnd = (clinic: Scenario) => acuteEndOf(dose(clinic), clinic.protocol(), clinic.now());
const oneOf = (clinic: Scenario, change: Partial<Protocol> = {}) =>
  caseOf(clinic.clinic(), clinic.session(), { ...clinic.protocol(), ...change }, clinic.now());
const device = (clinic: Scenario, minute: number) =>
  clinic.at(minute).submit("nurse", { type: "give-device", factId: `device-${minute}-0000`, at: clinic.now() });
const injection = (clinic: Scenario, minute: number) =>
  clinic
    .at(minute)
    .submit("nurse", { type: "give-injection", factId: `inject-${minute}-0000`, at: clinic.now(), mg: 50 });

describe("[IV5] the acute end of what was given another way", () => {
  test("[IV5] forty minutes after a device, thirty after an injection, whatever the session's route", () => {
    const sprayed = given().ended(40);
    device(sprayed, 50);
    expect(acuteEnd(sprayed)).toBe(at(90));
    const injected = given().ended(40);
    injection(injected, 50);
    expect(acuteEnd(injected)).toBe(at(80));
  });

  test("[IV5] the clinic's own minutes for its own route", () => {
    const quick = { window: { ...IM_PROTOCOL.window, acuteEndAfterMin: 10 } };
    expect(acuteEnd(given({ route: "im", protocol: quick }).given())).toBe(at(10));
    const long = { minimumStay: { ...NASAL_PROTOCOL.minimumStay, min: 150 } };
    const mixed = given({ route: "nasal", protocol: long }).prepared();
    injection(mixed, 0);
    device(mixed, 40);
    expect(stayOverAt(dose(mixed), mixed.protocol(), mixed.now())).toBe(at(190));
  });
});

describe("[DU3] what comes next", () => {
  test("[DU3] [WP2] a recheck is not hidden behind a set that waits because somebody is with the patient", () => {
    const clinic = given().started().at(5);
    clinic.bp(184, 96);
    clinic.at(9).submit("nurse", { type: "stay-with-patient" });
    clinic.at(10);
    expect(clinic.due()).toContain("10 held");
    expect(nextDue(clinic.session(), clinic.protocol(), clinic.now())).toMatchObject({ kind: "recheck", asks: "bp" });
  });

  test("[DU7] with nothing measured since check-in the first set stays open, and is overdue", () => {
    const clinic = given().checkedIn().ordered().gate().reminded().at(0);
    clinic.start();
    expect(clinic.at(9).due()).toContain("0 overdue");
  });

  test("[DU4] a look at the very moment that belongs to the next slot leaves the one before it not done", () => {
    const clinic = given().started();
    clinic.at(16).set();
    expect(clinic.due().slice(0, 3)).toEqual(["0 done", "10 not-done", "20 done"]);
  });
});

describe("[RD9] oxygen that is good enough", () => {
  const patient = (floor: number, criticalLow: number) => {
    const clinic = given().ended();
    const { exit, limits } = clinic.protocol();
    const spo2 = { warn: { low: null, high: null }, critical: { low: criticalLow, high: null } };
    return oneOf(clinic, { exit: { ...exit, spo2AtLeast: floor }, limits: { ...limits, spo2 } });
  };

  test("[RD9] [OV3] 91 is never, whatever the clinic has set", () => {
    expect([90, 91, 92].map((spo2) => goodOxygen(patient(80, 60), spo2))).toEqual([false, false, true]);
  });

  test("[RD9] critical is never, wherever the floor lies", () => {
    expect([93, 94].map((spo2) => goodOxygen(patient(80, 93), spo2))).toEqual([false, true]);
  });
});

describe("[OV3] what nobody lets pass", () => {
  const seen = (values: Values) => {
    const clinic = given().ended().at(55);
    clinic.set(values);
    return clinic;
  };
  const wide = { warn: { low: null, high: null }, critical: { low: 0, high: null } };
  const never = (clinic: Scenario, check: "oxygen" | "awake", limits: Partial<Protocol["limits"]>) =>
    isNeverOverridden(oneOf(clinic, { limits: { ...clinic.protocol().limits, ...limits } }), check);

  test("[OV3] SpO2 of 91 and below, or critical, or not measured", () => {
    const low = (criticalLow: number) => ({ spo2: { ...wide, critical: { low: criticalLow, high: null } } });
    expect([85, 91, 92].map((spo2) => never(seen({ spo2 }), "oxygen", low(60)))).toEqual([true, true, false]);
    expect([92, 93].map((spo2) => never(seen({ spo2 }), "oxygen", low(92)))).toEqual([true, false]);
    expect(never(given().ended().at(55), "oxygen", low(60))).toBe(true);
  });

  test("[OV3] MOAA/S 3 and below, or outside the clinic's own limit, or not looked at", () => {
    expect([3, 4].map((sedation) => never(seen({ sedation }), "awake", { sedation: wide }))).toEqual([true, false]);
    const strict = { ...wide, warn: { low: 4, high: null } };
    expect([4, 5].map((sedation) => never(seen({ sedation }), "awake", { sedation: strict }))).toEqual([true, false]);
    expect(never(given().ended().at(55), "awake", { sedation: wide })).toBe(true);
  });

  test("[OV3] anything while the dose has not ended", () => {
    const clinic = given().started().at(20);
    expect([isNeverOverridden(oneOf(clinic), "nausea"), isNeverOverridden(oneOf(given().ended()), "nausea")]).toEqual([
      true,
      false,
    ]);
  });
});

test("[OV4] the same evidence is the same measure of the same observation", () => {
  const [sbp] = given().recovered().check("pressure")?.evidence ?? [];
  assert(sbp?.observationId !== undefined, "a pressure was taken");
  const { observationId: _, ...unnamed } = sbp;
  expect(isSameEvidence([sbp], [{ ...sbp, by: "system" }])).toBe(true);
  for (const other of [unnamed, { ...sbp, measure: "hr" }, { ...sbp, value: 1 }, { ...sbp, observedAt: at(51) }])
    expect(isSameEvidence([sbp], [other])).toBe(false);
});

test("[RD11] only checks are in the list of checks", () => {
  const clinic = given().ended().at(55);
  expect(checksOf(oneOf(clinic)).every(({ id, state }) => id !== undefined && state !== undefined)).toBe(true);
});

test("[RD16] half a standing pressure says nothing", () => {
  const clinic = given().ended().at(55);
  clinic.set();
  const half = (values: Values) =>
    standsWell(clinic.session(), clinic.protocol(), { ...clinic.lastObservation(), values });
  expect([half({ standingSbp: 118 }), half({ standingDbp: 70 }), half({ standingSbp: 118, standingDbp: 70 })]).toEqual([
    undefined,
    undefined,
    true,
  ]);
});

describe("[RW4] effects gone is the last word of what was measured, in the order of its time", () => {
  const gone = { dissociation: 0, distress: 0, sedation: 5 };

  test("[RW4] one told late does not take back what was seen after it", () => {
    const clinic = given().ended().at(60);
    clinic.set({ dissociation: 5 });
    clinic.at(61).set(gone, { at: at(50) });
    expect(clinic.recovery().state).not.toBe("effects-gone");
  });

  test("[RW4] of two at one moment the one recorded last counts", () => {
    const clinic = given().ended().at(60);
    clinic.set(gone);
    expect(clinic.recovery().state).toBe("effects-gone");
    clinic.set({ dissociation: 5 });
    expect(clinic.recovery().state).not.toBe("effects-gone");
  });

  test.each(["sedation", "distress", "dissociation"] as const)("[RW4] without %s nobody can say gone", (field) => {
    const clinic = given().ended().at(60);
    const { [field]: _, ...rest } = { ...gone, sbp: 120, dbp: 74 };
    clinic.submit("nurse", clinic.observation(rest, { sheet: "bp" }));
    expect(clinic.recovery().state).toBe("in-window");
  });
});

test("[RD6] a walk that was not good stays so, whatever comes after it", () => {
  const clinic = given().ended().at(55);
  clinic.set();
  clinic.at(70).exit({ gait: "unsteady" });
  clinic.at(72).set({ symptoms: [{ symptom: "dizziness", grade: "moderate" }] });
  expect(clinic.check("walk")?.state).toBe("not-met");
});

test("[RD6] an event that was no fall hides no symptom", () => {
  const clinic = given().recovered();
  clinic.at(71).submit("nurse", {
    type: "record-adverse-event",
    adverseEventId: "adverse-0001",
    told: {
      kind: "hypertension",
      onsetAt: at(20),
      severity: "mild",
      serious: [],
      relatedness: "related",
      interventions: [],
      outcome: "resolved",
      resolvedAt: at(30),
      notified: [],
    },
  });
  expect(clinic.check("walk")?.state).toBe("met");
  clinic.at(72).set({ symptoms: [{ symptom: "dizziness", grade: "moderate" }] });
  expect(clinic.check("walk")?.state).toBe("stale");
});
