import { plural } from "#client/words.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import type { Unsigned } from "#shared/session/cosign.ts";
import type { JudgedCriterion, Restriction } from "#shared/session/session.ts";

type Cosignable = Unsigned["what"];

/** The words of the record: plain, for a reader who was not there. */
export const words = {
  title: "Session record",
  print: "Print",
  readAgain: "Read again",
  newer: "Something was recorded after this page was read.",
  open: "This session is still open: more may follow.",
  damaged: "DAMAGED: part of this record could not be read. What is missing is not known.",
  notApproved: "Protocol not approved by a medical director",
  approved: (name: string, day: string) => `approved by ${name}, ${day}`,
  loadFailed: "The record could not be read",
  loadSafe: "Nothing is lost: what was recorded is kept on the server.",
  loadNext: "Check that the screen is live, then try again.",
  gone: "There is no such record here",
  goneWhy: "It may belong to another clinic.",
  patient: {
    born: "Born",
    number: "Clinic number",
    allergies: "Allergies",
    unknown: "Name not loaded",
    none: "none recorded",
  },
  protocol: (title: string, version: number) => `${title}, version ${version}`,

  summary: {
    title: "Summary",
    chair: "Chair",
    course: "Treatment",
    checkedIn: "Checked in",
    t0: { iv: "T0, pump started", im: "T0, first injection", nasal: "T0, first device" } satisfies Record<
      Route,
      string
    >,
    end: { iv: "Dose ended", im: "Last injection", nasal: "Last device" } satisfies Record<Route, string>,
    given: "Given",
    gone: "Effects gone",
    left: "Left",
    driving: { until: "No driving", "next-day": "Driving only on" } satisfies Record<Restriction["kind"], string>,
    ride: "Ride",
    none: "–",
    notStarted: "no dose was given",
    running: "still running",
    notSeen: "not seen yet",
    stillHere: "still here",
    entered: (time: string) => `entered ${time}`,
    mgOf: (given: number, ordered: number) => `${given} mg of ${ordered} mg`,
    mgIn: {
      im: (mg: number, count: number) => `${mg} mg in ${plural(count, "injection", "injections")}`,
      nasal: (mg: number, count: number) => `${mg} mg in ${plural(count, "device", "devices")}`,
    },
    by: (time: string, name: string) => `${time} (${name})`,
  },

  ribbon: "The session in one picture",

  calls: {
    title: "Calls",
    none: "No call was raised.",
    columns: ["Raised", "Priority", "What", "Accepted", "Response", "Closed"],
    worse: (time: string) => `worse ${time}`,
    passedOn: (time: string, name: string) => `passed on ${time} by ${name}`,
    escalated: (time: string, to: string) => `${to} asked ${time}`,
    notAccepted: "not accepted",
    openStill: "open",
    settled: (time: string) => `settled ${time}`,
    bySystem: "by itself",
    priority: { high: "*** high", medium: "** medium", low: "* low" },
  },

  criteria: {
    title: "Checks as judged",
    when: { discharged: "at discharge", fit: "at the fit-to-leave signature" },
    none: "Nobody has signed the checks.",
    columns: ["Check", "Verdict", "Evidence"],
    state: { met: "met", "not-met": "NOT met", stale: "stale", unknown: "unknown" } satisfies Record<
      JudgedCriterion["state"],
      string
    >,
    passed: (name: string, time: string) => `let pass by ${name}, ${time}`,
    overrides: "Checks that were let pass",
    overrideColumns: ["Time", "Check and value", "Why", "In its place", "By"],
    lost: (from: string, at: string, by: string) => `A signature of ${from} was taken back at ${at} by ${by}.`,
  },

  signatures: {
    title: "Signatures",
    none: "Nobody has signed.",
    columns: ["Time", "Name", "Role", "Meaning"],
    fit: "Fit to leave: every clinical check was met on what I saw.",
    voided: "(taken back by a newer value)",
    countersigned: "Fit to leave: confirmed as clinician.",
    verbal: (prescriber: string) => `Fit to leave: heard from ${prescriber} by word of mouth, read back.`,
    cosigned: {
      order: "A verbal order signed.",
      "fit-to-leave": "What was said about leaving signed.",
    } satisfies Record<Cosignable["kind"], string>,
    unsigned: (what: string, prescriber: string, by: string) =>
      `NOT signed yet: ${what.toLowerCase()}, of ${prescriber}, due ${by}.`,
    overridden: (check: string) => `One check let pass: ${check}.`,
    witnessed: "Saw the waste of the drug.",
    reminder: (driving: string, escort: string) =>
      `No-driving reminder (${driving}): read aloud, acknowledged by the patient, ${escort}.`,
    driving: {
      until: (when: string) => `no driving ${when}`,
      "next-day": (when: string) => `driving only on ${when}`,
    } satisfies Record<Restriction["kind"], (when: string) => string>,
    escort: { heard: "heard by the escort", "not-present": "no escort present" },
    handOut: { en: "Written hand-out given, in English.", es: "Written hand-out given, in Spanish." },
    end: (outcome: string) => `End of the session: ${outcome}.`,
  },

  cosign: {
    what: { order: "A verbal order", "fit-to-leave": "A verbal word that the patient may go" } satisfies Record<
      Cosignable["kind"],
      string
    >,
    waits: (what: string, prescriber: string, by: string) => `${what} of ${prescriber} is to be signed by ${by}.`,
    sign: "Sign it",
  },

  notes: { title: "Notes" },

  foot: {
    log: (seq: number, short: string) => `Log entry ${seq}, chain ${short}`,
    full: "Full chain value",
    read: (when: string) => `Read ${when}`,
    disclaimer: "Chairside reminds and records. It is not a patient monitor and does not diagnose.",
  },
  someone: "name not loaded",
  server: "Chairside",
} as const;
