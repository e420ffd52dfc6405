import { describe, expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { at, given, rung, type Scenario } from "./scenario.ts";

const rechecks = (clinic: Scenario) =>
  clinic
    .due()
    .filter((one) => one.includes("recheck"))
    .map((one) => one.replace(" recheck", ""));
const look = (clinic: Scenario, minute: number, values: Values) => {
  clinic.at(minute).set(values);
  return rechecks(clinic);
};
/** On a sheet that does not ask for sedation. */
const aside = (clinic: Scenario, minute: number, values: Values) => {
  clinic.at(minute).submit("nurse", clinic.observation({ sbp: 120, dbp: 76, ...values }, { sheet: "bp" }));
  return rechecks(clinic);
};
const AIR: Values = { oxygen: { on: false } };
const OXYGEN: Values = { oxygen: { on: true, litresPerMin: 2 } };

describe("[DU11] while the patient is at MOAA/S 3 or deeper somebody looks every five minutes", () => {
  test("[DU11] at three, not at four", () => {
    expect(look(given().started(), 5, { sedation: 4 })).toEqual([]);
    expect(look(given().started(), 5, { sedation: 3 })).toEqual(["10 upcoming"]);
  });

  test("[DU11] from look to look, and the first that finds the patient lighter ends it", () => {
    const clinic = given().started();
    look(clinic, 5, { sedation: 3 });
    expect(look(clinic, 9, { sedation: 3 })).toEqual(["10 done", "14 upcoming"]);
    expect(look(clinic, 14, { sedation: 4 })).toEqual(["10 done", "14 done"]);
    expect(look(clinic, 20, { sedation: 5 })).toEqual(["10 done", "14 done"]);
  });

  test("[DU11] a pressure alone is no such look, a level beside it is", () => {
    const clinic = given().started();
    look(clinic, 5, { sedation: 3 });
    expect(aside(clinic, 9, {})).toEqual(["10 due-soon"]);
    expect(aside(clinic, 9, { sedation: 4, rr: 14 })).toEqual(["10 done"]);
  });

  test("[DU11] nobody came: late after five minutes, overdue after eight, and it calls", () => {
    const clinic = given().started();
    look(clinic, 5, { sedation: 3 });
    expect([rechecks(clinic.at(14, 59)), rechecks(clinic.at(15)), rechecks(clinic.at(18))]).toEqual([
      ["10 due"],
      ["10 late"],
      ["10 overdue"],
    ]);
    expect(rung(clinic.tick(), clinic)).toEqual(["check-overdue medium"]);
  });

  test("[DU11] from the start of the dose, its moment included", () => {
    const before = given().prepared().at(-1);
    before.set({ sedation: 3 });
    before.at(0).start();
    expect(rechecks(before)).toEqual([]);
    const atStart = given().prepared().at(0);
    atStart.set({ sedation: 3 });
    expect(rechecks(atStart)).toEqual([]);
    atStart.start();
    expect(rechecks(atStart)).toEqual(["5 upcoming"]);
  });

  test("[DU11] how deep is the warning of the clinic's own limit, how often its own step, or never", () => {
    const { schedule, limits } = IV_PROTOCOL;
    const sedation = { warn: { low: 4, high: null }, critical: { low: 2, high: null } };
    const at4 = given({ protocol: { limits: { ...limits, sedation } } }).started();
    expect(look(at4, 5, { sedation: 4 })).toEqual(["10 upcoming"]);
    const none = { warn: { low: null, high: null }, critical: { low: 0, high: null } };
    const unlimited = given({ protocol: { limits: { ...limits, sedation: none } } }).started();
    expect(look(unlimited, 5, { sedation: 1 })).toEqual([]);
    const seven = given({ protocol: { schedule: { ...schedule, closeEveryMin: 7 } } }).started();
    expect(look(seven, 5, { sedation: 3 })).toEqual(["12 upcoming"]);
    const never = given({ protocol: { schedule: { ...schedule, closeEveryMin: null } } }).started();
    expect(look(never, 5, { sedation: 3 })).toEqual([]);
  });
});

describe("[DU11] or on oxygen", () => {
  test("[DU11] awake or not, until it is said to be off", () => {
    const clinic = given().started();
    expect(look(clinic, 5, OXYGEN)).toEqual(["10 upcoming"]);
    expect(look(clinic, 10, OXYGEN)).toEqual(["10 done", "15 upcoming"]);
    expect(look(clinic, 15, AIR)).toEqual(["10 done", "15 done"]);
  });

  test("[DU11] air alone asks for nothing", () => expect(look(given().started(), 5, AIR)).toEqual([]));

  test("[DU11] whichever of the two is seen is enough", () => {
    const clinic = given().started();
    expect(look(clinic, 5, { ...OXYGEN, sedation: 3 })).toEqual(["10 upcoming"]);
    expect(look(clinic, 10, { ...AIR, sedation: 3 })).toEqual(["10 done", "15 upcoming"]);
    expect(look(clinic, 15, { ...OXYGEN, sedation: 5 })).toEqual(["10 done", "15 done", "20 upcoming"]);
  });

  test("[DU11] on a sheet without a level of sedation", () => {
    const clinic = given().started();
    expect(aside(clinic, 5, OXYGEN)).toEqual(["10 upcoming"]);
    expect(aside(clinic, 10, AIR)).toEqual(["10 done"]);
  });

  test("[DU11] a set that does not say whether oxygen is still on does not end it", () => {
    const clinic = given().started();
    look(clinic, 5, OXYGEN);
    expect(look(clinic, 10, {})).toEqual(["10 done", "15 upcoming"]);
    expect(look(clinic, 14, AIR)).toEqual(["10 done", "15 done"]);
  });

  test("[DU11] taking off the oxygen wakes nobody: at MOAA/S 3 it goes on", () => {
    const clinic = given().started();
    look(clinic, 5, { ...OXYGEN, sedation: 3 });
    expect(aside(clinic, 10, AIR)).toEqual(["10 done", "15 upcoming"]);
  });

  test("[DU11] [AL10] found late it asks from when it was told: nobody is late for what was not known", () => {
    const clinic = given().started().at(30);
    clinic.set({ sedation: 3 }, { at: at(10) });
    expect(rechecks(clinic)).toEqual(["35 upcoming"]);
  });

  test("[DU11] oxygen that was given as an intervention counts as well", () => {
    const clinic = given().started().at(5);
    const told = (kind: "oxygen-on" | "oxygen-off", minute: number) =>
      clinic.at(minute).submit("nurse", {
        type: "record-intervention",
        interventionId: `intervention-${kind}`,
        told: { kind, at: at(minute) },
      });
    told("oxygen-on", 5);
    expect(rechecks(clinic)).toEqual(["10 upcoming"]);
    look(clinic, 9, {});
    expect(rechecks(clinic)).toEqual(["10 done", "14 upcoming"]);
    told("oxygen-off", 12);
    expect(look(clinic, 13, {})).toEqual(["10 done", "14 done"]);
  });
});
