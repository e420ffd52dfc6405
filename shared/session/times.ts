import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import type { Session } from "./session.ts";

export interface WhenTrue {
  readonly at: Instant;
  /** Came up to a minute ahead of the server's clock, and was set to it. */
  readonly clamped: boolean;
  /** More than 5 min old: a late entry, shown with both times. */
  readonly late: boolean;
}

/** TM1-TM3. When a fact was true, against the server's clock: the future is refused beyond a minute, the past before check-in is impossible. */
export const whenTrue = (
  session: Session,
  at: Instant,
  now: Instant,
  field: string,
): WhenTrue | { readonly rejected: Rejection } => {
  if (at > now + MINUTE) return { rejected: { reason: "in-the-future", field } };
  if (at < session.checkedIn.at) return { rejected: { reason: "before-check-in", field } };
  return { at: Math.min(at, now), clamped: at > now, late: now - at > 5 * MINUTE };
};
