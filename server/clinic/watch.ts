import { randomUUID } from "node:crypto";
import type { CommandId } from "#shared/base/ids.ts";
import { SECOND, type Instant } from "#shared/base/time.ts";
import { decide } from "#shared/clinic/decide.ts";
import type { Clinics } from "./clinics.ts";
import type { Lane } from "./lane.ts";

/** Timers on the domain clock: tests and the demo move them, the product's run in real time. */
export interface Timers {
  readonly every: (ms: number, run: () => void) => () => void;
}

const LOOK_EVERY_MS = 5 * SECOND;

/** AL8, AL20. Looks at every held clinic, watched or not, and raises what time alone calls for. Asking twice raises it once. */
export const watchTime = (clinics: Clinics, now: () => Instant, timers: Timers): (() => void) =>
  timers.every(LOOK_EVERY_MS, () => {
    for (const [, lane] of clinics.held()) if (somethingIsDue(lane, now())) void lane.submit(wish());
  });

/**
 * Asked of the committed state first, so that a quiet minute writes nothing and waits for nothing. A HELP at a free chair
 * waits for somebody though no patient is here.
 */
const somethingIsDue = ({ clinic }: Lane, now: Instant): boolean => {
  if (clinic.id === undefined || (isEmpty(clinic.sessions) && isEmpty(clinic.alarms))) return false;
  const { commandId, command } = wish();
  const context = { now, commandId, person: "system", role: "system", device: "system", clinicId: clinic.id } as const;
  try {
    const decision = decide(clinic, command, context);
    return "accepted" in decision && decision.accepted.length > 0;
  } catch {
    return true; // the lane finds the same and reports it; thrown from a timer it would end the process
  }
};

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;

const wish = () =>
  ({
    commandId: randomUUID() as string as CommandId,
    command: { type: "raise-timed-alarms" },
    person: "system",
    device: "system",
  }) as const;
