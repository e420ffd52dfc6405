import { words } from "#client/words.ts";

export type Parameter = "bp" | "hr" | "spo2" | "rr" | "sedation" | "dissociation" | "distress";

interface ParameterText {
  /** What a screen reader says. */
  readonly name: string;
  readonly label: string;
  readonly unit: string;
}

const { parameters } = words.value;

/** How each measure is named and written, everywhere the same. */
export const PARAMETERS: Record<Parameter, ParameterText> = {
  bp: { name: parameters.bp, label: "BP", unit: "mmHg" },
  hr: { name: parameters.hr, label: "HR", unit: "/min" },
  spo2: {
    name: parameters.spo2,
    label: words.value.oxygen,
    unit: "%",
  },
  rr: { name: parameters.rr, label: "RR", unit: "/min" },
  sedation: { name: parameters.sedation, label: parameters.sedation, unit: "" },
  dissociation: { name: parameters.dissociation, label: parameters.dissociation, unit: "" },
  distress: { name: parameters.distress, label: parameters.distress, unit: "" },
};
