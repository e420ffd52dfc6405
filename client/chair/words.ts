import type { ClearOutcome } from "#shared/alarm/alarm.ts";
import type { DoseFlag, EndReason, PauseReason } from "#shared/session/dose.ts";
import type { Gate } from "#shared/session/gate.ts";
import type { AbortReason, ClearanceWhy, GateAnswer, GateItem, LeavingReason, RideKind, RideStatus } from "#shared/session/session.ts";
import type { CorrectionReason } from "#shared/vitals/observation.ts";
import type { DueState } from "#shared/recovery/due.ts";
import type * as z from "zod";

type Code<Schema extends z.ZodType<{ code: string }>> = z.infer<Schema>["code"];
type Words<Key extends string> = Readonly<Record<Key, string>>;

/** What stands on the chair page. Sentences that other screens share are in client/ui/statusWords.ts and callWords.ts. */
export const chairWords = {
  unknownChair: { title: "No such chair", text: "It is not among this clinic's chairs. The board shows all of them.", toBoard: "To the board" },
  free: { title: (chair: string) => `${chair} is free`, text: "No session in this chair.", checkIn: "Check in" },
  allergies: { label: "Allergies", none: "none recorded", hidden: "not shown" },
  notApproved: "NOT APPROVED",
  version: (n: number) => `version ${n}`,
  nameComing: "Name not here yet",
  born: (date: string) => `born ${date}`,
  t0: (time: string) => `T0 ${time}`,
  damaged: "A part of this record could not be read. It is never ready to leave; tell an admin.",
  tabletClock: "this tablet's clock",

  next: {
    label: "Next",
    "complete-preparation": (open: number) => `Complete preparation · ${open} open`,
    "start-infusion": "Start infusion",
    baseline: "Record baseline set",
    "record-set": "Record set",
    recheck: "Record BP recheck",
    "look-in": "Record look-in",
    resume: "Resume infusion",
    "end-infusion": "End infusion",
    leaving: "Review for leaving",
  },
  record: "Record",

  help: {
    label: "Call for help",
    help: "HELP",
    flags: {
      "chest-pain": "Chest pain", "severe-headache-or-vision": "Severe headache or vision change", "short-of-breath": "Short of breath",
      faint: "Faint", seizure: "Seizure", "not-responding": "Not responding",
    },
    called: "Help is called",
    notSent: "NOT SENT YET. Shout, or send somebody.",
  },
  calls: {
    title: "Calls", none: "No open call", accept: "Accept", close: "Close call", closing: "How did it end?", settled: "no longer holds",
    openedBy: (name: string, time: string) => `${time}, ${name}`,
    outcomes: { settled: "Settled", treated: "Treated", "expected-effect": "Expected effect", artefact: "Artefact", other: "Other" } satisfies Words<Code<typeof ClearOutcome>>,
  },

  preparation: {
    title: "Preparation",
    green: "All clear to start",
    open: (count: number) => `${count} open`,
    items: {
      identity: "Identity", allergies: "Allergies", contraindications: "Contraindications", consent: "Consent", ride: "Ride home",
      "emergency-kit": "Emergency kit", fasting: "Fasting", order: "Order", baseline: "Baseline set", "sober-reminder": "No-driving reminder",
    } satisfies Words<GateItem | Gate["open"][number]>,
    answers: { done: "Done", "reviewed-unchanged": "Reviewed, unchanged", "not-done": "Not done", "not-applicable": "Not needed" } satisfies Words<z.infer<typeof GateAnswer>>,
    stillOpen: "open",
    by: (name: string, time: string) => `${name}, ${time}`,
    baseline: { taken: "Taken", record: "Record baseline set" },
  },
  order: {
    title: "Order", enter: "Enter order", kind: "Order", signed: "Signed", verbal: "Verbal, read back", prescriber: "Prescriber", noPrescriber: "No clinician in this clinic yet",
    weight: "Weight", mgPerKg: "Dose per kg", mg: "Dose", computed: (mg: number) => `${mg} mg by weight`, minutes: "Over", save: "Record order",
    change: "New order", needsAll: "Enter all numbers and choose the prescriber.",
    line: (mg: number, mgPerKg: number, kg: number, minutes: number) => `${mg} mg (${mgPerKg} mg/kg, ${kg} kg) over ${minutes} min`,
    by: (kind: string, name: string, time: string) => `${kind}, ${name}, ${time}`,
  },
  sober: {
    title: "No-driving reminder", read: "Read it out", question: "Drove here? Where are the keys?",
    line: "“You will not be able to drive after this. Somebody takes you home.”",
    drove: "Drove here", yes: "Yes", no: "No", keys: "Keys",
    keysAt: { "no-car": "No car", "with-ride": "With the ride", "kept-by-clinic": "Kept by the clinic", "with-patient": "With the patient" },
    acknowledge: "Patient said yes", given: (name: string, time: string) => `Acknowledged, ${name}, ${time}`,
  },
  hold: {
    clear: "Clear for start", clearing: "Clinician's clearance", only: "A clinician clears a held pressure.", cleared: (name: string, time: string) => `Cleared by ${name}, ${time}`,
    recheck: "Record BP recheck",
    why: { "pressure-held": "Held BP", "first-treatment": "First treatment", "dose-above-order": "Dose above order", "protocol-asks": "Protocol asks", other: "Other" } satisfies Words<Code<typeof ClearanceWhy>>,
  },

  dose: {
    title: "Infusion",
    notStarted: "Not started", start: "Start infusion", pause: "Pause", resume: "Resume", rate: "Change rate", end: "End infusion", abort: "Abort before dose",
    mg: "Dose", minutes: "Planned time", rateMlPerH: "Rate", optional: "if known", remaining: "Remaining", given: "Given", why: "Why",
    record: "Record", startAnyway: "Start anyway",
    flagged: "It will be recorded, and flagged with:",
    asOrdered: "As ordered", other: "Different", newTime: "Right time (24 h)",
    ofPlanned: (mg: number) => `planned ${mg} mg`,
    running: (left: string) => `Running, ${left} left`, empty: "Planned time is over", paused: (time: string) => `Paused since ${time}`,
    ended: (time: string, mg: number) => `Ended ${time}, ${mg} mg given`,
    facts: {
      dose: (mg: number, min: number) => `${mg} mg over ${min} min`, start: (mg: number, min: number) => `Start · ${mg} mg over ${min} min`, pause: (why: string) => `Pause · ${why}`, resume: "Resume",
      rate: (rate: number, min: number) => `Rate ${rate} mL/h · ${min} min left`, end: (mg: number, why: string) => `End · ${mg} mg given · ${why}`,
    },
    correct: "Correct", correctTitle: "Correct a dose entry", strike: "Strike out", changeTime: "Change the time", was: (time: string) => `was ${time}`, struck: "struck out",
    flags: {
      "no-order": "no order", "gate-incomplete": "preparation incomplete", "no-sober-reminder": "no no-driving reminder", "held-pressure": "BP held, no clearance",
      "above-do-not-start": "BP above “do not start”", "no-baseline": "no baseline", "dose-above-order": "dose above order", "already-started": "already started",
      "not-started": "not started before", "already-ended": "ended before", "after-leaving": "after leaving",
    } satisfies Words<DoseFlag>,
    pauseReasons: { distress: "Distress", "high-pressure": "High BP", nausea: "Nausea", "line-problem": "Line problem", other: "Other" } satisfies Words<Code<typeof PauseReason>>,
    endReasons: { complete: "Complete", "patient-asked": "Patient asked", "high-pressure": "High BP", distress: "Distress", other: "Other" } satisfies Words<Code<typeof EndReason>>,
    factReasons: { "typing-slip": "Typing slip", "wrong-time": "Wrong time", "wrong-chair": "Wrong chair", "not-done": "Did not happen", other: "Other" },
    abortReasons: { "pressure-held": "BP held", "patient-declined": "Patient declined", unwell: "Unwell", "no-ride": "No ride", other: "Other" } satisfies Words<Code<typeof AbortReason>>,
    abortAsk: "The session ends without a dose.",
  },

  vitals: { title: "Latest values" },
  observation: {
    title: (time: string) => `Observation ${time}`, observed: "Observed", recorded: "Recorded", by: "By", device: "Device", late: "late entry", clamped: "tablet ahead, set to server time",
    ratings: { observed: "ratings observed", asked: "ratings asked" }, replaces: "Corrects", original: "Original", correct: "Correct", strike: "Strike out",
    strikeIt: "Strike it out", openForm: "Open the form", why: "Why", struck: "struck out", corrected: "corrected", confirmed: "confirmed as typed", notTaken: "not taken", nothing: "no values",
    reasons: { "typing-slip": "Typing slip", "wrong-chair": "Wrong chair", "wrong-time": "Wrong time", artefact: "Artefact", other: "Other" } satisfies Words<Code<typeof CorrectionReason>>,
    seen: { "resting-breathing": "Resting, breathing seen", "awake-comfortable": "Awake, comfortable", "needs-attention": "Needs attention" },
    orientation: { oriented: "Oriented", "not-oriented": "Not oriented" }, gait: { "as-on-arrival": "Walks as on arrival", unsteady: "Unsteady" },
  },

  due: {
    title: "Due", none: "Nothing is due before the dose",
    kinds: { set: "Full set", recheck: "BP recheck", "look-in": "Look-in" },
    states: { done: "done", upcoming: "upcoming", "due-soon": "due soon", due: "due", late: "late", overdue: "overdue", "not-done": "not done" } satisfies Words<DueState>,
    marks: { done: "●", upcoming: "○", "due-soon": "○", due: "○", late: "▲", overdue: "▲", "not-done": "×" } satisfies Words<DueState>,
  },
  leaving: {
    title: "Leaving", confirm: "Confirm fit to leave", countersign: "Countersign", signed: (name: string, time: string) => `Fit to leave, ${name}, ${time}`,
    countersigned: (name: string, time: string) => `Countersigned, ${name}, ${time}`, lost: (time: string) => `Signature taken back ${time}: newer values`,
    notLive: "Not while the screen is not live.", states: { met: "met", "not-met": "not met", stale: "old", unknown: "unknown" }, noEvidence: "nothing on record",
    marks: { met: "✓", "not-met": "✗", stale: "◷", unknown: "?" },
    whose: { nurse: "nurse", clinician: "clinician", desk: "desk", clock: "clock" },
  },
  ride: {
    title: "Ride", status: { none: "None", arranged: "Arranged", "on-the-way": "On the way", here: "Here" } satisfies Words<z.infer<typeof RideStatus>>,
    kindLabel: "How", kinds: { "adult-in-building": "Adult in the building", "seen-at-car": "Seen at the car", "medical-transport": "Medical transport", "rideshare-adult-home": "Rideshare, adult at home" } satisfies Words<z.infer<typeof RideKind>>,
    none: "None",
  },
  notes: { title: "Notes", add: "Add note", label: "New note", empty: "No note yet" },
  log: { title: "Session log", show: "Show all", less: "Show less" },
  kept: { title: "On this tablet, not sent yet", refused: "Refused", setAside: "Set aside", openAgain: "Open the form again" },
  advice: {
    open: "Left against advice", title: "Left against advice", lead: "A fact, not a discharge. It takes half a minute.", lastValues: "Last values", taken: "Taken", refused: "Refused",
    risks: "Who told the risks", ride: "Ride", keys: "Keys", told: "Prescriber told", yes: "Yes", no: "No", followUp: "Follow-up call", followUpNo: "None", followUpTomorrow: "Tomorrow", save: "Record leaving",
    rest: "Choose one of each.", why: "Why",
    reasons: { "wants-to-leave": "Wants to leave", "ride-is-waiting": "Ride is waiting", "feels-fine": "Feels fine", upset: "Upset", other: "Other" } satisfies Words<Code<typeof LeavingReason>>,
  },
  more: "More",
  cancel: "Cancel",
} as const;
