import type { Instant } from "#shared/base/time.ts";
import { onceFor } from "#shared/base/memo.ts";
import { standingInterventions } from "./care.ts";
import { standingObservations, type Session } from "./session.ts";

type Turn = { readonly at: Instant; readonly on: boolean };

/** RD13. Every time that oxygen was said to be on or off, oldest first: in an observation, or as an intervention. */
const oxygenTurns = onceFor((session: Session): readonly Turn[] =>
  [
    ...standingObservations(session).flatMap(({ observedAt, values }): Turn[] =>
      values.oxygen ? [{ at: observedAt, on: values.oxygen.on }] : [],
    ),
    ...standingInterventions(session).flatMap(({ at, kind }): Turn[] =>
      kind === "oxygen-on" || kind === "oxygen-off" ? [{ at, on: kind === "oxygen-on" }] : [],
    ),
  ].toSorted((a, b) => a.at - b.at),
);

/** Whether oxygen was given at that moment, as far as anybody has said since it was turned on. */
export const isOnOxygen = (session: Session, at: Instant): boolean =>
  oxygenTurns(session).findLast((turn) => turn.at <= at)?.on === true;

/** When the patient was last on oxygen: until the first "off" after the last "on". Nothing where there never was any. */
export const lastOnOxygen = (session: Session): Instant | undefined => {
  const turns = oxygenTurns(session);
  const lastOn = turns.findLastIndex(({ on }) => on);
  return lastOn === -1 ? undefined : (turns[lastOn + 1] ?? turns[lastOn])?.at;
};
