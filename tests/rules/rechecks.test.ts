import { describe, expect, test } from "vitest";
import { MINUTE } from "#shared/base/time.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { dueList } from "#shared/recovery/due.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { at, given, rung, type Scenario } from "./scenario.ts";

/** Without the faster looks of DU11, which ask for sedation too. */
const schedule = { ...IV_PROTOCOL.schedule, closeEveryMin: null };
const dosed = (change: Partial<typeof schedule> = {}) =>
  given({ protocol: { schedule: { ...schedule, ...change } } })
    .started()
    .at(5);
/** "bp 10 upcoming" for each recheck. */
const asked = (clinic: Scenario) =>
  dueList(clinic.session(), clinic.protocol(), clinic.now())
    .filter(({ kind }) => kind === "recheck")
    .map((one) => `${one.asks} ${(one.at - at(0)) / MINUTE} ${one.state}`);
const askedBy = (values: Values) => {
  const clinic = dosed();
  clinic.set(values);
  return asked(clinic).map((one) => one.split(" ")[0]);
};

describe("[DU5] a value in the critical band asks for another in five minutes", () => {
  const edges: readonly (readonly [Values, readonly string[]])[] = [
    [{ sbp: 180 }, ["bp"]],
    [{ sbp: 179 }, []],
    [{ sbp: 150, dbp: 110 }, ["bp"]],
    [{ sbp: 150, dbp: 109 }, []],
    [{ hr: 131 }, ["hr"]],
    [{ hr: 130 }, []],
    [{ hr: 40 }, ["hr"]],
    [{ hr: 41 }, []],
    [{ spo2: 91 }, ["spo2"]],
    [{ spo2: 92 }, []],
    [{ rr: 25 }, ["rr"]],
    [{ rr: 24 }, []],
    [{ rr: 8 }, ["rr"]],
    [{ rr: 9 }, []],
    [{ sedation: 2 }, ["sedation"]],
    [{ sedation: 3 }, []],
  ];
  test.each(edges)("[DU5] %j asks for %j", (values, expected) => expect(askedBy(values)).toEqual(expected));

  test("[DU5] a pressure in the critical band below asks, too", () => {
    expect(askedBy({ sbp: 91, dbp: 60 })).toEqual([]);
    expect(askedBy({ sbp: 90, dbp: 60 })).toEqual(["bp"]);
    expect(askedBy({ dbp: 41 })).toEqual([]);
    expect(askedBy({ dbp: 40 })).toEqual(["bp"]);
  });

  test("[DU5] each measure by itself, and nothing that has no band", () => {
    expect(askedBy({ spo2: 90, hr: 140, distress: 9, temp: 40, nausea: 10 })).toEqual(["hr", "spo2"]);
  });

  test("[DU5] after as many minutes as the clinic says", () => {
    const clinic = dosed({ recheckAfterMin: 3 });
    clinic.set({ spo2: 90 });
    expect(asked(clinic)).toEqual(["spo2 8 upcoming"]);
  });
});

describe("[DU5] until two in a row are out of the band", () => {
  const bad: Values = { spo2: 90 };
  const take = (clinic: Scenario, minute: number, values: Values = {}) => {
    clinic.at(minute).set(values);
    return asked(clinic);
  };
  test("[DU5] the first good one asks for a second, the second for nothing", () => {
    const clinic = dosed();
    take(clinic, 5, bad);
    expect(take(clinic, 10)).toEqual(["spo2 10 done", "spo2 15 upcoming"]);
    expect(take(clinic, 15)).toEqual(["spo2 10 done", "spo2 15 done"]);
    expect(take(clinic, 20)).toEqual(["spo2 10 done", "spo2 15 done"]);
  });

  test("[DU5] a critical one between them begins again", () => {
    const clinic = dosed();
    take(clinic, 5, bad);
    take(clinic, 10);
    expect(take(clinic, 13, bad)).toEqual(["spo2 10 done", "spo2 15 done", "spo2 18 upcoming"]);
    expect(take(clinic, 18).slice(2)).toEqual(["spo2 18 done", "spo2 23 upcoming"]);
    expect(take(clinic, 19).slice(2)).toEqual(["spo2 18 done", "spo2 23 done"]);
  });

  test("[DU5] critical again and again it goes on", () => {
    const clinic = dosed();
    for (const minute of [5, 10, 15]) take(clinic, minute, bad);
    expect(asked(clinic)).toEqual(["spo2 10 done", "spo2 15 done", "spo2 20 upcoming"]);
  });

  test.each<readonly [string, Values]>([
    ["bp", { sbp: 185 }],
    ["hr", { hr: 135 }],
    ["rr", { rr: 7 }],
    ["sedation", { sedation: 1 }],
  ])("[DU5] of %s likewise", (measure, values) => {
    const clinic = dosed();
    take(clinic, 5, values);
    expect(take(clinic, 8)).toEqual([`${measure} 10 done`, `${measure} 13 upcoming`]);
    expect(take(clinic, 11)).toEqual([`${measure} 10 done`, `${measure} 13 done`]);
  });

  test("[DU5] only a value of the same kind answers", () => {
    const clinic = dosed();
    take(clinic, 5, { spo2: 90, sbp: 185 });
    clinic.at(8).bp(150, 90);
    expect(asked(clinic).toSorted()).toEqual(["bp 10 done", "bp 13 upcoming", "spo2 10 due-soon"]);
    clinic.set({ spo2: undefined }, { notAssessed: [{ field: "spo2", why: "equipment" }] });
    expect(asked(clinic).toSorted()).toEqual(["bp 10 done", "bp 13 done", "spo2 10 due-soon"]);
  });

  test("[DU5] what was a slip asks for nothing, and answers nothing", () => {
    const clinic = dosed();
    take(clinic, 5, bad);
    take(clinic, 10);
    clinic.submit("nurse", {
      type: "strike-observation",
      observationId: clinic.lastObservation().id,
      reason: { code: "artefact" },
    });
    expect(asked(clinic)).toEqual(["spo2 10 due"]);
  });

  test("[DU5] it stays open until somebody measures, and calls from eight minutes", () => {
    const clinic = dosed();
    take(clinic, 5, bad);
    clinic.at(10).bp(120, 76); // keeps no set open but this
    expect(asked(clinic.at(14, 59))).toEqual(["spo2 10 due"]);
    expect(asked(clinic.at(15))).toEqual(["spo2 10 late"]);
    expect(asked(clinic.at(18))).toEqual(["spo2 10 overdue"]);
    expect(asked(clinic.at(90))).toEqual(["spo2 10 overdue"]);
  });

  test("[DU5] before the dose too, where it is no pressure", () => {
    const clinic = given({ protocol: { schedule } }).prepared().at(-5);
    clinic.set({ spo2: 90, hr: 140 });
    expect(asked(clinic).toSorted()).toEqual(["hr 0 upcoming", "spo2 0 upcoming"]);
    expect(rung(clinic.at(8).tick(), clinic)).toContain("check-overdue medium");
  });
});

describe("[DU5] [AL10] a late reading confirms nothing", () => {
  test("[AL10] it is no first of two good ones", () => {
    const clinic = dosed();
    clinic.set({ spo2: 90 });
    clinic.at(12).set();
    expect(asked(clinic)).toEqual(["spo2 10 done", "spo2 17 upcoming"]);
    clinic.at(20).set({}, { at: at(8) });
    expect(asked(clinic)).toContain("spo2 17 due");
  });

  test("[AL10] a bad one that is found late asks nobody to look again after a newer good one", () => {
    const clinic = dosed({ recheckAfterMin: 5 });
    clinic.at(12).set();
    clinic.at(20).set({ spo2: 90 }, { at: at(8) });
    expect(asked(clinic).filter((one) => !one.endsWith("done"))).toEqual([]);
  });

  test("[AL10] what was asked for stays asked for when another bad one is found late", () => {
    const clinic = dosed();
    clinic.set({ spo2: 90 });
    clinic.at(12).set();
    clinic.at(20).set({ spo2: 90 }, { at: at(8) });
    expect(asked(clinic)).toContain("spo2 17 due");
  });

  test("[DU5] one that was heard in time counts where it was observed", () => {
    const clinic = dosed();
    clinic.at(9).set();
    clinic.at(10).set({ spo2: 90 }, { at: at(7) });
    expect(asked(clinic)).toEqual(["spo2 12 done", "spo2 14 upcoming"]);
  });
});
