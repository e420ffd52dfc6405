import * as z from "zod";
import { AlarmId, ChairId, ClinicId, CoverId, PatientId, PersonId, SessionId, VisitId } from "#shared/base/ids.ts";
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

/** CV1. One nurse looks after all patients of another, from the moment that she took it until it is handed back. */
export const Cover = z.object({
  id: CoverId,
  nurse: PersonId,
  by: PersonId,
  askedAt: z.int(),
  takenAt: z.int().optional(),
  until: z.int(),
});
export type Cover = z.infer<typeof Cover>;

/** Raise it when the shape below changes: checkpoints of another version are dropped and folded again. */
export const STATE_VERSION = 2;

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
  covers: z.record(CoverId, Cover),
  /** Who backs up whom this shift; "nobody" is an answer, too. */
  backUps: z.record(PersonId, z.union([PersonId, z.literal("nobody")])),
  /** Until when a prescriber is attested to be on site. */
  onSite: z.record(PersonId, z.int()),
  /** AUDIO PAUSED: calls raised before `at` are silent until `until`. */
  audioPaused: z.object({ at: z.int(), until: z.int(), by: By }).optional(),
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
  covers: {},
  backUps: {},
  onSite: {},
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

/** CV1. Who looks after a session's patient now: who covers for its nurse, and who covers for her in turn; else its nurse. */
export const ownerOf = (clinic: Pick<Clinic, "covers">, { nurse }: Session): Session["nurse"] => {
  const taken = Object.values(clinic.covers).filter(({ takenAt }) => takenAt !== undefined);
  const passOn = (who: Session["nurse"], asked: readonly Session["nurse"][]): Session["nurse"] => {
    const by = taken.find((cover) => cover.nurse === who)?.by;
    return by === undefined || asked.includes(by) ? who : passOn(by, [...asked, by]);
  };
  return passOn(nurse, [nurse]);
};

/** NS5. Whether any prescriber is attested to be on site at that moment. */
export const prescriberOnSite = ({ onSite }: Pick<Clinic, "onSite">, now: number): boolean =>
  Object.values(onSite).some((until) => now <= until);

export const rolesOf = (clinic: Clinic, person: PersonId): readonly StaffRole[] => clinic.members[person] ?? [];

const hasAny =
  (...wanted: readonly StaffRole[]) =>
  (clinic: Clinic, person: PersonId): boolean =>
    rolesOf(clinic, person).some((role) => wanted.includes(role));

/** Who orders, clears and signs for a dose. */
export const isPrescriber = hasAny("clinician", "director");

/** Who can take over another nurse's patients: a director's role alone puts nobody at a chair. */
export const sitsAtChairs = hasAny("nurse", "clinician");

/** Who may have signed that a patient could go. */
export const isCareStaff = hasAny("nurse", "clinician", "director");

/** Everybody of whom that is true, in the order of the members. */
export const membersWho = (clinic: Clinic, isSo: (clinic: Clinic, person: PersonId) => boolean): readonly PersonId[] =>
  (Object.keys(clinic.members) as PersonId[]).filter((person) => isSo(clinic, person));
