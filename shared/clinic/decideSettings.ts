import { isZone } from "#shared/base/time.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
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
    ...Object.values(SHIPPED).map((protocol) => ({ type: "protocol-version-proposed", protocol }) as const),
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
    : accept({ type: "protocol-version-proposed", protocol });
};

/** AT2. Numbers are the clinic's to choose, but not so that nobody could leave, or drive at once, or change them again. */
const impossibleField = ({
  version,
  route,
  dose,
  exit,
  restriction,
  limits,
  minimumStay,
}: Protocol): string | undefined => {
  if (dose.route !== route) return "dose.route";
  if (
    restriction.kind === "hours" &&
    !(
      Number.isInteger(restriction.hoursFromLeaving) &&
      restriction.hoursFromLeaving >= 1 &&
      restriction.hoursFromLeaving <= 7 * 24
    )
  )
    return "restriction.hoursFromLeaving";
  if (route === "nasal" && !isNasalByLabel(minimumStay, restriction)) return "minimumStay";
  if (!(exit.sets >= 1 && exit.sets <= 10)) return "exit.sets";
  const crossed = LIMITED.find((measure) => !bandsMeet(limits[measure]));
  if (crossed) return `limits.${crossed}`;
  return version > 100_000 ? "version" : undefined;
};

/** NS6. Two hours from the first device that nobody shortens, and no driving before the next day: the label's, not the clinic's. C 5.2, S1 S7 [V]. */
const isNasalByLabel = (
  { from, min, overridable }: Protocol["minimumStay"],
  restriction: Protocol["restriction"],
): boolean => from === "t0" && min >= 120 && !overridable && restriction.kind === "next-day";

const LIMITED = Object.keys(SHIPPED.iv.limits) as readonly (keyof Protocol["limits"])[];

/** LM1. Critical lies beyond warning, and low below high: a worse number is never a milder one. */
const bandsMeet = ({ warn, critical }: Protocol["limits"]["sbp"]): boolean =>
  ordered([critical.low, warn.low, warn.high, critical.high]);

const ordered = (bounds: readonly (number | null)[]): boolean => {
  const known = bounds.filter((bound) => bound !== null);
  return known.every((bound, index) => index === 0 || bound >= (known[index - 1] ?? -Infinity)) && apart(bounds);
};

/** A lowest bound that touches the highest one would give one number two answers. */
const apart = ([, low, high]: readonly (number | null | undefined)[]): boolean =>
  low === null || low === undefined || high === null || high === undefined || low < high;

export const approveProtocol: Decide<"approve-protocol"> = (clinic, { protocol }) => {
  const version = clinic.protocols[protocolKey(protocol)];
  if (!version) return reject({ reason: "unknown-thing" });
  return version.approved ? reject({ reason: "already-approved" }) : accept({ type: "protocol-approved", protocol });
};
