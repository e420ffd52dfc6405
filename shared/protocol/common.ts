import type { Protocol } from "./protocol.ts";

/**
 * LM3. What the three shipped protocols have in common: proposals until a medical director approves them. Each number
 * names its source by the keys of docs/clinical-sources.md: C and P are chapters, S a publication, the letter in
 * brackets how sure we are.
 */
export const COMMON: Pick<
  Protocol,
  | "required"
  | "optional"
  | "limits"
  | "pressure"
  | "heartRateLowAlsoBelowBaseline"
  | "heartRateRise"
  | "vomitingSedationAtMost"
  | "altitude"
  | "calls"
  | "witnessForWaste"
> = {
  required: {
    full: ["bp", "hr", "spo2", "sedation", "dissociation", "distress"],
    bp: ["bp"],
    baseline: ["bp", "hr", "spo2", "rr", "sedation", "dissociation", "distress"],
    exit: ["rr", "orientation", "gait"],
    breathingWhen: { sedationAtMost: 4, spo2AtMost: 93 },
  },
  optional: [],
  limits: {
    sbp: { warn: { low: 100, high: 160 }, critical: { low: 90, high: 180 } },
    dbp: { warn: { low: 50, high: 100 }, critical: { low: 40, high: 110 } },
    map: { warn: { low: 65, high: 115 }, critical: { low: 60, high: 130 } },
    hr: { warn: { low: 50, high: 111 }, critical: { low: 40, high: 131 } },
    spo2: { warn: { low: 93, high: null }, critical: { low: 91, high: null } },
    rr: { warn: { low: 10, high: 21 }, critical: { low: 8, high: 25 } },
    temp: { warn: { low: 35, high: 38.1 }, critical: { low: null, high: 39.1 } },
    etco2: { warn: { low: 29, high: 51 }, critical: { low: 19, high: 61 } },
    sedation: { warn: { low: 3, high: null }, critical: { low: 2, high: null } },
    distress: { warn: { low: null, high: 5 }, critical: { low: null, high: 8 } },
    nausea: { warn: { low: null, high: 4 }, critical: { low: null, high: null } },
  },
  pressure: {
    highAtOnce: { sbp: 200, dbp: 120 },
    riseQuiet: { sbp: 30, dbp: 20 },
    riseQuietUnlessAtLeast: { sbp: 150, dbp: 95 },
    riseMedium: { sbp: 40, dbp: 25 },
    lowAlsoBelowBaseline: 20,
    symptomsMakeHigh: true,
  },
  heartRateLowAlsoBelowBaseline: 10,
  heartRateRise: { medium: 30, high: 50, sustainMin: 5 },
  vomitingSedationAtMost: 3,
  altitude: null,
  calls: { toClinicianAfterS: 60, toAllAfterS: 120, silenceS: 120 },
  witnessForWaste: false,
};

export const COMMON_SCHEDULE: Omit<Protocol["schedule"], "dosing"> = {
  afterDoseEveryMin: 15,
  waitingForRideEveryMin: 30,
  recheckAfterMin: 5,
  closeEveryMin: 5,
  countsFromMin: 4,
  dueSoonMin: 2,
  lateAfterMin: 5,
  soundAfterMin: 8,
  withPatientHoldMin: 10,
};

export const COMMON_EXIT: Protocol["exit"] = {
  required: [
    "time",
    "sets",
    "pressure",
    "oxygen",
    "awake",
    "oriented",
    "dissociation",
    "distress",
    "nausea",
    "walk",
    "orthostatic",
    "drugs",
    "escort",
    "calls",
  ],
  bpWithin: { sbp: 160, dbp: 100 },
  bpOverBaselinePercent: 20,
  hr: [50, 110],
  spo2AtLeast: 94,
  airAfterOxygenMin: 15,
  sets: 2,
  gapMin: 10,
  readyLastsMin: 30,
  dissociationAtMost: 1,
  cadssAtMost: 4,
  distressBelow: 5,
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
};

export const COMMON_TELL: Protocol["window"]["tell"] = {
  dissociationAtLeast: 4,
  distressAtLeast: 5,
  notBackAfterMin: 120,
};

export const COMMON_SOURCES: Protocol["sources"] = {
  "schedule.afterDoseEveryMin": "C 2.4, S18 [V]",
  "schedule.waitingForRideEveryMin": "P 7 [D]",
  "schedule.recheckAfterMin": "C 2.4, S53 S51 [V2]",
  "schedule.closeEveryMin": "C 2.4, S41 [V2], the step of 5 min [D]",
  "schedule.countsFromMin": "P 4 [D]",
  "schedule.dueSoonMin": "C 2.4 [D]",
  "schedule.lateAfterMin": "P 4 [D]",
  "schedule.soundAfterMin": "P 4 [D]",
  "schedule.withPatientHoldMin": "P 2 [D]",
  "required.breathingWhen": "P 4 [D]; drowsy read as MOAA/S 4 or less [D]",
  "gate.look": "C 1.2, S51 [V2]",
  "gate.cosignWithinHours": "P 3 [D]",
  "hold.recheckTimes": "C 1.2, S51 [V2], default [D]",
  "hold.recheckGapMin": "C 1.2, S51 [V2], default [D]",
  "limits.sbp": "C 3 and 10b [D]; bands S51 S53 [V2]",
  "limits.dbp": "C 3 and 10b [D]; bands S51 S53 [V2]",
  "limits.map": "C 3 and 10b [D]",
  "limits.hr": "C 3, S37 [V]",
  "limits.spo2": "C 3, S37 [V]; P 5 [D]",
  "limits.rr": "C 3, S37 [V]; low warning P 5 [D]",
  "limits.temp": "C 3, S37 [V]",
  "limits.etco2": "C 3 and 10b [D]",
  "limits.sedation": "C 3 [D]",
  "limits.distress": "P 5 [D]",
  "limits.nausea": "C 3 and 10b [D]",
  "pressure.highAtOnce": "C 3, S53 [V2]; P 5 [D]",
  "pressure.riseQuiet": "P 5 [D]; C 3, S12b [V2]",
  "pressure.riseQuietUnlessAtLeast": "P 5 [D]",
  "pressure.riseMedium": "P 5 [D]; C 3, S12b [V2]",
  "pressure.lowAlsoBelowBaseline": "P 5 [D]",
  heartRateLowAlsoBelowBaseline: "P 5 [D]",
  heartRateRise: "C 3 and 10b [D]",
  vomitingSedationAtMost: "C 3 [D]",
  "calls.toClinicianAfterS": "C 4 rule 7 [D]",
  "calls.toAllAfterS": "C 4 rule 7 [D]",
  "calls.silenceS": "C 4 rule 1 [D]",
  "window.fromMin": "P 6 [D]: the clinic's expectation, not a publication",
  "window.toMin": "P 6 [D]: the clinic's expectation, not a publication",
  "window.tell": "P 6 [D]",
  "exit.bpWithin": "C 5.2 no. 3 [D]; P 7 [D]",
  "exit.bpOverBaselinePercent": "C 5.1, S38 [V]; P 7 [D]",
  "exit.hr": "C 10b [D]",
  "exit.spo2AtLeast": "C 5.2 no. 4 [D]",
  "exit.airAfterOxygenMin": "C 5.2 no. 4 [D]",
  "exit.sets": "C 5.2 no. 2 [G]; P 7 [D]",
  "exit.gapMin": "C 5.2 no. 2 [G]; P 7 [D]",
  "exit.readyLastsMin": "P 7 [D]",
  "exit.dissociationAtMost": "P 7 [D]",
  "exit.cadssAtMost": "C 5.2 no. 6, S27 [V], as a cut-off [G]",
  "exit.distressBelow": "P 5 and 6 [D]",
  "exit.nauseaAtMost": "C 5.2 no. 9 [D]",
  "exit.noVomitingMin": "C 5.2 no. 9 [D]",
  "exit.orthostatic": "C 5.2 no. 8 [G]",
  "exit.afterDrugMin.midazolamIv": "P 7 [D]",
  "exit.afterDrugMin.otherSedative": "P 7 [D]",
  "exit.afterDrugMin.antihypertensiveIv": "P 7 [D]",
  "exit.afterDrugMin.antihypertensiveOral": "P 7 [D]",
  "exit.afterDrugMin.reversal": "C 5.2 no. 11, S39 [V]",
};
