import { HOUR, MINUTE } from "#shared/base/time.ts";
import type { RuleId } from "#shared/alarm/alarm.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import { stayOverAt } from "#shared/recovery/acuteEnd.ts";
import { dueList, type Due } from "#shared/recovery/due.ts";
import { doseOf } from "#shared/session/dose.ts";
import type { Sheet } from "#shared/vitals/observation.ts";
import { random } from "#server/demo/simulator/random.ts";
import { simulate } from "#server/demo/simulator/simulation.ts";
import { CHECK_IN, satSession, T0 } from "./satSession.ts";

/** Who is not ready by then is not waited for any longer. */
const LAST_MINUTE = 240;

export interface Sat {
  readonly route: Route;
  readonly chairHours: number;
  readonly left: boolean;
  readonly sounds: readonly RuleId[];
  readonly heldOn: readonly RuleId[];
}

/** How many minutes after a check was due the nurse comes. */
export type Delay = (seed: number, due: string) => number;
export const ON_TIME: Delay = (seed, due) => Math.floor(random(seed, "delay", due).uniform(0, 4));
/** One check in ten waits six minutes: somebody else needed her. */
export const LATE_NOW_AND_THEN: Delay = (seed, due) => (random(seed, "late", due).chance(0.1) ? 6 : ON_TIME(seed, due));

/** One session without a scripted case, from check-in to the door, with a nurse who does each check that is asked for, once. */
export const sit = (seed: number, route: Route, delay: Delay): Sat => {
  const patient = satSession(simulate(seed, route, 1 + (seed % 8)));
  const done = new Set<string>();
  let nothingBefore = 0; // no check can become due earlier, unless a dose or a look comes between

  /** She comes to what has been due for so long; a look at the clock while it waits. */
  const checks = (minute: number): boolean => {
    if (minute < nothingBefore) return false;
    const { session, protocol } = patient.here();
    const now = T0 + minute * MINUTE;
    const waiting = dueList(session, protocol, now).filter(
      (due) => due.state !== "done" && due.state !== "not-done" && !done.has(nameOf(due)),
    );
    const open = waiting.filter(({ at }) => at <= now);
    if (open.length === 0) nothingBefore = (Math.min(...waiting.map(({ at }) => at)) - T0) / MINUTE;
    else patient.does("system", minute, { type: "raise-timed-alarms" });
    const due = open.find((one) => (now - one.at) / MINUTE >= delay(seed, `${route} ${nameOf(one)}`));
    if (!due) return false;
    done.add(nameOf(due));
    patient.look(minute, sheetFor(due), due.asks === "rr");
    return due.kind === "set";
  };

  /** A minute after a call somebody has it; one that has settled is closed. */
  const answerCalls = (minute: number): void => {
    for (const { id, accepted, priority, raisedAt, settledAt } of Object.values(patient.clinic().alarms)) {
      if (!accepted && priority !== "low" && raisedAt < T0 + minute * MINUTE)
        patient.does("ana", minute, { type: "accept-alarm", alarmId: id });
      else if (accepted && settledAt !== undefined)
        patient.does("ana", minute, { type: "clear-alarm", alarmId: id, outcome: { code: "settled" } });
    }
  };

  /** After a set past the minimum stay: the exit checks, and out if all are met. */
  const leaves = (minute: number): boolean => {
    const { session, protocol } = patient.here();
    const now = T0 + minute * MINUTE;
    if (now < (stayOverAt(doseOf(session.doseFacts), protocol, now) ?? Infinity)) return false;
    patient.look(minute, "exit");
    answerCalls(minute);
    return patient.leave(minute);
  };

  let left = false;
  let minute = 0;
  for (; minute < LAST_MINUTE && !left; minute++) {
    if (patient.give(minute)) nothingBefore = minute;
    patient.heard.listen(patient.clinic(), T0 + minute * MINUTE);
    answerCalls(minute);
    left = checks(minute) && leaves(minute);
  }
  const { sounds, heldOn } = patient.heard;
  return { route, chairHours: ((minute - CHECK_IN) * MINUTE) / HOUR, left, sounds, heldOn };
};

const nameOf = ({ kind, asks, at }: Due): string => `${kind} ${asks ?? ""} ${(at - T0) / MINUTE}`;

const sheetFor = ({ kind, asks }: Due): Sheet => {
  if (kind === "sedation" || kind === "look-in") return "look-in";
  return asks === "bp" ? "bp" : "full";
};
