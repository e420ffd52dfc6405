import type { Read } from "#shared/access/permission.ts";
import type { StaffRole } from "#shared/access/role.ts";
import type { Command } from "#shared/clinic/commands.ts";

/** The columns of the table below. */
export const ROLES = ["nurse", "clinician", "director", "desk", "admin", "display"] as const satisfies StaffRole[];

/**
 * Who may wish what, written down a second time by hand: the program's own table is what the matrix puts to the test, so
 * it cannot say what is right. `x` may, `.` may not. Both change together, or a test fails.
 */
const RIGHTS: Readonly<Record<Command["type"], string>> = {
  // What only the server itself does.
  "found-clinic": ". . . . . .",
  "raise-timed-alarms": ". . . . . .",

  // The clinic, its people and its rules.
  "grant-membership": ". . . . x .",
  "end-membership": ". . . . x .",
  "add-chair": ". . . . x .",
  "remove-chair": ". . . . x .",
  "propose-protocol": ". . x . x .",
  "approve-protocol": ". . x . . .",
  "set-back-up": "x x x . x .",
  "attest-prescriber-on-site": "x x x . . .",

  // At the door, coming and going: the desk as well as those who care.
  "expect-patient": "x x x x . .",
  "withdraw-visit": "x x x x . .",
  "check-in": "x x x x . .",
  "record-away": "x x x x . .",
  "record-back": "x x x x . .",
  "call-help": "x x x x . .",
  "record-ride": "x x x x . .",
  "record-ride-call": "x x x x . .",
  "return-belongings": "x x x x . .",
  "acknowledge-door-reminder": "x x x x . .",
  "give-hand-out": "x x x x . .",
  "complete-discharge": "x x x x . .",
  "record-left-without-ride": "x x x x . .",
  "record-not-in-chair": "x x x x . .",
  "record-discharged-on-paper": "x x x . . .",

  // A prescriber's word.
  cosign: ". x x . . .",
  "give-clearance": ". x x . . .",
  "countersign-fit-to-leave": ". x x . . .",

  // Care.
  "move-session": "x x x . . .",
  "take-over-patient": "x x x . . .",
  "record-order": "x x x . . .",
  "review-history": "x x x . . .",
  "record-medicines": "x x x . . .",
  "record-gate-item": "x x x . . .",
  "give-sober-reminder": "x x x . . .",
  "start-infusion": "x x x . . .",
  "pause-infusion": "x x x . . .",
  "resume-infusion": "x x x . . .",
  "change-rate": "x x x . . .",
  "end-infusion": "x x x . . .",
  "give-injection": "x x x . . .",
  "give-device": "x x x . . .",
  "stop-devices": "x x x . . .",
  "correct-dose-fact": "x x x . . .",
  "count-drug": "x x x . . .",
  "witness-waste": "x x x . . .",
  "record-observation": "x x x . . .",
  "correct-observation": "x x x . . .",
  "strike-observation": "x x x . . .",
  "add-note": "x x x . . .",
  "record-intervention": "x x x . . .",
  "strike-intervention": "x x x . . .",
  "record-adverse-event": "x x x . . .",
  "accept-alarm": "x x x . . .",
  "clear-alarm": "x x x . . .",
  "pass-on-alarm": "x x x . . .",
  "pause-audio": "x x x . . .",
  "stay-with-patient": "x x x . . .",
  "ask-for-cover": "x x x . . .",
  "take-cover": "x x x . . .",
  "end-cover": "x x x . . .",
  "override-check": "x x x . . .",
  "confirm-fit-to-leave": "x x x . . .",
  "record-verbal-countersign": "x x x . . .",
  "record-left-against-advice": "x x x . . .",
  "record-transferred-out": "x x x . . .",
  "record-taken-by-emergency": "x x x . . .",
  "abort-before-dose": "x x x . . .",
};

/** The same for what can be read over HTTP. */
const READS: Readonly<Record<Read, string>> = {
  stream: "x x x x x x",
  staff: "x x x x x x",
  register: "x x x x . .",
  "register-write": "x x x x . .",
  record: "x x x . . .",
  audit: ". . x . x .",
  ledger: ". . x . x .",
  devices: ". . . . x .",
};

export const maySee = (role: (typeof ROLES)[number], read: Read): boolean =>
  READS[read].split(" ")[ROLES.indexOf(role)] === "x";

export const maySend = (role: (typeof ROLES)[number], type: Command["type"]): boolean =>
  RIGHTS[type].split(" ")[ROLES.indexOf(role)] === "x";
