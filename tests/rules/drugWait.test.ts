import { describe, expect, test } from "vitest";
import { COMMON_EXIT } from "#shared/protocol/common.ts";
import type { Drug } from "#shared/session/care.ts";
import { at, given, type Scenario } from "./scenario.ts";
import { done, drug, struck } from "./leavingSteps.ts";

const around = (clinic: Scenario, minute: number) =>
  [-1, 0].map((second) => clinic.at(minute, second).check("drugs")?.state);
type Row = readonly [name: Drug["name"], route: Drug["route"], wait: number, as?: Drug["class"]];
const named = (rows: readonly Row[]) => rows.map(([name, route, wait, as]) => ({ name, route, wait, as }));

describe("[RD12] so long after a drug", () => {
  const waits: readonly Row[] = [
    ["midazolam", "iv", 60],
    ["midazolam", "im", 120],
    ["midazolam", "oral", 120],
    ["midazolam", "nasal", 120],
    ["lorazepam", "iv", 120],
    ["lorazepam", "oral", 120],
    ["other", "iv", 120, "sedative"],
    ["other", "sublingual", 120, "sedative"],
    ["labetalol", "iv", 30],
    ["metoprolol", "iv", 30],
    ["clonidine", "oral", 60],
    ["hydralazine", "im", 60],
    ["labetalol", "sublingual", 60],
    ["other", "iv", 30, "antihypertensive"],
    ["other", "oral", 60, "antihypertensive"],
    ["flumazenil", "iv", 120],
    ["naloxone", "nasal", 120],
    ["naloxone", "im", 120],
    ["other", "oral", 120, "reversal"],
  ];
  test.each(named(waits))("[RD12] $name $route: $wait min, to the second", ({ name, route, wait, as }) => {
    const clinic = given().ended().at(45);
    drug(clinic, name, route, as ? { class: as } : {});
    expect(around(clinic, 45 + wait)).toEqual(["not-met", "met"]);
  });

  const none: readonly Row[] = [
    ["ondansetron", "iv", 0],
    ["epinephrine", "im", 0],
    ["glycopyrrolate", "iv", 0],
    ["other", "iv", 0, "antiemetic"],
    ["other", "iv", 0, "none-of-these"],
  ];
  test.each(named(none))(
    "[RD12] after $name $route nobody waits, and the check does not arise",
    ({ name, route, as }) => {
      const clinic = given().ended().at(45);
      drug(clinic, name, route, as ? { class: as } : {});
      expect(clinic.check("drugs")).toBeUndefined();
    },
  );

  test("[RD12] what was done without a drug asks for no wait", () => {
    const clinic = given().ended().at(45);
    done(clinic, "fluids");
    expect(clinic.check("drugs")).toBeUndefined();
  });

  test("[RD12] the longest wait counts, whichever came last, and each drug is named with who gave it", () => {
    const clinic = given().ended().at(41);
    drug(clinic, "lorazepam", "oral", { id: "drug-0001" });
    clinic.at(50);
    drug(clinic, "labetalol", "iv", { id: "drug-0002" });
    expect(clinic.check("drugs")).toEqual({
      id: "drugs",
      state: "not-met",
      evidence: [
        { measure: "drug", value: "lorazepam", observedAt: at(41), by: "nurse-0001" },
        { measure: "drug", value: "labetalol", observedAt: at(50), by: "nurse-0001" },
      ],
      whose: "clock",
      earliest: at(161),
    });
    expect(around(clinic, 161)).toEqual(["not-met", "met"]);
  });

  test("[RD12] one given during the dose, or before it, counts from its own time", () => {
    const during = given().started().at(30);
    drug(during, "midazolam", "iv");
    during.at(40).end();
    expect(around(during, 90)).toEqual(["not-met", "met"]);
    const before = given().prepared().at(-5);
    drug(before, "clonidine", "oral");
    before.at(0).start();
    before.at(20).end();
    expect(around(before, 55)).toEqual(["not-met", "met"]);
  });

  test("[RD12] a late entry counts from when it was given, a second dose begins the wait again", () => {
    const clinic = given().ended().at(60);
    drug(clinic, "midazolam", "iv", { at: at(42) });
    expect(clinic.check("drugs")?.earliest).toBe(at(102));
    clinic.at(70);
    drug(clinic, "midazolam", "iv", { id: "drug-0002" });
    expect(around(clinic, 130)).toEqual(["not-met", "met"]);
  });

  test("[RD12] one that was struck counts for nothing", () => {
    const clinic = given().ended().at(45);
    drug(clinic, "lorazepam", "iv");
    drug(clinic, "labetalol", "iv", { id: "drug-0002" });
    struck(clinic, "drug-0001");
    expect(clinic.check("drugs")?.earliest).toBe(at(75));
    struck(clinic, "drug-0002");
    expect(clinic.check("drugs")).toBeUndefined();
  });

  test("[RD12] its minutes are the protocol's, each its own", () => {
    const afterDrugMin = {
      midazolamIv: 1,
      otherSedative: 2,
      antihypertensiveIv: 3,
      antihypertensiveOral: 4,
      reversal: 5,
    };
    const waits = (
      [
        ["midazolam", "iv"],
        ["lorazepam", "iv"],
        ["labetalol", "iv"],
        ["clonidine", "oral"],
        ["naloxone", "iv"],
      ] as const
    ).map(([name, route]) => {
      const clinic = given({ protocol: { exit: { ...COMMON_EXIT, afterDrugMin } } }).ended();
      drug(clinic, name, route);
      return clinic.check("drugs")?.earliest;
    });
    expect(waits).toEqual([at(41), at(42), at(43), at(44), at(45)]);
  });

  test("[RD12] it alone keeps the group open, past the stay", () => {
    const clinic = given().ended().at(41);
    drug(clinic, "midazolam", "iv");
    const time = () => clinic.readiness().criteria.find(({ id }) => id === "time");
    expect([clinic.at(101, -1).check("time")?.state, time()?.state, time()?.earliest]).toEqual([
      "met",
      "not-met",
      at(101),
    ]);
    expect([clinic.at(101).state("time"), "earliest" in time()!]).toEqual(["met", false]);
  });
});

describe("[RD6] a drug after which one waits asks for another look at walk and orientation", () => {
  const after = (name: Drug["name"], route: Drug["route"], second = 1) => {
    const clinic = given().recovered().at(72);
    drug(clinic, name, route, { at: at(70, second) });
    return [clinic.check("oriented")?.state, clinic.check("walk")?.state];
  };
  test("[RD6] a sedative, a drug for pressure, a reversal", () => {
    expect(after("midazolam", "iv")).toEqual(["stale", "stale"]);
    expect(after("labetalol", "iv")).toEqual(["stale", "stale"]);
    expect(after("naloxone", "nasal")).toEqual(["stale", "stale"]);
  });
  test("[RD6] not one against nausea, nor one that was given before the look or at its moment", () => {
    expect(after("ondansetron", "iv")).toEqual(["met", "met"]);
    expect(after("midazolam", "iv", 0)).toEqual(["met", "met"]);
    expect(after("midazolam", "iv", -1)).toEqual(["met", "met"]);
  });
});
