import type { ChairId, PatientId, SessionId, VisitId } from "#shared/base/ids.ts";
import { calendarDay, MINUTE, type Instant } from "#shared/base/time.ts";
import {
  chairsInPlace,
  currentProtocol,
  sessionInChair,
  type Chair,
  type Clinic,
  type Visit,
} from "#shared/clinic/clinic.ts";
import { Route } from "#shared/protocol/protocol.ts";
import type { Closed, RideStatus, Session } from "#shared/session/session.ts";

export type TodayState = "expected" | "late" | "here" | "left" | "no-show" | "cancelled";

/** One patient of today, as the desk sees the day. */
export interface TodayRow {
  readonly key: string;
  readonly state: TodayState;
  /** When they are expected; for who came without being on the list, when they were checked in. */
  readonly at: Instant;
  readonly patientId: PatientId;
  readonly route: Route;
  readonly chairId: ChairId | undefined;
  readonly course: Visit["course"];
  /** Close to the time or past it: the next thing to do is the check-in. */
  readonly soon: boolean;
  /** Nobody has asked yet: undefined. */
  readonly ride: RideStatus | undefined;
  readonly visitId: VisitId | undefined;
  readonly sessionId: SessionId | undefined;
  readonly leftAt: Instant | undefined;
}

/** Late from 10 min after the time: until then it is traffic. */
export const LATE_AFTER_MIN = 10;
const SOON_BEFORE_MIN = 30;

/** TD1. Everybody of the clinic's day, by time; who came without a visit stands where they came. */
export const todayRows = (clinic: Clinic, now: Instant): readonly TodayRow[] => {
  const today = calendarDay(now, clinic.zone);
  const visits = Object.values(clinic.visits).filter(
    ({ expectedAt }) => calendarDay(expectedAt, clinic.zone) === today,
  );
  const shown = visits.filter((visit) => !putBack(visit, visits));
  const listed = new Set(visits.flatMap(({ sessionId }) => (sessionId === undefined ? [] : [sessionId])));
  const unlisted = [...Object.values(clinic.sessions), ...Object.values(clinic.closed)].filter(
    ({ id }) => !listed.has(id),
  );
  return [...shown.map((visit) => visitRow(clinic, visit, now)), ...unlisted.map(walkIn)].toSorted(
    (a, b) => a.at - b.at,
  );
};

/** TD2. A chair that somebody could sit in now, in the order of the room. */
export const freeChairs = (clinic: Clinic): readonly Chair[] =>
  chairsInPlace(clinic).filter(({ id }) => !sessionInChair(clinic, id));

/** TD7. The routes for which this clinic has a protocol. */
export const routesOf = (clinic: Clinic): readonly Route[] =>
  Route.options.filter((route) => currentProtocol(clinic, route) !== undefined);

export interface TodayCounts {
  readonly expected: number;
  readonly late: number;
  readonly here: number;
  readonly left: number;
}

export const countsOf = (rows: readonly TodayRow[]): TodayCounts => {
  const of = (state: TodayState): number => rows.filter((row) => row.state === state).length;
  return { expected: of("expected"), late: of("late"), here: of("here"), left: of("left") };
};

/** TD3. A no-show or a cancelled visit that was put back is a new visit; the withdrawn one stays in the log, not in the list. */
const putBack = (visit: Visit, visits: readonly Visit[]): boolean =>
  withdrawn(visit) && visits.some((other) => !withdrawn(other) && other.patientId === visit.patientId);

const withdrawn = ({ status }: Visit): boolean => status === "no-show" || status === "cancelled";

const visitRow = (clinic: Clinic, visit: Visit, now: Instant): TodayRow => {
  const session = visit.sessionId === undefined ? undefined : clinic.sessions[visit.sessionId];
  const closed = visit.sessionId === undefined ? undefined : clinic.closed[visit.sessionId];
  return {
    key: visit.id,
    state: stateOf(visit, closed, now),
    at: visit.expectedAt,
    soon: now >= visit.expectedAt - SOON_BEFORE_MIN * MINUTE,
    patientId: visit.patientId,
    route: visit.route,
    chairId: session?.chairId ?? closed?.chairId ?? visit.chairId,
    course: visit.course,
    ride: session?.ride?.status ?? visit.ride,
    visitId: visit.id,
    sessionId: visit.sessionId,
    leftAt: closed?.endedAt,
  };
};

const stateOf = ({ status, expectedAt }: Visit, closed: Closed | undefined, now: Instant): TodayState => {
  switch (status) {
    case "checked-in":
      return closed ? "left" : "here";
    case "expected":
      return now > expectedAt + LATE_AFTER_MIN * MINUTE ? "late" : "expected";
    case "no-show":
    case "cancelled":
      return status;
  }
};

const walkIn = (session: Session | Closed): TodayRow => {
  const closed = "outcome" in session ? session : undefined;
  const open = "outcome" in session ? undefined : session;
  return {
    key: session.id,
    state: closed ? "left" : "here",
    at: closed?.checkedInAt ?? open?.checkedIn.at ?? 0,
    soon: false,
    patientId: session.patientId,
    route: session.route,
    chairId: session.chairId,
    course: open?.course,
    ride: open?.ride?.status,
    visitId: undefined,
    sessionId: session.id,
    leftAt: closed?.endedAt,
  };
};
