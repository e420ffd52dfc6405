import { describe, expect, test } from "vitest";
import { isStale, nextDue, staleAt } from "#shared/recovery/due.ts";
import { MINUTE } from "#shared/base/time.ts";
import { at, given, rung, type Scenario } from "./scenario.ts";

const injected = () => given({ route: "im" }).given();
const minutes = (clinic: Scenario) => clinic.due().map((one) => Number(one.split(" ")[0]));
const stateAt = (clinic: Scenario, slot: number) =>
  clinic
    .due()
    .find((one) => one.startsWith(`${slot} `))
    ?.slice(`${slot} `.length);
const correct = (clinic: Scenario, factId: string, minute: number, struck = false) =>
  clinic.submit("nurse", { type: "correct-dose-fact", factId, at: at(minute), struck, reason: { code: "wrong-time" } });
const MARKS = [5, 10, 15, 20, 30, 45, 60, 75, 90];

describe("[DU8] after an injection checks are due at fixed minutes", () => {
  test("[DU8] all nine are listed at once, and none before the dose", () => {
    expect(given({ route: "im" }).prepared().due()).toEqual([]);
    const clinic = injected();
    expect(clinic.due()).toEqual(MARKS.map((minute) => `${minute} upcoming`));
  });

  test("[DU8] then every fifteen minutes, the next one at a time", () => {
    const clinic = injected();
    expect(minutes(clinic.at(85, 59))).toEqual(MARKS);
    expect(minutes(clinic.at(86))).toEqual([...MARKS, 105]);
    expect(minutes(clinic.at(100, 59))).toEqual([...MARKS, 105]);
    expect(minutes(clinic.at(101))).toEqual([...MARKS, 105, 120]);
    expect(minutes(clinic.at(145, 59)).slice(-3)).toEqual([120, 135, 150]);
    expect(minutes(clinic.at(146)).slice(-3)).toEqual([135, 150, 165]);
  });

  test("[DU8] each injection begins again, from the last one on", () => {
    const clinic = injected().at(20);
    clinic.give("dose-second");
    const from20 = MARKS.map((minute) => 20 + minute);
    expect(minutes(clinic)).toEqual([5, 10, 15, ...from20]);
    clinic.at(34, 30).give("dose-third");
    const third = MARKS.map((minute) => 34.5 + minute);
    expect(minutes(clinic)).toEqual([5, 10, 15, 25, 30, ...third]);
    expect(minutes(clinic.at(121)).slice(-2)).toEqual([124.5, 139.5]);
  });

  test("[DU8] until the next one: a mark before it stays, one at its minute gives way", () => {
    const second = (minute: number, second = 0) => {
      const clinic = injected().at(minute, second);
      clinic.give();
      return clinic.due().filter((one) => /^(5|10) /.test(one)).length;
    };
    expect([second(10), second(10, 1), second(12), second(14), second(14, 1)]).toEqual([1, 2, 2, 2, 2]);
  });

  test("[DU8] [DU7] a second injection makes nothing unseen: what was done stays done, what was missed stays missed", () => {
    const clinic = injected().at(9);
    clinic.set();
    clinic.at(12).give();
    expect(clinic.due().slice(0, 3)).toEqual(["5 not-done", "10 done", "17 upcoming"]);
  });

  test("[DU8] corrected it moves its marks, struck it takes them along", () => {
    const clinic = injected().at(20);
    clinic.give("dose-second");
    correct(clinic, "dose-second", 19.5);
    expect(minutes(clinic).slice(0, 5)).toEqual([5, 10, 15, 24.5, 29.5]);
    correct(clinic, "dose-second", 19.5, true);
    expect(minutes(clinic)).toEqual(MARKS);
  });

  test("[DU8] an infusion or a spray that was recorded here is marked as well: no dose goes unwatched", () => {
    const clinic = given({ route: "im" }).prepared().at(0);
    clinic.start();
    expect(minutes(clinic)).toEqual(MARKS);
    clinic.at(10);
    clinic.submit("nurse", { type: "pause-infusion", factId: "pause-0001", at: at(10), reason: { code: "distress" } });
    expect(minutes(clinic)).toEqual(MARKS);
  });
});

describe("[DU4] a set after an injection counts by when it was observed", () => {
  const doneAt = (minute: number, second = 0) => {
    const clinic = injected().at(110);
    clinic.set({}, { at: at(minute, second) });
    return [...MARKS, 105].filter((slot) => stateAt(clinic, slot) === "done");
  };
  test("[DU4] from four minutes before its mark until four before the next", () => {
    expect([doneAt(0, 59), doneAt(1), doneAt(5, 59), doneAt(6)]).toEqual([[], [5], [5], [10]]);
    expect([doneAt(25, 59), doneAt(26), doneAt(40, 59), doneAt(41)]).toEqual([[20], [30], [30], [45]]);
    expect([doneAt(85, 59), doneAt(86), doneAt(100, 59), doneAt(101)]).toEqual([[75], [90], [90], [105]]);
  });

  test("[DU4] a pressure alone, a look-in or a rating of sedation is no set", () => {
    const clinic = injected().at(10);
    clinic.bp(120, 76);
    clinic.lookIn();
    clinic.submit("nurse", clinic.observation({ sbp: 120, dbp: 76, sedation: 5 }, { sheet: "bp" }));
    expect(stateAt(clinic, 10)).toBe("due");
  });
});

describe("[DU7] the states of a mark after an injection", () => {
  test("[DU7] due soon from two minutes before, late from five after, overdue from eight", () => {
    const clinic = injected().at(20);
    clinic.set();
    const edges: readonly (readonly [number, number, string])[] = [
      [27, 59, "upcoming"],
      [28, 0, "due-soon"],
      [29, 59, "due-soon"],
      [30, 0, "due"],
      [34, 59, "due"],
      [35, 0, "late"],
      [37, 59, "late"],
      [38, 0, "overdue"],
    ];
    for (const [minute, second, state] of edges)
      expect([minute, second, stateAt(clinic.at(minute, second), 30)]).toEqual([minute, second, state]);
  });

  test("[DU7] the first one missed stays open until somebody looks, and then it is not done for ever", () => {
    const clinic = injected();
    expect(clinic.at(14).due().slice(0, 4)).toEqual(["5 overdue", "10 not-done", "15 due-soon", "20 upcoming"]);
    expect(rung(clinic.at(14).tick(), clinic)).toEqual(["check-overdue medium"]);
    expect(clinic.at(31).due().slice(0, 6)).toEqual([
      "5 overdue",
      "10 not-done",
      "15 not-done",
      "20 not-done",
      "30 due",
      "45 upcoming",
    ]);
    clinic.set();
    expect(clinic.due().slice(0, 5)).toEqual(["5 not-done", "10 not-done", "15 not-done", "20 not-done", "30 done"]);
    expect(clinic.calls()).toEqual([]);
    expect(clinic.at(50).due()[0]).toBe("5 not-done");
  });
});

describe("[DU6] a value after an injection is stale when the next mark is due plus five minutes", () => {
  const stale = (clinic: Scenario, minute: number) =>
    (staleAt(clinic.session(), clinic.protocol(), at(minute), clinic.now()) - at(0)) / MINUTE;
  test("[DU6] by the mark that it does not count for", () => {
    const clinic = injected().at(110);
    expect([-10, 0, 1, 5, 6, 26, 86, 101].map((minute) => stale(clinic, minute))).toEqual([
      10, 10, 15, 15, 20, 50, 110, 125,
    ]);
    expect(isStale(clinic.session(), clinic.protocol(), at(86), at(110))).toBe(false);
    expect(isStale(clinic.session(), clinic.protocol(), at(86), at(110, 1))).toBe(true);
  });
});

describe("[DU3] once a nurse has signed after an injection", () => {
  const signed = () => {
    const clinic = injected().at(91);
    clinic.set();
    clinic.at(105).set();
    clinic.exit();
    clinic.sign();
    return clinic;
  };
  test("[DU3] look-ins take the place of sets, thirty minutes after the last look each time", () => {
    const clinic = signed();
    expect(clinic.session().fit).toBeDefined();
    expect(clinic.due().slice(-3)).toEqual(["90 done", "105 done", "135 look-in upcoming"]);
    clinic.at(133).lookIn();
    expect(clinic.due().slice(-2)).toEqual(["135 look-in done", "163 look-in upcoming"]);
  });

  test("[DU3] when it is lost sets are due again, and none for the time that it held", () => {
    const clinic = signed().at(121);
    clinic.bp(190, 100);
    expect(clinic.session().fit).toBeUndefined();
    expect(clinic.due().slice(-3)).toEqual(["105 done", "126 recheck upcoming", "135 upcoming"]);
    expect(nextDue(clinic.session(), clinic.protocol(), at(121))?.kind).toBe("recheck");
  });
});
