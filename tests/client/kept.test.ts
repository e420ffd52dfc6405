import { expect, test } from "vitest";

import { keptHereWords } from "#client/chair/keptHereWords.ts";
import { chairOf, lateEntryOf, needsWord, remedyOf } from "#client/chair/keptModel.ts";
import { readKeptEntry } from "#client/store/keptEntry.ts";
import { isAbout, lookAlike } from "#client/store/lookAlike.ts";
import { ObservationId } from "#shared/base/ids.ts";
import { MINUTE, SECOND, type Instant } from "#shared/base/time.ts";
import type { Command, CommandOf } from "#shared/clinic/commands.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import type { Sheet } from "#shared/vitals/observation.ts";
import { boardClinic, chair, person, sessionId } from "./boardClinic.ts";

const pressure = (name: string, observedAt: Instant, sheet: Sheet = "bp"): CommandOf<"record-observation"> => ({
  type: "record-observation",
  sessionId: sessionId(1),
  observationId: ObservationId.parse(`observation-${name}`),
  entered: { sheet, observedAt, values: { sbp: 142, dbp: 88 } },
});

interface Outage {
  readonly by: string;
  readonly sheet: Sheet;
  readonly made: number;
  readonly sent: ReadonlySet<string>;
}

/** Somebody records at ten; Ana's tablet keeps an entry of `minutes` after it, made at that moment. */
const outage = (
  minutes: number,
  { by = "ben", sheet = "bp", made = minutes, sent = new Set() }: Partial<Outage> = {},
) => {
  const clinic = boardClinic(2);
  clinic.checkIn(1);
  const ten = clinic.now();
  clinic.wait(20);
  clinic.run(pressure("there", ten + 10 * MINUTE), by);
  const at = (after: number): Instant => ten + 10 * MINUTE + after * MINUTE;
  const kept = { command: pressure("kept", at(minutes), sheet), addedAt: at(made) };
  return lookAlike(clinic.clinic(), kept, { person: person("ana"), sent })?.id;
};

test("[OB17] another person's sheet of the same kind within three minutes looks like a double, before and after", () => {
  expect([-3, 0, 3].map((minutes) => outage(minutes))).toEqual(Array(3).fill("observation-there"));
  expect([-3 - 1 / 60, 3 + 1 / 60].map((minutes) => outage(minutes))).toEqual([undefined, undefined]);
  expect(outage(0, { sheet: "full" })).toBeUndefined();
});

test("[OB17] her own entry at another device does, if it came after this one was made; what she sent from here does not", () => {
  expect(outage(0, { by: "ana" })).toBe("observation-there");
  expect(outage(0, { by: "ana", sent: new Set(["observation-there"]) })).toBeUndefined();
  expect(outage(0, { by: "ana", made: 30 })).toBeUndefined();
});

test("[OB17] what is on record under its own id was sent before, and what was struck is no double", () => {
  const clinic = boardClinic(1);
  clinic.checkIn(1);
  const ten = clinic.now();
  clinic.wait(1);
  const kept = { command: pressure("kept", ten), addedAt: ten };
  const here = { person: person("ana"), sent: new Set<string>() };
  clinic.run(pressure("there", ten), "ben");
  const { observationId } = pressure("there", ten);
  expect(lookAlike(clinic.clinic(), kept, here)?.id).toBe(observationId);
  clinic.run(
    { type: "strike-observation", sessionId: sessionId(1), observationId, reason: { code: "artefact" } },
    "ben",
  );
  expect(lookAlike(clinic.clinic(), kept, here)).toBeUndefined();
  clinic.run(pressure("other", ten), "ben");
  clinic.run(kept.command);
  expect(lookAlike(clinic.clinic(), kept, here)).toBeUndefined();
});

test("[OB17] a strike and a correction of it wait with it, and nothing else does", () => {
  const held = pressure("held", 0);
  const other = pressure("other", 0);
  const strike = (of: Command & { observationId: ObservationId }): Command => ({
    type: "strike-observation",
    sessionId: sessionId(1),
    observationId: of.observationId,
    reason: { code: "artefact" },
  });
  const correction: CommandOf<"correct-observation"> = {
    ...other,
    type: "correct-observation",
    replaces: held.observationId,
    reason: { code: "typing-slip" },
  };
  expect(isAbout(strike(held), held)).toBe(true);
  expect(isAbout(correction, held)).toBe(true);
  expect(isAbout(strike(correction), correction)).toBe(true);
  expect(isAbout(strike(other), held)).toBe(false);
  expect(isAbout(other, held)).toBe(false);
});

const TIME: readonly Rejection[] = [
  { reason: "session-ended" },
  { reason: "in-the-future", field: "observedAt" },
  { reason: "before-check-in", field: "observedAt" },
  { reason: "invalid", field: "command.entered.observedAt", problem: "too small" },
];

test("[OB16] a time that was refused, or an end, takes the values again as a late entry; other problems open the form", () => {
  const clinic = boardClinic(1);
  clinic.checkIn(1);
  const command = pressure("kept", clinic.now());
  const remedies = (rejection: Rejection, one: Command = command, known = clinic.clinic()) =>
    remedyOf({ command: one, rejection }, known);
  expect(TIME.map((rejection) => remedies(rejection))).toEqual(["late", "late", "late", "late"]);
  const missing: Rejection = { reason: "values", problems: [{ kind: "missing", field: "hr" }] };
  expect(remedies(missing)).toBe("form");
  expect(remedies(missing, command, boardClinic(1).clinic())).toBeUndefined();
  expect(remedies({ reason: "session-ended" }, { type: "record-back", sessionId: sessionId(1) })).toBeUndefined();
  expect(remedyOf({ command }, clinic.clinic())).toBeUndefined();
});

test("[OB16] the late entry has the same values under an id of its own, at the time at which they were seen", () => {
  const command = pressure("kept", 90 * SECOND);
  const late = lateEntryOf(command, ObservationId.parse("observation-late"), 30 * SECOND);
  expect(late).toEqual({
    ...command,
    observationId: "observation-late",
    entered: { ...command.entered, observedAt: 30 * SECOND },
  });
  expect(keptHereWords.late.note("10:42", "No link")).toBe("Late entry of 10:42: No link");
});

test("[OB16] a refused and a held one need a word; whose they are is said by the chair", () => {
  expect((["sending", "not-sent", "held", "refused"] as const).map((state) => needsWord({ state }))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  const clinic = boardClinic(2);
  clinic.checkIn(1);
  expect(chairOf(pressure("kept", 0), clinic.clinic())).toMatchObject({ id: chair(1), label: "1" });
  expect(chairOf({ ...pressure("kept", 0), sessionId: sessionId(2) }, clinic.clinic())).toBeUndefined();
});

test("[OB18] what lies on the device is parsed: a wish that is none is unreadable, a no in other words is asked for again", () => {
  const command = pressure("kept", 0);
  const rejection: Rejection = { reason: "session-ended" };
  expect(readKeptEntry({ command, rejection })).toEqual({ command, rejection });
  expect(readKeptEntry({ command, rejection: { reason: "of-another-version" } })).toEqual({ command });
  expect(readKeptEntry({ command: { ...command, type: "of-another-version" } })).toBeUndefined();
  expect(readKeptEntry("noise")).toBeUndefined();
});
