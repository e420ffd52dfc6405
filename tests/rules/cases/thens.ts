import { drivingWords } from "#client/discharge/drivingWords.ts";
import { words as dischargeWords } from "#client/discharge/words.ts";
import { CRITERION, rejectionWords } from "#client/rejectionWords.ts";
import { CALL_RULE, callWords } from "#client/ui/callWords.ts";
import { CHECK_STATE } from "#client/ui/checkWords.ts";
import { outcomeWords } from "#client/ui/outcomeWords.ts";
import { dueKindWords, dueWords, leavingWords, phaseWords, windowWords } from "#client/ui/statusWords.ts";
import { assert } from "#shared/base/assert.ts";
import { clockTime } from "#shared/base/time.ts";
import type { Role } from "#shared/access/role.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import { CHECK_TITLE } from "#shared/protocol/words.ts";
import { isPassed } from "#shared/recovery/criteria.ts";
import { dueList as dues, nextDue } from "#shared/recovery/due.ts";
import type { Scenario, Wish } from "#tests/rules/scenario.ts";
import { leftAs, type Then } from "./caseKit.ts";

const NAMES: Readonly<Record<string, string>> = {
  "nurse-0001": "Ana Ruiz",
  "clinician-0001": "Dr. Rey",
  "desk-0001": "Kim Ott",
};
const staffName = (id: string): string | undefined => NAMES[id];

/** A sentence of the case's own, with what it stands for. */
export const fact = (says: string, found: Then["found"], expected: unknown): Then => ({ says, found, expected });

/** The words that a screen shows, after a few words of ours that say where or why. */
const shows =
  (lead: string, found: (clinic: Scenario) => string) =>
  (words: string, why = lead): Then => ({ says: `${why}: \`${words}\``, found, expected: words });

export const chair = shows("The chair says", (clinic) =>
  dueWords(nextDue(clinic.session(), clinic.protocol(), clinic.now()), clinic.now(), clinic.session().zone, {
    calling: clinic.calls().length > 0,
  }),
);
export const phase = shows("Phase", (clinic) => phaseWords(clinic.session(), clinic.protocol(), clinic.now()));
export const window = shows("The window", (clinic) => windowWords(clinic.recovery(), clinic.session().zone, staffName));
export const leaving = shows("Leaving", (clinic) =>
  leavingWords(clinic.readiness(), clinic.session().zone, {
    live: true,
    signed: clinic.session().fit !== undefined,
  }),
);
export const restriction = shows("If the patient left now", (clinic) =>
  drivingWords(clinic.restriction(), clinic.session().zone),
);

/** Who was ready and is not any more, as the desk reads it. */
export const lost = shows("The desk reads", (clinic) => {
  const { fitLost, zone } = clinic.session();
  const last = fitLost.at(-1);
  assert(last !== undefined, "no signature was lost");
  const by = last.criteria.map((id) => CRITERION[id]).join(", ");
  return dischargeWords.fit.lost(clockTime(last.signedAt, zone), clockTime(last.at, zone), by);
});

/** Every call that is open, with its priority, and who has it or is asked. */
export const calls = (...words: readonly string[]): Then => ({
  says: words.length === 0 ? "No call is open" : `Calls: ${words.map((one) => `\`${one}\``).join(" and ")}`,
  found: (clinic) => clinic.calls().map((alarm) => callLine(clinic, alarm)),
  expected: words,
});

const callLine = (clinic: Scenario, alarm: Alarm): string => {
  const { priority, accepted, escalated } = alarm;
  return [
    callWords(alarm, "1", clinic.session(), clinic.now()),
    priority,
    ...(accepted ? [`${staffName(accepted.by) ?? accepted.by} has it`] : []),
    ...(escalated ? [`asked: ${escalated.to}`] : []),
  ].join(" · ");
};

/** What made a sound from check-in to now: low calls never do. */
export const sounds = (...heard: readonly string[]): Then => ({
  says: heard.length === 0 ? "Since check-in nothing has made a sound" : `What has sounded: ${heard.join(", ")}`,
  found: (clinic) =>
    clinic
      .log()
      .flatMap((event) =>
        (event.type === "alarm-raised" || event.type === "alarm-worsened") && event.priority !== "low"
          ? [`${ruleOf(clinic, event.alarmId)} (${event.priority})`]
          : [],
      ),
  expected: heard,
});

const ruleOf = (clinic: Scenario, alarmId: Alarm["id"]): string => {
  const raised = clinic.log().find((event) => event.type === "alarm-raised" && event.alarmId === alarmId);
  return raised?.type === "alarm-raised" ? CALL_RULE[raised.rule] : "a call";
};

/** The due list as it stands: what is done goes without saying. */
export const dueList = (...lines: readonly string[]): Then => ({
  says: `The list of checks: ${lines.map((line) => `\`${line}\``).join(", ")}`,
  found: (clinic) =>
    dues(clinic.session(), clinic.protocol(), clinic.now())
      .filter(({ state }) => state !== "done")
      .map((due) => `${clockTime(due.at, clinic.session().zone)} ${dueKindWords(due)} ${due.state}`),
  expected: lines,
});

/** The checks behind the exit groups that are not met, with how they stand. */
export const open = (...lines: readonly string[]): Then => ({
  says: lines.length === 0 ? "No exit check is open" : `Open: ${lines.join("; ")}`,
  found: (clinic) =>
    clinic
      .readiness()
      .criteria.flatMap(({ checks }) => checks)
      .filter((check) => !isPassed(check))
      .map(({ id, state }) => `${CHECK_TITLE[id]} (${CHECK_STATE[state]})`),
  expected: lines,
});

/** How the session ended, and what the patient may not do. */
export const left = (outcome: string, restricted: string): Then => ({
  says: `It ends as \`${outcome}\`, with \`${restricted}\`; the chair is free`,
  found: (clinic) => {
    const closed = leftAs(clinic);
    assert(closed.restriction !== undefined, "no restriction");
    const zone = clinic.clinic().zone;
    return [outcomeWords(closed.outcome), drivingWords(closed.restriction, zone), clinic.clinic().sessions];
  },
  expected: [outcome, restricted, {}],
});

/** The answer to a wish that is refused, in the words that the person reads; asking again changes nothing. */
export const answers = (role: Role, wish: (clinic: Scenario) => Wish, words: string): Then => ({
  says: `The answer: \`${words}\``,
  found: (clinic) => rejectionWords(clinic.refused(role, wish(clinic)), clinic.session().zone),
  expected: words,
});
