import { describe, expect, test } from "vitest";
import { gateOf } from "#shared/session/gate.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { given, type Scenario } from "./scenario.ts";

const gate = (clinic: Scenario) => gateOf(clinic.clinic(), clinic.session(), clinic.protocol(), clinic.now());
const clear = (clinic: Scenario, code: "pressure-held" | "first-treatment" = "pressure-held") =>
  clinic.submit("clinician", { type: "give-clearance", why: { code } });
const ALL = ["identity", "allergies", "contraindications", "consent", "ride"] as const;

describe("[GA1] green when everything on the way to the dose is done", () => {
  test("[GA1] all of it is open at check-in, and nothing when it is done", () => {
    expect(gate(given().checkedIn())).toEqual({
      open: [...ALL, "order", "baseline", "sober-reminder"],
      soft: ["medicines", "fasting", "emergency-kit"],
      hold: "none",
      needs: [],
      cleared: false,
      look: [],
      green: false,
    });
    expect(gate(given().prepared())).toMatchObject({ open: [], hold: "none", cleared: false, green: true });
  });

  test.each(ALL)("[GA1] without %s it is not green", (item) => {
    const clinic = given().prepared();
    for (const answer of ["not-done", "not-applicable"] as const) {
      clinic.submit("nurse", { type: "record-gate-item", item, answer });
      expect([gate(clinic).open, gate(clinic).green]).toEqual([[item], false]);
    }
    clinic.submit("nurse", { type: "record-gate-item", item, answer: "reviewed-unchanged" });
    expect(gate(clinic).green).toBe(true);
  });

  test("[GA1] the kit and the fasting are asked, and block nothing", () => {
    const clinic = given().prepared();
    for (const item of ["emergency-kit", "fasting"] as const)
      clinic.submit("nurse", { type: "record-gate-item", item, answer: "not-done" });
    expect(gate(clinic).green).toBe(true);
  });

  test("[GA1] a reminder that was given and not acknowledged is still open", () => {
    const clinic = given().prepared();
    clinic.submit("nurse", { type: "give-sober-reminder", droveHere: true, keys: "with-patient", acknowledged: false });
    expect(gate(clinic).open).toEqual(["sober-reminder"]);
  });
});

describe("[GA2] a baseline is every value that the protocol asks for, or a reason", () => {
  const open = (values: Values, more: Parameters<Scenario["observation"]>[1] = {}) => {
    const clinic = given().checkedIn().ordered().gate().reminded();
    clinic.answer("nurse", clinic.observation(values, more));
    return gate(clinic).open;
  };
  const rest = { hr: 70, spo2: 98, sedation: 5, dissociation: 0, distress: 0 };

  test("[GA2] a pressure alone is not one", () =>
    expect(open({ sbp: 120, dbp: 76 }, { sheet: "bp" })).toEqual(["baseline"]));
  test("[GA2] one value with a reason in its place is one", () => {
    expect(open({ sbp: 120, dbp: 76, ...rest }, { notAssessed: [{ field: "rr", why: "declined" }] })).toEqual([]);
  });
  test("[GA2] no reason stands for the pressure", () => {
    expect(open({ ...rest, rr: 14 }, { notAssessed: [{ field: "bp", why: "equipment" }] })).toEqual(["baseline"]);
  });

  test("[GA2] it may come in parts, and a struck part is missing again", () => {
    const clinic = given().prepared();
    clinic.submit("nurse", {
      type: "strike-observation",
      observationId: clinic.lastObservation().id,
      reason: { code: "wrong-chair" },
    });
    expect(gate(clinic).open).toEqual(["baseline"]);
    clinic.set({ sbp: undefined, dbp: undefined }, { notAssessed: [{ field: "bp", why: "equipment" }] });
    expect(gate(clinic).open).toEqual(["baseline"]);
    clinic.bp(120, 76);
    expect(gate(clinic).open).toEqual([]);
  });
});

describe("[GA3] a high pressure before the dose", () => {
  const hold = (sbp: number, dbp: number) => gate(given().prepared({ sbp, dbp })).hold;
  test("[GA3] held from 160 or 100, do not start above 180 or 110", () => {
    expect([hold(159, 99), hold(160, 99), hold(159, 100)]).toEqual(["none", "held", "held"]);
    expect([hold(180, 99), hold(181, 99), hold(150, 110), hold(150, 111)]).toEqual([
      "held",
      "do-not-start",
      "held",
      "do-not-start",
    ]);
  });

  test("[GA3] by the newest pressure", () => {
    const clinic = given().prepared({ sbp: 170, dbp: 90 }).at(-5);
    expect(gate(clinic)).toMatchObject({ hold: "held", green: false });
    clinic.bp(158, 90);
    expect(gate(clinic)).toMatchObject({ hold: "none", green: true });
  });
});

describe("[GA4] a clinician clears the pressure that stood when she said so", () => {
  test("[GA4] a held one is cleared by a clearance for it", () => {
    const clinic = given().prepared({ sbp: 165 }).at(-5);
    clear(clinic, "first-treatment");
    expect(gate(clinic)).toMatchObject({ hold: "held", cleared: false, green: false });
    clear(clinic);
    expect(gate(clinic)).toMatchObject({ hold: "held", cleared: true, green: true });
  });

  test("[GA4] a newer held one is held again", () => {
    const clinic = given().prepared({ sbp: 165 }).at(-5);
    clear(clinic);
    clinic.at(-3).bp(170, 90);
    expect(gate(clinic)).toMatchObject({ cleared: false, green: false });
    clear(clinic);
    expect(gate(clinic).green).toBe(true);
  });

  test("[GA4] nobody clears do not start, and no clearance stands for what is open", () => {
    const clinic = given().prepared({ sbp: 181 }).at(-5);
    clear(clinic);
    expect(gate(clinic)).toMatchObject({ hold: "do-not-start", cleared: false, green: false });
    const open = given().checkedIn();
    clear(open);
    expect(gate(open).green).toBe(false);
  });
});
