import type { Command } from "#shared/clinic/commands.ts";
import type { Audience } from "#shared/clinic/redact.ts";
import type { Role } from "./role.ts";

const CARE: readonly Role[] = ["nurse", "clinician", "director"];
const DOOR: readonly Role[] = [...CARE, "desk"];
const PRESCRIBER: readonly Role[] = ["clinician", "director"];

/** AC1. Who may do what: a table that a head nurse could check. A command without a row does not compile. */
export const MAY: Readonly<Record<Command["type"], readonly Role[]>> = {
  "found-clinic": ["system"],
  "grant-membership": ["admin", "system"],
  "end-membership": ["admin", "system"],
  "add-chair": ["admin", "system"],
  "remove-chair": ["admin", "system"],
  "propose-protocol": ["admin", "director", "system"],
  "approve-protocol": ["director"],
  "set-back-up": ["nurse", ...PRESCRIBER, "admin"],
  "attest-prescriber-on-site": CARE,

  "expect-patient": DOOR,
  "withdraw-visit": DOOR,
  "check-in": DOOR,
  "move-session": CARE,
  "record-away": DOOR,
  "record-back": DOOR,
  "take-over-patient": CARE,
  "record-order": CARE,
  cosign: PRESCRIBER,
  "review-history": CARE,
  "record-medicines": CARE,
  "record-gate-item": CARE,
  "give-sober-reminder": CARE,
  "give-clearance": PRESCRIBER,

  "start-infusion": CARE,
  "pause-infusion": CARE,
  "resume-infusion": CARE,
  "change-rate": CARE,
  "end-infusion": CARE,
  "give-injection": CARE,
  "give-device": CARE,
  "stop-devices": CARE,
  "correct-dose-fact": CARE,
  "count-drug": CARE,
  "witness-waste": CARE,

  "record-observation": CARE,
  "correct-observation": CARE,
  "strike-observation": CARE,
  "add-note": CARE,

  "record-intervention": CARE,
  "strike-intervention": CARE,
  "record-adverse-event": CARE,

  "call-help": DOOR,
  "accept-alarm": CARE,
  "clear-alarm": CARE,
  "pass-on-alarm": CARE,
  "pause-audio": CARE,
  "stay-with-patient": CARE,
  "ask-for-cover": CARE,
  "take-cover": CARE,
  "end-cover": CARE,
  "raise-timed-alarms": ["system"],

  "record-ride": DOOR,
  "record-ride-call": DOOR,
  "override-check": [...PRESCRIBER, "nurse"],
  "return-belongings": DOOR,
  "confirm-fit-to-leave": CARE,
  "countersign-fit-to-leave": PRESCRIBER,
  "record-verbal-countersign": CARE,
  "acknowledge-door-reminder": DOOR,
  "give-hand-out": DOOR,
  "complete-discharge": DOOR,
  "record-left-against-advice": CARE,
  "record-left-without-ride": DOOR,
  "record-not-in-chair": DOOR,
  "record-discharged-on-paper": CARE,
  "record-transferred-out": CARE,
  "record-taken-by-emergency": CARE,
  "abort-before-dose": CARE,
};

/** AC2. The first role of the command's row that the person holds, or nothing. Absence is refusal. */
export const roleFor = (roles: readonly Role[], command: Command["type"]): Role | undefined =>
  MAY[command].find((role) => roles.includes(role));

/** AC11. What can be read over HTTP, and by whom. */
export type Read = "stream" | "register" | "register-write" | "record" | "staff" | "audit" | "ledger" | "devices";

const MAY_READ: Readonly<Record<Read, readonly Role[]>> = {
  stream: ["nurse", "clinician", "director", "desk", "admin", "display"],
  register: DOOR,
  "register-write": DOOR,
  record: CARE,
  staff: ["nurse", "clinician", "director", "desk", "admin", "display"],
  audit: ["admin", "director"],
  ledger: ["admin", "director"],
  devices: ["admin"],
};

export const mayRead = (roles: readonly Role[], read: Read): boolean =>
  roles.some((role) => MAY_READ[read].includes(role));

/** AC4. The least that a role needs; of several roles the one that shows most. */
const AUDIENCE_OF: Readonly<Record<Role, Audience>> = {
  nurse: "care",
  clinician: "care",
  director: "care",
  desk: "desk",
  admin: "desk",
  display: "wall",
  system: "care",
};

export const audienceOf = (roles: readonly Role[]): Audience | undefined => {
  const seen = roles.map((role) => AUDIENCE_OF[role]);
  return (["care", "desk", "wall"] as const).find((audience) => seen.includes(audience));
};
