import { expect, test } from "vitest";
import type { RuleId } from "#shared/alarm/alarm.ts";
import { LATE_NOW_AND_THEN, ON_TIME, sit, type Delay, type Sat } from "./nurseModel.ts";
import { ROUTES, upTo } from "./simulated.ts";

const morningOf = (sessions: number, delay: Delay): readonly Sat[] =>
  upTo(sessions).map((seed) => sit(seed, ROUTES[seed % 3] ?? "iv", delay));

const hours = (sat: readonly Sat[]): number => sat.reduce((sum, { chairHours }) => sum + chairHours, 0);
const perHour = (sat: readonly Sat[]): number => sat.flatMap(({ sounds }) => sounds).length / hours(sat);

/** What docs/sounds.md holds, a row for each rule that made a sound. */
const table = (sat: readonly Sat[]): string => {
  const sounds = sat.flatMap((one) => one.sounds);
  const again = sat.flatMap((one) => one.heldOn);
  const of = (all: readonly RuleId[], rule: RuleId): number => all.filter((one) => one === rule).length;
  const rate = (count: number): string => (count / hours(sat)).toFixed(3);
  const rules = [...new Set(sounds)].toSorted((a, b) => of(sounds, b) - of(sounds, a));
  return [
    "| rule | sounds | share | sounds per chair-hour | held on, heard again (AL22) |",
    "| --- | --- | --- | --- | --- |",
    ...rules.map(
      (rule) =>
        `| ${rule} | ${of(sounds, rule)} | ${Math.round((100 * of(sounds, rule)) / sounds.length)} % | ${rate(of(sounds, rule))} | ${of(again, rule)} |`,
    ),
    `| all | ${sounds.length} | 100 % | ${rate(sounds.length)} | ${again.length} |`,
    "",
    `${sat.length} sessions, ${Math.round(hours(sat))} chair-hours; ` +
      ROUTES.map((route) => `${route} ${perHour(sat.filter((one) => one.route === route)).toFixed(2)}`).join(", ") +
      ` sounds per chair-hour; ${sat.filter(({ left }) => !left).length} not ready after four hours.`,
  ].join("\n");
};

test.each([
  ["on time", 210, ON_TIME],
  ["late now and then", 120, LATE_NOW_AND_THEN],
] as const)(
  "[AL23] at most one sound per chair-hour in an uneventful morning, with a nurse who is %s",
  (name, sessions, delay) => {
    const sat = morningOf(sessions, delay);
    console.log(`A nurse who is ${name}\n\n${table(sat)}\n`);
    expect(perHour(sat)).toBeLessThanOrEqual(1);
  },
);
