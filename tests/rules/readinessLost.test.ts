import { describe, expect, test } from "vitest";
import type { CriterionId } from "#shared/session/session.ts";
import { at, given, only, type Scenario } from "./scenario.ts";

describe("[RD10] a newer adverse fact takes the signature back", () => {
  const adverse: readonly (readonly [CriterionId, (clinic: Scenario) => unknown])[] = [
    ["pressure-oxygen", (clinic) => clinic.bp(165, 80)],
    ["awake", (clinic) => clinic.exit({ orientation: "not-oriented" })],
    ["effects", (clinic) => clinic.set({ distress: 5 })],
    ["walk", (clinic) => clinic.set({ symptoms: [{ symptom: "nausea", grade: "mild" }] })],
    ["walk", (clinic) => clinic.lookIn("needs-attention")],
    ["calls", (clinic) => clinic.help()],
    [
      "time",
      (clinic) =>
        clinic.submit("nurse", {
          type: "correct-dose-fact",
          factId: "end-0001",
          at: at(50),
          struck: false,
          reason: { code: "wrong-time" },
        }),
    ],
  ];
  test.each(adverse)("[RD10] %s", (id, happens) => {
    const clinic = given().ready().at(75);
    happens(clinic);
    expect(clinic.session().fit).toBeUndefined();
    expect(clinic.session().fitLost.map(({ criteria, signedAt }) => [criteria.includes(id), signedAt])).toEqual([
      [true, at(70)],
    ]);
  });

  test("[RD10] it is named with the fact, the clinician's word goes with it, and it can be signed again", () => {
    const clinic = given().ready().at(75);
    clinic.submit("clinician", { type: "countersign-fit-to-leave", seenSeq: clinic.clinic().seq });
    expect(only(clinic.bp(165, 80), "fit-to-leave-voided").criteria).toEqual(["pressure-oxygen"]);
    expect(clinic.session().clinicianFit).toBeUndefined();
    clinic.at(80).set();
    clinic.at(90).set();
    expect(clinic.verdict()).toBe("checks-met");
    expect(clinic.sign().rejected).toBeUndefined();
    expect(clinic.verdict()).toBe("ready");
  });

  test("[RD10] a good fact, a note and the desk's part leave it standing", () => {
    const clinic = given().ready().at(75);
    clinic.set();
    clinic.submit("nurse", { type: "add-note", text: "asked for tea" });
    clinic.ride("on-the-way").ride().belongings().handOut();
    expect(clinic.session().fitLost).toEqual([]);
    expect(clinic.verdict()).toBe("ready");
  });

  test("[RD10] time alone takes nothing back: what the clock made stale a look-in brings back", () => {
    const clinic = given().ready().at(110);
    expect(clinic.verdict()).toBe("not-yet");
    clinic.ride("on-the-way").ride();
    expect(clinic.session().fit?.at).toBe(at(70));
    clinic.lookIn("awake-comfortable");
    expect(clinic.verdict()).toBe("ready");
  });

  test("[RD10] a corrected observation on which it stood takes it back", () => {
    const clinic = given().fit();
    const first = clinic.session().observations.find(({ observedAt }) => observedAt === at(55));
    clinic
      .at(72)
      .submit("nurse", { type: "strike-observation", observationId: first?.id ?? "", reason: { code: "wrong-chair" } });
    expect(clinic.session().fitLost.map(({ criteria }) => criteria)).toEqual([["pressure-oxygen"]]);
  });
});
