import { assert } from "#shared/base/assert.ts";
import { MINUTE, SECOND } from "#shared/base/time.ts";
import type { Role } from "#shared/access/role.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import { at, type Answer, type Scenario, type Wish } from "#tests/rules/scenario.ts";

/** A sentence for a reader, and the check in code that it stands for. */
export interface Then {
  readonly says: string;
  readonly found: (clinic: Scenario) => unknown;
  readonly expected: unknown;
}

/** Something that a person does, at minutes from 10:00 on the clinic's clock, and what holds then. */
export interface Step {
  readonly at: number;
  readonly when: string;
  readonly act: (clinic: Scenario) => unknown;
  /** The wish is refused with this reason; without it nothing may be refused. */
  readonly refused?: Rejection["reason"];
  /** Played, and told by a later step. */
  readonly untold?: true;
  readonly then: readonly Then[];
}

export interface WorkedCase {
  readonly id: string;
  readonly title: string;
  readonly given: string;
  /** Minutes from 10:00 to the start of the dose. */
  readonly t0: number;
  readonly setUp: () => Scenario;
  readonly steps: readonly Step[];
}

/** Minutes from 10:00, as the plainest way to write a time: `clock(11, 8)`. */
export const clock = (hour: number, minute = 0): number => (hour - 10) * 60 + minute;

export const step = (when: number, what: string, act: Step["act"], ...then: readonly Then[]): Step => ({
  at: when,
  when: what,
  act,
  then,
});

/** A wish that is refused: the people are told why, and nothing has changed. */
export const refused = (
  when: number,
  what: string,
  wish: readonly [Role, (clinic: Scenario) => Wish],
  reason: Rejection["reason"],
  ...then: readonly Then[]
): Step => ({ at: when, when: what, act: (clinic) => clinic.answer(wish[0], wish[1](clinic)), refused: reason, then });

/** The same act at each of these times, as a later step tells it. */
export const meanwhile = (times: readonly number[], act: Step["act"]): readonly Step[] =>
  times.map((when) => ({ at: when, when: "meanwhile", act, untold: true, then: [] }));

/** Nothing is done; the clock moves. */
export const waits = (when: number, what: string, ...then: readonly Then[]): Step => ({
  ...step(when, what, () => undefined),
  then,
});

/** How often the server asks what time alone calls for, here. */
const TICK_S = 20;

/** Plays a case: the clock runs as it does in a clinic, and `judge` is asked after each step. */
export const play = (
  { setUp, steps }: WorkedCase,
  judge: (step: Step, clinic: Scenario) => void,
): readonly (Rejection["reason"] | undefined)[] => {
  const clinic = setUp();
  return steps.map((one) => {
    for (let now = clinic.now() + TICK_S * SECOND; now < at(one.at); now += TICK_S * SECOND) {
      clinic.atInstant(now);
      clinic.tick();
    }
    clinic.atInstant(at(0) + one.at * MINUTE);
    const reason = reasonOf(one.act(clinic));
    clinic.tick();
    judge(one, clinic);
    return reason;
  });
};

/** Steps that must not be refused throw by themselves; one that tries a wish hands its answer back. */
const reasonOf = (answer: unknown): Rejection["reason"] | undefined =>
  isAnswer(answer) ? answer.rejected?.reason : undefined;

const isAnswer = (answer: unknown): answer is Answer =>
  typeof answer === "object" && answer !== null && "events" in answer && Array.isArray(answer.events);

/** Of the session that has ended: what the clinic keeps of it for the day. */
export const leftAs = (clinic: Scenario) => {
  const closed = Object.values(clinic.clinic().closed)[0];
  assert(closed !== undefined, "nobody has left");
  return closed;
};
