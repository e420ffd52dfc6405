import { clockTime } from "#shared/base/time.ts";
import { doseOf, type Dose } from "#shared/session/dose.ts";
import type { Session } from "#shared/session/session.ts";
import type { Facts } from "./endFacts.ts";
import { words } from "./words.ts";

const { summary } = words;

/** RC6. The dose in three facts, each route in its own words. */
export const doseFacts = ({ doseFacts: facts, route, zone }: Session): Facts => {
  const dose = doseOf(facts);
  if (dose.phase === "not-started") return [[summary.t0[route], summary.notStarted]];
  return [
    [summary.t0[route], clockTime(dose.t0, zone)],
    [summary.end[route], dose.phase === "ended" ? clockTime(dose.endedAt, zone) : summary.running],
    [summary.given, dose.phase === "ended" ? givenWords(dose, route) : summary.running],
  ];
};

const givenWords = ({ givenMg, mg, count }: Extract<Dose, { phase: "ended" }>, route: Session["route"]): string =>
  route === "iv" ? summary.mgOf(givenMg, mg) : summary.mgIn[route](givenMg, count);
