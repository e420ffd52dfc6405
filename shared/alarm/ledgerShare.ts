import { HOUR, calendarDay, type Instant } from "#shared/base/time.ts";
import type { ChairId, SessionId } from "#shared/base/ids.ts";
import type { By, Role } from "#shared/access/role.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import type { CheckId, Protocol, ProtocolRef, Route } from "#shared/protocol/protocol.ts";
import { courseOf } from "#shared/recovery/course.ts";
import { dueList, type Due } from "#shared/recovery/due.ts";
import { atWindowEnd, type AtWindowEnd } from "#shared/recovery/windowEnd.ts";
import { t0Of } from "#shared/session/dose.ts";
import { endOf, isEnding } from "#shared/session/ending.ts";
import { foldSession } from "#shared/session/fold.ts";
import type { Override, Session } from "#shared/session/session.ts";
import { deedsOf, helpsTaken, isActionable, NO_DEEDS, type Deeds } from "./actionable.ts";
import type { Priority, RuleId } from "./alarm.ts";
import { callRows, type CallRow } from "./callRows.ts";
import { isDayIn, type DayRange } from "./ledgerRange.ts";

/** One call as the ledger counts it. */
export interface CallShare {
  readonly rule: RuleId;
  readonly priority: Priority;
  readonly sessionId: SessionId | undefined;
  readonly sounds: number;
  /** Seconds to the first acceptance; missing when nobody accepted it. */
  readonly acceptedAfterS: number | undefined;
  readonly passedOn: boolean;
  /** The furthest that it went. */
  readonly escalatedTo: "clinician" | "everyone" | undefined;
  /** Its condition went while nobody had taken it. */
  readonly endedAlone: boolean;
  readonly actionable: boolean;
}

/** LE2. What one session gives to the ledger of the day on which it was checked in. */
export interface SessionShare {
  readonly session: {
    readonly id: SessionId;
    readonly checkedInAt: Instant;
    readonly route: Route;
    readonly chairId: ChairId;
  };
  readonly open: boolean;
  readonly damaged: boolean;
  readonly chairMs: number;
  readonly calls: readonly CallShare[];
  readonly overrides: readonly {
    readonly check: CheckId;
    readonly by: By;
    readonly role: Role;
    readonly reason: Override["reason"]["code"];
  }[];
  readonly checks: readonly { readonly kind: Due["kind"]; readonly missed: boolean }[];
  /** Missing while no dose was given. */
  readonly recovery: { readonly readyMin: number | undefined; readonly windowEnd: AtWindowEnd } | undefined;
}

/** LE2. A session folded from its own events; nothing when its check-in or its protocol cannot be read. */
export const sessionShare = (
  events: readonly Recorded[],
  protocolOf: (ref: ProtocolRef) => Protocol | undefined,
  now: Instant,
): SessionShare | undefined => {
  const session = foldSession(events);
  const protocol = session && protocolOf(session.protocol);
  if (!session || !protocol) return undefined;
  const endedAt = endedAtOf(events);
  const until = endedAt ?? now;
  const rows = callRows(events);
  const deeds = deedsOf(session, protocol, rows, until);
  const { id, route, chairId, damaged } = session;
  return {
    session: { id, checkedInAt: session.checkedIn.at, route, chairId },
    open: endedAt === undefined,
    damaged,
    chairMs: Math.max(0, until - session.checkedIn.at),
    calls: rows.map((row) => callShare(row, id, deeds)),
    overrides: events.flatMap(({ event, by, role }) =>
      event.type === "check-overridden"
        ? [{ check: event.override.check, by, role, reason: event.override.reason.code }]
        : [],
    ),
    checks: checksOf(session, protocol, until),
    recovery: recoveryOf(session, protocol, until),
  };
};

const endedAtOf = (events: readonly Recorded[]): Instant | undefined => {
  for (const { event, at } of events) if (isEnding(event)) return endOf(event, at);
  return undefined;
};

const callShare = (row: CallRow, sessionId: SessionId | undefined, deeds: Deeds): CallShare => {
  const { alarm, highest, sounds, accepted, passedOn, escalated, settledAt, cleared } = row;
  return {
    rule: alarm.rule,
    priority: highest,
    sessionId,
    sounds,
    acceptedAfterS: accepted && Math.round(accepted.afterMs / 1_000),
    passedOn: passedOn.length > 0,
    escalatedTo: escalated.some(({ to }) => to === "everyone") ? "everyone" : escalated[0]?.to,
    endedAlone: !accepted && (cleared !== undefined || settledAt !== undefined),
    actionable: isActionable(row, deeds),
  };
};

/** LE7. Of the checks that the protocol asked for until the end: not done, or overdue when the session ended. What was not yet late then is not judged. */
const checksOf = (session: Session, protocol: Protocol, until: Instant): SessionShare["checks"] =>
  dueList(session, protocol, until).flatMap(({ kind, at, state }) => {
    const missed = state === "not-done" || state === "overdue";
    return at <= until && (missed || state === "done") ? [{ kind, missed }] : [];
  });

/** LE8. Minutes from T0 to the nurse's signature that stands, as on the page of the course. */
const recoveryOf = (session: Session, protocol: Protocol, until: Instant): SessionShare["recovery"] =>
  t0Of(session.doseFacts) === undefined
    ? undefined
    : {
        readyMin: courseOf([{ session, protocol }])[0]?.fitMin,
        windowEnd: atWindowEnd(session, protocol, until),
      };

/** LE2. For how long what becomes of a call at a chair without a session is followed, whatever the range ends with. */
export const FOLLOWED_MS = 24 * HOUR;

/** LE2. Calls at a chair in which nobody sat, of the days of the range, with what became of each within a day. */
export const looseCalls = (events: readonly Recorded[], range: DayRange, zone: string): readonly CallShare[] => {
  const raisedAt = new Map<string, Instant>();
  const followed = events.filter(({ event, at }) => {
    if (!("alarmId" in event)) return false;
    if (event.type === "alarm-raised") raisedAt.set(event.alarmId, at);
    return at <= (raisedAt.get(event.alarmId) ?? -Infinity) + FOLLOWED_MS;
  });
  return callRows(followed)
    .filter(({ alarm }) => alarm.sessionId === undefined && isDayIn(calendarDay(alarm.raisedAt, zone), range))
    .map((row) => callShare(row, undefined, { ...NO_DEEDS, acts: helpsTaken([row]) }));
};
