import { MINUTE, SECOND, type Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { standing } from "#shared/session/dose.ts";
import { devicesOf } from "#shared/session/doseFlags.ts";
import type { Session } from "#shared/session/session.ts";

/** How many devices were given, how many the order asks for, and when the rest after the last one is over. */
export interface Devices {
  readonly given: number;
  /** Missing where nobody has ordered any: the largest dose of a protocol is no order. */
  readonly of?: number;
  readonly restMin: number;
  /** Missing before the first. */
  readonly readyAt?: Instant;
}

/** CH8, CH25. Of a nasal treatment; the rest is the protocol's, counted from the last device that stands. */
export const devicesIn = ({ doseFacts, orders }: Session, { dose }: Protocol): Devices | undefined => {
  if (dose.route !== "nasal") return undefined;
  const given = standing(doseFacts).filter(({ kind }) => kind === "device");
  const last = given.at(-1);
  const order = orders.at(-1)?.order;
  return {
    given: given.length,
    ...(order ? { of: devicesOf(order, dose) } : {}),
    restMin: dose.gapMin,
    ...(last ? { readyAt: last.at + dose.gapMin * MINUTE } : {}),
  };
};

/** CH25. More than were ordered; without an order nothing is too many. */
export const allGiven = ({ given, of }: Devices): boolean => of !== undefined && given >= of;

/** `3:12`, in whole seconds, never too short. */
export const clockLeft = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};
