import { describe, expect, test } from "vitest";
import { StaffRole } from "#shared/access/role.ts";
import { roleFor } from "#shared/access/permission.ts";
import { CheckId } from "#shared/protocol/protocol.ts";
import { isNeverOverridden, MAY_OVERRIDE } from "#shared/recovery/overrides.ts";
import { caseOf } from "#shared/recovery/readiness.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { at, given, only, type Scenario } from "./scenario.ts";
import { drug, exitWith, letPass, recoveredBy } from "./leavingSteps.ts";

/** Just after the dose, all fifteen checks open, and none so bad that nobody may. */
const allOpen = (values: Values = {}) => {
  const clinic = given({ from65: undefined, protocol: exitWith("suicidality") })
    .ended()
    .at(41);
  drug(clinic, "midazolam", "iv");
  clinic.set({ sbp: 165, spo2: 92, sedation: 4, dissociation: 3, distress: 5, nausea: 4, ...values });
  clinic.exit({ orientation: "not-oriented", gait: "unsteady", suicidality: "thoughts" });
  clinic.help();
  return clinic;
};
const never = (clinic: Scenario, check: CheckId) =>
  isNeverOverridden(caseOf(clinic.clinic(), clinic.session(), clinic.protocol(), clinic.now()), check);

const PRESCRIBER = "clinician director";
const TABLE: Readonly<Record<CheckId, string>> = {
  time: PRESCRIBER,
  sets: PRESCRIBER,
  pressure: PRESCRIBER,
  oxygen: PRESCRIBER,
  awake: PRESCRIBER,
  dissociation: PRESCRIBER,
  oriented: PRESCRIBER,
  walk: PRESCRIBER,
  orthostatic: PRESCRIBER,
  nausea: "nurse clinician director",
  distress: PRESCRIBER,
  suicidality: PRESCRIBER,
  drugs: PRESCRIBER,
  escort: "",
  calls: "",
};

describe("[OV2] who may let a check pass", () => {
  test("[OV2] all fifteen are open to begin with", () => {
    const open = allOpen()
      .readiness()
      .criteria.flatMap(({ checks }) => checks.filter(({ state }) => state !== "met").map(({ id }) => id));
    expect(open.toSorted()).toEqual([...CheckId.options].toSorted());
  });

  const rows = CheckId.options.flatMap((check) =>
    (["nurse", "clinician", "director"] as const).map((role) => [check, role, TABLE[check].includes(role)] as const),
  );
  test.each(rows)("[OV2] %s by a %s: %j", (check, role, may) => {
    const clinic = allOpen();
    const before = clinic.clinic();
    const { rejected } = letPass(clinic, check, role);
    if (may) {
      expect(rejected).toBeUndefined();
      expect(clinic.check(check)?.overridden).toMatchObject({ by: `${role}-0001`, at: at(41) });
      return;
    }
    const nobody = TABLE[check] === "";
    expect(rejected).toEqual({ reason: nobody ? "never-overridden" : "not-yours-to-override", check });
    expect(clinic.clinic()).toBe(before);
  });

  test("[OV2] desk, admin and the wall may let nothing pass", () => {
    const may = StaffRole.options.filter((role) => roleFor([role], "override-check") !== undefined);
    expect([...may].toSorted()).toEqual(["clinician", "director", "nurse"]);
  });

  test("[OV2] the table of the code is this one", () => {
    expect(Object.fromEntries(CheckId.options.map((check) => [check, MAY_OVERRIDE[check].join(" ")]))).toEqual(TABLE);
  });
});

describe("[OV3] what nobody lets pass", () => {
  const rejection = (clinic: Scenario, check: CheckId) => letPass(clinic, check, "director").rejected?.reason;

  test("[OV3] the two hours of the spray, at any minute of them", () => {
    const clinic = given({ route: "nasal" }).given().at(110);
    clinic.set();
    for (const second of [-7_199, -60, -1]) expect(rejection(clinic.at(120, second), "time")).toBe("never-overridden");
    expect(rejection(clinic.at(120), "time")).toBe("never-overridden");
    expect(rejection(given({ route: "im" }).given().at(60), "time")).toBeUndefined();
    expect(rejection(given().ended(), "time")).toBeUndefined();
  });

  test.each([0, 1, 2, 3, 4])("[OV3] MOAA/S of %i", (sedation) => {
    expect(rejection(allOpen({ sedation }), "awake")).toBe(sedation <= 3 ? "never-overridden" : undefined);
  });

  test("[OV3] MOAA/S that nobody ever looked at", () => {
    const clinic = given().checkedIn().at(0);
    clinic.start();
    clinic.at(40).end();
    expect(rejection(clinic, "awake")).toBe("never-overridden");
  });

  test.each([90, 91, 92, 93])("[OV3] SpO2 of %i, on the newest value and in the sets", (spo2) => {
    const reason = spo2 <= 91 ? "never-overridden" : undefined;
    expect(rejection(allOpen({ spo2 }), "oxygen")).toBe(reason);
    expect(rejection(allOpen({ spo2 }), "sets")).toBe(reason);
    expect(rejection(allOpen({ spo2 }), "pressure")).toBeUndefined();
  });

  test("[OV3] by the newest of each, not by a worse one before it or by one that is yet to come", () => {
    const clinic = allOpen({ spo2: 91, sedation: 3 });
    clinic.at(45).set({ spo2: 92, sedation: 4 });
    expect([never(clinic, "oxygen"), never(clinic, "sets"), never(clinic, "awake")]).toEqual([false, false, false]);
    clinic.at(44);
    expect([never(clinic, "oxygen"), never(clinic, "sets"), never(clinic, "awake")]).toEqual([true, true, true]);
  });

  test("[OV3] a number that only one entry has is still the newest of its kind", () => {
    const clinic = allOpen({ spo2: 91, sedation: 3 });
    clinic.at(45).bp(120, 76);
    expect([never(clinic, "oxygen"), never(clinic, "awake")]).toEqual([true, true]);
  });

  test("[OV3] a patient who lives at altitude has the lower floor there too", () => {
    const clinic = given({ protocol: { altitude: { spo2LowerBy: 2 } } })
      .ended()
      .at(55);
    clinic.set({ spo2: 90 });
    expect(never(clinic, "oxygen")).toBe(true);
    clinic.become((state) => ({
      ...state,
      sessions: Object.fromEntries(
        Object.entries(state.sessions).map(([id, one]) => [id, { ...one, livesAtAltitude: true }]),
      ),
    }));
    expect(never(clinic, "oxygen")).toBe(false);
    clinic.at(56).set({ spo2: 89 });
    expect([never(clinic, "oxygen"), never(clinic, "sets")]).toEqual([true, true]);
  });

  test("[OV3] an open high call, and a ride that is not there", () => {
    const clinic = recoveredBy("iv");
    expect([never(clinic, "calls"), never(clinic, "escort")]).toEqual([true, true]);
    expect(CheckId.options.filter((check) => never(clinic, check))).toEqual(["escort", "calls"]);
  });

  test("[OV3] what nobody measured since the acute end is not known, and not let pass on a value from before", () => {
    const wish = (check: CheckId) =>
      ({
        type: "override-check",
        seenSeq: 9_999,
        check,
        reason: { code: "assessed-at-chair" },
        safeguard: { code: "extra-check" },
      }) as const;
    for (const check of ["sets", "oxygen", "awake"] as const) {
      const clinic = given().ended().at(42);
      expect(clinic.refused("clinician", { ...wish(check), seenSeq: clinic.clinic().seq })).toEqual({
        reason: "never-overridden",
        check,
      });
      clinic.set({ spo2: 92, sedation: 4 });
      expect(clinic.refused("clinician", { ...wish("awake"), seenSeq: clinic.clinic().seq + 1 })).toMatchObject({
        reason: "newer-facts",
      });
      if (clinic.check(check)?.state !== "met") letPass(clinic, check);
      expect(["met", "not-met", "unknown"]).toContain(clinic.check(check)?.state);
    }
  });
});

describe("[PP4] nobody lets a dose pass that has not ended", () => {
  const everyCheck = (clinic: Scenario) => {
    for (const check of CheckId.options) letPass(clinic, check, "director");
    clinic.sign();
    clinic.ride();
    return clinic.verdict();
  };
  test("[PP4] while the pump runs or is paused", () => {
    const clinic = given().started().at(20);
    clinic.set();
    expect(everyCheck(clinic)).toBe("not-yet");
    clinic.submit("nurse", { type: "pause-infusion", factId: "pause-0001", at: at(20), reason: { code: "distress" } });
    expect(everyCheck(clinic)).toBe("not-yet");
  });
  test("[PP4] before it began", () => expect(everyCheck(given().prepared())).toBe("not-yet"));
  test("[PP4] between two devices", () => {
    const clinic = given({ route: "nasal" }).prepared().at(0);
    clinic.give();
    expect(everyCheck(clinic.at(130))).toBe("not-yet");
  });
});

test("[OV1] an override names check, value, reason and safeguard, and who gave it when", () => {
  const clinic = allOpen();
  const set = clinic.session().observations.find(({ values }) => values.dissociation === 3)?.id;
  const { events } = letPass(clinic, "dissociation");
  expect(only(events, "check-overridden")).toMatchObject({
    seenSeq: clinic.clinic().seq - 1,
    override: {
      check: "dissociation",
      reason: { code: "assessed-at-chair" },
      safeguard: { code: "stays-with-adult" },
      state: "not-met",
      evidence: [{ observationId: set, measure: "dissociation", value: 3, observedAt: at(41), by: "nurse-0001" }],
    },
  });
  expect(clinic.session().overrides).toEqual([
    { ...only(events, "check-overridden").override, at: at(41), by: "clinician-0001" },
  ]);
});
