import { plural } from "#client/words.ts";
import { PARAMETERS } from "#client/ui/parameters.tsx";
import { clockTime, type Instant } from "#shared/base/time.ts";
import { SEDATION } from "#shared/scales/levels.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import type { DueMark, RibbonModel } from "./ribbonModel.ts";

const span = (from: Instant, to: Instant, zone: string): string => `${clockTime(from, zone)}-${clockTime(to, zone)}`;

export const ribbonWords = {
  chart: "Session chart",
  points: "Observations on the chart",
  pressure: "BP mmHg",
  levels: "Dissociation and distress, 0-10",
  dose: (mg: number | undefined) => (mg === undefined ? "Dose not started" : `Dose ${mg} mg`),
  t0: "T0",
  times: span,
  ease: (from: Instant, to: Instant, zone: string) => `usually ease ${span(from, to, zone)}`,
  baseline: ({ sbp, dbp }: { readonly sbp: number; readonly dbp: number }) => `baseline ${sbp}/${dbp}`,
  ticks: { injection: ["injection", "injections"], device: ["device", "devices"] },
  minimumStay: (at: Instant, zone: string) => `minimum stay ${clockTime(at, zone)}`,
  mark: { done: "done", due: "due", overdue: "overdue", "not-done": "not done" } satisfies Record<
    DueMark["state"],
    string
  >,
  nothingYet: "No observation yet",
  columns: ["Time", "BP", "HR", "SpO₂", "RR", "Sedation", "Dissociation", "Distress", "By"],
  checks: "Checks",
} as const;

/** The picture in one sentence, for who cannot see it. */
export const ribbonSummary = ({ zone, t0, window, minimumStay, dose, ticks, observations }: RibbonModel): string =>
  [
    t0 === undefined
      ? ribbonWords.dose(undefined)
      : `Dose from ${clockTime(t0, zone)}${dose.some(({ kind }) => kind === "paused") ? ", with pauses" : ""}`,
    ...(["injection", "device"] as const).flatMap((kind) => {
      const given = ticks.filter((tick) => tick.kind === kind && !tick.planned).length;
      const [one, many] = ribbonWords.ticks[kind];
      return given === 0 ? [] : [plural(given, one, many)];
    }),
    ...(window
      ? [`effects ${ribbonWords.ease(window.from, window.to, zone)}${window.planned ? ", planned" : ""}`]
      : []),
    ...(minimumStay ? [ribbonWords.minimumStay(minimumStay.at, zone)] : []),
    observations.length === 1 ? "1 observation" : `${observations.length} observations`,
  ].join("; ");

/** One observation as people say it: `BP 132/84 · HR 75 · SpO₂ 97 · dissociation 4 · distress 1`. */
export const observationWords = ({ values, sheet }: Observation): string => {
  const { sbp, dbp, hr, spo2, rr, dissociation, distress } = values;
  const told = [
    sbp !== undefined && dbp !== undefined && `BP ${sbp}/${dbp}`,
    hr !== undefined && `HR ${hr}`,
    spo2 !== undefined && `SpO₂ ${spo2}`,
    rr !== undefined && `RR ${rr}`,
    values.sedation !== undefined && sedationWord(values.sedation).toLowerCase(),
    dissociation !== undefined && `${PARAMETERS.dissociation.name.toLowerCase()} ${dissociation}`,
    distress !== undefined && `${PARAMETERS.distress.name.toLowerCase()} ${distress}`,
    values.seen && SEEN[values.seen],
    values.orientation && ORIENTATION[values.orientation],
    values.gait && GAIT[values.gait],
  ].filter((part) => typeof part === "string");
  return told.length > 0 ? told.join(" · ") : SHEET[sheet];
};

export const sedationWord = (level: number): string =>
  SEDATION.find(({ value }) => value === level)?.word ?? String(level);

const SEEN = {
  "resting-breathing": "resting, breathing seen",
  "awake-comfortable": "awake, comfortable",
  "needs-attention": "needs attention",
} as const;
const ORIENTATION = { oriented: "oriented", "not-oriented": "not oriented" } as const;
const GAIT = { "as-on-arrival": "walks as on arrival", unsteady: "unsteady" } as const;
const SHEET = { full: "full set", bp: "BP only", "look-in": "look-in", exit: "exit check" } as const;
