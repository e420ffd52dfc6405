import { setImmediate as nextTurn } from "node:timers/promises";
import { seq, type ClinicId, type SessionId } from "#shared/base/ids.ts";
import { calendarDay, type Instant } from "#shared/base/time.ts";
import { ledgerOf, type Ledger } from "#shared/alarm/ledger.ts";
import { isDayIn, type DayRange } from "#shared/alarm/ledgerRange.ts";
import { FOLLOWED_MS, looseCalls, sessionShare, type SessionShare } from "#shared/alarm/ledgerShare.ts";
import { protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { readRecorded } from "#shared/clinic/upcast.ts";
import type { EventLog, LogLine } from "#server/store/eventLog.ts";

/** Lines read in one step; between two steps the server does what else it has to do. */
const PAGE = 500;
/** Rows that may have lost their time and stand side by side. */
const LOOK_FURTHER = 50;

interface LedgerAsked extends DayRange {
  readonly log: EventLog;
  readonly clinicId: ClinicId;
  readonly clinic: Clinic;
  readonly now: Instant;
}

/**
 * LE10. Reads the days of the range from the log, then each session that began in them, one at a time. Nothing of it runs in
 * the lane, and of a session that was read only its few figures are kept.
 */
export const readLedger = async (asked: LedgerAsked): Promise<Ledger> => {
  const { log, clinicId, clinic, now, from, to } = asked;
  const found = await beginningsIn(asked);
  const shares: SessionShare[] = [];
  let { notRead } = found;
  for (const sessionId of found.sessions) {
    const events = (await log.readSession(clinicId, sessionId)).map(recordedOf);
    const share = sessionShare(events, (ref) => protocolOf(clinic, ref), now);
    if (share) shares.push(share);
    else notRead += 1;
    await nextTurn();
  }
  return ledgerOf({
    from,
    to,
    now,
    zone: clinic.zone,
    notRead,
    shares,
    loose: looseCalls(found.loose, asked, clinic.zone),
  });
};

interface Beginnings {
  readonly sessions: SessionId[];
  readonly loose: Recorded[];
  notRead: number;
}

/** Which sessions were checked in on these days, and what belongs to no session. Of a session only the first line is read. */
const beginningsIn = async (asked: LedgerAsked): Promise<Beginnings> => {
  const { log, clinicId, clinic, to } = asked;
  const met = new Set<SessionId>();
  const found: Beginnings = { sessions: [], loose: [], notRead: 0 };
  let after = await lastBefore(asked);
  for (;;) {
    const lines = await log.read(clinicId, seq(after), PAGE);
    const last = lines.at(-1);
    if (!last) return found;
    for (const line of lines) {
      if (line.sessionId === null) found.loose.push(...callsIn(recordedOf(line)));
      else if (!met.has(line.sessionId)) {
        met.add(line.sessionId);
        await noteBeginning(asked, line, line.sessionId, found);
      }
    }
    if (calendarDay(recordedOf(last).at - FOLLOWED_MS, clinic.zone) > to) return found;
    after = last.seq;
    await nextTurn();
  }
};

const noteBeginning = async (asked: LedgerAsked, line: LogLine, sessionId: SessionId, found: Beginnings) => {
  const { at, event } = recordedOf(line);
  if (event.type === "event-unreadable") {
    const [first] = await asked.log.readSession(asked.clinicId, sessionId);
    if (first?.seq === line.seq) found.notRead += 1; // its own check-in: nobody can say of which day
  } else if (event.type === "checked-in" && isDayIn(calendarDay(at, asked.clinic.zone), asked))
    found.sessions.push(sessionId);
};

const callsIn = (recorded: Recorded): readonly Recorded[] => ("alarmId" in recorded.event ? [recorded] : []);

/** The last seq before the first day: times never run backwards in a log, so halving finds it. */
const lastBefore = async ({ log, clinicId, clinic, from }: LedgerAsked): Promise<number> => {
  let [low, high] = [0, (await log.head(clinicId)).seq as number];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const lines = await log.read(clinicId, seq(middle), LOOK_FURTHER);
    const at = firstTimeOf(lines);
    if (at !== undefined && calendarDay(at, clinic.zone) < from) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** A damaged row may have lost its time; its neighbours have theirs. */
const firstTimeOf = (lines: readonly LogLine[]): Instant | undefined => {
  for (const line of lines) {
    const { at } = recordedOf(line);
    if (at > 0) return at;
  }
  return undefined;
};

const recordedOf = (line: LogLine): Recorded => readRecorded(line.body, line);
