import { assert } from "#shared/base/assert.ts";
import { calendarDay } from "#shared/base/time.ts";
import type { SessionId } from "#shared/base/ids.ts";
import { evolveAlarms } from "#shared/alarm/evolve.ts";
import { protocolKey } from "#shared/protocol/protocol.ts";
import { evolveSession, newSession } from "#shared/session/evolve.ts";
import type { Closed, Session } from "#shared/session/session.ts";
import type { Clinic, Visit } from "./clinic.ts";
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
    closed: keep(clinic.closed, ({ recordedAt }) => calendarDay(recordedAt, clinic.zone) >= day),
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
    case "protocol-proposed":
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
    case "discharged":
    case "left-against-advice":
    case "aborted-before-dose":
      return closed(clinic, recorded, event);
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

type Ending = EventOf<"discharged" | "left-against-advice" | "aborted-before-dose">;

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
    endedAt: event.type === "aborted-before-dose" ? at : event.leftAt,
    recordedAt: at,
    by,
    restriction: event.type === "aborted-before-dose" ? undefined : event.restriction,
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
