import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

import { boardOf } from "#client/board/boardModel.ts";
import type { BoardCard, BusyCard } from "#client/board/cardModel.ts";
import { coverLines } from "#client/board/coverModel.ts";
import { boardWords } from "#client/board/words.ts";
import { nextAction, type NextAction } from "#client/chair/chairModel.ts";
import { nextDeviceWords } from "#client/chair/DosePanel.tsx";
import { sessionLog } from "#client/chair/sessionLog.ts";
import { chairWords } from "#client/chair/words.ts";
import type { Live } from "#client/connection/liveState.ts";
import { wayOutList, leftToday } from "#client/discharge/dischargeModel.ts";
import { drivingWords } from "#client/discharge/drivingWords.ts";
import { leftWords } from "#client/discharge/leftWords.ts";
import { missingWords } from "#client/discharge/lineWords.ts";
import { words as dischargeWords } from "#client/discharge/words.ts";
import { LiveBanner } from "#client/ui/LiveBanner.tsx";
import {
  chairName,
  dueKindWords,
  dueWords,
  earliestWords,
  firstName,
  windowWords,
  withPatientWords,
} from "#client/ui/statusWords.ts";
import { words } from "#client/words.ts";
import { clockTime } from "#shared/base/time.ts";
import { PEOPLE, person, sessionId, staffName, ZONE, type Person, type Tuesday } from "./day.ts";

/** A screen, which lines of it are looked at, and what it says. */
export interface Screen {
  readonly name: string;
  readonly read: (day: Tuesday, live: boolean) => string;
}

const cardAt = (day: Tuesday, label: number, live: boolean): BoardCard | undefined =>
  boardOf(day.clinic(), day.now(), live).cards[label - 1];

/** BD4-BD6. A card as its lines stand one below the other, without the numbers; as CardFoot.tsx draws it in normal size. */
export const card = (label: number): Screen => ({
  name: `Board, chair ${label}`,
  read: (day, live) => {
    const one = cardAt(day, label, live);
    if (one?.kind !== "busy") return boardWords.free;
    const due = dueLine(one, day, live);
    return [one.phase, ...callLines(one), ...(due ? [due] : []), ...footLines(one)].join(" / ");
  },
});

const callLines = ({ calls }: BusyCard): readonly string[] =>
  calls.map(({ alarm, words: said, asked }) =>
    [
      said,
      ...(alarm.accepted ? [`${staffName(alarm.accepted.by) ?? "?"} has it`] : []),
      ...(asked ? [asked] : []),
    ].join(" · "),
  );

const dueLine = (
  { session, due, hold, recovery, before, calls }: BusyCard,
  day: Tuesday,
  live: boolean,
): string | undefined => {
  const withPatient = withPatientWords(session, day.now(), ZONE, staffName);
  const pressing = ["due", "late", "overdue"].includes(due?.state ?? "");
  if (withPatient && !pressing) return live ? withPatient : boardWords.dueUnknown(withPatient);
  if (hold) return hold;
  if (recovery.state === "not-started" && !due) return boardWords.leftBefore(before);
  const what = dueWords(due, day.now(), ZONE, { calling: calls.length > 0 });
  if (live && !withPatient && what === calls[0]?.words) return undefined;
  return live ? what : boardWords.dueUnknown(what.replace(/^OK · /, ""));
};

const footLines = ({ recovery, leaving, readiness, calls }: BusyCard): readonly string[] => {
  if (recovery.state === "not-started") return [];
  const waiting = calls[0] && !calls[0].alarm.accepted;
  const open = leaving.state === "notYet" && readiness.verdict === "not-yet";
  const earliest = open && readiness.open.includes("time") ? earliestWords(readiness, ZONE) : undefined;
  const why = waiting ? (open ? boardWords.left(readiness.open.length) : "") : leaving.why;
  const leave =
    recovery.state === "dosing" && earliest ? earliest : [leaving.word, why, earliest].filter(Boolean).join(" · ");
  return waiting ? [leave] : [windowWords(recovery, ZONE, staffName), leave];
};

/** BD7. Who needs a person, in order. */
export const attention: Screen = {
  name: "Board, needs attention",
  read: (day, live) =>
    boardOf(day.clinic(), day.now(), live)
      .attention.map(({ chair, words: said }) => `${chairName(chair.label)}: ${said}`)
      .join(" / ") || (live ? boardWords.attention.nobody : boardWords.unknown),
};

/** BD8, BD9, BD13. The next ten minutes. */
export const hands: Screen = {
  name: "Board, next hands",
  read: (day, live) =>
    boardOf(day.clinic(), day.now(), live)
      .hands.map(({ chair, words: said, at, nurse, clashes, nurseIsAt }) => {
        const name = firstName((nurse && staffName(nurse)) ?? boardWords.hands.somebody);
        const chairs = [chair, ...clashes].map(({ label }) => label).toSorted();
        const more = nurseIsAt
          ? boardWords.hands.colleague(name, chairName(nurseIsAt.label))
          : clashes.length > 0
            ? boardWords.hands.clash(name, chairs.join(" and "))
            : undefined;
        const when = at <= day.now() ? boardWords.hands.now : clockTime(at, ZONE);
        return [`${when} ${chairName(chair.label)}`, said, ...(more ? [more] : [name])].join(" · ");
      })
      .join(" / ") || boardWords.hands.nobody,
};

/** BD16. Where a hand-over of chairs stands, for one person. */
export const cover = (who: Person): Screen => ({
  name: `${firstName(PEOPLE[who])}'s board, cover`,
  read: (day) =>
    coverLines(day.clinic(), person(who), day.now())
      .map(({ cover: one, state }) => {
        const theirs = state === "i-am-asked" || state === "i-cover" ? one.nurse : one.by;
        return boardWords.cover.lines[state](firstName(staffName(theirs) ?? "?"), clockTime(one.until, ZONE));
      })
      .join(" / ") || "(no line)",
});

/** BD11. Which chairs are somebody's now. */
export const mine = (who: Person): Screen => ({
  name: `${firstName(PEOPLE[who])}'s board, mine`,
  read: (day, live) =>
    boardOf(day.clinic(), day.now(), live)
      .cards.flatMap((one) => (one.kind === "busy" && one.owner === person(who) ? [chairName(one.chair.label)] : []))
      .join(", ") || boardWords.nothingMine,
});

/** CH1. The large button of a chair. */
export const next = (label: number): Screen => ({
  name: `Chair ${label}, next`,
  read: (day) => {
    const session = day.session(label);
    const protocol = day.protocol(label);
    return nextWords(nextAction(day.clinic(), session, protocol, day.now()), () =>
      nextDeviceWords({ session, protocol }, day.now()),
    );
  },
});

const nextWords = (action: NextAction, deviceWords: () => string): string => {
  switch (action.kind) {
    case "complete-preparation":
      return chairWords.next["complete-preparation"](action.open);
    case "device":
      return deviceWords();
    case "recheck":
      return chairWords.next.recheck(dueKindWords(action));
    default:
      return chairWords.next[action.kind];
  }
};

/** DC1, DC2. One row of the desk: the earliest time, and what is missing by whose move it is. */
export const desk = (label: number): Screen => ({
  name: `Desk, chair ${label}`,
  read: (day) => {
    const row = wayOutList(day.clinic(), day.now()).find(({ session }) => session.id === sessionId(label));
    if (!row) return "(not on the way out)";
    const missing = (["clock", "nurse", "clinician", "desk"] as const).flatMap((whose) => {
      const names = row.missing.filter((one) => one.whose === whose).map(({ id }) => missingWords(id, row.session));
      return names.length === 0 ? [] : [`${dischargeWords.whose[whose]}: ${names.join(", ")}`];
    });
    const at = row.readiness.earliest;
    return [`${at === undefined ? "–:–" : clockTime(at, ZONE)} ${dischargeWords.list.byRule}`, ...missing].join(" / ");
  },
});

/** DC7. The last one who left. */
export const left: Screen = {
  name: "Desk, left today",
  read: (day) => {
    const last = leftToday(day.clinic())[0];
    if (!last) return dischargeWords.list.nobodyLeft;
    const driving = last.restriction ? drivingWords(last.restriction, ZONE) : dischargeWords.list.noDose;
    return [leftWords(last, day.now(), ZONE), driving].join(" · ");
  },
};

/** CH4. The newest lines of a chair's log, also of one that has ended. */
export const log = (label: number, matching: RegExp): Screen => ({
  name: `Record of chair ${label}`,
  read: (day) =>
    sessionLog(day.folded(label), (id) => staffName(id) ?? "?")
      .filter(({ text }) => matching.test(text))
      .map(({ at, text }) => `${clockTime(at, ZONE)} ${text}`)
      .join(" / "),
});

/** UI1, UI2. What the link says across a whole screen. */
export const banner = (live: Live): string =>
  renderToStaticMarkup(createElement(LiveBanner, { live, zone: ZONE }))
    .replaceAll("</strong>", " / ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&#x27;", "'") || "(no banner)";

/** UI8. What a tablet says of an entry that it keeps. */
export const kept = (count: number): string => words.outbox.notSent(count);
