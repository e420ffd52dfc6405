import * as z from "zod";
import { NotAssessedField } from "#shared/vitals/observation.ts";
import { MEASURE_IDS, type MeasureId } from "#shared/vitals/measures.ts";

const minutes = z.number().min(0).max(1440);
/** LM2. Never nothing: a schedule without a step has no end. */
const everyMin = z.number().min(1).max(1440);
const seconds = z.number().min(5).max(3600);
const band = z.strictObject({ low: z.number().nullable(), high: z.number().nullable() });
const limits = z.strictObject({ warn: band, critical: band });
const pressure = z.strictObject({ sbp: z.number(), dbp: z.number() });
const range = z.tuple([z.number(), z.number()]);
const fields = z.array(NotAssessedField).max(NotAssessedField.options.length);

export const Route = z.enum(["iv", "im", "nasal"]);
export type Route = z.infer<typeof Route>;

export const ProtocolRef = z.strictObject({ id: z.string().min(1).max(40), version: z.int().min(1) });
export type ProtocolRef = z.infer<typeof ProtocolRef>;

/** GA1. What is checked before the dose (C 1.2). A protocol says which of them block the green light. */
export const GateItem = z.enum([
  "identity",
  "allergies",
  "contraindications",
  "consent",
  "ride",
  "emergency-kit",
  "fasting",
  "medicines",
  "setting-certified",
  "patient-enrolled",
  "nose",
]);
export type GateItem = z.infer<typeof GateItem>;

/** RD11. The checks behind the six exit groups: C 5.2 no. 1-12, with distress and suicidality apart, and an open call. */
export const CheckId = z.enum([
  "time",
  "sets",
  "pressure",
  "oxygen",
  "awake",
  "dissociation",
  "oriented",
  "walk",
  "orthostatic",
  "nausea",
  "distress",
  "suicidality",
  "drugs",
  "escort",
  "calls",
]);
export type CheckId = z.infer<typeof CheckId>;

/** LV3. Rides that a clinic can accept; a protocol says which. P 7. */
export const RideKind = z.enum(["adult-in-building", "seen-at-car", "medical-transport", "rideshare-adult-home"]);
export type RideKind = z.infer<typeof RideKind>;

/** DU8. A check at a fixed minute after an injection or a device; `countsMin` is its own window, in the same minutes. */
const mark = z.strictObject({ atMin: minutes, check: z.enum(["set", "sedation"]), countsMin: range.nullable() });
export type Mark = z.infer<typeof mark>;

const Dosing = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("every"), everyMin }),
  z.strictObject({ kind: z.literal("marks"), from: z.enum(["first", "last"]), marks: z.array(mark).min(1).max(60) }),
]);

const DoseRules = z.discriminatedUnion("route", [
  z.strictObject({
    route: z.literal("iv"),
    usualMgPerKg: range,
    confirmAboveMgPerKg: z.number(),
    usualMinutes: range,
    defaultMgPerKg: z.number(),
    defaultMinutes: minutes,
  }),
  z.strictObject({ route: z.literal("im"), usualMg: range, confirmAboveMg: z.number() }),
  z.strictObject({
    route: z.literal("nasal"),
    mgPerDevice: z.number().positive(),
    dosesMg: z.array(z.number().positive()).min(1).max(6),
    gapMin: minutes,
  }),
]);

/**
 * A clinic's rules for one route. Every number is the clinic's to change; a session pins the version it began with.
 * `sources` names, for each number by its path, where it comes from and how sure we are.
 */
export const Protocol = z.strictObject({
  id: z.string().min(1).max(40),
  version: z.int().min(1),
  route: Route,
  title: z.string().min(1).max(80),
  schedule: z.strictObject({
    dosing: Dosing,
    afterDoseEveryMin: everyMin,
    waitingForRideEveryMin: everyMin,
    recheckAfterMin: minutes,
    /** While drowsy or on oxygen; nothing where a protocol has no faster schedule. */
    closeEveryMin: everyMin.nullable(),
    countsFromMin: minutes,
    dueSoonMin: minutes,
    lateAfterMin: minutes,
    soundAfterMin: minutes,
    withPatientHoldMin: minutes,
  }),
  required: z.strictObject({
    full: fields,
    bp: fields,
    baseline: fields,
    exit: fields,
    /** Breathing is asked for too while sedation or oxygen is at or below these. */
    breathingWhen: z.strictObject({ sedationAtMost: z.number().nullable(), spo2AtMost: z.number().nullable() }),
  }),
  /** Observations that this clinic has switched on besides those above. */
  optional: z.array(z.enum([...(MEASURE_IDS as readonly [MeasureId, ...MeasureId[]]), "suicidality"])).max(30),
  gate: z.strictObject({
    hard: z.array(GateItem).max(GateItem.options.length),
    soft: z.array(GateItem).max(GateItem.options.length),
    clinicianClears: z.boolean(),
    clinicianClearsFirst: z.boolean(),
    prescriberOnSite: z.boolean(),
    /** Outside these a clinician is asked to look; it blocks nothing. */
    look: z.strictObject({ hr: range, spo2Below: z.number() }).nullable(),
    cosignWithinHours: z.number().min(1).max(168),
  }),
  hold: z.strictObject({
    atLeast: pressure,
    /** From 65 years on, where the clinic's country has another limit. */
    atLeastFrom65: pressure.nullable(),
    recheckTimes: z.int(),
    recheckGapMin: minutes,
    doNotStartAbove: pressure.nullable(),
  }),
  dose: DoseRules,
  limits: z.strictObject({
    sbp: limits,
    dbp: limits,
    map: limits,
    hr: limits,
    spo2: limits,
    rr: limits,
    temp: limits,
    etco2: limits,
    sedation: limits,
    distress: limits,
    nausea: limits,
  }),
  pressure: z.strictObject({
    highAtOnce: pressure,
    riseQuiet: pressure,
    riseQuietUnlessAtLeast: pressure,
    riseMedium: pressure,
    lowAlsoBelowBaseline: z.number(),
    /** A warning pressure or a medium rise is high with chest pain, short breath, or a headache or blurred vision that is more than mild. */
    symptomsMakeHigh: z.boolean(),
  }),
  heartRateLowAlsoBelowBaseline: z.number(),
  heartRateRise: z.strictObject({ medium: z.number(), high: z.number(), sustainMin: minutes }).nullable(),
  /** Vomiting at this sedation or deeper is high. */
  vomitingSedationAtMost: z.number().nullable(),
  /** How far the oxygen floors lie lower for patients who live at the clinic's altitude. */
  altitude: z.strictObject({ spo2LowerBy: z.number().min(0).max(10) }).nullable(),
  calls: z.strictObject({ toClinicianAfterS: seconds, toAllAfterS: seconds, silenceS: seconds }),
  window: z.strictObject({
    /** From the end of the dose to the acute end, on which the window hangs. */
    acuteEndAfterMin: minutes,
    fromMin: minutes,
    toMin: minutes,
    /** What a clinician is told, quietly, at the window's end, and how long after T0 anything above baseline is told. */
    tell: z
      .strictObject({ dissociationAtLeast: z.number(), distressAtLeast: z.number(), notBackAfterMin: minutes })
      .nullable(),
  }),
  minimumStay: z.strictObject({ from: z.enum(["dose-end", "t0"]), min: minutes, overridable: z.boolean() }),
  exit: z.strictObject({
    required: z.array(CheckId).max(CheckId.options.length),
    bpWithin: pressure,
    bpOverBaselinePercent: z.number(),
    hr: range,
    spo2AtLeast: z.number(),
    airAfterOxygenMin: minutes,
    sets: z.int(),
    gapMin: minutes,
    readyLastsMin: minutes,
    dissociationAtMost: z.number(),
    cadssAtMost: z.number(),
    distressBelow: z.number(),
    nauseaAtMost: z.number(),
    noVomitingMin: minutes,
    orthostatic: z.strictObject({ sbpDropBelow: z.number(), dbpDropBelow: z.number() }),
    afterDrugMin: z.strictObject({
      midazolamIv: minutes,
      otherSedative: minutes,
      antihypertensiveIv: minutes,
      antihypertensiveOral: minutes,
      reversal: minutes,
    }),
    rides: z.array(RideKind).min(1),
  }),
  restriction: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("hours"), hoursFromLeaving: z.number() }),
    z.strictObject({ kind: z.literal("next-day") }),
  ]),
  /** Days until the monitoring form is due; nothing where the route has none. */
  formDueDays: z.int().min(1).max(60).nullable(),
  clinicianConfirmsFitToLeave: z.boolean(),
  witnessForWaste: z.boolean(),
  sources: z.record(z.string().max(60), z.string().max(300)),
});
export type Protocol = z.infer<typeof Protocol>;

export const protocolKey = ({ id, version }: ProtocolRef): string => `${id}@${version}`;
