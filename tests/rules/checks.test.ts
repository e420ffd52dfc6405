import { describe, expect, test } from "vitest";
import { COMMON_EXIT } from "#shared/protocol/common.ts";
import { CheckId } from "#shared/protocol/protocol.ts";
import { CHECKS } from "#shared/recovery/checks.ts";
import type { CriterionId } from "#shared/session/session.ts";
import { at, given, type Scenario } from "./scenario.ts";
import { drug, exitOf, exitWith } from "./leavingSteps.ts";

const group = (clinic: Scenario, id: CriterionId) => clinic.readiness().criteria.find((one) => one.id === id);
const ids = (clinic: Scenario) =>
  clinic.readiness().criteria.map(({ id, checks }) => [id, ...checks.map((check) => check.id)].join(" "));
/** Everything arises: 65 or older, a drug was given, suicidality is asked, and HELP is open. */
const everything = () => {
  const clinic = given({ from65: true, protocol: exitWith("suicidality") })
    .ended()
    .at(41);
  drug(clinic, "midazolam", "iv");
  clinic.help();
  return clinic;
};

describe("[RD11] fifteen checks behind the exit groups", () => {
  test("[RD11] in the order in which people work through them, each in its group", () => {
    expect(ids(everything())).toEqual([
      "time time drugs",
      "pressure-oxygen sets pressure oxygen",
      "awake awake oriented",
      "effects dissociation distress nausea suicidality",
      "walk walk orthostatic",
      "ride escort",
      "calls calls",
    ]);
    expect(CHECKS.map(({ id }) => id).toSorted()).toEqual([...CheckId.options].toSorted());
    expect(CHECKS).toHaveLength(15);
  });

  test("[RD11] whose move each is", () => {
    const whose = everything()
      .readiness()
      .criteria.flatMap(({ checks }) => checks.map(({ id, whose: who }) => `${id} ${who}`));
    expect(whose).toEqual([
      "time clock",
      "drugs clock",
      "sets nurse",
      "pressure nurse",
      "oxygen nurse",
      "awake nurse",
      "oriented nurse",
      "dissociation nurse",
      "distress nurse",
      "nausea nurse",
      "suicidality clinician",
      "walk nurse",
      "orthostatic nurse",
      "escort desk",
      "calls nurse",
    ]);
  });

  test("[RD11] what does not arise is left out, and a group without a check with it", () => {
    expect(ids(given().ended())).toEqual([
      "time time",
      "pressure-oxygen sets pressure oxygen",
      "awake awake oriented",
      "effects dissociation distress nausea",
      "walk walk",
      "ride escort",
    ]);
  });

  test.each(CheckId.options.filter((id) => id !== "calls"))("[RD11] a protocol that requires %s alone", (id) => {
    const clinic = given({ from65: true, protocol: exitOf(id) })
      .ended()
      .at(41);
    drug(clinic, "midazolam", "iv");
    const wanted = CHECKS.filter((one) => one.id === id || ["time", "awake", "escort"].includes(one.id));
    const groups = [...new Set(wanted.map(({ group }) => group))];
    expect(ids(clinic)).toEqual(
      groups.map((group) => [group, ...wanted.filter((one) => one.group === group).map((one) => one.id)].join(" ")),
    );
    expect(clinic.verdict()).toBe("not-yet");
  });

  test("[RD11] an open high call stands in the way, required or not", () => {
    const clinic = given({ protocol: exitOf("walk") })
      .ended()
      .at(41);
    clinic.at(70).set();
    clinic.exit();
    expect(clinic.verdict()).toBe("checks-met");
    clinic.help();
    expect(ids(clinic)).toEqual(["time time", "awake awake", "walk walk", "ride escort", "calls calls"]);
    expect(clinic.readiness().open).toEqual(["ride", "calls"]);
    expect(clinic.verdict()).toBe("not-yet");
  });
});

describe("[RD11] a group is the worst of its checks", () => {
  const effects = (
    distress: number | undefined,
    dissociation: number | undefined,
    suicidality?: "none" | "thoughts",
  ) => {
    const clinic = given({ protocol: exitWith("suicidality") })
      .ended()
      .at(55);
    clinic.set(
      { distress, dissociation, suicidality },
      {
        notAssessed: [
          ...(distress === undefined ? [{ field: "distress", why: "asleep" } as const] : []),
          ...(dissociation === undefined ? [{ field: "dissociation", why: "asleep" } as const] : []),
        ],
      },
    );
    return clinic;
  };
  const state = (clinic: Scenario) => [group(clinic, "effects")?.state, group(clinic, "effects")?.whose];

  test("[RD11] bad before unknown before old before met", () => {
    expect(state(effects(0, 0, "none"))).toEqual(["met", "nurse"]);
    expect(state(effects(0, 0))).toEqual(["unknown", "clinician"]);
    expect(state(effects(0, undefined, "none"))).toEqual(["unknown", "nurse"]);
    expect(state(effects(5, 0))).toEqual(["not-met", "nurse"]);
    expect(state(effects(undefined, undefined, "thoughts"))).toEqual(["not-met", "clinician"]);
    expect(state(effects(0, 0, "none").at(90, 1))).toEqual(["stale", "nurse"]);
    expect(state(effects(0, 0).at(90, 1))).toEqual(["unknown", "clinician"]);
    expect(state(effects(5, 0, "none").at(90, 1))).toEqual(["not-met", "nurse"]);
  });

  test("[RD11] its earliest is that of the last of its open checks, and none when nothing waits", () => {
    const clinic = given().ended().at(65);
    clinic.set();
    drug(clinic, "labetalol", "iv", { at: at(60) });
    expect(group(clinic, "time")?.earliest).toBe(at(90));
    const met = given().ended().at(69);
    drug(met, "labetalol", "iv", { at: at(39) });
    expect(met.check("drugs")?.state).toBe("met");
    expect(group(met, "time")?.earliest).toBe(at(70));
    expect(group(met.at(70), "time")).not.toHaveProperty("earliest");
    expect(group(given().ended(), "walk")).not.toHaveProperty("earliest");
  });

  test("[RD11] one number that two checks rest on is shown once", () => {
    const clinic = given().recovered();
    expect(group(clinic, "pressure-oxygen")?.evidence.map(({ measure, observedAt }) => [measure, observedAt])).toEqual([
      ["sbp", at(70)],
      ["dbp", at(70)],
      ["hr", at(70)],
      ["spo2", at(70)],
      ["sbp", at(55)],
      ["dbp", at(55)],
      ["hr", at(55)],
      ["spo2", at(55)],
    ]);
  });

  test("[RD11] the same drug at two times, the same number of two measures, and of two entries, are shown twice", () => {
    const drugs = given().ended().at(45);
    drug(drugs, "midazolam", "iv", { id: "drug-0001", at: at(42) });
    drug(drugs, "midazolam", "iv", { id: "drug-0002" });
    expect(group(drugs, "time")?.evidence.map(({ observedAt }) => observedAt)).toEqual([at(40), at(42), at(45)]);
    const measures = given().ended().at(45);
    measures.set({ dbp: 70, hr: 70 });
    expect(group(measures, "pressure-oxygen")?.evidence.map(({ value }) => value)).toEqual([120, 70, 70, 98]);
    const entries = given({ protocol: { exit: { ...COMMON_EXIT, sets: 1, gapMin: 0 } } })
      .ended()
      .at(45);
    entries.set();
    entries.set();
    expect(group(entries, "pressure-oxygen")?.evidence).toHaveLength(8);
  });

  test("[RD11] two things of one moment are shown twice", () => {
    const clinic = given().ended().at(45);
    drug(clinic, "midazolam", "iv", { id: "drug-0001" });
    drug(clinic, "labetalol", "iv", { id: "drug-0002" });
    expect(group(clinic, "time")?.evidence.map(({ value }) => value)).toEqual(["", "midazolam", "labetalol"]);
    const two = given().ended().at(55);
    two.set({ spo2: 90, sedation: 2 });
    expect(group(two, "calls")?.evidence.map(({ value }) => value)).toEqual(["oxygen-low", "sedation-deep"]);
  });
});
