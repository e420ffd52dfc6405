import { assert } from "#shared/base/assert.ts";
import { calendarDay } from "#shared/base/time.ts";
import type { SessionId } from "#shared/base/ids.ts";
import { evolveAlarms } from "#shared/alarm/evolve.ts";
import { protocolKey } from "#shared/protocol/protocol.ts";
import { endOf, type Ending } from "#shared/session/ending.ts";
import { evolveSession, newSession } from "#shared/session/evolve.ts";
import type { Closed, Session } from "#shared/session/session.ts";
import type { Clinic, Visit } from "./clinic.ts";
import { evolveCovers } from "./covers.ts";
import type { EventOf, Recorded } from "./events.ts";

/** EV1. History has no holes: event n+1 follows n, on the server and on every screen. */
export const evolve = (clinic: Clinic, recorded: Recorded): Clinic => {
  assert(recorded.seq === clinic.seq + 1, `event ${recorded.seq} does not follow ${clinic.seq}`);
  const at = Math.max(clinic.at, recorded.at); // an unreadable row may have lost its time
  const today = onNewDay(clinic, at);
  const next = apply({ ...today, alarms: evolveAlarms(today.alarms, recorded) }, recorded);
  return { ...next, seq: recorded.seq, at };
};

/** ME1. What ended on an earlier day leaves the state with the first event of the next; the log keeps it for ever. */
const onNewDay = (clinic: Clinic, at: number): Clinic => {
  const day = calendarDay(at, clinic.zone);
  if (clinic.at === 0 || calendarDay(clinic.at, clinic.zone) === day) return clinic;
  return {
    ...clinic,
    // GA8. What a prescriber still has to sign stays listed until it is signed.
    closed: keep(
      clinic.closed,
      ({ recordedAt, cosignDueAt }) => cosignDueAt !== undefined || calendarDay(recordedAt, clinic.zone) >= day,
    ),
    onSite: keep(clinic.onSite, (until) => until >= at),
    visits: keep(
      clinic.visits,
      ({ expectedAt, sessionId }) =>
        calendarDay(expectedAt, clinic.zone) >= day || (sessionId !== undefined && sessionId in clinic.sessions),
    ),
  };
};

const apply = (clinic: Clinic, recorded: Recorded): Clinic => {
  const { event } = recorded;
  switch (event.type) {
    case "clinic-founded":
      return { ...clinic, id: event.clinicId, name: event.name, zone: event.zone, phone: event.phone };
    case "membership-granted":
      return withRoles(clinic, event.person, (roles) => [...roles.filter((role) => role !== event.role), event.role]);
    case "membership-ended":
      return withRoles(clinic, event.person, (roles) => roles.filter((role) => role !== event.role));
    case "chair-added": {
      const { chairId: id, label, place, kind } = event;
      return { ...clinic, chairs: { ...clinic.chairs, [id]: { id, label, place, kind } } };
    }
    case "chair-removed":
      return { ...clinic, chairs: keep(clinic.chairs, ({ id }) => id !== event.chairId) };
    case "protocol-version-proposed":
      return {
        ...clinic,
        protocols: { ...clinic.protocols, [protocolKey(event.protocol)]: { protocol: event.protocol } },
      };
    case "protocol-approved":
      return approved(clinic, recorded, event);
    case "visit-expected":
      return withVisit(clinic, {
        id: event.visitId,
        patientId: event.patientId,
        chairId: event.chairId,
        route: event.route,
        expectedAt: event.expectedAt,
        ride: event.ride,
        course: event.course,
        status: "expected",
      });
    case "visit-withdrawn":
      return changeVisit(clinic, event.visitId, { status: event.outcome });
    case "checked-in":
      return checkedIn(clinic, recorded, event);
    case "back-up-set":
      return { ...clinic, backUps: { ...clinic.backUps, [event.nurse]: event.backUp } };
    case "prescriber-on-site-attested":
      return { ...clinic, onSite: { ...clinic.onSite, [event.prescriber]: event.until } };
    case "audio-paused":
      return { ...clinic, audioPaused: { at: recorded.at, until: event.until, by: recorded.by } };
    case "cover-asked":
    case "cover-taken":
    case "cover-ended":
      return { ...clinic, covers: evolveCovers(clinic.covers, recorded) };
    case "discharged":
    case "released-early":
    case "left-against-advice":
    case "aborted-before-dose":
    case "left-without-ride":
    case "not-in-chair":
    case "discharged-on-paper":
    case "transferred-out":
    case "taken-by-emergency":
      return closed(clinic, recorded, event);
    case "cosigned":
      return cosigned(clinic, recorded, event);
    case "session-moved":
      return moved(inSession(clinic, recorded, event.sessionId), event);
    case "event-unreadable":
      return unreadable(clinic, recorded, event);
    case "withheld":
      return clinic;
    default:
      return inSession(clinic, recorded, event.sessionId);
  }
};

const inSession = (clinic: Clinic, recorded: Recorded, sessionId: SessionId | undefined): Clinic => {
  const session = sessionId === undefined ? undefined : clinic.sessions[sessionId];
  return session ? withSession(clinic, evolveSession(session, recorded)) : clinic; // a session of an earlier day is folded apart
};

const withSession = (clinic: Clinic, session: Session): Clinic => ({
  ...clinic,
  sessions: { ...clinic.sessions, [session.id]: session },
});

const checkedIn = (clinic: Clinic, recorded: Recorded, event: EventOf<"checked-in">): Clinic => {
  const next = withSession(clinic, newSession(recorded, event));
  return event.visitId === undefined
    ? next
    : changeVisit(next, event.visitId, { status: "checked-in", sessionId: event.sessionId });
};

const closed = (clinic: Clinic, { at, by }: Recorded, event: Ending): Clinic => {
  const session = clinic.sessions[event.sessionId];
  if (!session) return clinic;
  const summary: Closed = {
    id: session.id,
    patientId: session.patientId,
    chairId: session.chairId,
    route: session.route,
    outcome: event.type,
    checkedInAt: session.checkedIn.at,
    endedAt: endOf(event, at),
    recordedAt: at,
    by,
    restriction: event.type === "aborted-before-dose" ? undefined : event.restriction,
    cosignDueAt: event.cosignDueAt,
    damaged: session.damaged,
  };
  return {
    ...clinic,
    sessions: keep(clinic.sessions, ({ id }) => id !== session.id),
    closed: { ...clinic.closed, [session.id]: summary },
    // A HELP stays until a person has answered it, wherever the patient is by then.
    alarms: keep(clinic.alarms, ({ sessionId, rule }) => sessionId !== session.id || rule === "help"),
  };
};

/** GA8. A session that has ended waits for its co-signature in its summary, and for nothing once all is signed. */
const cosigned = (clinic: Clinic, recorded: Recorded, event: EventOf<"cosigned">): Clinic => {
  const ended = clinic.closed[event.sessionId];
  if (!ended) return inSession(clinic, recorded, event.sessionId);
  return {
    ...clinic,
    closed: { ...clinic.closed, [ended.id]: { ...ended, cosignDueAt: event.nextDueAt } },
  };
};

/** PL1. Its calls follow the patient to the other chair; a HELP that was pressed at a chair is about that chair, too. */
const moved = (clinic: Clinic, { sessionId, to }: EventOf<"session-moved">): Clinic => ({
  ...clinic,
  alarms: Object.fromEntries(
    Object.entries(clinic.alarms).map(([id, alarm]) => [
      id,
      alarm.sessionId === sessionId ? { ...alarm, chairId: to } : alarm,
    ]),
  ),
});

const unreadable = (clinic: Clinic, recorded: Recorded, { sessionId }: EventOf<"event-unreadable">): Clinic => {
  const ended = sessionId === undefined ? undefined : clinic.closed[sessionId];
  if (ended) return { ...clinic, closed: { ...clinic.closed, [ended.id]: { ...ended, damaged: true } } };
  if (sessionId !== undefined && clinic.sessions[sessionId]) return inSession(clinic, recorded, sessionId);
  return { ...clinic, unreadable: clinic.unreadable + 1 };
};

const approved = (clinic: Clinic, { at, by }: Recorded, event: EventOf<"protocol-approved">): Clinic => {
  const key = protocolKey(event.protocol);
  const version = clinic.protocols[key];
  return version
    ? { ...clinic, protocols: { ...clinic.protocols, [key]: { ...version, approved: { at, by } } } }
    : clinic;
};

const withRoles = (
  clinic: Clinic,
  person: EventOf<"membership-granted">["person"],
  how: (roles: Clinic["members"][typeof person]) => Clinic["members"][typeof person],
): Clinic => {
  const roles = how(clinic.members[person] ?? []);
  const { [person]: _, ...others } = clinic.members;
  return { ...clinic, members: roles.length > 0 ? { ...others, [person]: roles } : others };
};

const withVisit = (clinic: Clinic, visit: Visit): Clinic => ({
  ...clinic,
  visits: { ...clinic.visits, [visit.id]: visit },
});

const changeVisit = (clinic: Clinic, id: Visit["id"], change: Partial<Visit>): Clinic => {
  const visit = clinic.visits[id];
  return visit ? withVisit(clinic, { ...visit, ...change }) : clinic;
};

const keep = <Value>(record: Readonly<Record<string, Value>>, test: (value: Value) => boolean): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => test(value)));
