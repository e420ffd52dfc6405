import { describe, expect, test } from "vitest";
import { COMMON_EXIT } from "#shared/protocol/common.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { at, given, type Scenario } from "./scenario.ts";
import { done, drug, happened, struck } from "./leavingSteps.ts";

const check = (clinic: Scenario) => clinic.check("orthostatic");
const dizzy: Values = { symptoms: [{ symptom: "dizziness", grade: "mild" }] };
/** Sits at 120/76, and stands up a minute later. */
const stood = (standing: Values, clinic = given({ from65: true }).ended()) => {
  clinic.at(55).set();
  clinic.at(56).exit(standing);
  return clinic;
};

describe("[RD16] who is asked for a standing pressure", () => {
  test("[RD16] from 65 years, and where nobody knows the age; younger than that nobody", () => {
    expect(check(given({ from65: true }).ended())).toEqual({
      id: "orthostatic",
      state: "unknown",
      evidence: [],
      whose: "nurse",
    });
    expect(check(given({ from65: undefined }).ended())?.state).toBe("unknown");
    expect(check(given({ from65: false }).ended())).toBeUndefined();
  });

  const asks: readonly (readonly [string, (clinic: Scenario) => unknown])[] = [
    ["dizziness, however mild", (clinic) => clinic.set(dizzy)],
    ["a faint", (clinic) => clinic.set({ symptoms: [{ symptom: "faint", grade: "mild" }] })],
    ["a drug for pressure into a vein", (clinic) => drug(clinic, "labetalol", "iv")],
    ["a drug for pressure by mouth", (clinic) => drug(clinic, "clonidine", "oral")],
    ["a loss of consciousness that was reported", (clinic) => happened(clinic, "loss-of-consciousness")],
    ["dizziness that was reported", (clinic) => happened(clinic, "dizziness")],
  ];
  test.each(asks)("[RD16] after %s everybody; a standing pressure from before it does not do", (_, happens) => {
    const clinic = given().ended().at(55);
    clinic.set();
    clinic.at(60, -1).exit({ standingSbp: 118, standingDbp: 74 });
    expect(check(clinic)).toBeUndefined();
    happens(clinic.at(60));
    expect(check(clinic)).toMatchObject({ state: "unknown", evidence: [] });
    clinic.at(60).exit({ standingSbp: 118, standingDbp: 74 });
    expect(check(clinic)?.state).toBe("met");
  });

  const asksNot: readonly (readonly [string, (clinic: Scenario) => unknown])[] = [
    ["another symptom", (clinic) => clinic.set({ symptoms: [{ symptom: "headache", grade: "severe" }] })],
    ["a sedative", (clinic) => drug(clinic, "midazolam", "iv")],
    ["fluids", (clinic) => done(clinic, "fluids")],
    ["another event", (clinic) => happened(clinic, "nausea")],
    ["an empty list of symptoms", (clinic) => clinic.set({ symptoms: [] })],
  ];
  test.each(asksNot)("[RD16] not after %s", (_, happens) => {
    const clinic = given().ended().at(55);
    happens(clinic);
    expect(check(clinic)).toBeUndefined();
  });

  test("[RD16] a drug that was struck asks for nothing", () => {
    const clinic = given().ended().at(55);
    drug(clinic, "labetalol", "iv");
    struck(clinic, "drug-0001");
    expect(check(clinic)).toBeUndefined();
  });

  test("[RD16] of an event that was told again the last telling counts", () => {
    const clinic = given().ended().at(55);
    happened(clinic, "dizziness");
    expect(check(clinic)?.state).toBe("unknown");
    happened(clinic, "headache"); // under the same id
    expect(check(clinic)).toBeUndefined();
  });

  test("[RD16] dizzy before the dose asks for nothing, at its start and during it does", () => {
    const before = given().prepared(dizzy).at(0);
    before.start();
    before.at(40).end();
    expect(check(before)).toBeUndefined();
    const atStart = given().started();
    atStart.set(dizzy);
    atStart.at(40).end();
    expect(check(atStart)?.state).toBe("unknown");
  });

  test("[RD16] before the dose nobody is asked", () => {
    expect(check(given({ from65: true }).prepared())).toBeUndefined();
  });

  test("[RD16] of several reasons the last one counts", () => {
    const clinic = given({ from65: true }).ended().at(55);
    clinic.set(dizzy);
    clinic.at(56).exit({ standingSbp: 118, standingDbp: 74 });
    expect(check(clinic)?.state).toBe("met");
    drug(clinic.at(57), "labetalol", "iv");
    expect(check(clinic)?.state).toBe("unknown");
    clinic.at(58).exit({ standingSbp: 118, standingDbp: 74 });
    expect(check(clinic)?.state).toBe("met");
  });

  test("[RD16] who is dizzy on standing is asked to stand again, whatever the age", () => {
    const clinic = stood({ standingSbp: 118, standingDbp: 74, ...dizzy }, given().ended());
    expect(check(clinic)?.state).toBe("not-met");
    clinic.at(60).exit({ standingSbp: 118, standingDbp: 74 });
    expect(check(clinic)?.state).toBe("met");
  });
});

describe("[RD16] the standing pressure falls by less than 20/10, without symptoms", () => {
  const falls: readonly (readonly [number, number, boolean])[] = [
    [120, 76, true],
    [101, 76, true],
    [100, 76, false],
    [99, 76, false],
    [120, 67, true],
    [120, 66, false],
    [120, 65, false],
    [100, 66, false],
    [130, 80, true], // a rise is no fall
  ];
  test.each(falls)("[RD16] from 120/76 to %i/%i: %j", (standingSbp, standingDbp, good) => {
    expect(check(stood({ standingSbp, standingDbp }))?.state).toBe(good ? "met" : "not-met");
  });

  test("[RD16] its numbers are the protocol's", () => {
    const state = (standingSbp: number, standingDbp: number) => {
      const exit = { ...COMMON_EXIT, orthostatic: { sbpDropBelow: 8, dbpDropBelow: 4 } };
      return check(stood({ standingSbp, standingDbp }, given({ from65: true, protocol: { exit } }).ended()))?.state;
    };
    expect([state(113, 73), state(112, 73), state(113, 72)]).toEqual(["met", "not-met", "not-met"]);
  });

  test.each(["dizziness", "faint"] as const)("[RD16] %s on standing is not met, though nothing fell", (symptom) => {
    const clinic = stood({ standingSbp: 120, standingDbp: 76, symptoms: [{ symptom, grade: "mild" }] });
    expect(check(clinic)?.state).toBe("not-met");
    expect(
      check(stood({ standingSbp: 120, standingDbp: 76, symptoms: [{ symptom: "numbness", grade: "mild" }] }))?.state,
    ).toBe("met");
  });

  test("[RD16] against the sitting pressure of the same entry, else the last one before it", () => {
    const same = stood({ sbp: 150, dbp: 90, standingSbp: 131, standingDbp: 81 });
    expect(check(same)?.state).toBe("met");
    expect(check(stood({ sbp: 150, dbp: 90, standingSbp: 130, standingDbp: 81 }))?.state).toBe("not-met");
    const later = stood({ standingSbp: 102, standingDbp: 68 });
    later.at(57).bp(150, 90); // sat down again: what comes after is not what she stood up from
    expect(check(later)?.state).toBe("met");
    const atOnce = given({ from65: true }).ended().at(55);
    atOnce.set();
    atOnce.bp(130, 80);
    atOnce.exit({ standingSbp: 110, standingDbp: 76 });
    expect(check(atOnce)?.state).toBe("not-met");
    atOnce.at(56).lookIn();
    expect(check(atOnce)?.state).toBe("not-met");
  });

  test("[RD16] with nothing to fall from it is unknown, and shows what was measured", () => {
    const clinic = given({ from65: true }).checkedIn().at(0);
    clinic.start();
    clinic.at(40).end();
    clinic.at(56).exit({ standingSbp: 118, standingDbp: 74 });
    expect(check(clinic)).toMatchObject({
      state: "unknown",
      evidence: [
        { measure: "standingSbp", value: 118, observedAt: at(56) },
        { measure: "standingDbp", value: 74, observedAt: at(56) },
      ],
    });
  });

  test("[RD16] the newest one counts, with its evidence", () => {
    const clinic = stood({ standingSbp: 90, standingDbp: 60 });
    expect(check(clinic)?.state).toBe("not-met");
    clinic.at(60).exit({ standingSbp: 112, standingDbp: 72 });
    clinic.at(61).set();
    expect(check(clinic)).toMatchObject({
      state: "met",
      evidence: [
        { measure: "standingSbp", value: 112, observedAt: at(60) },
        { measure: "standingDbp", value: 72, observedAt: at(60) },
      ],
    });
  });

  test("[RD16] one from before the acute end is none", () => {
    const clinic = given({ from65: true, route: "im" }).given().at(29, 59);
    clinic.set({ standingSbp: 118, standingDbp: 74 });
    expect(check(clinic.at(40))?.state).toBe("unknown");
    const exact = given({ from65: true, route: "im" }).given().at(30);
    exact.set({ standingSbp: 118, standingDbp: 74 });
    expect(check(exact)?.state).toBe("met");
  });
});
