type Raw = Record<string, unknown>;

/**
 * UP4. A protocol as release 1.0 stored it, in the shape of today. What it did not know stays off, so that a session under
 * it is judged as it was then; only the life of calls, which judges no patient, is today's.
 */
export const liftProtocol1 = (old: Raw): Raw => {
  const { whileDosingEveryMin, ...schedule } = part(old, "schedule");
  return {
    ...old,
    schedule: {
      ...schedule,
      dosing: { kind: "every", everyMin: whileDosingEveryMin },
      closeEveryMin: null,
      withPatientHoldMin: 10,
    },
    required: {
      ...part(old, "required"),
      exit: ["orientation", "gait"],
      breathingWhen: { sedationAtMost: null, spo2AtMost: null },
    },
    optional: [],
    gate: {
      hard: ["identity", "allergies", "contraindications", "consent", "ride"],
      soft: ["emergency-kit", "fasting"],
      clinicianClears: false,
      clinicianClearsFirst: false,
      prescriberOnSite: false,
      look: null,
      cosignWithinHours: 24,
    },
    hold: { ...part(old, "hold"), atLeastFrom65: null },
    dose: { route: "iv", ...part(old, "dose") },
    limits: { map: NEVER, temp: NEVER, etco2: NEVER, nausea: NEVER, ...part(old, "limits") },
    pressure: { ...part(old, "pressure"), symptomsMakeHigh: false },
    heartRateRise: null,
    vomitingSedationAtMost: null,
    altitude: null,
    calls: { toClinicianAfterS: 60, toAllAfterS: 120, silenceS: 120 },
    window: { acuteEndAfterMin: 0, ...part(old, "window"), tell: null },
    minimumStay: { from: "dose-end", min: part(old, "minimumStay")["afterDoseEndMin"], overridable: true },
    exit: { ...UNKNOWN_EXIT, ...part(old, "exit") },
    sources: liftedSources(part(old, "sources")),
    restriction: { kind: "hours", ...part(old, "restriction") },
    formDueDays: null,
    witnessForWaste: false,
  };
};

/** A number that moved keeps its source. */
const liftedSources = (sources: Raw): Raw =>
  Object.fromEntries(Object.entries(sources).map(([path, source]) => [MOVED[path] ?? path, source]));

const MOVED: Readonly<Record<string, string>> = {
  "schedule.whileDosingEveryMin": "schedule.dosing",
  "minimumStay.afterDoseEndMin": "minimumStay.min",
};

/** A band that no number reaches. */
const NEVER = { warn: { low: null, high: null }, critical: { low: null, high: null } } as const;

/** The checks that release 1.0 knew. */
const EXIT_1 = [
  "time",
  "sets",
  "pressure",
  "oxygen",
  "awake",
  "oriented",
  "dissociation",
  "distress",
  "walk",
  "escort",
  "calls",
] as const;

/** Frozen: never today's numbers, however alike they look. What release 1.0 did not look at; its numbers count for nothing while their checks are not required. */
const UNKNOWN_EXIT = {
  required: EXIT_1,
  airAfterOxygenMin: 0,
  cadssAtMost: 4,
  nauseaAtMost: 3,
  noVomitingMin: 30,
  orthostatic: { sbpDropBelow: 20, dbpDropBelow: 10 },
  afterDrugMin: {
    midazolamIv: 60,
    otherSedative: 120,
    antihypertensiveIv: 30,
    antihypertensiveOral: 60,
    reversal: 120,
  },
  rides: ["adult-in-building", "seen-at-car", "medical-transport", "rideshare-adult-home"],
} as const;

const part = (of: Raw, name: string): Raw => {
  const found = of[name];
  return typeof found === "object" && found !== null && !Array.isArray(found) ? { ...found } : {};
};
