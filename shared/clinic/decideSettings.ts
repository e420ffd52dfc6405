import { isZone } from "#shared/base/time.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { protocolKey, type Protocol } from "#shared/protocol/protocol.ts";
import { MEASURES } from "#shared/vitals/measures.ts";
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
const impossibleField = (protocol: Protocol): string | undefined =>
  IMPOSSIBLE.find(([, isSo]) => isSo(protocol))?.[0] ?? wrongLimit(protocol);

const IMPOSSIBLE: readonly (readonly [field: string, isSo: (protocol: Protocol) => boolean])[] = [
  ["dose.route", ({ route, dose }) => dose.route !== route],
  ["dose.mgPerDevice", ({ dose }) => dose.route === "nasal" && !isBox(dose)],
  ["schedule.dosing.marks", ({ schedule: { dosing } }) => dosing.kind === "marks" && !isAscending(dosing.marks)],
  [
    "schedule.soundAfterMin",
    ({ schedule }) => !(schedule.soundAfterMin >= schedule.lateAfterMin && schedule.soundAfterMin <= 60),
  ],
  ["exit.readyLastsMin", ({ exit }) => !(exit.readyLastsMin >= 1)],
  ["exit.hr", ({ exit }) => !(exit.hr[0] < exit.hr[1])],
  ["restriction.hoursFromLeaving", ({ restriction }) => restriction.kind === "hours" && !isHours(restriction)],
  ["minimumStay", (protocol) => protocol.route === "nasal" && !isNasalByLabel(protocol)],
  ["exit.sets", ({ exit }) => !(exit.sets >= 1 && exit.sets <= 10)],
  ["version", ({ version }) => version > 100_000],
];

const wrongLimit = ({ limits }: Protocol): string | undefined => {
  const wrong = LIMITED.find((measure) => !bandsMeet(limits[measure]) || !canBeReached(measure, limits[measure]));
  const field = wrong ?? CALLED.find(([measure, side]) => limits[measure].critical[side] === null)?.[0];
  return field && `limits.${field}`;
};

/** AT13. A limit that no entry reaches is none. */
const canBeReached = (measure: keyof Protocol["limits"], { warn, critical }: Protocol["limits"]["sbp"]): boolean => {
  const [lowest, highest] = MEASURES[measure].possible;
  return [warn.low, warn.high, critical.low, critical.high].every(
    (bound) => bound === null || (bound >= lowest && bound <= highest),
  );
};

/** AT13. Whatever else a clinic switches off, beyond these somebody is called. */
const CALLED: readonly (readonly [measure: keyof Protocol["limits"], side: "low" | "high"])[] = [
  ["sbp", "low"],
  ["sbp", "high"],
  ["dbp", "high"],
  ["hr", "low"],
  ["hr", "high"],
  ["spo2", "low"],
  ["sedation", "low"],
];

const isHours = ({ hoursFromLeaving: hours }: { readonly hoursFromLeaving: number }): boolean =>
  Number.isInteger(hours) && hours >= 1 && hours <= 7 * 24;

/** NS6. Two hours from the first device that nobody shortens, and no driving before the next day: the label's, not the clinic's. C 5.2, S1 S7 [V]. */
const isNasalByLabel = ({ minimumStay: { from, min, overridable }, restriction }: Protocol): boolean =>
  from === "t0" && min >= 120 && !overridable && restriction.kind === "next-day";

/** AT2. Whole devices, and no more of them than anybody gives. */
const isBox = ({ mgPerDevice, dosesMg }: Extract<Protocol["dose"], { route: "nasal" }>): boolean =>
  mgPerDevice >= 1 && dosesMg.every((mg) => mg / mgPerDevice <= 10);

const isAscending = (marks: readonly { readonly atMin: number }[]): boolean =>
  marks.every(({ atMin }, index) => atMin >= (marks[index - 1]?.atMin ?? 0));

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
