import { describe, expect, test } from "vitest";
import { COMMON_EXIT } from "#shared/protocol/common.ts";
import type { CheckId } from "#shared/protocol/protocol.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { at, given, type Scenario } from "./scenario.ts";
import { done, exitOf } from "./leavingSteps.ts";

const sets = (clinic: Scenario) => clinic.check("sets")?.state;
const rows = (clinic: Scenario, id: CheckId) =>
  clinic
    .check(id)
    ?.evidence.map(({ measure, value, observedAt }) => `${measure} ${value} ${(observedAt - at(0)) / 60_000}`);
const vitals = (sbp: number, minute: number) => [
  `sbp ${sbp} ${minute}`,
  `dbp 76 ${minute}`,
  `hr 70 ${minute}`,
  `spo2 98 ${minute}`,
];

describe("[RD1] evidence is named with its observation, time and person", () => {
  test("[RD1] of the good sets the newest and the one before it", () => {
    const clinic = given().ended();
    for (const minute of [45, 55, 65]) clinic.at(minute).set({ sbp: 60 + minute });
    expect(sets(clinic)).toBe("met");
    expect(rows(clinic, "sets")).toEqual([...vitals(125, 65), ...vitals(115, 55)]);
    const { id } = clinic.lastObservation();
    expect(clinic.check("sets")?.evidence[0]).toEqual({
      observationId: id,
      measure: "sbp",
      value: 125,
      observedAt: at(65),
      by: "nurse-0001",
    });
  });

  test("[RD1] where one set is enough it stands for both", () => {
    const exit = { ...COMMON_EXIT, sets: 1, gapMin: 0 };
    const clinic = given({ protocol: { exit } }).ended().at(50);
    clinic.set();
    expect([sets(clinic), rows(clinic, "sets")]).toEqual(["met", [...vitals(120, 50), ...vitals(120, 50)]]);
  });

  test("[RD1] while they are not met, the newest of all that counts, and what would be the earliest", () => {
    const clinic = given().ended();
    expect(clinic.check("sets")).toEqual({ id: "sets", state: "unknown", evidence: [], whose: "nurse" });
    clinic.at(45).set();
    expect(clinic.check("sets")).toMatchObject({ state: "not-met", earliest: at(55) });
    clinic.at(50).set();
    expect(clinic.check("sets")).toMatchObject({ state: "not-met", earliest: at(55) });
    clinic.at(52).exit();
    expect(rows(clinic, "sets")).toEqual(vitals(120, 50)); // who walks has not measured anything
    clinic.at(53).bp(165, 80);
    expect([sets(clinic), rows(clinic, "sets")]).toEqual(["not-met", ["sbp 165 53", "dbp 80 53"]]);
    expect(clinic.check("sets")).not.toHaveProperty("earliest");
  });

  test("[RD1] of a pressure its two halves, from the newest that has one", () => {
    const clinic = given().ended();
    expect(clinic.check("pressure")).toEqual({ id: "pressure", state: "unknown", evidence: [], whose: "nurse" });
    clinic.at(50).bp(130, 80);
    clinic.at(51).set({ sbp: undefined, dbp: undefined }, { notAssessed: [{ field: "bp", why: "equipment" }] });
    expect([clinic.check("pressure")?.state, rows(clinic, "pressure")]).toEqual(["met", ["sbp 130 50", "dbp 80 50"]]);
    clinic.at(52).bp(160, 80);
    expect([clinic.check("pressure")?.state, rows(clinic, "pressure")]).toEqual([
      "not-met",
      ["sbp 160 52", "dbp 80 52"],
    ]);
  });

  test.each(["pressure", "oxygen", "nausea"] as const)(
    "[RD1] %s of hours ago is not current, also where the protocol asks for no sets",
    (id) => {
      const clinic = given({ protocol: exitOf(id) })
        .ended()
        .at(55);
      clinic.set();
      expect([clinic.at(85).check(id)?.state, clinic.at(85, 1).check(id)?.state]).toEqual(["met", "stale"]);
      clinic.lookIn("awake-comfortable");
      expect([clinic.at(115, 1).check(id)?.state, clinic.at(115, 2).check(id)?.state]).toEqual(["met", "stale"]);
      clinic.at(116).set({ sbp: 165, spo2: 93, nausea: 4 });
      expect([clinic.check(id)?.state, clinic.at(300).check(id)?.state]).toEqual(["not-met", "not-met"]);
    },
  );

  test.each(["pressure", "oxygen", "nausea"] as const)("[RD1] where sets are asked for %s has their age", (id) => {
    const clinic = given({ protocol: exitOf(id, "sets") }).recovered();
    expect([clinic.at(100, 1).check(id)?.state, sets(clinic)]).toEqual(["met", "stale"]);
  });
});

describe("[RD3] the run of good sets", () => {
  test("[RD3] as many as the protocol says, so far apart as it says", () => {
    const after = (wanted: number, gapMin: number, ...minutes: readonly number[]) => {
      const clinic = given({ protocol: { exit: { ...COMMON_EXIT, sets: wanted, gapMin } } }).ended();
      for (const minute of minutes) clinic.at(minute).set();
      return sets(clinic);
    };
    expect([after(3, 10, 50, 70), after(3, 10, 50, 60, 70)]).toEqual(["not-met", "met"]);
    expect([after(2, 20, 50, 69), after(2, 20, 50, 70)]).toEqual(["not-met", "met"]);
    expect([after(1, 0, 50), after(1, 1, 50)]).toEqual(["met", "not-met"]);
  });

  const looks: readonly (readonly [Values, string])[] = [
    [{ spo2: 93 }, "not-met"],
    [{ spo2: 94 }, "met"],
    [{ hr: 111 }, "not-met"],
    [{ hr: 49 }, "not-met"],
    [{ hr: 110 }, "met"],
    [{}, "met"],
  ];
  test.each(looks)("[RD3] a look-in with %j between two good sets: %s", (values, state) => {
    const clinic = given().ended().at(50);
    clinic.set();
    clinic.at(55).submit("nurse", clinic.observation({ seen: "resting-breathing", ...values }, { sheet: "look-in" }));
    clinic.at(60).set();
    expect(sets(clinic)).toBe(state);
  });

  test("[RD3] the newest of all bad, and nothing good since, is not met; only parts of sets are unknown", () => {
    const bad = given().ended().at(55);
    bad.set({ sbp: 165 });
    expect(sets(bad)).toBe("not-met");
    const part = given().ended().at(55);
    part.submit("nurse", part.observation({ seen: "resting-breathing", spo2: 97 }, { sheet: "look-in" }));
    expect([sets(part), rows(part, "sets")]).toEqual(["unknown", ["spo2 97 55"]]);
    part.at(56).submit("nurse", part.observation({ seen: "resting-breathing", hr: 70 }, { sheet: "look-in" }));
    expect([sets(part), rows(part, "sets")]).toEqual(["unknown", ["hr 70 56"]]);
  });

  test("[RD3] a set without a pressure is a part, and one part that is bad is bad", () => {
    const without = (values: Values) => {
      const clinic = given().ended().at(55);
      clinic.set();
      clinic
        .at(65)
        .set({ sbp: undefined, dbp: undefined, ...values }, { notAssessed: [{ field: "bp", why: "equipment" }] });
      return clinic.check("sets");
    };
    expect(without({})).toMatchObject({ state: "not-met", earliest: at(65) });
    expect(without({ hr: 120 })).not.toHaveProperty("earliest");
  });

  test.each(["resting-breathing", "awake-comfortable"] as const)("[RD3] %s keeps them alive for 30 min", (seen) => {
    const clinic = given().recovered().at(95);
    clinic.lookIn(seen);
    expect([sets(clinic.at(125)), sets(clinic.at(125, 1))]).toEqual(["met", "stale"]);
  });

  test("[RD3] a look-in before the last good set shortens nothing, and what is stale keeps its evidence", () => {
    const clinic = given().ended().at(55);
    clinic.set();
    clinic.at(60).lookIn();
    clinic.at(70).set();
    expect([sets(clinic.at(100)), sets(clinic.at(100, 1))]).toEqual(["met", "stale"]);
    expect(rows(clinic, "sets")).toEqual([...vitals(120, 70), ...vitals(120, 55)]);
  });

  test("[RD3] a look-in that came before it was due keeps READY alive for 30 min from then", () => {
    const clinic = given().ready().at(90);
    clinic.lookIn("awake-comfortable");
    expect([clinic.at(120).verdict(), clinic.at(120, 1).verdict()]).toEqual(["ready", "not-yet"]);
  });

  test("[RD3] how long it lasts is the protocol's", () => {
    const clinic = given({ protocol: { exit: { ...COMMON_EXIT, readyLastsMin: 12 } } }).recovered();
    expect([sets(clinic.at(82)), sets(clinic.at(82, 1))]).toEqual(["met", "stale"]);
  });

  test("[RD3] who is put on oxygen alone keeps her sets", () => {
    const clinic = given().recovered().at(71);
    done(clinic, "oxygen-on");
    expect([sets(clinic), clinic.check("oxygen")?.state]).toEqual(["met", "not-met"]);
  });
});

describe("[RD9] the protocol's own numbers of a good set", () => {
  const good = (values: Values, baseline: Values, exit: Partial<typeof COMMON_EXIT>) => {
    const clinic = given({ protocol: { exit: { ...COMMON_EXIT, ...exit } } })
      .ended(40, baseline)
      .at(55);
    clinic.set(values);
    return clinic.check("pressure")?.state;
  };
  test("[RD9] within, and so far above this patient's own", () => {
    const bpWithin = { sbp: 140, dbp: 85 };
    expect([good({ sbp: 139 }, {}, { bpWithin }), good({ sbp: 145 }, {}, { bpWithin })]).toEqual(["met", "not-met"]);
    expect([good({ dbp: 84 }, {}, { bpWithin }), good({ dbp: 92 }, {}, { bpWithin })]).toEqual(["met", "not-met"]);
    const own = { bpWithin, bpOverBaselinePercent: 10 };
    expect([good({ sbp: 154 }, { sbp: 140 }, own), good({ sbp: 155 }, { sbp: 140 }, own)]).toEqual(["met", "not-met"]);
  });
  test("[RD9] both halves have to fit", () => {
    expect(good({ sbp: 165, dbp: 80 }, { sbp: 150, dbp: 80 }, {})).toBe("met");
    expect(good({ sbp: 165, dbp: 101 }, { sbp: 150, dbp: 80 }, {})).toBe("not-met");
  });
});
