import type { Symptom, Values } from "#shared/vitals/observation.ts";

/** SC4. What a symptom or a panel is called between programs. SNOMED CT where CLINICAL names one, else our own code. */
export interface Coding {
  readonly system: "snomed" | "loinc" | "local";
  readonly code: string;
}

const snomed = (code: string): Coding => ({ system: "snomed", code });
const local = (code: string): Coding => ({ system: "local", code });

/** SC4. C 8: [V2] nausea, vomiting, dizziness, headache; anxiety and agitation as listed there; the rest has no code that we could read. */
export const SYMPTOM_CODES: Readonly<Record<Symptom, Coding>> = {
  nausea: snomed("422587007"),
  vomiting: snomed("422400008"),
  dizziness: snomed("404640003"),
  headache: snomed("25064002"),
  anxiety: snomed("48694002"),
  agitation: snomed("24199005"),
  "blurred-vision": local("blurred-vision"),
  numbness: local("numbness"),
  pain: local("pain"),
  "sensory-change": local("sensory-change"),
  faint: local("faint"),
  "chest-pain": local("chest-pain"),
  "short-of-breath": local("short-of-breath"),
  urinary: local("urinary"),
};

/** SC4. What is chosen from words or counted beside the measures. Oxygen by its flow: C 8 [G]. */
export const FIELD_CODES = {
  oxygen: { system: "loinc", code: "3151-8" },
  vomitCount: local("vomit-count"),
  suicidality: local("suicidality-three-answers"),
  position: local("position"),
  cuff: local("cuff-site"),
  hrFrom: local("heart-rate-source"),
  rrCountedS: local("breaths-counted-seconds"),
  orientation: local("orientation"),
  gait: local("gait"),
  seen: local("look-in"),
} as const satisfies Readonly<Partial<Record<keyof Values, Coding>>>;

/** SC4. Pressure is a panel with two parts, and oxygen saturation wants both of its codes (US Core, C 8, S55 [V]). */
export const PANEL_CODES = { vitals: "85353-1", pressure: "85354-9", oxygenSaturation: ["2708-6", "59408-5"] } as const;
