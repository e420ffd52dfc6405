import type {
  AdverseEventKind,
  AdverseEventTold,
  Drug,
  DrugClass,
  DrugCountFlag,
  DrugName,
  Intervention,
  InterventionKind,
  Response,
} from "#shared/session/care.ts";
import type * as z from "zod";

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** What was done, which drug, and what happened: for the forms, the log and the record. The program names no dose. */
export const INTERVENTION = {
  reassurance: "Reassurance",
  repositioned: "Repositioned",
  "oxygen-on": "Oxygen on",
  "oxygen-off": "Oxygen off",
  suction: "Suction",
  "airway-opened": "Airway opened",
  "bag-valve-mask": "Bag-valve-mask",
  "legs-raised": "Legs raised",
  fluids: "Fluids",
  drug: "Drug",
  "prescriber-at-chair": "Prescriber at the chair",
  "emergency-called": "Emergency services called",
} as const satisfies Words<z.infer<typeof InterventionKind>>;

export const DRUG = {
  ondansetron: "Ondansetron",
  labetalol: "Labetalol",
  clonidine: "Clonidine",
  hydralazine: "Hydralazine",
  metoprolol: "Metoprolol",
  midazolam: "Midazolam",
  lorazepam: "Lorazepam",
  epinephrine: "Epinephrine",
  glycopyrrolate: "Glycopyrrolate",
  flumazenil: "Flumazenil",
  naloxone: "Naloxone",
  other: "Other drug",
} as const satisfies Words<DrugName>;

export const DRUG_CLASS_WORD = {
  sedative: "Sedative",
  antihypertensive: "For blood pressure",
  antiemetic: "Against nausea",
  reversal: "Reversal",
  "none-of-these": "None of these",
} as const satisfies Words<DrugClass>;

type DrugGiven = z.infer<typeof Drug>;

export const DRUG_ROUTE = {
  iv: "IV",
  im: "IM",
  oral: "by mouth",
  sublingual: "under the tongue",
  nasal: "nasal",
  subcutaneous: "under the skin",
} as const satisfies Words<DrugGiven["route"]>;

export const RESPONSE = {
  helped: "Helped",
  "no-change": "No change",
  worse: "Worse",
  "not-yet-known": "Not yet known",
} as const satisfies Words<z.infer<typeof Response>>;

/** `Midazolam 2 mg IV`; of another drug its name as it was typed. */
export const drugWords = ({ name, amount, unit, route, text }: DrugGiven): string =>
  `${name === "other" ? (text ?? DRUG.other) : DRUG[name]} ${amount} ${unit} ${DRUG_ROUTE[route]}`;

/** `Drug · Midazolam 2 mg IV · helped`. */
export const interventionWords = ({
  kind,
  drug,
  litresPerMin,
  response,
  text,
}: Pick<Intervention, "kind" | "drug" | "litresPerMin" | "response" | "text">): string =>
  [
    INTERVENTION[kind],
    ...(drug ? [drugWords(drug)] : []),
    ...(litresPerMin === undefined ? [] : [`${litresPerMin} L/min`]),
    ...(response ? [RESPONSE[response].toLowerCase()] : []),
    ...(text ? [text] : []),
  ].join(" · ");

export const ADVERSE_EVENT = {
  hypertension: "High blood pressure",
  hypotension: "Low blood pressure",
  tachycardia: "Fast heart",
  bradycardia: "Slow heart",
  arrhythmia: "Arrhythmia",
  "chest-pain": "Chest pain",
  desaturation: "Low oxygen",
  hypoventilation: "Slow breathing",
  "airway-obstruction": "Airway obstructed",
  laryngospasm: "Laryngospasm",
  hypersalivation: "Much saliva",
  "over-sedation": "Over-sedation",
  "loss-of-consciousness": "Lost consciousness",
  "prolonged-recovery": "Prolonged recovery",
  "severe-dissociation": "Severe dissociation",
  agitation: "Agitation",
  psychosis: "Psychosis",
  mania: "Mania",
  suicidality: "Suicidal thoughts",
  nausea: "Nausea",
  vomiting: "Vomiting",
  dizziness: "Dizziness",
  headache: "Headache",
  "visual-disturbance": "Visual disturbance",
  numbness: "Numbness",
  "seizure-like": "Seizure-like",
  fall: "Fall",
  "allergic-reaction": "Allergic reaction",
  "line-or-needle-injury": "Line or needle injury",
  urinary: "Urinary",
  "nasal-discomfort": "Nasal discomfort",
  "medication-error": "Medication error",
  "device-failure": "Device failure",
  "diversion-concern": "Diversion concern",
  other: "Other",
} as const satisfies Words<AdverseEventKind>;

type Told = z.infer<typeof AdverseEventTold>;

export const SEVERITY = { mild: "Mild", moderate: "Moderate", severe: "Severe" } as const satisfies Words<
  Told["severity"]
>;

export const AE_OUTCOME = {
  ongoing: "Ongoing",
  resolved: "Resolved",
  "prolonged-stay": "Prolonged stay",
  transferred: "Transferred",
  hospitalised: "In hospital",
  died: "Died",
} as const satisfies Words<Told["outcome"]>;

export const SERIOUS = {
  death: "Death",
  "life-threatening": "Life-threatening",
  hospitalisation: "Hospital",
  disability: "Disability",
  "important-medical-event": "Important medical event",
} as const satisfies Words<Told["serious"][number]>;

export const RELATEDNESS = {
  related: "Related",
  "possibly-related": "Possibly",
  "not-related": "Not related",
  unknown: "Not known",
} as const satisfies Words<Told["relatedness"]>;

/** `Nausea · moderate · resolved`, and what makes it serious. */
export const adverseEventWords = ({
  kind,
  severity,
  outcome,
  serious,
  text,
}: Pick<Told, "kind" | "severity" | "outcome" | "serious" | "text">): string =>
  [
    ADVERSE_EVENT[kind],
    SEVERITY[severity].toLowerCase(),
    AE_OUTCOME[outcome].toLowerCase(),
    ...(serious.length > 0 ? [`serious: ${serious.map((why) => SERIOUS[why].toLowerCase()).join(", ")}`] : []),
    ...(text ? [text] : []),
  ].join(" · ");

export const COUNT_FLAG = {
  "does-not-add-up": "drawn is not given and wasted",
  "given-differs-from-dose": "given differs from the dose recorded",
  "no-witness": "waste not witnessed yet",
} as const satisfies Words<z.infer<typeof DrugCountFlag>>;
