import { calendarDay } from "#shared/base/time.ts";
import { ledgerOf, type Ledger } from "#shared/alarm/ledger.ts";
import { isDayIn, type DayRange } from "#shared/alarm/ledgerRange.ts";
import { looseCalls, sessionShare } from "#shared/alarm/ledgerShare.ts";
import { protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import type { Recorded } from "#shared/clinic/events.ts";

/** A log as a whole, in memory. */
interface WholeLog {
  readonly events: readonly Recorded[];
  readonly clinic: Clinic;
  readonly now: number;
}

/** The ledger of a log that is all there: what the server must say that reads it in steps. */
export const ledgerOfLog = ({ events, clinic, now }: WholeLog, range: DayRange): Ledger => {
  const bySession = Map.groupBy(events, ({ event }) => ("sessionId" in event ? event.sessionId : undefined));
  const own = [...bySession].flatMap(([id, theirs]) =>
    id !== undefined && theirs[0] && isDayIn(calendarDay(theirs[0].at, clinic.zone), range) ? [theirs] : [],
  );
  const shares = own.flatMap((theirs) => sessionShare(theirs, (ref) => protocolOf(clinic, ref), now) ?? []);
  return ledgerOf({
    ...range,
    zone: clinic.zone,
    now,
    notRead: own.length - shares.length,
    shares,
    loose: looseCalls(bySession.get(undefined) ?? [], range, clinic.zone),
  });
};
