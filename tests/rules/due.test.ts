import { describe, expect, test } from "vitest";
import { dueList, isStale, nextDue, staleAt } from "#shared/recovery/due.ts";
import { at, given, type Scenario } from "./scenario.ts";

const sets = (clinic: Scenario) => clinic.due().filter((one) => !/[a-z] /.test(one));
const minutes = (clinic: Scenario) => clinic.due().map((one) => Number(one.split(" ")[0]));
const stateAt = (clinic: Scenario, slot: number) =>
  clinic
    .due()
    .find((one) => one.startsWith(`${slot} `))
    ?.slice(`${slot} `.length);

describe("[DU1] while the pump runs a set is due every ten minutes from its start", () => {
  test("[DU1] from T0 up to the next one", () => {
    const clinic = given().started();
    const upToNow = (minute: number, second = 0) => minutes(clinic.at(minute, second)).filter((slot) => slot <= minute);
    expect([upToNow(0), upToNow(9, 59), upToNow(10), upToNow(25)]).toEqual([[0], [0], [0, 10], [0, 10, 20]]);
    expect(stateAt(clinic.at(25), 30)).toBe("upcoming");
  });

  test("[DU1] before the dose no set is due", () => {
    expect(given().prepared().due()).toEqual([]);
  });

  test("[DU1] a pause moves nothing that is due", () => {
    const clinic = given().started().at(12);
    clinic.submit("nurse", { type: "pause-infusion", factId: "pause-0001", at: at(12), reason: { code: "distress" } });
    expect(minutes(clinic.at(25))).toEqual([0, 10, 20, 30]);
    clinic.submit("nurse", { type: "resume-infusion", factId: "resume-001", at: at(25) });
    expect(minutes(clinic.at(31))).toEqual([0, 10, 20, 30, 40]);
  });

  test("[DU1] a corrected start moves them all", () => {
    const clinic = given().started().at(15);
    clinic.submit("nurse", {
      type: "correct-dose-fact",
      factId: "start-0001",
      at: at(3),
      struck: false,
      reason: { code: "wrong-time" },
    });
    expect(minutes(clinic)).toEqual([3, 13, 23]);
  });
});

describe("[DU2] at the real end of the dose and every fifteen minutes after it", () => {
  const after = (end: number, now: number) => {
    const clinic = given().started().at(end);
    clinic.end();
    return minutes(clinic.at(now));
  };
  test("[DU2] ended as planned", () => expect(after(40, 60)).toEqual([0, 10, 20, 30, 40, 55, 70]));
  test("[DU2] stopped early at 12: the set of 10 would be within four minutes of the end", () =>
    expect(after(12, 20)).toEqual([0, 12, 27]));
  test("[DU2] ended at 38: no second slot at 40", () => expect(after(38, 45)).toEqual([0, 10, 20, 30, 38, 53]));
  test("[DU2] ended at 34: the set of 30 is four minutes away and counts for the end", () =>
    expect(after(34, 40)).toEqual([0, 10, 20, 34, 49]));
  test("[DU2] ended at 35: five minutes away, so both are asked", () =>
    expect(after(35, 40)).toEqual([0, 10, 20, 30, 35, 50]));
  test("[DU2] ended late at 47", () => expect(after(47, 50)).toEqual([0, 10, 20, 30, 40, 47, 62]));

  test("[DU2] one set at the end serves the slot that it was taken for", () => {
    const clinic = given().started().at(10);
    clinic.set();
    clinic.at(12).end();
    expect(stateAt(clinic, 12)).toBe("done");
  });
});

describe("[DU3] once a nurse has signed, a look-in every thirty minutes", () => {
  test("[DU3] from the last look before the signature, and any sheet serves", () => {
    const clinic = given().fit();
    expect(clinic.due().slice(-2)).toEqual(["70 done", "100 look-in upcoming"]);
    expect(stateAt(clinic.at(100), 100)).toBe("look-in due");
    clinic.lookIn();
    expect(clinic.due().slice(-2)).toEqual(["100 look-in done", "130 look-in upcoming"]);
    clinic.at(128).bp(124, 78);
    expect(stateAt(clinic, 130)).toBe("look-in done");
  });

  test("[DU3] a look-in serves no set", () => {
    const clinic = given().ended().at(55);
    clinic.lookIn();
    expect(stateAt(clinic, 55)).toBe("due");
  });

  test("[DU3] a set that was due but not late when she signed is let go, and one already late is not done", () => {
    const clinic = given().recovered().at(81);
    clinic.lookIn("awake-comfortable");
    clinic.at(86).sign();
    expect(clinic.session().fit).toBeDefined();
    expect(clinic.due().slice(-2)).toEqual(["70 done", "111 look-in upcoming"]);
    expect(clinic.at(95).tick()).toEqual([]);

    const late = given().recovered().at(81);
    late.lookIn("awake-comfortable");
    late.at(90).sign();
    expect(late.due().slice(-2)).toEqual(["85 not-done", "111 look-in upcoming"]);
    expect(late.at(95).tick()).toEqual([]);
  });

  test("[DU3] when the signature is lost, sets are due again, and none is asked for the time it held", () => {
    const clinic = given().fit().at(100);
    clinic.lookIn();
    clinic.at(118).bp(190, 100);
    expect(clinic.session().fit).toBeUndefined();
    expect(sets(clinic).slice(-2)).toEqual(["70 done", "130 upcoming"]);
  });
});

describe("[DU4] a set counts by when it was observed, from four minutes before its slot until four before the next", () => {
  const doneAt = (minute: number, second = 0) => {
    const clinic = given().started().at(25);
    clinic.set({}, { at: at(minute, second) });
    return [10, 20].filter((slot) => stateAt(clinic, slot) === "done");
  };
  test("[DU4] just before, at, and just before the next counts", () => {
    expect(doneAt(5, 59)).toEqual([]);
    expect(doneAt(6)).toEqual([10]);
    expect(doneAt(10)).toEqual([10]);
    expect(doneAt(15, 59)).toEqual([10]);
    expect(doneAt(16)).toEqual([20]);
  });

  test("[DU4] a baseline of a quarter of an hour before the start is the set of the start, an older one is not", () => {
    const started = (minute: number) => {
      const clinic = given().checkedIn().at(minute);
      clinic.set();
      clinic.at(0).start();
      return stateAt(clinic, 0);
    };
    expect(started(-15)).toBe("done");
    expect(started(-16)).toBe("due");
  });

  test("[DU4] a late entry fills the slot of its own time, a BP alone fills none, a struck set fills none", () => {
    const clinic = given().started().at(25);
    clinic.set({}, { at: at(11) });
    expect([stateAt(clinic, 10), stateAt(clinic, 20)]).toEqual(["done", "late"]);
    clinic.bp(120, 80);
    expect(stateAt(clinic, 20)).toBe("late");
    clinic.submit("nurse", {
      type: "strike-observation",
      observationId: clinic.session().observations[1]?.id ?? "",
      reason: { code: "wrong-chair" },
    });
    expect(stateAt(clinic, 10)).not.toBe("done");
  });
});

describe("[DU5] a critical pressure asks for another in five minutes", () => {
  test("[DU5] any later pressure answers it, and a critical one asks again", () => {
    const clinic = given().started().at(5);
    clinic.bp(182, 90);
    expect(clinic.at(8).due()).toContain("10 recheck due-soon");
    expect(clinic.at(10).due()).toContain("10 recheck due");
    clinic.set({ sbp: 181, dbp: 88 });
    expect(clinic.due()).toContain("10 recheck done");
    expect(clinic.due()).toContain("15 recheck upcoming");
    clinic.at(12).bp(150, 80);
    expect(clinic.due()).toContain("15 recheck done");
  });

  test("[DU5] it stays overdue until somebody measures, and is gone when the pressure was a slip", () => {
    const clinic = given().started().at(5);
    clinic.bp(150, 110);
    expect(clinic.at(17, 59).due()).toContain("10 recheck late");
    expect(clinic.at(18).due()).toContain("10 recheck overdue");
    expect(clinic.at(60).due()).toContain("10 recheck overdue");
    clinic.submit("nurse", {
      type: "strike-observation",
      observationId: clinic.lastObservation().id,
      reason: { code: "typing-slip" },
    });
    expect(clinic.due().filter((one) => one.includes("recheck"))).toEqual([]);
  });
});

describe("[DU6] a value is stale when the next slot is due plus five minutes", () => {
  const stale = (clinic: Scenario, minute: number, now: number, second = 0) =>
    isStale(clinic.session(), clinic.protocol(), at(minute), at(now, second));

  test("[DU6] at the minute it is not, a second after it is", () => {
    const clinic = given().started();
    clinic.set();
    expect(stale(clinic, 0, 15)).toBe(false);
    expect(stale(clinic, 0, 15, 1)).toBe(true);
    clinic.at(7).set();
    expect(stale(clinic, 7, 25)).toBe(false); // the set of 10
    expect(stale(clinic, 7, 25, 1)).toBe(true);
  });

  test("[DU6] after the dose and after the signature by their own steps", () => {
    const clinic = given().fit();
    expect(stale(clinic, 40, 60)).toBe(false);
    expect(stale(clinic, 40, 60, 1)).toBe(true);
    expect(stale(clinic, 70, 105)).toBe(false); // the look-in of 100
    expect(stale(clinic, 70, 105, 1)).toBe(true);
  });

  test("[DU6] before the dose by the step after it, and a recheck makes nothing stale", () => {
    const clinic = given().prepared().at(-5);
    clinic.bp(184, 90);
    expect(staleAt(clinic.session(), clinic.protocol(), at(-10), at(-5))).toBe(at(10));
  });
});

describe("[DU7] the states of a slot", () => {
  test("[DU7] due soon from two minutes before, late from five after, overdue from eight", () => {
    const clinic = given().started();
    clinic.set();
    const edges: readonly (readonly [number, number, string])[] = [
      [7, 59, "upcoming"],
      [8, 0, "due-soon"],
      [9, 59, "due-soon"],
      [10, 0, "due"],
      [14, 59, "due"],
      [15, 0, "late"],
      [17, 59, "late"],
      [18, 0, "overdue"],
    ];
    for (const [minute, second, state] of edges)
      expect([minute, second, stateAt(clinic.at(minute, second), 10)]).toEqual([minute, second, state]);
  });

  test("[DU7] the first one missed stays open, however late; those between it and now are not done", () => {
    const clinic = given().started();
    clinic.set();
    expect(clinic.at(41).due()).toEqual([
      "0 done",
      "10 overdue",
      "20 not-done",
      "30 not-done",
      "40 due",
      "50 upcoming",
    ]);
    expect(nextDue(clinic.session(), clinic.protocol(), clinic.now())?.at).toBe(at(10));
  });

  test("[DU7] a look counts for its own time, and what was missed stays not done for ever", () => {
    const clinic = given().started();
    clinic.set();
    clinic.at(17).set();
    expect(clinic.due()).toEqual(["0 done", "10 not-done", "20 done", "30 upcoming"]);
    expect(clinic.at(24).due()).toEqual(["0 done", "10 not-done", "20 done", "30 upcoming"]);
  });

  test("[DU7] on the schedule after the dose too", () => {
    const clinic = given().ended().at(63);
    expect(stateAt(clinic, 55)).toBe("overdue");
    expect(stateAt(clinic.at(67), 55)).toBe("overdue");
    clinic.set();
    expect(clinic.due().slice(-3)).toEqual(["55 not-done", "70 done", "85 upcoming"]);
  });

  test("[DU7] there is always a next one, however early the last was done", () => {
    const next = (clinic: Scenario) => nextDue(clinic.session(), clinic.protocol(), clinic.now())?.at;
    const clinic = given().started().at(6);
    clinic.set();
    expect(next(clinic)).toBe(at(20));
    const after = given().ended().at(51);
    after.set();
    expect(next(after)).toBe(at(70));
    const waiting = given().fit().at(96);
    waiting.lookIn();
    expect(next(waiting)).toBe(at(126));
  });

  test("[DU7] oldest first, and the next one is the oldest that is open", () => {
    const clinic = given().ended().at(43);
    const list = dueList(clinic.session(), clinic.protocol(), clinic.now());
    expect(list.map(({ at: when }) => when)).toEqual(list.map(({ at: when }) => when).toSorted((a, b) => a - b));
    expect(nextDue(clinic.session(), clinic.protocol(), clinic.now())).toMatchObject({
      at: at(55),
      kind: "set",
      state: "upcoming",
    });
  });
});
