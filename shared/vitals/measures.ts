/** What a number can be: its name for people, its unit (UCUM), its code, and what can be saved. */
export interface Measure {
  readonly name: string;
  readonly short: string;
  /** As people write it. */
  readonly unit: string;
  readonly ucum: string;
  /** LOINC where one exists; else our own code system. */
  readonly code: string;
  /** VT1. Outside is impossible: refused. C 3 [D]. */
  readonly possible: readonly [low: number, high: number];
  /** VT3. Outside is unusual: asked once. C 3 [D]. */
  readonly usual: readonly [low: number, high: number];
}

export const MEASURES = {
  sbp: {
    name: "Systolic BP",
    short: "SYS",
    unit: "mmHg",
    ucum: "mm[Hg]",
    code: "8480-6",
    possible: [40, 300],
    usual: [70, 220],
  },
  dbp: {
    name: "Diastolic BP",
    short: "DIA",
    unit: "mmHg",
    ucum: "mm[Hg]",
    code: "8462-4",
    possible: [20, 200],
    usual: [40, 130],
  },
  hr: {
    name: "Heart rate",
    short: "HR",
    unit: "/min",
    ucum: "/min",
    code: "8867-4",
    possible: [20, 250],
    usual: [40, 160],
  },
  spo2: {
    name: "Oxygen saturation",
    short: "SpO₂",
    unit: "%",
    ucum: "%",
    code: "59408-5",
    possible: [50, 100],
    usual: [85, 100],
  },
  rr: {
    name: "Breathing rate",
    short: "RR",
    unit: "/min",
    ucum: "/min",
    code: "9279-1",
    possible: [0, 60],
    usual: [6, 40],
  },
  sedation: {
    name: "Sedation (MOAA/S)",
    short: "Sedation",
    unit: "",
    ucum: "{score}",
    code: "local:moaas",
    possible: [0, 5],
    usual: [0, 5],
  },
  dissociation: {
    name: "Dissociation",
    short: "Diss.",
    unit: "of 10",
    ucum: "{score}",
    code: "local:dissociation-quick",
    possible: [0, 10],
    usual: [0, 10],
  },
  distress: {
    name: "Distress",
    short: "Distress",
    unit: "of 10",
    ucum: "{score}",
    code: "local:distress",
    possible: [0, 10],
    usual: [0, 10],
  },
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;

export const MEASURE_IDS = Object.keys(MEASURES) as readonly MeasureId[];
