import { isZone } from "#shared/base/time.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { protocolKey, type Protocol } from "#shared/protocol/protocol.ts";
import { chairsInPlace, sessionInChair } from "./clinic.ts";
import { accept, reject, type Decide } from "./decision.ts";

/** ST1. A clinic begins with its first admin, its chairs and the shipped protocols, which nobody has approved. */
export const foundClinic: Decide<"found-clinic"> = (clinic, { clinicId, name, zone, phone, admin, chairs }) => {
  if (clinic.seq !== 0) return reject({ reason: "clinic-exists" });
  if (!isZone(zone)) return reject({ reason: "unknown-zone" });
  return accept(
    { type: "clinic-founded", clinicId, name, zone, phone },
    { type: "membership-granted", person: admin, role: "admin" },
    ...chairs.map(
      ({ chairId, label }, place) => ({ type: "chair-added", chairId, label, place, kind: "chair" }) as const,
    ),
    { type: "protocol-proposed", protocol: IV_PROTOCOL },
  );
};

export const grantMembership: Decide<"grant-membership"> = (clinic, { person, role }) =>
  (clinic.members[person] ?? []).includes(role)
    ? reject({ reason: "id-taken" })
    : accept({ type: "membership-granted", person, role });

/** ST2. A clinic always keeps one admin: otherwise nobody could let anybody in again. */
export const endMembership: Decide<"end-membership"> = (clinic, { person, role }) => {
  if (!(clinic.members[person] ?? []).includes(role)) return reject({ reason: "unknown-thing" });
  const admins = Object.values(clinic.members).filter((roles) => roles.includes("admin")).length;
  if (role === "admin" && admins === 1) return reject({ reason: "last-admin" });
  return accept({ type: "membership-ended", person, role });
};

/** ST3. At the end of the room: people find a chair by its place. */
export const addChair: Decide<"add-chair"> = (clinic, { chairId, label, kind }) => {
  if (clinic.chairs[chairId]) return reject({ reason: "id-taken" });
  const place = (chairsInPlace(clinic).at(-1)?.place ?? -1) + 1;
  return accept({ type: "chair-added", chairId, label, place, kind });
};

export const removeChair: Decide<"remove-chair"> = (clinic, { chairId }) => {
  if (!clinic.chairs[chairId]) return reject({ reason: "unknown-thing" });
  const called = Object.values(clinic.alarms).some((alarm) => alarm.chairId === chairId);
  return called || sessionInChair(clinic, chairId)
    ? reject({ reason: "chair-in-use" })
    : accept({ type: "chair-removed", chairId });
};

/** ST4. A version never changes: what is taken is taken. */
export const proposeProtocol: Decide<"propose-protocol"> = (clinic, { protocol }) => {
  const field = impossibleField(protocol);
  if (field !== undefined) return reject({ reason: "invalid", field, problem: "impossible" });
  return clinic.protocols[protocolKey(protocol)]
    ? reject({ reason: "version-taken" })
    : accept({ type: "protocol-proposed", protocol });
};

/** AT2. Numbers are the clinic's to choose, but not so that nobody could leave, or drive at once, or change them again. */
const impossibleField = ({ version, exit, restriction }: Protocol): string | undefined => {
  const hours = restriction.hoursFromLeaving;
  if (!(Number.isInteger(hours) && hours >= 1 && hours <= 7 * 24)) return "restriction.hoursFromLeaving";
  if (!(exit.sets >= 1 && exit.sets <= 10)) return "exit.sets";
  return version > 100_000 ? "version" : undefined;
};

export const approveProtocol: Decide<"approve-protocol"> = (clinic, { protocol }) => {
  const version = clinic.protocols[protocolKey(protocol)];
  if (!version) return reject({ reason: "unknown-thing" });
  return version.approved ? reject({ reason: "already-approved" }) : accept({ type: "protocol-approved", protocol });
};
