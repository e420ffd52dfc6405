import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { clockTime } from "#shared/base/time.ts";
import { drivingWords } from "#client/discharge/drivingWords.ts";
import { outcomeWords } from "#client/ui/outcomeWords.ts";
import { person, tuesday, ZONE } from "./tuesday/day.ts";
import { CUT, play, type Step } from "./tuesday/step.ts";
import { renderTuesday } from "./tuesday/render.ts";
import { STEPS } from "./tuesday/steps.ts";

const PAGE = join(import.meta.dirname, "../../docs/a-tuesday.md");

const played = (each: (step: Step, day: ReturnType<typeof tuesday>) => void = () => undefined) => {
  const day = tuesday();
  play(day, STEPS, (step) => each(step, day));
  return day;
};

test("[TU1] at each step of the morning each screen says what the page tells", () => {
  played(({ at, said }, day) => {
    for (const { screen, words, live } of said) expect.soft(screen.read(day, live), `${at} ${screen.name}`).toBe(words);
  });
});

test("[TU2] what sounded that morning is what called for a person, and nothing else", () => {
  const heard = played()
    .sounds()
    .map(({ at, chair, rule, priority }) => `${clockTime(at, ZONE)} chair ${chair} ${rule} ${priority}`);
  expect(heard).toEqual([
    "09:28 chair 2 distress high",
    "09:59 chair 3 pressure-high medium",
    "10:04 chair 3 pressure-high high",
    "10:13 chair 5 check-overdue medium",
  ]);
});

test("[TU3] what a tablet kept through the network's drop comes in late, rings nothing and is found late", () => {
  const before: number[] = [];
  const day = played(({ at }, { sounds }) => {
    if (at === "10:22" || at === "10:26") before.push(sounds().length);
  });
  const late = day.folded(3).observations.filter(({ late: isLate }) => isLate);
  expect(late.map(({ observedAt, recordedAt }) => [observedAt, recordedAt])).toEqual([[CUT.from + 3 * 60_000, CUT.to]]);
  expect(new Set(before).size).toBe(1);
  expect(day.folded(3).lateFindings.map(({ rule }) => rule)).toEqual(["pressure-high"]);
});

test("[TU4] what a flat tablet kept is a late entry hours later, on a session that has ended, and calls nobody", () => {
  const day = played();
  expect(day.folded(5).observations.filter(({ late }) => late)).toHaveLength(1);
  expect(day.folded(5).lateFindings.map(({ rule }) => rule)).toEqual(["oxygen-low"]);
  expect(day.clinic().alarms).toEqual({});
  expect(day.clinic().sessions).toEqual({});
});

test("[TU5] through the break every patient has one nurse, and the chairs come back", () => {
  const owners: string[] = [];
  played(({ at, said }, day) => {
    for (const { screen } of said)
      if (screen.name.endsWith("mine")) owners.push(`${at} ${screen.name.split("'")[0]}: ${screen.read(day, true)}`);
  });
  expect(owners).toEqual([
    "10:30 Ana: Chair 1, Chair 3",
    "10:31 Ben: Chair 1, Chair 2, Chair 3, Chair 5",
    "10:48 Ana: Chair 1, Chair 3",
    "10:48 Ben: Chair 5",
  ]);
  expect(played().folded(1).nurse).toBe(person("ana"));
});

test("[TU6] five patients go home by the way that was theirs, each with the words for driving", () => {
  const closed = Object.values(played().clinic().closed).toSorted((a, b) => a.endedAt - b.endedAt);
  expect(
    closed.map(({ outcome, endedAt, restriction }) =>
      [clockTime(endedAt, ZONE), outcomeWords(outcome), restriction && drivingWords(restriction, ZONE)].join(" · "),
    ),
  ).toEqual([
    "10:07 · Left against advice · No driving until Wed 25 Nov, 11:00",
    "10:43 · Discharged · No driving until Wed 25 Nov, 11:00",
    "11:08 · Discharged · No driving until Wed 25 Nov, 12:00",
    "11:10 · Discharged · No driving until Wed 25 Nov, 12:00",
    "11:25 · Discharged · Driving only tomorrow, Wed 25 Nov, after a full night's sleep",
  ]);
});

test("[TU7] the document tells what was played", () => {
  const page = renderTuesday(STEPS);
  if (process.env["UPDATE_DOCS"] === "1") writeFileSync(PAGE, page);
  expect(STEPS.filter(({ told }) => told !== undefined).length).toBeLessThanOrEqual(40);
  expect(readFileSync(PAGE, "utf8")).toBe(page);
});
