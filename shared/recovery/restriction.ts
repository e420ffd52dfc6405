import { HOUR, roundUpToHour, type Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Restriction } from "#shared/session/session.ts";

/** RS1, RS2. IV: 24 elapsed hours from leaving, rounded up to the hour of the clinic's clock, across midnight and clock changes. */
export const restrictionFrom = ({ restriction }: Protocol, leavingAt: Instant, zone: string): Restriction => ({
  kind: "until",
  until: roundUpToHour(leavingAt + restriction.hoursFromLeaving * HOUR, zone),
});
