import { describe, expect, test } from "vitest";
import { HOUR } from "#shared/base/time.ts";
import { roleFor } from "#shared/access/permission.ts";
import { unsignedOf } from "#shared/session/cosign.ts";
import { at, given, only, types, type Scenario } from "./scenario.ts";
import { countersign, recoveredBy, verbal } from "./leavingSteps.ts";

const spray = () => recoveredBy("nasal");
const signedSpray = () => {
  const clinic = spray();
  clinic.sign();
  return clinic.ride();
};
const door = (clinic: Scenario) => clinic.belongings().doorReminder().handOut();

describe("[LV1] by spray a prescriber signs after the nurse", () => {
  test("[LV1] until then it is not signed: no verdict, no door", () => {
    const clinic = door(signedSpray());
    expect(clinic.verdict()).toBe("checks-met");
    expect(clinic.discharge().rejected).toEqual({ reason: "not-fit-to-leave" });
    expect(countersign(clinic).rejected).toBeUndefined();
    expect([clinic.verdict(), types(clinic.discharge().events)]).toEqual(["ready", ["discharged"]]);
  });

  test("[LV1] hers comes after the nurse's, never before", () => {
    const clinic = spray();
    expect(countersign(clinic).rejected).toEqual({ reason: "not-fit-to-leave" });
    expect(verbal(clinic).rejected).toEqual({ reason: "not-fit-to-leave" });
    clinic.sign();
    expect(verbal(clinic).rejected).toBeUndefined();
  });

  test("[LV1] without a ride it is fit, and waits", () => {
    const clinic = spray();
    clinic.sign();
    expect(clinic.verdict()).toBe("checks-met");
    countersign(clinic);
    expect(clinic.verdict()).toBe("fit-no-ride");
  });

  test("[LV1] a clinician or a director, and nobody else, signs", () => {
    const may = (["nurse", "clinician", "director", "desk", "admin"] as const).filter(
      (role) => roleFor([role], "countersign-fit-to-leave") !== undefined,
    );
    expect(may).toEqual(["clinician", "director"]);
  });

  test("[LV1] a nurse who signs again asks for it again; in the same moment it stands", () => {
    const clinic = signedSpray();
    countersign(clinic);
    clinic.sign();
    expect(clinic.verdict()).toBe("ready");
    clinic.at(120, 1).sign();
    expect(clinic.verdict()).toBe("checks-met");
    expect(door(clinic).discharge().rejected).toEqual({ reason: "not-fit-to-leave" });
    countersign(clinic);
    expect(clinic.verdict()).toBe("ready");
  });

  test("[LV1] who signs has seen the last fact, and nothing that has not happened yet", () => {
    const clinic = signedSpray();
    const { factSeq } = clinic.session();
    const newer = { reason: "newer-facts", seq: factSeq };
    for (const sign of [countersign, (one: Scenario, seen: number) => verbal(one, "clinician-0001", seen)]) {
      expect(sign(clinic, factSeq - 1).rejected).toEqual(newer);
      expect(sign(clinic, clinic.clinic().seq + 1).rejected).toEqual(newer);
      expect(sign(clinic, factSeq).rejected).toBeUndefined();
    }
  });

  test("[LV1] an adverse fact takes both signatures", () => {
    const clinic = signedSpray();
    verbal(clinic);
    clinic.at(122).bp(170, 80);
    expect([clinic.session().fit, clinic.session().clinicianFit, clinic.verdict()]).toEqual([
      undefined,
      undefined,
      "not-yet",
    ]);
  });

  test("[LV1] by vein and by injection the nurse's signature is enough", () => {
    for (const route of ["iv", "im"] as const) {
      const clinic = recoveredBy(route);
      clinic.sign();
      expect(clinic.ride().verdict()).toBe("ready");
    }
  });
});

describe("[LV1] the prescriber's word of mouth", () => {
  test("[LV1] counts as her signature, and the record says that it was said", () => {
    const clinic = signedSpray();
    const { events } = verbal(clinic);
    expect(only(events, "fit-to-leave-countersigned").verbalFrom).toBe("clinician-0001");
    expect(clinic.session().clinicianFit).toMatchObject({
      at: at(120),
      by: "nurse-0001",
      verbalFrom: "clinician-0001",
    });
    expect([clinic.verdict(), types(door(clinic).discharge().events)]).toEqual(["ready", ["discharged"]]);
  });

  test("[LV1] a director's is one too; a nurse's, a desk's and a stranger's are none", () => {
    expect(verbal(signedSpray(), "director-0001").rejected).toBeUndefined();
    for (const person of ["nurse-0001", "desk-0001", "admin-0001", "stranger-0001"])
      expect(verbal(signedSpray(), person).rejected).toEqual({ reason: "not-a-prescriber" });
  });

  test("[LV1] whose membership has ended prescribes no more", () => {
    const clinic = signedSpray();
    clinic.submit("admin", { type: "end-membership", person: "clinician-0001", role: "clinician" });
    expect(verbal(clinic).rejected).toEqual({ reason: "not-a-prescriber" });
  });

  test("[LV1] her own signature on the screen is not one by word of mouth", () => {
    const clinic = signedSpray();
    countersign(clinic);
    expect(clinic.session().clinicianFit?.verbalFrom).toBeUndefined();
    expect(unsignedOf(clinic.session(), clinic.protocol())).toEqual([]);
  });
});

describe("[GA8] a word that the patient may go is signed within 24 h", () => {
  test("[GA8] it stays listed after the patient has gone, and the next day, until it is signed", () => {
    const clinic = signedSpray();
    verbal(clinic);
    door(clinic).discharge();
    const closed = () => Object.values(clinic.clinic().closed)[0];
    expect(closed()).toMatchObject({ outcome: "discharged", cosignDueAt: at(120) + 24 * HOUR });
    clinic.at(36 * 60).help("chair-two");
    expect(closed()?.cosignDueAt).toBe(at(120) + 24 * HOUR);
  });

  test("[GA8] signed while the patient is here it is owed no more", () => {
    const clinic = signedSpray();
    verbal(clinic);
    expect(unsignedOf(clinic.session(), clinic.protocol())).toEqual([
      { what: { kind: "fit-to-leave" }, prescriber: "clinician-0001", dueAt: at(120) + 24 * HOUR },
    ]);
    clinic.submit("clinician", { type: "cosign", what: { kind: "fit-to-leave" } });
    expect(unsignedOf(clinic.session(), clinic.protocol())).toEqual([]);
    expect(clinic.refused("clinician", { type: "cosign", what: { kind: "fit-to-leave" } })).toEqual({
      reason: "already-signed",
    });
    door(clinic).discharge();
    expect(Object.values(clinic.clinic().closed)[0]?.cosignDueAt).toBeUndefined();
  });

  test("[GA8] nothing was said, nothing is owed", () => {
    const clinic = given().recovered();
    expect(clinic.refused("clinician", { type: "cosign", what: { kind: "fit-to-leave" } })).toEqual({
      reason: "already-signed",
    });
  });
});
