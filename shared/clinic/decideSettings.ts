import { isZone } from "#shared/base/time.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { protocolKey } from "#shared/protocol/protocol.ts";
import { chairsInPlace, sessionInChair } from "./clinic.ts";
import { accept, reject, type Decide } from "./decision.ts";

/** A clinic begins with its first admin, its chairs and the shipped protocols, which nobody has approved. */
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

/** A clinic always keeps one admin: otherwise nobody could let anybody in again. */
export const endMembership: Decide<"end-membership"> = (clinic, { person, role }) => {
  if (!(clinic.members[person] ?? []).includes(role)) return reject({ reason: "unknown-thing" });
  const admins = Object.values(clinic.members).filter((roles) => roles.includes("admin")).length;
  if (role === "admin" && admins === 1) return reject({ reason: "last-admin" });
  return accept({ type: "membership-ended", person, role });
};

export const addChair: Decide<"add-chair"> = (clinic, { chairId, label, kind }) => {
  if (clinic.chairs[chairId]) return reject({ reason: "id-taken" });
  const place = (chairsInPlace(clinic).at(-1)?.place ?? -1) + 1;
  return accept({ type: "chair-added", chairId, label, place, kind });
};

export const removeChair: Decide<"remove-chair"> = (clinic, { chairId }) => {
  if (!clinic.chairs[chairId]) return reject({ reason: "unknown-thing" });
  return sessionInChair(clinic, chairId)
    ? reject({ reason: "chair-in-use" })
    : accept({ type: "chair-removed", chairId });
};

export const proposeProtocol: Decide<"propose-protocol"> = (clinic, { protocol }) =>
  clinic.protocols[protocolKey(protocol)]
    ? reject({ reason: "version-taken" })
    : accept({ type: "protocol-proposed", protocol });

export const approveProtocol: Decide<"approve-protocol"> = (clinic, { protocol }) => {
  const version = clinic.protocols[protocolKey(protocol)];
  if (!version) return reject({ reason: "unknown-thing" });
  return version.approved ? reject({ reason: "already-approved" }) : accept({ type: "protocol-approved", protocol });
};
