import { describe, expect, test } from "vitest";
import type { Route } from "#shared/protocol/protocol.ts";
import { at, given, only, types, type Scenario } from "./scenario.ts";
import { drug, letPass, recoveredBy } from "./leavingSteps.ts";

/** Everything is well, ten minutes before the stay is over. */
const wellEarly = (route: Route = "iv") => {
  const clinic = given({ route });
  if (route === "iv") clinic.ended().at(45).set();
  else
    clinic
      .given()
      .at(route === "im" ? 65 : 95)
      .set();
  clinic.at(route === "iv" ? 60 : route === "im" ? 80 : 110).set();
  clinic.exit();
  return clinic;
};
const signed = (clinic: Scenario) => {
  letPass(clinic, "time");
  clinic.sign();
  return clinic.ride().belongings().doorReminder().handOut();
};
const outcome = (clinic: Scenario) => {
  const { events, rejected } = clinic.discharge();
  return rejected ?? types(events);
};

describe("[LV11] short of the minimum time alone, let pass by a prescriber", () => {
  test.each(["iv", "im"] as const)("[LV11] by %s it is released early, never discharged", (route) => {
    const clinic = wellEarly(route);
    expect(clinic.readiness().open).toEqual(["time", "ride"]);
    expect(clinic.sign().rejected).toEqual({ reason: "criteria-not-met", criteria: ["time"] });
    signed(clinic);
    expect(clinic.verdict()).toBe("ready");
    expect(outcome(clinic)).toEqual(["released-early"]);
    expect(Object.values(clinic.clinic().closed)).toMatchObject([{ outcome: "released-early", endedAt: clinic.now() }]);
  });

  test("[LV11] by spray nobody is: two hours are two hours", () => {
    const clinic = wellEarly("nasal");
    for (const role of ["clinician", "director"] as const)
      expect(letPass(clinic, "time", role).rejected).toEqual({ reason: "never-overridden", check: "time" });
    expect(clinic.sign().rejected).toEqual({ reason: "criteria-not-met", criteria: ["time"] });
    expect(clinic.ride().belongings().doorReminder().handOut().discharge().rejected).toEqual({
      reason: "criteria-not-met",
      criteria: ["time"],
    });
  });

  test("[LV11] it keeps who let it pass, on what, with the restriction and the ride of any other way home", () => {
    const clinic = signed(wellEarly());
    const event = only(clinic.discharge().events, "released-early");
    expect(event).toMatchObject({
      leftAt: at(60),
      protocol: { id: "iv", version: 1 },
      restriction: { kind: "until", until: at(25 * 60) },
      ride: { status: "here", kind: "adult-in-building" },
      seenSeq: clinic.clinic().seq - 1,
    });
    const time = event.judged.find(({ id }) => id === "time");
    expect(time).toMatchObject({
      state: "met",
      checks: [{ id: "time", state: "not-met", overridden: { by: "clinician-0001", at: at(60) } }],
    });
  });

  test("[LV11] by a nurse's word alone nobody is", () => {
    const clinic = wellEarly();
    expect(letPass(clinic, "time", "nurse").rejected).toEqual({ reason: "not-yours-to-override", check: "time" });
    expect(outcome(clinic.ride().belongings().doorReminder().handOut())).toEqual({
      reason: "criteria-not-met",
      criteria: ["time"],
    });
  });

  test("[LV11] whoever is still here when the time is over is discharged", () => {
    const heard = () => signed(wellEarly()).at(61).doorReminder().handOut();
    expect(outcome(heard().at(70, -1))).toEqual(["released-early"]);
    expect(outcome(heard().at(70))).toEqual(["discharged"]);
  });

  test("[LV11] a drug whose wait is over makes it no less early, and a stay that is over needs no override", () => {
    const clinic = wellEarly();
    drug(clinic, "midazolam", "iv", { at: at(-1) });
    expect(clinic.check("drugs")?.state).toBe("met");
    signed(clinic);
    expect(clinic.check("time")).toHaveProperty("overridden");
    const { events } = clinic.discharge();
    expect(types(events)).toEqual(["released-early"]);
    const waited = signed(wellEarly()).at(70);
    expect(waited.check("time")?.state).toBe("met");
    expect(waited.check("time")).not.toHaveProperty("overridden");
  });

  test("[LV11] an override that has run out opens nothing", () => {
    const clinic = given().ended(40);
    letPass(clinic.at(40), "time");
    expect(clinic.check("time")?.overridden).toBeDefined();
    expect(clinic.at(70, -1).state("time")).toBe("met");
    const late = given({ protocol: { minimumStay: { from: "dose-end", min: 60, overridable: true } } })
      .ended()
      .at(45);
    late.set();
    late.at(60).set();
    late.exit();
    signed(late);
    late.at(89).lookIn("awake-comfortable");
    expect([late.at(90).verdict(), late.at(90, 1).verdict()]).toEqual(["ready", "not-yet"]);
    expect(outcome(late)).toEqual({ reason: "criteria-not-met", criteria: ["time"] });
  });

  test("[LV11] where the protocol lets nobody shorten it nobody does, by vein too", () => {
    const clinic = given({ protocol: { minimumStay: { from: "dose-end", min: 30, overridable: false } } })
      .ended()
      .at(45);
    expect(letPass(clinic, "time").rejected).toEqual({ reason: "never-overridden", check: "time" });
  });

  test("[LV11] another check that was let pass makes no early release", () => {
    const clinic = recoveredBy("iv");
    clinic.set({ dissociation: 2 });
    letPass(clinic, "dissociation");
    clinic.sign();
    expect(outcome(clinic.ride().belongings().doorReminder().handOut())).toEqual(["discharged"]);
  });

  test("[LV11] nor does a drug's wait", () => {
    const clinic = given().started().at(30);
    drug(clinic, "midazolam", "iv");
    clinic.at(40).end();
    clinic.at(55).set();
    clinic.at(70).set();
    clinic.exit();
    letPass(clinic, "drugs");
    clinic.sign();
    expect(outcome(clinic.ride().belongings().doorReminder().handOut())).toEqual(["discharged"]);
  });
});
