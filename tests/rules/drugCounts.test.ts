import { describe, expect, test } from "vitest";
import { DrugCountTold } from "#shared/session/care.ts";
import type { Session } from "#shared/session/session.ts";
import { at, given, types, type Answer, type Scenario } from "./scenario.ts";

interface Count {
  readonly drawnMg: number;
  readonly givenMg: number;
  readonly wastedMg: number;
}
const counted = (clinic: Scenario, told: Count, drugCountId = "count-0001", recalled?: Session): Answer =>
  clinic.answer("nurse", { type: "count-drug", drugCountId, told: { package: { lot: "K-17" }, ...told } }, recalled);
const flags = (clinic: Scenario) => clinic.session().drugCounts.at(-1)?.flags;
const flagsOf = (clinic: Scenario, drawnMg: number, givenMg: number, wastedMg: number) => {
  counted(clinic, { drawnMg, givenMg, wastedMg });
  return flags(clinic);
};
const witness = (
  clinic: Scenario,
  role: "nurse" | "clinician" | "director",
  recalled?: Session,
  drugCountId = "count-0001",
) => clinic.answer(role, { type: "witness-waste", drugCountId }, recalled).rejected;

describe("[IN3] a controlled drug is counted", () => {
  test("[IN3] drawn is given and wasted", () => {
    expect(flagsOf(given().ended(), 50, 35, 15)).toEqual([]);
    expect(flagsOf(given().ended(), 35, 35, 0)).toEqual([]);
    expect(flagsOf(given().checkedIn(), 0, 0, 0)).toEqual([]);
  });

  test("[IN3] or it says that it does not add up: what a syringe cannot show is rounding", () => {
    expect(flagsOf(given().ended(), 50, 35, 14.95)).toEqual([]);
    expect(flagsOf(given().ended(), 50, 35, 14.9)).toEqual(["does-not-add-up"]);
    expect(flagsOf(given().ended(), 50, 35, 15.1)).toEqual(["does-not-add-up"]);
    expect(flagsOf(given().ended(), 50, 35, 0)).toEqual(["does-not-add-up"]);
  });

  test("[IN3] it is recorded all the same, once", () => {
    const clinic = given().ended();
    const told = { drawnMg: 50, givenMg: 35, wastedMg: 0 };
    expect(types(counted(clinic, told).events)).toEqual(["drug-counted"]);
    expect(clinic.session().drugCounts).toEqual([
      {
        id: "count-0001",
        package: { lot: "K-17" },
        ...told,
        flags: ["does-not-add-up"],
        recordedAt: at(40),
        by: "nurse-0001",
      },
    ]);
    expect(counted(clinic, told).rejected).toEqual({ reason: "id-taken" });
  });

  test("[IN3] what was counted as given is what was given, once the dose has ended", () => {
    expect(flagsOf(given().ended(), 50, 30, 20)).toEqual(["given-differs-from-dose"]);
    expect(flagsOf(given().ended(), 50, 30, 10)).toEqual(["does-not-add-up", "given-differs-from-dose"]);
    expect(flagsOf(given().started().at(10), 50, 30, 20)).toEqual([]);
    expect(flagsOf(given({ route: "nasal" }).given(), 84, 84, 0)).toEqual([]);
  });

  test("[IN3] two packages are one dose together", () => {
    const clinic = given({ route: "im" }).given().at(15);
    clinic.give("dose-two-0", at(15), 40);
    counted(clinic, { drawnMg: 50, givenMg: 50, wastedMg: 0 }, "count-0001");
    counted(clinic, { drawnMg: 50, givenMg: 40, wastedMg: 10 }, "count-0002");
    expect(flags(clinic)).toEqual([]);
  });

  test("[IN3] nothing less than nothing", () => {
    const parses = (change: object) =>
      DrugCountTold.safeParse({ package: {}, drawnMg: 50, givenMg: 35, wastedMg: 15, ...change }).success;
    expect([parses({}), parses({ drawnMg: -1 }), parses({ givenMg: -1 }), parses({ wastedMg: -1 })]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test("[IN3] after the patient has left, too, and in no session that never was", () => {
    const clinic = given().checkedIn();
    const recalled = clinic.session();
    clinic.submit("nurse", { type: "abort-before-dose", reason: { code: "unwell" } });
    const told = { drawnMg: 50, givenMg: 0, wastedMg: 50 };
    expect(types(counted(clinic, told, "count-0001", recalled).events)).toEqual(["drug-counted"]);
    expect(counted(clinic, told).rejected).toEqual({ reason: "unknown-thing" });
  });
});

describe("[IN4] waste", () => {
  const wasted = (witnessForWaste = true) => {
    const clinic = given({ protocol: { witnessForWaste } }).ended();
    counted(clinic, { drawnMg: 50, givenMg: 35, wastedMg: 15 });
    return clinic;
  };

  test("[IN4] is witnessed by somebody else than who counted", () => {
    const clinic = wasted();
    expect(witness(clinic, "nurse")).toEqual({ reason: "needs-another-person" });
    expect(clinic.session().drugCounts[0]).not.toHaveProperty("witness");
    expect(witness(clinic, "clinician")).toBeUndefined();
    expect(clinic.session().drugCounts[0]?.witness).toEqual({ at: at(40), by: "clinician-0001" });
  });

  test("[IN4] and that may follow, hours later", () => {
    const clinic = wasted().at(300);
    expect(witness(clinic, "director")).toBeUndefined();
    expect(clinic.session().drugCounts[0]?.witness).toEqual({ at: at(300), by: "director-0001" });
  });

  test("[IN4] after the patient has left", () => {
    const clinic = given().checkedIn();
    counted(clinic, { drawnMg: 50, givenMg: 0, wastedMg: 50 });
    const recalled = clinic.session();
    clinic.submit("nurse", { type: "abort-before-dose", reason: { code: "unwell" } });
    expect(witness(clinic, "clinician", recalled)).toBeUndefined();
  });

  test("[IN4] once, and of a count that is there", () => {
    const clinic = wasted();
    witness(clinic, "clinician");
    expect(witness(clinic, "director")).toEqual({ reason: "already-witnessed" });
    expect(witness(clinic, "clinician", undefined, "count-none")).toEqual({ reason: "unknown-thing" });
  });

  test("[IN4] where the protocol asks for it a count says that nobody saw it, when there was any", () => {
    expect(flags(wasted())).toEqual(["no-witness"]);
    expect(flags(wasted(false))).toEqual([]);
    const none = given({ protocol: { witnessForWaste: true } }).ended();
    expect(flagsOf(none, 35, 35, 0)).toEqual([]);
  });
});
