import { MEASURES } from "#shared/vitals/measures.ts";
import type { Limits } from "#shared/vitals/interpret.ts";
import type { Protocol } from "./protocol.ts";
import { CHECK_TITLE, fieldName, GATE_ITEM, RIDE_KIND } from "./words.ts";

/** One line of a protocol as people read it: a number or a choice, in words, with where it comes from. */
export interface Row {
  /** Where it stands in the file: `limits.sbp`. */
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly source: string | undefined;
  /** How sure we are: the weakest mark of its source. Nothing where it has none. */
  readonly sureness: Sureness | undefined;
}

/** V read at its source, V2 second-hand, G general knowledge, D our own proposal. */
export type Sureness = "V" | "V2" | "G" | "D";

type Say = (protocol: Protocol) => string;

const min = (value: number): string => `${value} min`;
const yes = (value: boolean): string => (value ? "yes" : "no");
/** PO6. In the words of the screens. */
const list = (items: readonly string[], word: (item: string) => string): string =>
  items.length === 0 ? "none" : items.map(word).join(" · ");
const wordIn =
  (words: Readonly<Record<string, string>>) =>
  (item: string): string =>
    words[item] ?? item;
const pair = ({ sbp, dbp }: { readonly sbp: number; readonly dbp: number }): string => `${sbp}/${dbp} mmHg`;
const span = ([low, high]: readonly [number, number], unit: string): string => `${low} to ${high} ${unit}`.trim();
const or = <Value>(value: Value | null, say: (value: Value) => string): string => (value === null ? "off" : say(value));

/** LM1. "low at 100 or less, high at 160 or more; critical at 90 or less, 180 or more". */
const bands = ({ warn, critical }: Limits, unit: string): string =>
  [band("warning", warn, unit), band("critical", critical, unit)].filter((part) => part !== "").join("; ") || "off";

const band = (name: string, { low, high }: Limits["warn"], unit: string): string => {
  const ends = [low === null ? "" : `${low} or less`, high === null ? "" : `${high} or more`].filter(
    (end) => end !== "",
  );
  return ends.length === 0 ? "" : `${name} at ${ends.join(", ")} ${unit}`.trim();
};

const limit =
  (measure: keyof Protocol["limits"]): Say =>
  ({ limits }) =>
    bands(limits[measure], MEASURES[measure].unit);

const dosing: Say = ({ schedule: { dosing: how } }) => {
  if (how.kind === "every") return `every ${min(how.everyMin)} while the pump runs`;
  const marks = how.marks.map(({ atMin, check, countsMin }) => {
    const window = countsMin ? ` (counts ${countsMin[0]}-${countsMin[1]})` : "";
    return `${atMin}${check === "sedation" ? " sedation" : ""}${window}`;
  });
  return `${marks.join(", ")} min after ${how.from === "first" ? "the first" : "each"} dose`;
};

/** Words for every part of a protocol, in the order in which a treatment meets them. A part without a row fails a test. */
const ROWS: readonly (readonly [path: string, label: string, say: Say])[] = [
  ["title", "Name", ({ title }) => title],
  ["gate.hard", "Must be done before the dose", ({ gate }) => list(gate.hard, wordIn(GATE_ITEM))],
  ["gate.soft", "Also looked at before the dose", ({ gate }) => list(gate.soft, wordIn(GATE_ITEM))],
  ["gate.clinicianClears", "A clinician clears every dose", ({ gate }) => yes(gate.clinicianClears)],
  ["gate.clinicianClearsFirst", "A clinician clears a first treatment", ({ gate }) => yes(gate.clinicianClearsFirst)],
  ["gate.prescriberOnSite", "A prescriber is on site", ({ gate }) => yes(gate.prescriberOnSite)],
  [
    "gate.look",
    "A clinician looks at a baseline outside",
    ({ gate }) => or(gate.look, ({ hr, spo2Below }) => `HR ${span(hr, "/min")}, SpO₂ below ${spo2Below} %`),
  ],
  ["gate.cosignWithinHours", "A verbal order is signed within", ({ gate }) => `${gate.cosignWithinHours} h`],
  ["hold.atLeast", "BP that holds the dose", ({ hold }) => `${pair(hold.atLeast)} or more`],
  ["hold.atLeastFrom65", "BP that holds the dose from 65 years", ({ hold }) => or(hold.atLeastFrom65, pair)],
  ["hold.recheckTimes", "Held BP is taken again", ({ hold }) => `${hold.recheckTimes} times`],
  ["hold.recheckGapMin", "Held BP is taken again after", ({ hold }) => min(hold.recheckGapMin)],
  ["hold.doNotStartAbove", "BP above which nobody starts", ({ hold }) => or(hold.doNotStartAbove, pair)],
  ["dose.usualMgPerKg", "Usual dose", ({ dose }) => (dose.route === "iv" ? span(dose.usualMgPerKg, "mg/kg") : "")],
  [
    "dose.confirmAboveMgPerKg",
    "Dose that only a signed order covers, above",
    ({ dose }) => (dose.route === "iv" ? `${dose.confirmAboveMgPerKg} mg/kg` : ""),
  ],
  ["dose.usualMinutes", "Usual duration", ({ dose }) => (dose.route === "iv" ? span(dose.usualMinutes, "min") : "")],
  ["dose.defaultMgPerKg", "Common dose", ({ dose }) => (dose.route === "iv" ? `${dose.defaultMgPerKg} mg/kg` : "")],
  ["dose.defaultMinutes", "Common duration", ({ dose }) => (dose.route === "iv" ? min(dose.defaultMinutes) : "")],
  ["dose.usualMg", "Usual injection", ({ dose }) => (dose.route === "im" ? span(dose.usualMg, "mg") : "")],
  [
    "dose.confirmAboveMg",
    "Dose that only a signed order covers, above",
    ({ dose }) => (dose.route === "im" ? `${dose.confirmAboveMg} mg` : ""),
  ],
  ["dose.mgPerDevice", "One device holds", ({ dose }) => (dose.route === "nasal" ? `${dose.mgPerDevice} mg` : "")],
  ["dose.dosesMg", "Doses", ({ dose }) => (dose.route === "nasal" ? `${dose.dosesMg.join(", ")} mg` : "")],
  ["dose.gapMin", "Rest after each device", ({ dose }) => (dose.route === "nasal" ? min(dose.gapMin) : "")],
  ["required.baseline", "Baseline set", ({ required }) => list(required.baseline, fieldName)],
  ["required.full", "Full set", ({ required }) => list(required.full, fieldName)],
  ["required.bp", "BP sheet", ({ required }) => list(required.bp, fieldName)],
  ["required.exit", "Exit sheet", ({ required }) => list(required.exit, fieldName)],
  [
    "required.breathingWhen",
    "Breaths are counted too",
    ({ required: { breathingWhen: when } }) =>
      [
        or(when.sedationAtMost, (level) => `at MOAA/S ${level} or less`),
        or(when.spo2AtMost, (spo2) => `at SpO₂ ${spo2} % or less`),
      ].join(", "),
  ],
  ["optional", "Also switched on", ({ optional }) => list(optional, fieldName)],
  ["schedule.dosing", "Sets around the dose", dosing],
  ["schedule.afterDoseEveryMin", "Sets after it", ({ schedule }) => `every ${min(schedule.afterDoseEveryMin)}`],
  [
    "schedule.waitingForRideEveryMin",
    "Looks while waiting for a ride",
    ({ schedule }) => `every ${min(schedule.waitingForRideEveryMin)}`,
  ],
  ["schedule.recheckAfterMin", "Critical value again after", ({ schedule }) => min(schedule.recheckAfterMin)],
  [
    "schedule.closeEveryMin",
    "Looks while drowsy or on oxygen",
    ({ schedule }) => or(schedule.closeEveryMin, (every) => `every ${min(every)}`),
  ],
  ["schedule.countsFromMin", "A set counts from", ({ schedule }) => `${min(schedule.countsFromMin)} early`],
  ["schedule.dueSoonMin", "Due soon from", ({ schedule }) => `${min(schedule.dueSoonMin)} before`],
  ["schedule.lateAfterMin", "Quiet until", ({ schedule }) => `${min(schedule.lateAfterMin)} late`],
  ["schedule.soundAfterMin", "Calls from", ({ schedule }) => `${min(schedule.soundAfterMin)} late`],
  [
    "schedule.withPatientHoldMin",
    '"I\'m with the patient" holds checks for',
    ({ schedule }) => min(schedule.withPatientHoldMin),
  ],
  ["limits.sbp", "Systolic BP", limit("sbp")],
  ["limits.dbp", "Diastolic BP", limit("dbp")],
  ["limits.map", "Mean pressure, where it is read", limit("map")],
  ["limits.hr", "Heart rate", limit("hr")],
  ["limits.spo2", "SpO₂", limit("spo2")],
  ["limits.rr", "Breathing rate", limit("rr")],
  ["limits.temp", "Temperature", limit("temp")],
  ["limits.etco2", "End-tidal CO₂", limit("etco2")],
  ["limits.sedation", "MOAA/S", limit("sedation")],
  ["limits.distress", "Distress", limit("distress")],
  ["limits.nausea", "Nausea", limit("nausea")],
  ["pressure.highAtOnce", "BP that calls high at once", ({ pressure }) => `${pair(pressure.highAtOnce)} or more`],
  ["pressure.riseQuiet", "Rise that stays quiet", ({ pressure }) => `+${pair(pressure.riseQuiet)}`],
  [
    "pressure.riseQuietUnlessAtLeast",
    "… unless the BP is also",
    ({ pressure }) => `${pair(pressure.riseQuietUnlessAtLeast)} or more`,
  ],
  ["pressure.riseMedium", "Rise that calls", ({ pressure }) => `+${pair(pressure.riseMedium)}`],
  [
    "pressure.lowAlsoBelowBaseline",
    "Low systolic calls only when also below baseline by",
    ({ pressure }) => `${pressure.lowAlsoBelowBaseline} mmHg`,
  ],
  ["pressure.symptomsMakeHigh", "Symptoms make raised BP high", ({ pressure }) => yes(pressure.symptomsMakeHigh)],
  [
    "heartRateLowAlsoBelowBaseline",
    "Slow heart calls only when also below baseline by",
    ({ heartRateLowAlsoBelowBaseline: by }) => `${by} /min`,
  ],
  [
    "heartRateRise",
    "Heart rate above baseline",
    ({ heartRateRise }) =>
      or(
        heartRateRise,
        ({ medium, high, sustainMin }) => `+${medium} calls, +${high} calls high, both for ${min(sustainMin)}`,
      ),
  ],
  [
    "vomitingSedationAtMost",
    "Vomiting is high at",
    ({ vomitingSedationAtMost: level }) => or(level, (at) => `MOAA/S ${at} or less`),
  ],
  [
    "altitude",
    "SpO₂ floors for residents of this altitude",
    ({ altitude }) => or(altitude, ({ spo2LowerBy }) => `${spo2LowerBy} points lower`),
  ],
  [
    "calls.toClinicianAfterS",
    "A high call nobody took: to the clinician after",
    ({ calls }) => `${calls.toClinicianAfterS} s`,
  ],
  ["calls.toAllAfterS", "A high call nobody took: to everybody after", ({ calls }) => `${calls.toAllAfterS} s`],
  ["calls.silenceS", "Sound is silent for at most", ({ calls }) => `${calls.silenceS} s`],
  ["window.acuteEndAfterMin", "Acute end after the dose", ({ window }) => min(window.acuteEndAfterMin)],
  ["window.fromMin", "Window from", ({ window }) => `acute end + ${min(window.fromMin)}`],
  ["window.toMin", "Window to", ({ window }) => `acute end + ${min(window.toMin)}`],
  [
    "window.tell",
    "A clinician is told quietly",
    ({ window }) =>
      or(
        window.tell,
        ({ dissociationAtLeast, distressAtLeast, notBackAfterMin }) =>
          `at its end at dissociation ${dissociationAtLeast}, distress ${distressAtLeast} or not fully awake; anything above baseline at T0 + ${notBackAfterMin}`,
      ),
  ],
  [
    "minimumStay.min",
    "Minimum stay",
    ({ minimumStay: { min: least, from } }) => `${min(least)} from ${from === "t0" ? "T0" : "the end of the dose"}`,
  ],
  ["minimumStay.overridable", "A clinician can shorten it", ({ minimumStay }) => yes(minimumStay.overridable)],
  ["exit.required", "Checks before leaving", ({ exit }) => list(exit.required, wordIn(CHECK_TITLE))],
  ["exit.bpWithin", "BP to go home with, below", ({ exit }) => pair(exit.bpWithin)],
  ["exit.bpOverBaselinePercent", "… or above baseline by at most", ({ exit }) => `${exit.bpOverBaselinePercent} %`],
  ["exit.hr", "Heart rate to go home with", ({ exit }) => span(exit.hr, "/min")],
  ["exit.spo2AtLeast", "SpO₂ to go home with", ({ exit }) => `${exit.spo2AtLeast} % or the baseline`],
  ["exit.airAfterOxygenMin", "On air after oxygen for", ({ exit }) => min(exit.airAfterOxygenMin)],
  ["exit.sets", "Good sets in a row", ({ exit }) => String(exit.sets)],
  ["exit.gapMin", "… this far apart", ({ exit }) => min(exit.gapMin)],
  ["exit.readyLastsMin", "READY lasts", ({ exit }) => min(exit.readyLastsMin)],
  ["exit.dissociationAtMost", "Dissociation at most", ({ exit }) => `${exit.dissociationAtMost} or the baseline`],
  ["exit.cadssAtMost", "CADSS at most, where it was asked", ({ exit }) => `${exit.cadssAtMost} or the baseline`],
  ["exit.distressBelow", "Distress below", ({ exit }) => String(exit.distressBelow)],
  ["exit.nauseaAtMost", "Nausea at most", ({ exit }) => String(exit.nauseaAtMost)],
  ["exit.noVomitingMin", "No vomiting for", ({ exit }) => min(exit.noVomitingMin)],
  [
    "exit.orthostatic",
    "Standing BP falls by less than",
    ({ exit: { orthostatic: drop } }) => `${drop.sbpDropBelow}/${drop.dbpDropBelow} mmHg`,
  ],
  ["exit.afterDrugMin.midazolamIv", "After midazolam IV", ({ exit }) => min(exit.afterDrugMin.midazolamIv)],
  ["exit.afterDrugMin.otherSedative", "After another sedative", ({ exit }) => min(exit.afterDrugMin.otherSedative)],
  [
    "exit.afterDrugMin.antihypertensiveIv",
    "After a drug for BP, IV",
    ({ exit }) => min(exit.afterDrugMin.antihypertensiveIv),
  ],
  [
    "exit.afterDrugMin.antihypertensiveOral",
    "After a drug for BP, by mouth",
    ({ exit }) => min(exit.afterDrugMin.antihypertensiveOral),
  ],
  ["exit.afterDrugMin.reversal", "After a reversal drug", ({ exit }) => min(exit.afterDrugMin.reversal)],
  ["exit.rides", "Rides that count", ({ exit }) => list(exit.rides, wordIn(RIDE_KIND))],
  [
    "clinicianConfirmsFitToLeave",
    "A clinician confirms fit to leave",
    ({ clinicianConfirmsFitToLeave }) => yes(clinicianConfirmsFitToLeave),
  ],
  [
    "restriction.kind",
    "No driving",
    ({ restriction }) =>
      restriction.kind === "next-day" ? "until the next day, after a full night's sleep" : "for hours from leaving",
  ],
  [
    "restriction.hoursFromLeaving",
    "No driving for",
    ({ restriction }) => (restriction.kind === "hours" ? `${restriction.hoursFromLeaving} h from leaving` : ""),
  ],
  ["formDueDays", "Monitoring form is due after", ({ formDueDays }) => or(formDueDays, (days) => `${days} days`)],
  ["witnessForWaste", "Waste wants a witness", ({ witnessForWaste }) => yes(witnessForWaste)],
];

/** PO1. A protocol in words, a row for each part that its route has, with source and how sure we are. */
export const rowsOf = (protocol: Protocol): readonly Row[] =>
  ROWS.flatMap(([path, label, say]) => {
    const value = say(protocol);
    const source = protocol.sources[path];
    return value === "" ? [] : [{ path, label, value, source, sureness: surenessOf(source) }];
  });

export const ROW_PATHS: readonly string[] = ROWS.map(([path]) => path);

/** PO2. Where two marks stand together the weaker one holds. */
export const surenessOf = (source: string | undefined): Sureness | undefined =>
  (["D", "G", "V2", "V"] as const).find((mark) => source?.includes(`[${mark}]`));
