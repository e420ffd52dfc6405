import { describe, expect, test } from "vitest";
import { MINUTE } from "#shared/base/time.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { dueList, isStale, staleAt } from "#shared/recovery/due.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { at, given, rung, types, type Scenario } from "./scenario.ts";

const minutes = (clinic: Scenario) => clinic.due().map((one) => Number(one.split(" ")[0]));
const stateAt = (clinic: Scenario, slot: number) =>
  clinic
    .due()
    .find((one) => one.startsWith(`${slot} `))
    ?.slice(`${slot} `.length);
const withSchedule = (change: Partial<Protocol["schedule"]>) =>
  given({ protocol: { schedule: { ...IV_PROTOCOL.schedule, ...change } } });

describe("[DU1] how far ahead is listed", () => {
  test("[DU1] the next set, from when this one can still be done: four minutes before it", () => {
    const clinic = given().started();
    expect([minutes(clinic.at(5, 59)), minutes(clinic.at(6))]).toEqual([
      [0, 10],
      [0, 10, 20],
    ]);
  });

  test("[DU2] after the dose likewise", () => {
    const clinic = given().ended();
    expect(minutes(clinic.at(50, 59)).at(-1)).toBe(55);
    expect(minutes(clinic.at(51)).at(-1)).toBe(70);
  });

  test("[DU2] a dose that ended within four minutes of its start has one set, that of its end", () => {
    const ended = (minute: number, second = 0) => {
      const clinic = given().started().at(minute, second);
      clinic.end();
      return minutes(clinic);
    };
    expect([ended(3), ended(4), ended(4, 1)]).toEqual([
      [3, 18],
      [4, 19],
      [0, 4 + 1 / 60, 19 + 1 / 60],
    ]);
  });

  test("[DU1] [DU2] by the clinic's own steps", () => {
    const clinic = withSchedule({ dosing: { kind: "every", everyMin: 7 }, afterDoseEveryMin: 20 }).started();
    expect(minutes(clinic.at(16))).toEqual([0, 7, 14, 21]);
    clinic.at(30).end();
    expect(minutes(clinic.at(40))).toEqual([0, 7, 14, 21, 30, 50]);
  });
});

describe("[DU3] what a signature lets go", () => {
  test("[DU3] a set five minutes late at the signature is kept as not done, a second less is let go", () => {
    const signedAt = (minute: number, second: number) => {
      const clinic = given().recovered().at(81);
      clinic.lookIn("awake-comfortable");
      clinic.at(minute, second).sign();
      return stateAt(clinic, 85);
    };
    expect([signedAt(89, 59), signedAt(90, 0)]).toEqual([undefined, "not-done"]);
  });

  test("[DU3] what was not done by then is not done for ever, though the signature is lost", () => {
    const clinic = given().recovered().at(81);
    clinic.lookIn("awake-comfortable");
    clinic.at(90).sign();
    expect(stateAt(clinic, 85)).toBe("not-done");
    clinic.at(108).bp(190, 100);
    expect(clinic.session().fit).toBeUndefined();
    expect(stateAt(clinic, 85)).toBe("not-done");
    expect(rung(clinic.tick(), clinic)).toEqual([]);
  });

  test("[DU3] a set due at the very moment when it was lost is not asked for, a second later it is", () => {
    const lostAt = (minute: number, second: number) => {
      const clinic = given().fit().at(minute, second);
      clinic.bp(190, 100);
      return stateAt(clinic.at(100), 100);
    };
    expect([lostAt(99, 59), lostAt(100, 0)]).toEqual(["due", undefined]);
  });

  test("[DU3] a set that somebody took while it held is shown as done", () => {
    const clinic = given().fit().at(86);
    clinic.set();
    expect(stateAt(clinic, 85)).toBe("done");
  });

  test("[DU3] sets are not listed beyond the signature", () => {
    const clinic = given().fit();
    expect(
      clinic
        .at(140)
        .due()
        .filter((one) => !one.includes("look-in"))
        .at(-1),
    ).toBe("70 done");
  });
});

describe("[DU3] look-ins", () => {
  const lookIns = (clinic: Scenario) => clinic.due().filter((one) => one.includes("look-in"));
  test("[DU3] count from four minutes before, and each next one from the last look", () => {
    const early = given().fit().at(95, 59);
    early.lookIn();
    expect(lookIns(early)).toEqual([`${125 + 59 / 60} look-in upcoming`]);
    const inTime = given().fit().at(96);
    inTime.lookIn();
    expect(lookIns(inTime)).toEqual(["100 look-in done", "126 look-in upcoming"]);
  });

  test("[DU3] the next one is listed from four minutes before this one could be the last", () => {
    const clinic = given().fit();
    expect(lookIns(clinic.at(95, 59))).toEqual(["100 look-in upcoming"]);
    expect(lookIns(clinic.at(96))).toEqual(["100 look-in upcoming", "130 look-in upcoming"]);
  });

  test("[DU3] the first one missed stays open until somebody looks, those after it are not done", () => {
    const clinic = given().fit();
    expect(lookIns(clinic.at(132))).toEqual(["100 look-in overdue", "130 look-in due", "160 look-in upcoming"]);
    expect(lookIns(clinic.at(156)).slice(0, 3)).toEqual([
      "100 look-in overdue",
      "130 look-in not-done",
      "160 look-in upcoming",
    ]);
    clinic.at(157).lookIn();
    expect(lookIns(clinic)).toEqual([
      "100 look-in not-done",
      "130 look-in not-done",
      "160 look-in done",
      "187 look-in upcoming",
    ]);
  });

  test("[DU3] a look between two of them counts for the one whose time it was", () => {
    const clinic = given().fit().at(125, 59);
    clinic.lookIn();
    expect(lookIns(clinic)).toEqual(["100 look-in done", "155.98333333333332 look-in upcoming"]);
  });

  test("[DU3] a look of the time before the signature that is entered late is none after it", () => {
    const clinic = given().fit().at(80);
    clinic.lookIn("awake-comfortable", { at: at(70) });
    expect(lookIns(clinic)).toEqual(["100 look-in upcoming"]);
    clinic.set({}, { at: at(69) });
    expect(lookIns(clinic)).toEqual(["100 look-in upcoming"]);
  });

  test("[DU3] from the signature where the last look lies further back than one step", () => {
    const schedule = { ...IV_PROTOCOL.schedule, waitingForRideEveryMin: 10 };
    const clinic = given({ protocol: { schedule } }).recovered().at(84);
    clinic.sign();
    expect(lookIns(clinic)[0]).toBe("84 look-in due");
  });

  test("[DU3] where looks count from earlier than one step there is still a next one", () => {
    const schedule = { ...IV_PROTOCOL.schedule, waitingForRideEveryMin: 3, countsFromMin: 4 };
    const clinic = given({ protocol: { schedule } }).fit().at(70, 30);
    clinic.lookIn();
    expect(lookIns(clinic).slice(0, 2)).toEqual(["73 look-in done", "74 look-in upcoming"]);
  });
});

describe("[DU6] [DU7] by the clinic's own minutes", () => {
  test("[DU6] where no slot follows, the step after the dose and the grace", () => {
    const clinic = withSchedule({ afterDoseEveryMin: 20, lateAfterMin: 6 }).prepared();
    expect((staleAt(clinic.session(), clinic.protocol(), at(-10), at(-5)) - at(0)) / MINUTE).toBe(16);
  });

  test("[DU6] a value that was observed after the moment of asking is not stale", () => {
    const clinic = given().started().at(30);
    expect(staleAt(clinic.session(), clinic.protocol(), at(25), at(5))).toBe(at(35));
    expect(isStale(clinic.session(), clinic.protocol(), at(25), at(5))).toBe(false);
  });

  test("[DU7] soon, late and overdue", () => {
    const clinic = withSchedule({ dueSoonMin: 3, lateAfterMin: 4, soundAfterMin: 6, countsFromMin: 1 }).started();
    clinic.set();
    const states = [[6, 59], [7, 0], [10, 0], [13, 59], [14, 0], [15, 59], [16, 0]] as const; // prettier-ignore
    expect(states.map(([minute, second]) => stateAt(clinic.at(minute, second), 10))).toEqual([
      "upcoming",
      "due-soon",
      "due",
      "due",
      "late",
      "late",
      "overdue",
    ]);
  });

  test("[AL8] how long it is overdue grows with the clock and does not sound again", () => {
    const clinic = given().started();
    clinic.set();
    clinic.at(18, 59).tick();
    expect(clinic.call("check-overdue").severity).toBe(8);
    expect(types(clinic.at(40).tick())).toEqual([]);
  });

  test("[DU7] what was done is done, however the clock goes on", () => {
    const clinic = given().started();
    clinic.set();
    const list = dueList(clinic.session(), clinic.protocol(), at(300));
    expect(list[0]).toMatchObject({ at: at(0), state: "done", kind: "set" });
    expect(list[0]?.doneBy?.id).toBeDefined();
    expect(list.filter(({ state }) => state === "overdue")).toHaveLength(1);
  });
});
