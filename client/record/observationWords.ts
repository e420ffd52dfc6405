import { fieldName } from "#shared/protocol/words.ts";
import type { Values } from "#shared/vitals/observation.ts";

/** The words of the table of observations. */
export const observationWords = {
  title: "Observations",
  none: "No observation was recorded.",
  time: "Time",
  also: "Also",
  by: "By",
  sheet: { full: "full set", bp: "BP only", "look-in": "look-in", exit: "exit check" },
  late: (time: string) => `entered ${time}`,
  clamped: "time set by the server",
  corrected: (why: string) => `corrected: ${why}`,
  struck: (why: string) => `struck: ${why}`,
  replaces: "correction",
  field: fieldName,
  notTaken: (field: string, why: string) => `${field} not taken: ${why}`,
  ratings: { observed: "ratings observed", asked: "ratings asked" },
  seen: {
    "resting-breathing": "resting, breathing seen",
    "awake-comfortable": "awake, comfortable",
    "needs-attention": "needs attention",
  },
  orientation: { oriented: "oriented", "not-oriented": "not oriented" },
  gait: { "as-on-arrival": "walks as on arrival", unsteady: "unsteady" },
  standing: "BP standing",
  vomited: (times: number) => (times === 1 ? "vomited once" : `vomited ${times} times`),
  suicidality: {
    none: "no suicidal thoughts",
    thoughts: "suicidal thoughts",
    "plan-or-intent": "suicidal plan or intent",
  } satisfies Record<NonNullable<Values["suicidality"]>, string>,
  cadssItems: (scores: string) => `CADSS items ${scores}`,
  air: "on air",
  oxygen: "on oxygen",
  litres: (litres: number) => `${litres} L/min`,
  cuff: (where: string) => `cuff: ${where}`,
  hrFrom: (from: string) => `HR by ${from === "ecg" ? "ECG" : from}`,
  counted: (seconds: number) => `breaths counted over ${seconds} s`,
};
