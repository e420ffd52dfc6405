import * as z from "zod";
import { AlarmId, ChairId, ClinicId, PatientId, PersonId, SessionId, VisitId } from "#shared/base/ids.ts";
import { StaffRole, By } from "#shared/access/role.ts";
import { Alarm } from "#shared/alarm/alarm.ts";
import { Protocol, Route, protocolKey, type ProtocolRef } from "#shared/protocol/protocol.ts";
import { Closed, RideStatus, Session } from "#shared/session/session.ts";

export const Chair = z.object({
  id: ChairId,
  label: z.string().min(1).max(20),
  /** Where it stands in the room: people find a chair by its place, so it never moves by itself. */
  place: z.int(),
  kind: z.enum(["chair", "recovery-place"]),
});
export type Chair = z.infer<typeof Chair>;

/** Somebody who is expected today. */
export const Visit = z.object({
  id: VisitId,
  patientId: PatientId,
  chairId: ChairId.optional(),
  route: Route,
  expectedAt: z.int(),
  ride: RideStatus,
  course: z.object({ n: z.int(), of: z.int().optional() }).optional(),
  status: z.enum(["expected", "checked-in", "no-show", "cancelled"]),
  sessionId: SessionId.optional(),
});
export type Visit = z.infer<typeof Visit>;

export const ProtocolVersion = z.object({ protocol: Protocol, approved: z.object({ at: z.int(), by: By }).optional() });

/** Raise it when the shape below changes: checkpoints of another version are dropped and folded again. */
export const STATE_VERSION = 1;

/** The whole state of a clinic: what its log says, folded. */
export const Clinic = z.object({
  seq: z.int(),
  /** When the last event was recorded. */
  at: z.int(),
  id: ClinicId.optional(),
  name: z.string(),
  zone: z.string(),
  /** The number on the hand-out: "Worried: <phone>". */
  phone: z.string(),
  members: z.record(PersonId, z.array(StaffRole)),
  chairs: z.record(ChairId, Chair),
  protocols: z.record(z.string(), ProtocolVersion),
  visits: z.record(VisitId, Visit),
  sessions: z.record(SessionId, Session),
  closed: z.record(SessionId, Closed),
  alarms: z.record(AlarmId, Alarm),
  /** Rows that could not be read and belong to no session. */
  unreadable: z.int(),
});
export type Clinic = z.infer<typeof Clinic>;

export const EMPTY_CLINIC: Clinic = {
  seq: 0,
  at: 0,
  name: "",
  zone: "UTC",
  phone: "",
  members: {},
  chairs: {},
  protocols: {},
  visits: {},
  sessions: {},
  closed: {},
  alarms: {},
  unreadable: 0,
};

/** ST4. The rules that a session pinned. A session cannot be checked in without its version, so it is always there. */
export const protocolOf = (clinic: Clinic, ref: ProtocolRef): Protocol | undefined =>
  clinic.protocols[protocolKey(ref)]?.protocol;

/** ST4. The newest approved version for a route; while none is approved the newest proposal, which every screen then says. */
export const currentProtocol = (clinic: Clinic, route: Route) => {
  const versions = Object.values(clinic.protocols)
    .filter(({ protocol }) => protocol.route === route)
    .toSorted((a, b) => b.protocol.version - a.protocol.version);
  return versions.find(({ approved }) => approved) ?? versions[0];
};

export const chairsInPlace = (clinic: Clinic): readonly Chair[] =>
  Object.values(clinic.chairs).toSorted((a, b) => a.place - b.place);

export const sessionInChair = (clinic: Clinic, chairId: ChairId): Session | undefined =>
  Object.values(clinic.sessions).find((session) => session.chairId === chairId);

export const rolesOf = (clinic: Clinic, person: PersonId): readonly StaffRole[] => clinic.members[person] ?? [];
