import type { Grade, NotAssessed, NotAssessedField, Sheet, Symptom } from "#shared/vitals/observation.ts";

/** What stands on the sheets. The kit's own words (pad, next, could not) are in client/words.ts. */
export const entryWords = {
  sheets: { full: "Full set", bp: "BP only", "look-in": "Look-in", exit: "Exit checks" } satisfies Record<Sheet, string>,
  sheetsLabel: "Sheet",
  correcting: (time: string) => `Correction of ${time}`,
  close: "Close",
  closeKeeps: "Close, keep the draft",
  save: "Save",
  saving: "Saving",
  saveAgain: "Save again",
  fields: {
    bp: "Blood pressure", sbp: "Systolic", dbp: "Diastolic", hr: "Heart rate", spo2: "SpO₂", rr: "Breaths", sedation: "Sedation",
    dissociation: "Dissociation", distress: "Distress", orientation: "Orientation", gait: "Walking",
  } satisfies Record<NotAssessedField, string>,
  last: (value: string, age: string) => `last ${value} · ${age}`,
  choose: "Choose one, or say why not.",
  ratings: { legend: "Ratings", observed: "Observed", asked: "Asked" },
  symptomsLegend: "Symptoms, only what you see or hear. Tap again: stronger.",
  symptoms: {
    nausea: "Nausea", vomiting: "Vomiting", dizziness: "Dizzy", headache: "Headache", "blurred-vision": "Blurred vision",
    anxiety: "Anxious", numbness: "Numb", pain: "Pain",
  } satisfies Record<Symptom, string>,
  grades: { mild: "mild", moderate: "moderate", severe: "severe" } satisfies Record<Grade, string>,
  none: "none",
  couldNot: {
    short: "could not",
    of: (field: string) => `Could not assess: ${field}`,
    why: (field: string) => `${field}: why not?`,
    back: "Back",
    takeBack: (field: string, why: string) => `${field}, could not assess: ${why}. Take it back`,
    not: (why: string) => `not taken: ${why}`,
    reasons: {
      asleep: "asleep", declined: "declined", "mask-on": "mask on", restroom: "restroom", equipment: "equipment", other: "other",
    } satisfies Record<NotAssessed["why"], string>,
  },
  unusualTitle: "Please look once more",
  lookIn: {
    hint: "One tap saves.",
    seen: {
      "resting-breathing": "Resting, breathing seen",
      "awake-comfortable": "Awake, comfortable",
      "needs-attention": "Needs attention",
    },
    monitor: "SpO₂ on the monitor, if you like",
  },
  exit: {
    orientation: { legend: "Knows name, place and day", oriented: "Oriented", "not-oriented": "Not oriented" },
    gait: { legend: "Stands and walks", "as-on-arrival": "As on arrival", unsteady: "Unsteady" },
  },
  when: {
    legend: "Time", now: (time: string) => `Now ${time}`, earlier: "Earlier", at: "At (24 h)", example: "such as 10:35",
    notATime: "A time such as 10:35", future: "This time is in the future", beforeCheckIn: "This is before the check-in",
  },
  line: {
    show: "Keyboard line", hide: "Number pad", label: "Keyboard line", example: "120/80 72 98 16 d3 s5",
    help: "BP, heart rate, SpO₂, breaths · d depth · t distress · s sedation · Enter puts it in",
    unknown: "not understood", twice: "given twice",
  },
  tabletClock: "this tablet's clock",
  kept: "Your entries are kept on this tablet and sent when the link is back.",
  full: "This tablet can keep no more entries. Write on paper, and tell a colleague.",
  refused: "Not saved",
  strike: { label: "Strike out", act: (seconds: number) => `Strike out (${seconds})`, done: "Struck out" },
  draftKept: (sheet: string) => `Go on with the ${sheet.toLowerCase()} you began`,
} as const;
