import { CRITERION } from "#client/rejectionWords.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import type { MissingId, StepId, Whose } from "./dischargeModel.ts";
import type { Language } from "./patientWords.ts";

/** The words of the way out. What the patient reads is in patientWords.ts. */
export const words = {
  list: {
    title: "Discharge",
    lead: "By earliest leaving time. Nobody leaves on a timer: the checks decide.",
    none: "Nobody is on the way out",
    noneWhy: "Patients appear here from the start of their dose, by the time at which they could leave.",
    leaving: "On the way out",
    noName: "Name not loaded",
    byRule: "earliest by rule",
    noEnd: "no end in sight yet",
    notKnown: "not known",
    nothingMissing: "Nothing is missing",
    left: "Left today",
    nobodyLeft: "Nobody has left yet today.",
    noDose: "No dose was given",
    record: "Record",
    reprint: { en: "Print the hand-out again", es: "Print it in Spanish" } satisfies Record<Language, string>,
    damaged: "Part of this record cannot be read. Never ready here: ask a clinician.",
    notFound: "This session is not on the way out here",
    notFoundWhy: "It may have ended on an earlier day, or no dose was started.",
    back: "All patients on the way out",
  },

  missing: {
    ...CRITERION,
    time: "minimum stay",
    signature: "fit-to-leave signature",
    countersignature: "clinician's confirmation",
    belongings: "belongings and IV line",
    reminder: "no-driving reminder",
    "hand-out": "hand-out",
  } satisfies Record<MissingId, string>,
  whose: { nurse: "nurse", clinician: "clinician", desk: "desk", clock: "clock" } satisfies Record<Whose, string>,

  step: {
    checks: "Checks and signature",
    ride: "Ride home",
    belongings: "Belongings and IV line",
    reminder: "No-driving reminder",
    "hand-out": "Hand-out",
    leave: "Leave",
  } satisfies Record<StepId, string>,
  stepState: { done: "done", open: "open", again: "look again" },
  steps: "Steps to the door",
  progress: (done: number, of: number) => `${done} of ${of} steps done`,
  next: "Go on",

  state: {
    met: "met",
    passed: "let pass",
    "not-met": "not met",
    stale: "too old, look again",
    unknown: "not known yet",
  },
  metFrom: (time: string) => `by rule from ${time}`,
  earliest: (time: string) => `Earliest ${time} by rule`,
  moveOf: (who: string) => `${who}'s move`,

  fit: {
    confirm: "Confirm fit to leave",
    confirmHelp: "You sign that every clinical check is met, on what stands on this screen.",
    notYet: "Open checks come first.",
    askNurse: "A nurse signs fit to leave at the chair. This page turns by itself when it is done.",
    signed: (name: string, time: string) => `Fit to leave: signed by ${name} at ${time}`,
    countersigned: (name: string, time: string) => `Confirmed by ${name} at ${time}`,
    countersign: "Confirm as clinician",
    needsClinician: "This protocol asks for a clinician's confirmation.",
    verbal: {
      open: "Record a verbal word",
      title: "A clinician said so",
      who: "Who said that the patient may go?",
      toBeSigned: (when: string) => `Read it back. To be signed by ${when}.`,
      save: "Record: said and read back",
      heard: (prescriber: string, time: string, by: string) =>
        `Confirmed by word of mouth by ${prescriber} at ${time}, heard by ${by}`,
      due: (when: string) => `To be signed by ${when}`,
      cosigned: (name: string, time: string) => `Signed by ${name} at ${time}`,
      cosign: "Sign what was said",
    },
    lost: (signedAt: string, lostAt: string, by: string) =>
      `Was fit to leave ${signedAt}, lost ${lostAt} by ${by}. Look at the patient, then sign again.`,
    stale: (by: string) => `Signed, but no longer current: ${by}. The nurse takes another look.`,
    someone: "a colleague",
  },

  belongings: {
    belongings: "Belongings are back with the patient",
    legend: "Seen",
    line: {
      iv: "The IV line is out, the site looks well",
      im: "No IV line is in, the injection site looks well",
      nasal: "No IV line is in",
    } satisfies Record<Route, string>,
    lineHelp: "Ask the nurse who took it out if you did not see it.",
    keys: {
      "no-car": "Came without a car.",
      "with-ride": "Car keys are with the ride.",
      "kept-by-clinic": "Car keys are kept here: give them to the escort, not to the patient.",
      "with-patient": "The patient has the car keys: ask for them, and give them to the escort.",
    },
    save: "Save: both done",
    stillIn: "The IV line was recorded as still in. Ask a nurse to take it out.",
    done: "Belongings returned, no IV line in",
  },

  reminder: {
    lead: "Turn the screen to the patient. Read it aloud, with the escort there.",
    open: "Show the reminder",
    readAgain: "Read it again",
    done: (driving: string, escort: string) => `Read: ${driving} · escort ${escort}`,
    escort: { heard: "heard it", "not-present": "not present" },
    turned: (driving: string) => `The time has moved on. It now says: ${driving}. Please read it again.`,
    outOfDate: (driving: string) => `The time has moved on since it was read. It now says: ${driving}.`,
    title: "Before you go",
    ask: "Now ask:",
    teachBack: ["When can you drive again?", "Who takes you home?"],
    patientSaid: "The patient said both answers",
    escortQuestion: "Did the escort hear it?",
    escortHeard: "Escort heard it",
    escortAbsent: "No escort present",
    confirm: "Understood",
    close: "Close without confirming",
    staff: "For staff",
    language: "Language",
  },
  languages: { en: "English", es: "Español" } satisfies Record<Language, string>,

  handOut: {
    language: "Language of the page",
    lead: "One page with the same words. Print it, and give it to the patient.",
    reminderFirst: "Read the reminder first: the page says the same.",
    preview: "The page as it prints",
    print: "Print the hand-out",
    given: "Given to the patient",
    done: (time: string) => `Given at ${time}`,
    outOfDate: "What the paper says is no longer right. Print a new one.",
    unknownName: "name not loaded",
  },

  leave: {
    lead: "Everything is done and seen. This ends the session.",
    leadEarly: (name: string) => `The minimum time was let pass by ${name}. This ends the session as an early release.`,
    complete: "Complete the discharge",
    early: "Release early",
    openSteps: (names: string) => `First: ${names}.`,
    notLive:
      "NOT LIVE: nobody can be discharged on this screen. Look at the patient and use the paper form; it is entered afterwards.",
    newer: (what: string) => `New: ${what}. Look again, then complete.`,
    newerPlain: "something was recorded a moment ago",
    call: "a call was raised",
    doseChanged: "a dose time changed",
  },

  left: {
    cosign: (when: string) => `A prescriber's signature is still to come: by ${when}`,
    by: (name: string) => `Completed by ${name}`,
    safe: "The reminder is in the record with its hour.",
  },

  notLive: "NOT LIVE: what you see may be old. Signing and the reminder wait; go and look at the patient.",
  pending: "On this tablet, not sent yet",
  full: "This tablet holds as many unsent entries as it can. Nothing was kept: use the paper form.",
  mayNot: "Your role cannot do this.",
  close: "Close without saving",
  noAnswer: "The server did not answer. Nothing was saved; try again.",
} as const;
