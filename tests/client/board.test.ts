import { SHIPPED } from "#shared/protocol/shipped.ts";
import { describe, expect, test } from "vitest";

import { boardOf, framesOf, shownCards } from "#client/board/boardModel.ts";
import type { BusyCard } from "#client/board/cardModel.ts";
import {
  ageWords,
  chairName,
  countdownWords,
  dueWords,
  leavingWords,
  phaseWords,
  windowWords,
} from "#client/ui/statusWords.ts";
import { acceptedWords } from "#client/ui/callWords.ts";
import { MINUTE } from "#shared/base/time.ts";
import { boardClinic, CALM, person, TEN } from "./boardClinic.ts";

type Made = ReturnType<typeof boardClinic>;
const board = (clinic: Made, live = true) => boardOf(clinic.clinic(), clinic.now(), live);

const busy = (clinic: Made, label: number, live = true): BusyCard => {
  const card = board(clinic, live).cards[label - 1];
  if (card?.kind !== "busy") throw new Error(`chair ${label} is free`);
  return card;
};

/** A patient from check-in to signed fit, the pump ended at 44, gone at 74, walking at 89. */
const treated = (chairs = 1) => {
  const clinic = boardClinic(chairs);
  clinic.dosing(1);
  clinic.observe(1, CALM);
  for (const dissociation of [2, 5, 6, 4]) {
    clinic.wait(10);
    clinic.observe(1, { ...CALM, dissociation, sedation: 4 });
  }
  clinic.end(1);
  return clinic;
};

const recovered = (chairs = 1) => {
  const clinic = treated(chairs);
  for (const _ of [15, 30]) {
    clinic.wait(15);
    clinic.observe(1, CALM);
  }
  clinic.observe(1, { rr: 14, orientation: "oriented", gait: "as-on-arrival" }, "exit");
  return clinic;
};

describe("cards", () => {
  test("[BD1] every chair has its place, busy or free, and the counts add up", () => {
    const clinic = boardClinic(8);
    clinic.checkIn(5);
    clinic.checkIn(2);
    const { cards, counts } = board(clinic);
    expect(cards.map(({ chair, kind }) => `${chair.label} ${kind}`)).toEqual([
      "1 free",
      "2 busy",
      "3 free",
      "4 free",
      "5 busy",
      "6 free",
      "7 free",
      "8 free",
    ]);
    expect(counts).toMatchObject({ busy: 2, free: 6 });
  });

  test("[BD1] an empty clinic needs nobody", () => {
    expect(board(boardClinic(4))).toMatchObject({
      attention: [],
      hands: [],
      counts: { busy: 0, free: 4, attention: 0, ready: 0 },
    });
  });

  test("[BD2] a filter takes cards away and moves none before another", () => {
    const clinic = boardClinic(6);
    clinic.checkIn(4, "ana");
    clinic.checkIn(3, "ben");
    clinic.checkIn(1, "ana");
    clinic.help(3);
    const labels = (filter: "all" | "mine" | "attention") =>
      shownCards(board(clinic), filter, person("ana")).map(({ chair }) => chair.label);
    expect(labels("mine")).toEqual(["1", "4"]);
    expect(labels("attention")).toEqual(["3"]);
    expect(labels("all")).toHaveLength(6);
  });

  test("[BD3] a value has its age and its baseline; what was not taken is undefined", () => {
    const clinic = boardClinic(1);
    clinic.checkIn(1);
    clinic.order(1);
    clinic.observe(1, { sbp: 120, dbp: 80, hr: 70 }, "bp");
    clinic.wait(4);
    clinic.start(1);
    clinic.wait(10);
    clinic.observe(1, { sbp: 140, dbp: 85, hr: 68 }, "bp");
    clinic.wait(3);
    const { readings } = busy(clinic, 1);
    expect(readings.bp).toEqual({
      text: "140/85",
      ageMs: 3 * MINUTE,
      stale: false,
      against: { baseline: "120/80", direction: "above" },
    });
    expect(readings.hr).toMatchObject({ text: "68", against: { direction: "level" } });
    expect(readings.spo2).toBeUndefined();
  });

  test("[BD3] a value is stale once the next set is late, and not a moment before", () => {
    const clinic = boardClinic(1);
    clinic.dosing(1);
    clinic.observe(1, CALM);
    clinic.wait(15);
    expect(busy(clinic, 1).readings.bp?.stale).toBe(false);
    clinic.wait(0.1);
    expect(busy(clinic, 1).readings.bp?.stale).toBe(true);
  });

  test("[BD4] a held pressure is said before the dose, with the time of its recheck", () => {
    const clinic = boardClinic(1);
    clinic.checkIn(1);
    clinic.observe(1, { ...CALM, sbp: 164, dbp: 102 });
    expect(busy(clinic, 1).hold).toBe("HOLD · BP 164/102 · recheck 10:05");
  });

  test("[BD5] a call says what it is; the one that nobody has comes first", () => {
    const clinic = boardClinic(3);
    clinic.dosing(3);
    clinic.observe(3, { ...CALM, spo2: 90 });
    clinic.help(3);
    const calls = () => busy(clinic, 3).calls;
    expect(calls().map(({ words }) => words)).toEqual(["HELP · CHAIR 3", "CHECK NOW · SpO₂ 90"]);
    const [first] = calls();
    if (first) clinic.run({ type: "accept-alarm", alarmId: first.alarm.id });
    expect(calls()[0]?.words).toBe("CHECK NOW · SpO₂ 90");
    expect(calls()[1]?.alarm.accepted?.by).toBe(person("ana"));
  });

  test("[BD5] a call that settled says so until a person closes it", () => {
    const clinic = boardClinic(1);
    clinic.dosing(1);
    clinic.observe(1, { ...CALM, spo2: 90 });
    clinic.wait(1);
    clinic.observe(1, CALM);
    expect(busy(clinic, 1).calls.map(({ words }) => words)).toEqual(["SETTLED · SpO₂ 98 · was 90"]);
  });

  test("[BD5] HELP at a free chair stands on its card", () => {
    const clinic = boardClinic(2);
    clinic.help(2, "chest-pain");
    expect(board(clinic).cards[1]).toMatchObject({ kind: "free", calls: [{ words: "HELP · CHAIR 2 · chest pain" }] });
  });

  test("[BD6] READY is withdrawn while the screen is not live", () => {
    const clinic = recovered();
    clinic.fit(1);
    clinic.ride(1, "here");
    expect(busy(clinic, 1).leaving).toEqual({ state: "ready", word: "READY", why: "checks met, ride here" });
    expect(board(clinic).counts.ready).toBe(1);
    expect(busy(clinic, 1, false).leaving).toEqual({ state: "unknown", word: "UNKNOWN", why: "check the patient" });
    expect(board(clinic, false)).toMatchObject({ attention: [], counts: { ready: 0 } });
  });
});

describe("who needs a human", () => {
  test("[BD7] high call, medium call, overdue, still affected, due, ready: in this order, whatever the chair", () => {
    const clinic = recovered(6);
    clinic.fit(1);
    clinic.ride(1, "here");
    clinic.dosing(2);
    clinic.observe(2, CALM);
    clinic.wait(10);
    clinic.observe(2, { ...CALM, distress: 5 });
    clinic.dosing(3, "ben");
    clinic.observe(3, CALM);
    clinic.wait(11);
    clinic.help(6);
    const kinds = board(clinic).attention.map(({ kind, chair }) => `${kind} ${chair.label}`);
    expect(kinds).toEqual(["high 6", "medium 2", "overdue 2", "due 3", "due 1", "ready 1"]);
    expect(framesOf(board(clinic).attention).get(board(clinic).cards[1]?.chair.id ?? "")).toBe("medium");
  });

  test("[BD7] who is still affected after the window is in the list, and so is who nobody has looked at", () => {
    const clinic = treated();
    clinic.wait(31);
    expect(board(clinic).attention.find(({ kind }) => kind === "affected")?.words).toBe("Unknown since 11:14: look in");
    clinic.observe(1, { ...CALM, dissociation: 3 });
    clinic.wait(3);
    expect(board(clinic).attention.find(({ kind }) => kind === "affected")?.words).toBe(
      "Still affected, +34 min: look in",
    );
  });

  test("[BD7] a check that became a call is not said twice", () => {
    const clinic = treated();
    clinic.wait(22);
    expect(board(clinic).attention.map(({ kind }) => kind)).toEqual(["overdue"]);
    clinic.wait(1);
    clinic.timed();
    expect(board(clinic).attention.map(({ kind, words }) => `${kind} ${words}`)).toEqual(["medium BP 8 MIN LATE"]);
  });

  test("[BD8] next hands: what is due within 10 min in time order, no more", () => {
    const clinic = boardClinic(3);
    clinic.dosing(1);
    clinic.observe(1, CALM);
    clinic.wait(7);
    clinic.checkIn(2);
    clinic.observe(2, { ...CALM, sbp: 164, dbp: 102 });
    const hands = () =>
      board(clinic).hands.map(({ kind, chair, at }) => `${chair.label} ${kind} ${(at - TEN) / MINUTE}`);
    expect(hands()).toEqual(["1 set 14", "2 hold 16"]);
    clinic.wait(24);
    expect(hands()).toContain("1 pump-end 44");
  });

  test("[BD9] one nurse at two chairs at once is a warning; two nurses are not", () => {
    const two = (second: string) => {
      const clinic = boardClinic(2);
      for (const [label, by] of [
        [1, "ana"],
        [2, second],
      ] as const) {
        clinic.checkIn(label, by);
        clinic.order(label);
        clinic.observe(label, CALM, "full", by);
      }
      clinic.start(1, "ana");
      clinic.start(2, second);
      clinic.wait(3);
      return board(clinic).hands.map(({ chair, clashes }) => [chair.label, clashes.map(({ label }) => label)]);
    };
    expect(two("ana")).toEqual([
      ["1", ["2"]],
      ["2", ["1"]],
    ]);
    expect(two("ben")).toEqual([
      ["1", []],
      ["2", []],
    ]);
  });
});

describe("the same words everywhere", () => {
  const due = { at: TEN, kind: "set" as const, until: TEN + 10 * MINUTE };

  test("[BD10] what is due", () => {
    expect(dueWords({ ...due, at: TEN + 40 * MINUTE, state: "upcoming" }, TEN, "UTC")).toBe("OK · next BP 10:40");
    expect(dueWords({ ...due, state: "due" }, TEN + MINUTE, "UTC")).toBe("BP DUE");
    expect(dueWords({ ...due, state: "late" }, TEN + 5.9 * MINUTE, "UTC")).toBe("BP 5 MIN LATE");
    expect(dueWords({ ...due, kind: "look-in", state: "overdue" }, TEN + 9 * MINUTE, "UTC")).toBe("LOOK-IN 9 MIN LATE");
    expect(dueWords({ ...due, kind: "sedation", state: "due" }, TEN, "UTC")).toBe("SEDATION CHECK DUE");
    expect(dueWords(undefined, TEN, "UTC")).toBe("No check due");
    expect(countdownWords(TEN + 2.5 * MINUTE, TEN)).toBe("in 3 min");
    expect(countdownWords(TEN + 1_000, TEN)).toBe("in under a minute");
    expect(countdownWords(TEN, TEN)).toBeUndefined();
  });

  test("[BD10] who may leave", () => {
    const clinic = recovered();
    const say = () => leavingWords(busy(clinic, 1).readiness, "UTC", { live: true });
    expect(say()).toBe("CHECKS MET · sign fit to leave");
    clinic.fit(1);
    expect(say()).toBe("FIT TO LEAVE · NO RIDE YET");
    clinic.ride(1, "here");
    expect(say()).toBe("READY · checks met, ride here");
    clinic.observe(1, { ...CALM, sbp: 186, dbp: 96 });
    expect(say()).toBe("NOT YET · 1 left: BP and SpO₂");
    expect(leavingWords(busy(clinic, 1).readiness, "UTC", { live: false })).toBe("UNKNOWN · check the patient");
  });

  test("[BD10] the rule's earliest time stands beside what is left", () => {
    const clinic = treated();
    clinic.wait(15);
    expect(leavingWords(busy(clinic, 1).readiness, "UTC", { live: true })).toMatch(
      /^NOT YET · 6 left: time, BP and SpO₂, awake and oriented and 3 more · Earliest 11:\d\d by rule$/,
    );
  });

  test("[BD10] the window", () => {
    const clinic = treated();
    const say = () => windowWords(busy(clinic, 1).recovery, "UTC", () => "Ana Ruiz");
    expect(say()).toBe("Effects usually ease 10:59-11:14");
    clinic.wait(15);
    clinic.observe(1, CALM);
    expect(say()).toBe("Effects gone 10:59 (Ana)");
  });

  test("[BD10] phase, age, chair and who took a call", () => {
    const clinic = boardClinic(1);
    clinic.checkIn(1);
    const say = () => phaseWords(clinic.session(1), SHIPPED.iv, clinic.now());
    expect(say()).toBe("Getting ready");
    clinic.start(1);
    clinic.wait(12);
    expect(say()).toBe("Dosing · T+12 min");
    clinic.pause(1);
    expect(say()).toBe("Paused · T+12 min");
    clinic.end(1);
    expect(say()).toBe("Recovering · T+12 min");
    expect([ageWords(TEN, TEN + 59_999), ageWords(TEN, TEN + 3 * MINUTE)]).toEqual(["now", "3 min ago"]);
    expect([chairName("3"), chairName("Window")]).toEqual(["Chair 3", "Window"]);
    expect(acceptedWords("Ana Ruiz")).toBe("ANA IS WITH PATIENT");
  });
});
