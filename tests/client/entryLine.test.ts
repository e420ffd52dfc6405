import { expect, test } from "vitest";

import { instantOf, minutesOf, whenOf } from "#client/entry/clockText.ts";
import { couldNot, emptyDraft } from "#client/entry/entryModel.ts";
import { enteredOf } from "#client/entry/entryValues.ts";
import { fieldsOf } from "#client/entry/sheetFields.ts";
import { lineIsClear, parseLine, withLine } from "#client/entry/keyboardLine.ts";
import { CommandId, ObservationId, SessionId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";

const IDS = {
  sessionId: SessionId.parse("session-0001"),
  observationId: ObservationId.parse("observation-0001"),
  commandId: CommandId.parse("command-0001"),
};
const ZONE = "America/Denver";
const NOW = Date.UTC(2026, 10, 23, 17, 42, 7); // 10:42:07 in Denver
const SESSION = { zone: ZONE, checkedIn: { at: NOW - 60 * MINUTE } };

test("[EN9] the keyboard line puts a whole set into the form", () => {
  const parts = parseLine("120/80 72 98 16 d3 t1 s5");
  expect(lineIsClear(parts)).toBe(true);
  const draft = withLine(emptyDraft(IDS, "full"), parts);
  const fields = fieldsOf(draft, { required: [], optional: [], sedation: false, standing: false, open: [] });
  const entered = enteredOf(draft, NOW, fields);
  expect(entered.values).toEqual({
    sbp: 120,
    dbp: 80,
    hr: 72,
    spo2: 98,
    rr: 16,
    dissociation: 3,
    distress: 1,
    sedation: 5,
  });
});

test("[EN9] what it does not understand, or is told twice, is said and put nowhere", () => {
  const kinds = (line: string) => parseLine(line).map(({ kind }) => kind);
  expect(kinds("120/80 zz")).toEqual(["value", "unknown"]);
  expect(kinds("s6 d11 d10")).toEqual(["unknown", "unknown", "value"]);
  expect(kinds("72 h80")).toEqual(["value", "twice"]);
  expect(kinds("72 98 16 4")).toEqual(["value", "value", "value", "unknown"]);
  expect(lineIsClear(parseLine(""))).toBe(false);
});

test("[EN9] a half-typed word is only a preview, and a value takes could-not back", () => {
  expect(parseLine("120/").map(({ kind }) => kind)).toEqual(["unknown"]);
  const excused = couldNot(emptyDraft(IDS, "full"), "bp", "declined");
  expect(withLine(excused, parseLine("120/80")).notAssessed).toEqual({});
});

test.each([
  ["10:35", 635],
  ["1035", 635],
  ["9.05", 545],
  ["935", 575],
  ["24:00", undefined],
  ["10:60", undefined],
  ["10", undefined],
  ["", undefined],
])("[EN8] %s is a time of day or none", (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});

test("[EN8] a typed time is the nearest such moment on the clinic's clock", () => {
  expect(instantOf("10:35", NOW, ZONE)).toBe(Date.UTC(2026, 10, 23, 17, 35));
  const afterMidnight = Date.UTC(2026, 10, 24, 7, 5); // 00:05 in Denver
  expect(instantOf("23:55", afterMidnight, ZONE)).toBe(afterMidnight - 10 * MINUTE);
});

test("[EN8] across a change of clocks the wall's time still holds", () => {
  const after = Date.UTC(2026, 10, 1, 8, 30); // 01:30 standard time, an hour after 01:30 daylight time
  expect(instantOf("00:50", after, ZONE)).toBe(Date.UTC(2026, 10, 1, 6, 50));
});

test("[EN8] time is now unless earlier is chosen; ahead of the clock and before the check-in are refused", () => {
  expect(whenOf(undefined, NOW, SESSION)).toEqual({ at: NOW });
  expect(whenOf("10:40", NOW, SESSION)).toEqual({ at: Date.UTC(2026, 10, 23, 17, 40) });
  expect(whenOf("10:50", NOW, SESSION)).toEqual({ problem: "future" });
  expect(whenOf("9:41", NOW, SESSION)).toEqual({ problem: "before-check-in" });
  expect(whenOf("9:42", NOW, SESSION)).toEqual({ at: SESSION.checkedIn.at });
  expect(whenOf("later", NOW, SESSION)).toEqual({ problem: "not-a-time" });
});
