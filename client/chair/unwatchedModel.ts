import type { LinkTime } from "#client/connection/linkClock.ts";
import type { PersonId } from "#shared/base/ids.ts";
import { SECOND } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";

/** CW4. A nurse who works alone on purpose is not told so all day: "nobody", and not set, ask for nothing. */
export const hasBackUp = ({ backUps }: Pick<Clinic, "backUps">, me: PersonId): boolean =>
  backUps[me] !== undefined && backUps[me] !== "nobody";

/** A page that is loaded anew is away for a moment, and nobody should be told of that. */
const SAID_AFTER_MS = 15 * SECOND;

/** CW4. In how many milliseconds it is to be said. */
export const saidInMs = (aloneSince: LinkTime, at: LinkTime): number => Math.max(0, aloneSince + SAID_AFTER_MS - at);
