import { describe, expect, test } from "vitest";

import { boardOf, shownCards, soundOf } from "#client/board/boardModel.ts";
import type { BusyCard } from "#client/board/cardModel.ts";
import { colleaguesOf, cardsOfNurse, coverLines, summaryOf } from "#client/board/coverModel.ts";
import { withPatientWords } from "#client/ui/statusWords.ts";
import { MINUTE, SECOND } from "#shared/base/time.ts";
import { boardClinic, CALM, chair, person, sessionId, TEN } from "./boardClinic.ts";

type Made = ReturnType<typeof boardClinic>;
const board = (clinic: Made) => boardOf(clinic.clinic(), clinic.now(), true);
const busy = (clinic: Made, label: number): BusyCard => {
  const card = board(clinic).cards[label - 1];
  if (card?.kind !== "busy") throw new Error(`chair ${label} is free`);
  return card;
};
const hands = (clinic: Made) =>
  board(clinic).hands.map(({ words, chair, at }) => `${chair.label} ${words} ${(at - TEN) / MINUTE}`);

/** Two patients of Ana at the pump, with their first sets taken. */
const twoOfAna = () => {
  const clinic = boardClinic(3);
  clinic.dosing(1);
  clinic.dosing(2);
  for (const label of [1, 2]) clinic.observe(label, CALM);
  return clinic;
};

describe("whose chair it is", () => {
  test("[BD11] mine are the chairs that I look after now: taken in cover, and not the ones that somebody covers for me", () => {
    const clinic = twoOfAna();
    const mine = (who: string) => shownCards(board(clinic), "mine", person(who)).map(({ chair: { label } }) => label);
    const coverId = clinic.cover("ana", "ben", 30);
    expect([mine("ana"), mine("ben")]).toEqual([["1", "2"], []]);
    clinic.run({ type: "take-cover", coverId }, "ben");
    expect([mine("ana"), mine("ben")]).toEqual([[], ["1", "2"]]);
    expect(board(clinic).hands.every(({ nurse }) => nurse === person("ben"))).toBe(true);
    clinic.run({ type: "end-cover", coverId }, "ana");
    expect(mine("ana")).toEqual(["1", "2"]);
  });

  test("[BD16] each hand-over says where it stands, to both, until it is handed back", () => {
    const clinic = twoOfAna();
    const states = (who: string) =>
      coverLines(clinic.clinic(), person(who), clinic.now()).map(({ state, over }) => `${state}${over ? " over" : ""}`);
    const coverId = clinic.cover("ana", "ben", 15);
    expect([states("ana"), states("ben"), states("doctor")]).toEqual([["i-asked"], ["i-am-asked"], []]);
    clinic.run({ type: "take-cover", coverId }, "ben");
    expect([states("ana"), states("ben")]).toEqual([["i-am-covered"], ["i-cover"]]);
    clinic.wait(15);
    expect(states("ben")).toEqual(["i-cover over"]);
    clinic.run({ type: "end-cover", coverId }, "ben");
    expect(states("ana")).toEqual([]);
  });

  test("[BD16] who could take over: nurses and clinicians, the back-up of the shift first, never an admin or oneself", () => {
    const clinic = boardClinic(1);
    const ids = () => colleaguesOf(clinic.clinic(), person("ana")).map(({ id, backsMeUp }) => [id, backsMeUp]);
    expect(ids()).toEqual([
      [person("ben"), false],
      [person("doctor"), false],
    ]);
    clinic.run({ type: "set-back-up", nurse: person("ana"), backUp: person("doctor") });
    expect(ids()[0]).toEqual([person("doctor"), true]);
    clinic.run({ type: "set-back-up", nurse: person("ana"), backUp: "nobody" });
    expect(ids().some(([, backsMeUp]) => backsMeUp)).toBe(false);
  });

  test("[BD16] the page that a colleague reads has the phase, the values with their age, what is due and every call", () => {
    const clinic = twoOfAna();
    clinic.wait(3);
    clinic.help(1);
    const [card] = cardsOfNurse(board(clinic).cards, person("ana"));
    expect(card && summaryOf(card, clinic.now())).toEqual([
      "IV · Dosing · T+7 min",
      "BP 122/76 (3 min ago) · HR 70 (3 min ago) · SpO₂ 98 (3 min ago) · dissociation 0 (3 min ago) · distress 0 (3 min ago)",
      "Next BP 10:14",
      "Effects usually ease 10:59-11:14 · NOT YET",
      "HELP · CHAIR 1",
    ]);
  });
});

describe("next hands", () => {
  test("[BD12] the next device is the rest after the last one, and after the last of the order there is none", () => {
    const clinic = boardClinic(1);
    clinic.nasal(1);
    clinic.device(1);
    expect(hands(clinic)).toEqual(["1 Device 2 of 2 5", "1 Sedation check 10"]);
    clinic.wait(5);
    clinic.device(1);
    expect(hands(clinic)).toEqual(["1 Sedation check 10"]);
  });

  test("[BD12] a recheck says of what", () => {
    const clinic = boardClinic(1);
    clinic.dosing(1);
    clinic.observe(1, { ...CALM, spo2: 91 });
    expect(hands(clinic)).toContain("1 SpO₂ recheck 9");
  });

  test("[BD13] the other chairs of a nurse who is with a patient need a colleague, also where nothing is due soon", () => {
    const clinic = twoOfAna();
    clinic.checkIn(3);
    clinic.stay(2);
    const away = () => board(clinic).hands.map(({ chair: { label }, nurseIsAt }) => [label, nurseIsAt?.label]);
    expect(hands(clinic)).toEqual(["3 Watch this chair 8", "1 BP 14", "2 BP 18"]);
    expect(away()).toEqual([
      ["3", "2"],
      ["1", "2"],
      ["2", undefined],
    ]);
    clinic.wait(10);
    expect(away()).toEqual([
      ["1", undefined],
      ["2", undefined],
    ]);
  });

  test("[BD13] a routine check at that chair waits for the nurse and is no line in the list; who is there is named", () => {
    const clinic = twoOfAna();
    clinic.wait(6);
    clinic.stay(1);
    clinic.wait(5);
    const card = busy(clinic, 1);
    expect(card.due?.state).toBe("held");
    expect(board(clinic).attention.filter(({ chair: { label } }) => label === "1")).toEqual([]);
    expect(hands(clinic)).toContain("1 BP 24");
    const say = () => withPatientWords(card.session, clinic.now(), "UTC", () => "Ana Ruiz");
    expect(say()).toBe("ANA IS WITH PATIENT · until 10:24");
    clinic.wait(10);
    expect(say()).toBeUndefined();
  });
});

describe("calls and sound", () => {
  test("[BD14] who is still affected is one quiet line with its minutes, also once the clinician is told", () => {
    const clinic = boardClinic(1);
    clinic.dosing(1);
    clinic.wait(40);
    clinic.end(1);
    clinic.wait(30);
    clinic.observe(1, { ...CALM, dissociation: 5 });
    clinic.wait(1);
    clinic.timed();
    expect(Object.values(clinic.clinic().alarms).map(({ rule, priority }) => `${rule} ${priority}`)).toContain(
      "still-affected low",
    );
    const lines = board(clinic).attention.filter(({ words }) => /affected/i.test(words));
    expect(lines.map(({ kind, words }) => `${kind} ${words}`)).toEqual(["affected Still affected, +31 min: look in"]);
  });

  test("[BD14] a call that nobody took says who is asked, until somebody has it", () => {
    const clinic = boardClinic(2);
    clinic.help(2);
    clinic.wait(1);
    clinic.timed();
    const [line] = board(clinic).attention;
    expect(line?.words).toBe("HELP · CHAIR 2 · asked: clinician");
    clinic.wait(1);
    clinic.timed();
    expect(board(clinic).attention[0]?.words).toBe("HELP · CHAIR 2 · asked: everyone");
    if (line?.call) clinic.run({ type: "accept-alarm", alarmId: line.call.id }, "ben");
    expect(board(clinic).attention[0]?.words).toBe("HELP · CHAIR 2");
  });

  test("[BD15] AUDIO PAUSED is said until its end; what can be paused is what can be heard", () => {
    const clinic = boardClinic(1);
    const sound = () => soundOf(clinic.clinic(), clinic.now());
    expect(sound()).toEqual({ pausedUntil: undefined, heard: false });
    clinic.help(1);
    expect(sound().heard).toBe(true);
    clinic.run({ type: "pause-audio", seconds: 120 });
    expect(sound()).toEqual({ pausedUntil: clinic.now() + 120 * SECOND, heard: false });
    clinic.wait(2);
    expect(sound()).toEqual({ pausedUntil: undefined, heard: true });
  });
});

test("[BD17] what is left before the dose counts what a clinician has to clear", () => {
  const clinic = boardClinic(6);
  clinic.checkIn(6); // their first treatment
  clinic.checkIn(1);
  expect(busy(clinic, 6).before - busy(clinic, 1).before).toBe(1);
});

test("[BD17] where a patient came from is said while it is news, and the restroom is no reason to come", () => {
  const clinic = boardClinic(3);
  clinic.dosing(1);
  clinic.observe(1, CALM);
  clinic.run({ type: "move-session", sessionId: sessionId(1), chairId: chair(3) });
  clinic.run({ type: "record-away", sessionId: sessionId(1), where: "restroom-escorted" });
  expect(busy(clinic, 3).movedFrom?.chair?.label).toBe("1");
  expect(board(clinic).attention).toEqual([]);
  clinic.wait(15);
  expect(busy(clinic, 3).movedFrom).toBeUndefined();
});
