import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { CheckId } from "#shared/protocol/protocol.ts";
import { CHECKS } from "#shared/recovery/checks.ts";
import { MAY_OVERRIDE } from "#shared/recovery/overrides.ts";
import { isPassed } from "#shared/recovery/criteria.ts";
import { at, given, type Scenario } from "./scenario.ts";
import { corrected, done, drug, endedAt, exitWith, letPass, struck } from "./leavingSteps.ts";

/*
 * RD11. Modified condition/decision coverage of READY: with all else met, each check alone turns it off, and back on.
 * The table that a medical director reads is docs/readiness-mcdc.md; these tests hold it to what the program does.
 */

/** All fifteen arise but the open call, all are met, the nurse has signed, the ride is here: 11:12, the stay was over at 11:10. */
const ready = () => {
  const clinic = given({ from65: true, protocol: exitWith("suicidality") })
    .ended(40, { suicidality: "none" })
    .at(41);
  drug(clinic, "labetalol", "iv", { id: "labetalol-0001", at: at(35) });
  clinic.at(55).set();
  clinic.at(70).set();
  clinic.at(71).exit(WELL);
  clinic.at(72).sign();
  return clinic.ride();
};
const WELL = { suicidality: "none", standingSbp: 118, standingDbp: 74 } as const;

interface Row {
  readonly id: CheckId;
  /** The number of C 5.2. */
  readonly no: string;
  /** What is changed, in the words of the document. */
  readonly words: string;
  readonly change: (clinic: Scenario) => unknown;
  readonly back: (clinic: Scenario) => unknown;
}

const ROWS: readonly Row[] = [
  {
    id: "time",
    no: "1",
    words: "The pump had stopped at 10:43, not at 10:40: the stay lasts until 11:13",
    change: (clinic) => endedAt(clinic, at(43)),
    back: (clinic) => endedAt(clinic, at(40)),
  },
  {
    id: "drugs",
    no: "11",
    words: "Midazolam into the vein at 10:30 is entered late: wait until 11:30",
    change: (clinic) => drug(clinic, "midazolam", "iv", { id: "midazolam-0001", at: at(30) }),
    back: (clinic) => struck(clinic, "midazolam-0001"),
  },
  {
    id: "sets",
    no: "2",
    words: "The good set of 10:55 had a heart rate of 111: one good set is left",
    change: (clinic) => corrected(clinic, at(55), "corrected-0001", { hr: 111 }),
    back: (clinic) => corrected(clinic, at(55), "corrected-0002", {}),
  },
  {
    id: "pressure",
    no: "3",
    words: "A pressure of 165/80, with the good sets, which it breaks as well, let pass",
    change: (clinic) => {
      clinic.bp(165, 80);
      letPass(clinic, "sets");
    },
    back: (clinic) => {
      const { id } = clinic.lastObservation();
      clinic.submit("nurse", { type: "strike-observation", observationId: id, reason: { code: "wrong-chair" } });
    },
  },
  {
    id: "oxygen",
    no: "4",
    words: "Oxygen is given, saturation 98",
    change: (clinic) => done(clinic, "oxygen-on"),
    back: (clinic) => struck(clinic, "oxygen-on-0001"),
  },
  {
    id: "awake",
    no: "5",
    words: "At 11:10 she was drowsy, MOAA/S 4; walked and oriented a minute later",
    change: (clinic) => corrected(clinic, at(70), "corrected-0001", { sedation: 4 }),
    back: (clinic) => corrected(clinic, at(70), "corrected-0002", {}),
  },
  {
    id: "oriented",
    no: "7",
    words: "Not oriented",
    change: (clinic) => clinic.exit({ ...WELL, orientation: "not-oriented" }),
    back: (clinic) => clinic.exit(WELL),
  },
  {
    id: "dissociation",
    no: "6",
    words: "Dissociation 2 on a baseline of 0",
    change: (clinic) => clinic.set({ dissociation: 2 }),
    back: (clinic) => clinic.set(),
  },
  {
    id: "distress",
    no: "10",
    words: "Distress 5",
    change: (clinic) => clinic.set({ distress: 5 }),
    back: (clinic) => clinic.set(),
  },
  {
    id: "nausea",
    no: "9",
    words: "Nausea 4",
    change: (clinic) => clinic.set({ nausea: 4 }),
    back: (clinic) => clinic.set(),
  },
  {
    id: "suicidality",
    no: "10",
    words: "Thoughts of suicide that were not there before",
    change: (clinic) => clinic.exit({ ...WELL, suicidality: "thoughts" }),
    back: (clinic) => clinic.exit(WELL),
  },
  {
    id: "walk",
    no: "8",
    words: "Walks unsteadily",
    change: (clinic) => clinic.exit({ ...WELL, gait: "unsteady" }),
    back: (clinic) => clinic.exit(WELL),
  },
  {
    id: "orthostatic",
    no: "8",
    words: "65 or older, standing pressure 100/74 after 120/76 sitting",
    change: (clinic) => clinic.exit({ ...WELL, standingSbp: 100 }),
    back: (clinic) => clinic.exit(WELL),
  },
  {
    id: "escort",
    no: "12",
    words: "The ride has gone again: on the way",
    change: (clinic) => clinic.ride("on-the-way"),
    back: (clinic) => clinic.ride(),
  },
  {
    id: "calls",
    no: "5.2",
    words: "HELP is pressed at the chair",
    change: (clinic) => clinic.help(),
    back: (clinic) => clinic.accept("help").close("help"),
  },
];

const GROUP = {
  time: "time",
  "pressure-oxygen": "BP and SpO₂",
  awake: "awake and oriented",
  effects: "effects gone",
  walk: "stands and walks",
  ride: "ride",
  calls: "open calls",
} as const;
const RESULT = {
  "not-yet": "NOT YET",
  "checks-met": "checks met, not signed",
  "fit-no-ride": "FIT TO LEAVE · NO RIDE YET",
  ready: "READY",
} as const;

const groupOf = (id: CheckId) => CHECKS.find((one) => one.id === id)!.group as keyof typeof GROUP;
const checks = (clinic: Scenario) => clinic.readiness().criteria.flatMap(({ checks: own }) => own);
const open = (clinic: Scenario) => checks(clinic).filter((check) => !isPassed(check));
const mayWords = (id: CheckId) => MAY_OVERRIDE[id].join(", ") || "nobody";

let clinic: Scenario;
beforeEach(() => {
  clinic = ready();
});

describe("[RD11] each check alone turns READY off, and on again", () => {
  test("[RD11] in the base case every check is met, on evidence, and the verdict is READY", () => {
    expect(checks(clinic).map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id).filter((id) => id !== "calls"));
    expect(checks(clinic).every(({ state, evidence }) => state === "met" && evidence.length > 0)).toBe(true);
    expect([clinic.verdict(), clinic.readiness().open]).toEqual(["ready", []]);
  });

  test("[RD11] the table has every check once", () => {
    expect(ROWS.map(({ id }) => id).toSorted()).toEqual([...CheckId.options].toSorted());
  });

  test.each(ROWS)("[RD11] $id alone: $words", ({ id, change, back }) => {
    change(clinic);
    expect(open(clinic).map((check) => check.id)).toEqual([id]);
    expect(clinic.readiness().open).toEqual([groupOf(id)]);
    expect(clinic.verdict()).not.toBe("ready");
    back(clinic);
    expect(open(clinic)).toEqual([]);
    if (!clinic.session().fit) clinic.sign(); // what took the signature back does not give it again
    expect([clinic.verdict(), clinic.readiness().open]).toEqual(["ready", []]);
  });

  test.each(ROWS)(
    "[RD11] $id is counted where it stands: what somebody may let pass turns nothing off any more",
    ({ id, change }) => {
      change(clinic);
      const { rejected } = letPass(clinic, id, "director");
      expect(rejected?.reason).toBe(MAY_OVERRIDE[id].length === 0 ? "never-overridden" : undefined);
      if (!clinic.session().fit) clinic.sign();
      expect(clinic.verdict() === "ready").toBe(MAY_OVERRIDE[id].length > 0);
    },
  );

  test.each(ROWS)("[RD11] $id was met before it was changed, and asking changes nothing", ({ id, change }) => {
    const before = clinic.clinic();
    expect(clinic.check(id)?.state).toBe(id === "calls" ? undefined : "met");
    expect([clinic.verdict(), clinic.clinic() === before]).toEqual(["ready", true]);
    change(clinic);
    expect(clinic.check(id)?.state).toBe("not-met");
  });
});

test("[RD11] docs/readiness-mcdc.md says what the program does, row by row", () => {
  const doc = readFileSync(join(import.meta.dirname, "../../docs/readiness-mcdc.md"), "utf8");
  const cells = (line: string) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  const table = doc
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map(cells);
  expect(table[0]).toEqual(["Check", "C 5.2 no.", "Group", "What is changed", "Result", "May be let pass by"]);
  const computed = ROWS.map(({ id, no, words, change }) => {
    const fresh = ready();
    change(fresh);
    return [id, no, GROUP[groupOf(id)], words, RESULT[fresh.verdict()], mayWords(id)];
  });
  expect(table.slice(2)).toEqual(computed);
});
