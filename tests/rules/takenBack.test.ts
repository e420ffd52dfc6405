import { describe, expect, test } from "vitest";
import { at, given, type Scenario } from "./scenario.ts";
import { done, drug, happened, letPass } from "./leavingSteps.ts";

const holds = (clinic: Scenario) => clinic.session().fit !== undefined;
const unmeasured = [{ field: "spo2", why: "equipment" } as const];

describe("[RD10] what takes a signature back, and what does not", () => {
  const facts: readonly (readonly [string, boolean, (clinic: Scenario) => unknown])[] = [
    ["a good set", true, (clinic) => clinic.set()],
    ["a good pressure alone", true, (clinic) => clinic.bp(120, 76)],
    [
      "a set in which the oximeter failed",
      true,
      (clinic) => clinic.set({ spo2: undefined }, { notAssessed: unmeasured }),
    ],
    ["a look-in that was well", true, (clinic) => clinic.lookIn()],
    ["another walk", true, (clinic) => clinic.exit()],
    ["a ride that went", true, (clinic) => clinic.ride("on-the-way")],
    ["fluids", true, (clinic) => done(clinic, "fluids")],
    ["ondansetron", true, (clinic) => drug(clinic, "ondansetron", "iv")],
    ["a headache that was reported", true, (clinic) => happened(clinic, "headache")],
    ["a bad pressure", false, (clinic) => clinic.bp(165, 80)],
    ["oxygen", false, (clinic) => done(clinic, "oxygen-on")],
    ["a sedative", false, (clinic) => drug(clinic, "midazolam", "iv")],
    ["a fall", false, (clinic) => happened(clinic, "fall")],
    ["dizziness that was reported", false, (clinic) => happened(clinic, "dizziness")],
    ["vomiting", false, (clinic) => clinic.set({ vomitCount: 1 })],
    ["HELP", false, (clinic) => clinic.help()],
  ];
  test.each(facts)("[RD10] %s while all is current: it holds, %j", (_, keeps, happens) => {
    const clinic = given().ready().at(75);
    happens(clinic);
    expect(holds(clinic)).toBe(keeps);
  });

  test.each(facts)("[RD10] %s after READY had grown old: it holds, %j", (_, keeps, happens) => {
    const clinic = given().ready().at(110);
    expect([clinic.verdict(), clinic.check("sets")?.state]).toEqual(["not-yet", "stale"]);
    happens(clinic);
    expect(holds(clinic)).toBe(keeps);
  });

  test("[RD10] a second thing that is lost in a group that an override had held open", () => {
    const clinic = given().recovered();
    clinic.set({ dissociation: 2 });
    letPass(clinic, "dissociation");
    clinic.sign();
    clinic.at(101).lookIn();
    expect([holds(clinic), clinic.state("effects")]).toEqual([true, "not-met"]); // it ran out, and that is the clock's doing
    clinic.submit("nurse", clinic.observation({ seen: "resting-breathing", distress: 6 }, { sheet: "look-in" }));
    expect(holds(clinic)).toBe(false);
    expect(clinic.session().fitLost).toMatchObject([{ signedAt: at(70), criteria: ["effects"] }]);
  });
});
