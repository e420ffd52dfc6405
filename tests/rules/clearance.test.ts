import { describe, expect, test } from "vitest";
import { roleFor } from "#shared/access/permission.ts";
import { Role } from "#shared/access/role.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { gateOf } from "#shared/session/gate.ts";
import { CHAIR, given, type Scenario } from "./scenario.ts";

const gate = (clinic: Scenario) => gateOf(clinic.clinic(), clinic.session(), clinic.protocol(), clinic.now());
type Code = "pressure-held" | "first-treatment" | "dose-above-order" | "protocol-asks" | "other";
const CODES: readonly Code[] = ["pressure-held", "first-treatment", "dose-above-order", "protocol-asks", "other"];
const clear = (clinic: Scenario, code: Code) => clinic.submit("clinician", { type: "give-clearance", why: { code } });
const flags = (clinic: Scenario) => clinic.session().doseFacts.at(-1)?.flags;

interface Patient {
  readonly course?: { readonly n: number };
  readonly sbp?: number;
  readonly clinicianClears?: boolean;
  readonly clinicianClearsFirst?: boolean;
}
const prepared = ({ course, sbp = 120, clinicianClears = false, clinicianClearsFirst = true }: Patient) => {
  const clinic = given({ protocol: { gate: { ...SHIPPED.iv.gate, clinicianClears, clinicianClearsFirst } } });
  clinic.founded().at(-30);
  clinic.submit("desk", { type: "check-in", patientId: "patient-0001", chairId: CHAIR, route: "iv", course });
  clinic.at(-10).ordered().gate().reminded().set({ sbp });
  return clinic.at(-5);
};
const needs = (patient: Patient) => gate(prepared(patient)).needs;

describe("[GA5] what a prescriber clears", () => {
  test("[GA5] a held pressure, a first treatment, and what the protocol asks for", () => {
    expect(needs({})).toEqual([]);
    expect(needs({ sbp: 160 })).toEqual(["pressure-held"]);
    expect([needs({ course: { n: 1 } }), needs({ course: { n: 2 } })]).toEqual([["first-treatment"], []]);
    expect(needs({ clinicianClears: true })).toEqual(["protocol-asks"]);
    expect(needs({ sbp: 160, course: { n: 1 }, clinicianClears: true })).toEqual([
      "pressure-held",
      "first-treatment",
      "protocol-asks",
    ]);
  });

  test("[GA5] a first treatment only where the protocol says so", () =>
    expect(needs({ course: { n: 1 }, clinicianClearsFirst: false })).toEqual([]));

  test.each(["pressure-held", "first-treatment", "protocol-asks"] as const)(
    "[GA5] %s is cleared by its own clearance and by no other",
    (need) => {
      const patient = { sbp: 160, course: { n: 1 }, clinicianClears: true };
      for (const code of CODES) {
        const clinic = prepared(patient);
        clear(clinic, code);
        expect(gate(clinic).needs.includes(need), code).toBe(code !== need);
      }
    },
  );

  test("[GA5] green once each is cleared, and not before the last one is", () => {
    const clinic = prepared({ sbp: 160, course: { n: 1 }, clinicianClears: true });
    for (const code of ["pressure-held", "first-treatment", "protocol-asks"] as const) {
      expect(gate(clinic).green).toBe(false);
      clear(clinic, code);
    }
    expect(gate(clinic)).toMatchObject({ needs: [], green: true });
  });

  test("[GA5] nothing else: what is open stays open, and do not start stays", () => {
    const clinic = given().checkedIn().at(-5);
    const { open } = gate(clinic);
    for (const code of CODES) clear(clinic, code);
    expect(gate(clinic).open).toEqual(open);
    const high = prepared({ sbp: 181 });
    for (const code of CODES) clear(high, code);
    expect(gate(high)).toMatchObject({ hold: "do-not-start", green: false });
  });

  test("[GA5] a prescriber is a clinician or a director, and nobody else may", () => {
    const may = Role.options.filter((role) => roleFor([role], "give-clearance") !== undefined);
    expect(may).toEqual(["clinician", "director"]);
  });

  test("[GA5] a start without it is recorded, and says so", () => {
    const start = (clinic: Scenario) => {
      clinic.at(0).start();
      return flags(clinic);
    };
    expect(start(prepared({ course: { n: 1 } }))).toEqual(["no-clearance"]);
    expect(start(prepared({ clinicianClears: true }))).toEqual(["no-clearance"]);
    const clinic = prepared({ course: { n: 1 } });
    clear(clinic, "first-treatment");
    expect(start(clinic)).toEqual([]);
  });
});

describe("[GA5] a dose above the order", () => {
  const start = (mg: number, code?: Code) => {
    const clinic = given().prepared();
    if (code) clear(clinic, code);
    clinic
      .at(0)
      .submit("nurse", { type: "start-infusion", factId: "start-0001", at: clinic.now(), mg, plannedMin: 40 });
    return flags(clinic);
  };
  const secondOf = (mg: number, code?: Code) => {
    const clinic = given({ route: "im" }).given();
    if (code) clear(clinic.at(12), code);
    clinic.at(15).give("dose-two-0", clinic.now(), mg);
    return flags(clinic);
  };

  test("[GA5] is cleared for a start, by that word alone", () => {
    expect([start(35.5), start(36)]).toEqual([[], ["dose-above-order"]]);
    expect(start(36, "dose-above-order")).toEqual([]);
    for (const code of CODES.filter((one) => one !== "dose-above-order"))
      expect(start(36, code)).toEqual(["dose-above-order"]);
  });

  test("[GA5] is cleared for one device more", () => {
    const fourth = (code?: Code) => {
      const clinic = given({ route: "nasal" }).given();
      if (code) clear(clinic.at(12), code);
      clinic.at(15).give();
      return flags(clinic);
    };
    expect([fourth(), fourth("other"), fourth("dose-above-order")]).toEqual([
      ["more-devices-than-ordered"],
      ["more-devices-than-ordered"],
      [],
    ]);
  });

  test("[GA5] is cleared for a second injection", () => {
    expect([secondOf(40), secondOf(45), secondOf(45, "other")]).toEqual([
      [],
      ["dose-above-order"],
      ["dose-above-order"],
    ]);
    expect(secondOf(45, "dose-above-order")).toEqual([]);
  });
});
