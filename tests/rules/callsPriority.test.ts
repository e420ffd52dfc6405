import { describe, expect, test } from "vitest";
import type { Values } from "#shared/vitals/observation.ts";
import { at, given, rung, types, type Scenario } from "./scenario.ts";

const strike = (clinic: Scenario, observationId: string) =>
  clinic.submit("nurse", { type: "strike-observation", observationId, reason: { code: "artefact" } });
/** What each set rings after the ones before it. */
const rings = (...sets: readonly Values[]) => {
  const clinic = given().started();
  return sets.map((values, n) => rung(clinic.at(5 + n).set(values), clinic).join());
};

describe("[AL3] a call and its priority", () => {
  const quiet: Values = { sbp: 150, dbp: 80 }; // +30, low
  const raised: Values = { sbp: 165, dbp: 80 }; // medium

  test("[AL3] low that turns medium sounds again, and high after that", () => {
    expect(rings(quiet, raised, { sbp: 200, dbp: 90 })).toEqual([
      "pressure-high low",
      "pressure-high medium again",
      "pressure-high high again",
    ]);
  });

  test("[AL3] it never loses what it had: milder values neither sound nor lower it", () => {
    const clinic = given().started().at(5);
    clinic.set({ sbp: 200, dbp: 90 });
    for (const values of [raised, quiet]) expect(rung(clinic.at(7).set(values), clinic)).toEqual([]);
    expect(clinic.call("pressure-high").priority).toBe("high");
    const medium = given().started().at(5);
    medium.set(raised);
    expect(types(medium.at(7).set(quiet))).toEqual(["observation-recorded"]);
    expect(medium.call("pressure-high").priority).toBe("medium");
  });

  test("[AL3] one that settled comes back as high, even for a low cause", () => {
    expect(rings({ sbp: 200, dbp: 90 }, {}, quiet)).toEqual(["pressure-high high", "", "pressure-high high again"]);
  });
});

describe("[AL3] within high, what is worse", () => {
  test("[AL3] of a heart rate, up and down", () => {
    expect(rings({ hr: 140 }, { hr: 139 }, { hr: 140 }, { hr: 141 }).slice(1)).toEqual([
      "",
      "",
      "heart-rate-high high again",
    ]);
    expect(rings({ hr: 39 }, { hr: 40 }, { hr: 39 }, { hr: 38 }).slice(1)).toEqual([
      "",
      "",
      "heart-rate-low high again",
    ]);
  });

  test("[AL3] of breathing, sedation and distress", () => {
    expect(rings({ rr: 8 }, { rr: 7 })[1]).toBe("breathing-slow high again");
    expect(rings({ rr: 25 }, { rr: 26 })[1]).toBe("breathing-fast high again");
    expect(rings({ sedation: 2 }, { sedation: 1 })[1]).toBe("sedation-deep high again");
    expect(rings({ distress: 8 }, { distress: 9 })[1]).toBe("distress high again");
  });

  test("[AL3] of a pressure the systolic, or the diastolic", () => {
    expect(rings({ sbp: 200, dbp: 90 }, { sbp: 201, dbp: 90 })[1]).toBe("pressure-high high again");
    expect(rings({ sbp: 170, dbp: 120 }, { sbp: 170, dbp: 121 })[1]).toBe("pressure-high high again");
    expect(rings({ sbp: 201, dbp: 90 }, { sbp: 200, dbp: 90 })[1]).toBe("");
    expect(rings({ sbp: 90, dbp: 60 }, { sbp: 89, dbp: 60 })[1]).toBe("pressure-low high again");
    expect(rings({ sbp: 110, dbp: 40 }, { sbp: 110, dbp: 39 })[1]).toBe("pressure-low high again");
  });

  test("[AL3] one half that is worse is not hidden by the other that is bad already", () => {
    expect(rings({ sbp: 210, dbp: 100 }, { sbp: 210, dbp: 125 })[1]).toBe("pressure-high high again");
    expect(rings({ sbp: 80, dbp: 45 }, { sbp: 80, dbp: 35 })[1]).toBe("pressure-low high again");
  });
});

describe("[AL9] what a person closed", () => {
  const close = (clinic: Scenario) => clinic.accept("pressure-high").close("pressure-high");

  test("[AL9] calls again when the same value is worth a higher priority", () => {
    const clinic = given().started().at(12);
    clinic.bp(184, 90);
    close(clinic);
    expect(clinic.tick()).toEqual([]);
    expect(rung(clinic.at(14).bp(186, 90, { at: at(10) }), clinic)).toEqual(["pressure-high high"]);
  });

  test("[AL9] does not call again when it is worth a lower one", () => {
    const clinic = given().started().at(10);
    clinic.bp(186, 90);
    const first = clinic.lastObservation().id;
    clinic.at(12).bp(184, 90);
    close(clinic);
    expect(rung(strike(clinic, first), clinic)).toEqual([]);
    expect(clinic.calls().map(({ rule }) => rule)).not.toContain("pressure-high");
  });

  test("[AL9] was about its own rule: another one about the same values calls", () => {
    const clinic = given().started().at(5);
    clinic.set({ sbp: 200, dbp: 90, spo2: 90 });
    close(clinic);
    expect(clinic.calls().map(({ rule }) => rule)).toEqual(["oxygen-low"]);
    expect(clinic.tick()).toEqual([]);
  });

  test("[AL9] calls anew when it is corrected to another bad one", () => {
    const clinic = given().started().at(5);
    clinic.bp(200, 90);
    const replaces = clinic.lastObservation().id;
    close(clinic);
    const { entered } = clinic.observation({ sbp: 205, dbp: 90 }, { sheet: "bp" });
    const correction = {
      observationId: "observation-fixed",
      replaces,
      entered,
      reason: { code: "typing-slip" },
    } as const;
    expect(rung(clinic.submit("nurse", { type: "correct-observation", ...correction }), clinic)).toEqual([
      "pressure-high high",
    ]);
  });
});

describe("[AL6] [AL7] without a baseline nothing has fallen", () => {
  const unprepared = () => {
    const clinic = given().checkedIn().at(0);
    clinic.start();
    return clinic.at(5);
  };
  test("[AL6] 100 does not call, 90 does", () => {
    const clinic = unprepared();
    expect(rung(clinic.bp(100, 60), clinic)).toEqual([]);
    expect(rung(clinic.at(6).bp(90, 60), clinic)).toEqual(["pressure-low high"]);
  });

  test("[AL7] 50 does not call, 40 does", () => {
    const clinic = unprepared();
    expect(rung(clinic.set({ hr: 50 }), clinic)).toEqual([]);
    expect(rung(clinic.at(6).set({ hr: 40 }), clinic)).toEqual(["heart-rate-low high"]);
  });

  test("[AL7] before the dose likewise: the last value is its own baseline", () => {
    const clinic = given().prepared({ hr: 75 }).at(-5);
    expect(rung(clinic.set({ hr: 50 }), clinic)).toEqual([]);
    expect(rung(clinic.at(-4).set({ hr: 40 }), clinic)).toEqual(["heart-rate-low high"]);
  });

  test("[AL5] a pressure before the dose that is its own baseline has not risen", () => {
    const clinic = unprepared();
    expect(rung(clinic.bp(159, 99), clinic)).toEqual([]);
  });
});
