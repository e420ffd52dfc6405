/** What a number can be: its name for people, its unit (UCUM), its code, and what can be saved. */
export interface Measure {
  readonly name: string;
  readonly short: string;
  /** As people write it. */
  readonly unit: string;
  readonly ucum: string;
  /** LOINC where one exists; else `snomed:` or our own `local:`. C 8. */
  readonly code: string;
  /** VT1. Outside is impossible: refused. C 3 [D]. */
  readonly possible: readonly [low: number, high: number];
  /** VT3. Outside is unusual: asked once. C 3 [D]. */
  readonly usual: readonly [low: number, high: number];
  /** VT1. Digits after the point that can be saved; none is a whole number. */
  readonly decimals: 0 | 1;
}

type Row = readonly [
  name: string,
  short: string,
  unit: string,
  ucum: string,
  code: string,
  possible: readonly [number, number],
  usual: readonly [number, number],
  decimals?: 0 | 1,
];

const measure = ([name, short, unit, ucum, code, possible, usual, decimals = 0]: Row): Measure => ({
  name,
  short,
  unit,
  ucum,
  code,
  possible,
  usual,
  decimals,
});

/** Codes: C 8. Possible and usual: C 3 [D]; scores have the range of their scale (C 2.2, C 2.3). */
export const MEASURES = {
  sbp: measure(["Systolic BP", "SYS", "mmHg", "mm[Hg]", "8480-6", [40, 300], [70, 220]]),
  dbp: measure(["Diastolic BP", "DIA", "mmHg", "mm[Hg]", "8462-4", [20, 200], [40, 130]]),
  map: measure(["Mean arterial pressure", "MAP", "mmHg", "mm[Hg]", "8478-0", [30, 230], [50, 150]]),
  standingSbp: measure(["Systolic BP, standing", "SYS standing", "mmHg", "mm[Hg]", "8460-8", [40, 300], [70, 220]]),
  standingDbp: measure(["Diastolic BP, standing", "DIA standing", "mmHg", "mm[Hg]", "8454-1", [20, 200], [40, 130]]),
  hr: measure(["Heart rate", "HR", "/min", "/min", "8867-4", [20, 250], [40, 160]]),
  spo2: measure(["Oxygen saturation", "SpO₂", "%", "%", "59408-5", [50, 100], [85, 100]]),
  rr: measure(["Breathing rate", "RR", "/min", "/min", "9279-1", [0, 60], [6, 40]]),
  temp: measure(["Temperature", "Temp", "°C", "Cel", "8310-5", [30, 43], [34, 41], 1]),
  etco2: measure(["End-tidal CO₂", "EtCO₂", "mmHg", "mm[Hg]", "19889-5", [0, 100], [15, 70]]),
  sedation: measure(["Sedation (MOAA/S)", "Sedation", "", "{score}", "local:moaas", [0, 5], [0, 5]]),
  rass: measure(["Agitation and sedation (RASS)", "RASS", "", "{score}", "snomed:1345050000", [-5, 4], [-5, 4]]),
  dissociation: measure(["Dissociation", "Diss.", "of 10", "{score}", "local:dissociation-quick", [0, 10], [0, 10]]),
  distress: measure(["Distress", "Distress", "of 10", "{score}", "local:distress", [0, 10], [0, 10]]),
  cadss: measure(["CADSS, total", "CADSS", "of 92", "{score}", "local:cadss", [0, 92], [0, 92]]),
  cadss6: measure(["CADSS-6, total", "CADSS-6", "of 24", "{score}", "local:cadss-6", [0, 24], [0, 24]]),
  nausea: measure(["Nausea", "Nausea", "of 10", "{score}", "local:nausea-0-10", [0, 10], [0, 10]]),
  pain: measure(["Pain", "Pain", "of 10", "{score}", "72514-3", [0, 10], [0, 10]]),
  anxiety: measure(["Anxiety", "Anxiety", "of 10", "{score}", "local:anxiety-0-10", [0, 10], [0, 10]]),
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;

export const MEASURE_IDS = Object.keys(MEASURES) as readonly MeasureId[];
