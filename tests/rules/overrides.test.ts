import { describe, expect, test } from "vitest";
import { COMMON_EXIT } from "#shared/protocol/common.ts";
import type { CheckId } from "#shared/protocol/protocol.ts";
import { at, given, only, type Scenario } from "./scenario.ts";
import { drug, endedAt, happened, letPass, recoveredBy, struck } from "./leavingSteps.ts";

const passed = (clinic: Scenario, check: CheckId) => clinic.check(check)?.overridden !== undefined;
/** Well but for dissociation of two, which a clinician let pass at the minute at which the stay was over. */
const detached = () => {
  const clinic = given().recovered();
  clinic.set({ dissociation: 2 });
  letPass(clinic, "dissociation");
  return clinic;
};

describe("[OV1] what an override does", () => {
  test("[OV1] the check stays what it was, its group is met, and both say by whom", () => {
    const clinic = given().recovered();
    clinic.set({ dissociation: 2 });
    expect([clinic.state("effects"), clinic.readiness().open]).toEqual(["not-met", ["effects", "ride"]]);
    letPass(clinic, "dissociation");
    expect(clinic.check("dissociation")).toMatchObject({
      state: "not-met",
      overridden: { by: "clinician-0001", at: at(70), reason: { code: "assessed-at-chair" } },
    });
    expect([clinic.state("effects"), clinic.verdict()]).toEqual(["met", "checks-met"]);
  });

  test("[OV1] the signature and the discharge keep it beside what was judged", () => {
    const clinic = detached();
    const signed = only(clinic.sign().events, "fit-to-leave-confirmed");
    clinic.ride().belongings().doorReminder().handOut();
    const left = only(clinic.discharge().events, "discharged");
    for (const { judged } of [signed, left]) {
      const checks = judged.find(({ id }) => id === "effects")?.checks;
      expect(checks?.find(({ id }) => id === "dissociation")).toEqual({
        id: "dissociation",
        state: "not-met",
        evidence: [expect.objectContaining({ measure: "dissociation", value: 2, observedAt: at(70) })],
        overridden: { by: "clinician-0001", at: at(70) },
      });
      expect(checks?.find(({ id }) => id === "distress")).not.toHaveProperty("overridden");
    }
  });

  test("[OV1] one check, and no other of its group", () => {
    const clinic = given().recovered();
    clinic.set({ dissociation: 2, distress: 5 });
    letPass(clinic, "dissociation");
    expect([passed(clinic, "dissociation"), passed(clinic, "distress"), clinic.state("effects")]).toEqual([
      true,
      false,
      "not-met",
    ]);
  });

  test("[OV1] what is met, let pass already, or does not arise needs none", () => {
    const clinic = given().recovered();
    const nothing = { reason: "nothing-to-override" };
    expect(letPass(clinic, "walk").rejected).toEqual(nothing);
    expect(letPass(clinic, "suicidality").rejected).toEqual(nothing);
    expect(letPass(clinic, "drugs").rejected).toEqual(nothing);
    expect(letPass(detached(), "dissociation").rejected).toEqual(nothing);
  });

  test("[OV1] who lets it pass has seen the last fact, and nothing that has not happened yet", () => {
    const clinic = given().recovered();
    clinic.set({ dissociation: 2 });
    const { factSeq } = clinic.session();
    const newer = { reason: "newer-facts", seq: factSeq };
    expect(letPass(clinic, "dissociation", "clinician", factSeq - 1).rejected).toEqual(newer);
    expect(letPass(clinic, "dissociation", "clinician", clinic.clinic().seq + 1).rejected).toEqual(newer);
    expect(letPass(clinic, "dissociation", "clinician", factSeq).rejected).toBeUndefined();
  });

  test("[OV1] what is stale or unknown can be let pass as well, and says so", () => {
    const unknown = given().ended().at(45);
    letPass(unknown, "oriented");
    expect(unknown.check("oriented")).toMatchObject({
      state: "unknown",
      evidence: [],
      overridden: { check: "oriented" },
    });
    const stale = given().recovered().at(101);
    letPass(stale, "sets");
    expect(stale.check("sets")).toMatchObject({ state: "stale", overridden: { state: "stale" } });
    expect(stale.state("pressure-oxygen")).toBe("met");
  });
});

describe("[OV4] it holds for thirty minutes", () => {
  test("[OV4] to the second, on the check and on the verdict", () => {
    const clinic = detached();
    clinic.sign();
    clinic.ride();
    clinic.at(95).lookIn("awake-comfortable"); // all else is kept alive
    const now = () => [passed(clinic, "dissociation"), clinic.state("effects"), clinic.verdict()];
    expect(clinic.at(100, -1) && now()).toEqual([true, "met", "ready"]);
    expect(clinic.at(100) && now()).toEqual([true, "met", "ready"]);
    expect(clinic.at(100, 1) && now()).toEqual([false, "not-met", "not-yet"]);
  });

  test("[OV4] it can be given again on the same value, and the last one counts", () => {
    const clinic = detached().at(100, 1);
    expect(letPass(clinic, "dissociation", "director").rejected).toBeUndefined();
    expect(clinic.check("dissociation")?.overridden).toMatchObject({ by: "director-0001", at: at(100, 1) });
    expect([passed(clinic.at(130, 1), "dissociation"), passed(clinic.at(130, 2), "dissociation")]).toEqual([
      true,
      false,
    ]);
  });

  test("[OV4] as long as READY lasts by the protocol", () => {
    const clinic = given({ protocol: { exit: { ...COMMON_EXIT, readyLastsMin: 7 } } }).recovered();
    clinic.set({ dissociation: 2 });
    letPass(clinic, "dissociation");
    expect([passed(clinic.at(77), "dissociation"), passed(clinic.at(77, 1), "dissociation")]).toEqual([true, false]);
  });
});

describe("[OV4] a newer value asks again", () => {
  test.each([
    ["a worse one", 3],
    ["the same one", 2],
  ])("[OV4] %s, and the signature goes with it", (_, dissociation) => {
    const clinic = detached();
    clinic.sign();
    const events = clinic.at(72).set({ dissociation });
    expect(passed(clinic, "dissociation")).toBe(false);
    expect(only(events, "fit-to-leave-voided").criteria).toEqual(["effects"]);
    expect(letPass(clinic, "dissociation").rejected).toBeUndefined();
    expect(clinic.sign().rejected).toBeUndefined();
  });

  test("[OV4] the same number at the same moment, from another entry", () => {
    const clinic = detached();
    clinic.set({ dissociation: 2 });
    expect(passed(clinic, "dissociation")).toBe(false);
  });

  test("[OV4] a good one needs none, and the old one does not come back with a bad one", () => {
    const clinic = detached().at(72);
    clinic.set();
    expect(clinic.check("dissociation")).toMatchObject({ state: "met" });
    expect(passed(clinic, "dissociation")).toBe(false);
    clinic.at(73).set({ dissociation: 2 });
    expect([passed(clinic, "dissociation"), clinic.state("effects")]).toEqual([false, "not-met"]);
  });

  test("[OV4] an entry that says nothing about it leaves it standing", () => {
    const clinic = detached().at(72);
    clinic.bp(121, 76);
    clinic.lookIn();
    expect(passed(clinic, "dissociation")).toBe(true);
  });

  test("[OV4] a value where there was none", () => {
    const clinic = given().ended().at(45);
    letPass(clinic, "oriented");
    clinic.exit({ orientation: "not-oriented" });
    expect(passed(clinic, "oriented")).toBe(false);
  });

  test("[OV4] a value that was struck leaves nothing to stand on", () => {
    const clinic = given().ended().at(45);
    clinic.exit({ gait: "unsteady" });
    const { id } = clinic.lastObservation();
    letPass(clinic, "walk");
    clinic.submit("nurse", { type: "strike-observation", observationId: id, reason: { code: "wrong-chair" } });
    expect([passed(clinic, "walk"), clinic.check("walk")?.state]).toEqual([false, "unknown"]);
  });

  test("[OV4] another end of the dose", () => {
    const clinic = given().ended().at(45);
    letPass(clinic, "time");
    expect(passed(clinic, "time")).toBe(true);
    endedAt(clinic, at(40, -1));
    expect(passed(clinic, "time")).toBe(false);
    endedAt(clinic, at(40));
    expect(passed(clinic, "time")).toBe(true); // it was of that end
  });

  test("[OV4] one more drug, one less, and another one at the same moment", () => {
    const given2 = () => {
      const clinic = given().ended().at(45);
      drug(clinic, "midazolam", "iv", { id: "drug-0001" });
      return clinic;
    };
    const more = given2();
    letPass(more, "drugs");
    expect(passed(more, "drugs")).toBe(true);
    drug(more, "midazolam", "iv", { id: "drug-0002", at: at(44) });
    expect(passed(more, "drugs")).toBe(false);
    const less = given2();
    drug(less, "lorazepam", "iv", { id: "drug-0002" });
    letPass(less, "drugs");
    struck(less, "drug-0002");
    expect(passed(less, "drugs")).toBe(false);
    const other = given2();
    letPass(other, "drugs");
    struck(other, "drug-0001");
    drug(other, "lorazepam", "iv", { id: "drug-0002" });
    expect(passed(other, "drugs")).toBe(false);
  });

  const undoes: readonly (readonly [string, boolean, (clinic: Scenario) => unknown])[] = [
    ["a pressure", true, (clinic) => clinic.bp(121, 76)],
    ["a look-in that was well", true, (clinic) => clinic.lookIn()],
    ["a fall", false, (clinic) => happened(clinic, "fall")],
    ["a symptom", false, (clinic) => clinic.set({ symptoms: [{ symptom: "chest-pain", grade: "mild" }] })],
    ["a sedative", false, (clinic) => drug(clinic, "midazolam", "iv")],
  ];
  test.each(undoes)("[OV4] an unsteady walk was let pass, then came %s: it still holds, %j", (_, holds, happens) => {
    const clinic = given().recovered();
    clinic.exit({ gait: "unsteady" });
    letPass(clinic, "walk");
    happens(clinic.at(72));
    expect(passed(clinic, "walk")).toBe(holds);
  });
});

test("[OV4] who lets a walk pass that a symptom undid has seen that one, and not the next", () => {
  const clinic = given().recovered().at(72);
  const hurts = (second: number) => clinic.at(72, second).set({ symptoms: [{ symptom: "headache", grade: "mild" }] });
  hurts(0);
  expect(clinic.check("walk")?.state).toBe("stale");
  letPass(clinic, "walk");
  expect([passed(clinic, "walk"), clinic.state("walk")]).toEqual([true, "met"]);
  hurts(1);
  expect([passed(clinic, "walk"), clinic.state("walk")]).toEqual([false, "stale"]);
});

describe("[RD10] a signature that rested on an override", () => {
  test("[RD10] is taken back by a worse value, also after the override had run out", () => {
    const clinic = detached();
    clinic.sign();
    clinic.ride();
    expect(clinic.at(101).verdict()).toBe("not-yet");
    clinic.at(102).set({ dissociation: 6 });
    letPass(clinic, "dissociation");
    expect([clinic.session().fit === undefined, clinic.verdict()]).toEqual([true, "checks-met"]);
  });

  test("[RD10] stays when it is renewed on the same value", () => {
    const clinic = detached();
    clinic.sign();
    clinic.ride().at(95).lookIn("awake-comfortable");
    expect(clinic.at(101).verdict()).toBe("not-yet");
    letPass(clinic, "dissociation");
    expect(clinic.verdict()).toBe("ready");
  });
});

test("[OV2] a nurse lets nausea pass, and it goes home on her name", () => {
  const clinic = recoveredBy("im");
  clinic.set({ nausea: 4 });
  expect([clinic.state("effects"), letPass(clinic, "nausea", "nurse").rejected]).toEqual(["not-met", undefined]);
  expect(clinic.check("nausea")?.overridden?.by).toBe("nurse-0001");
  clinic.sign();
  expect(
    clinic
      .ride()
      .belongings()
      .doorReminder()
      .handOut()
      .discharge()
      .events.map(({ type }) => type),
  ).toEqual(["discharged"]);
});
