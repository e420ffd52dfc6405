import type { Route } from "#shared/protocol/protocol.ts";
import { devices, paused, type Dose } from "./doses.ts";
import type { Episode } from "./episode.ts";
import { highestRise } from "./effects.ts";
import type { Patient } from "./patient.ts";
import type { Pressure } from "./traits.ts";
import type { Reading } from "./readings.ts";

export type CaseName =
  | "severe-hypertension"
  | "spravato-rise"
  | "panic"
  | "vasovagal"
  | "desaturation"
  | "slow-recovery"
  | "escort-no-show"
  | "cuff-artefact"
  | "late-entry"
  | "pump-pause"
  | "network-drop";

/** What no reading shows and the demo has to play, in minutes from T0. */
export type Cue =
  | { readonly kind: "benzodiazepine-taken" }
  | { readonly kind: "escort-does-not-come" }
  | { readonly kind: "set-entered-late"; readonly observedAt: number; readonly enteredAt: number }
  | { readonly kind: "pump-pauses"; readonly at: number; readonly forMin: number }
  | { readonly kind: "network-drops"; readonly at: number; readonly forMin: number };

/** One thing that goes differently: each hook changes one step on the way from the patient to the number on the sheet. */
export interface Case {
  readonly routes: readonly Route[];
  readonly patient?: (patient: Patient) => Patient;
  readonly doses?: (doses: readonly Dose[]) => readonly Dose[];
  readonly episode?: Episode;
  readonly reading?: (reading: Reading, minute: number) => Reading;
  readonly cues?: readonly Cue[];
}

const ALL = ["iv", "im", "nasal"] as const;
const PAUSE = { at: 18, forMin: 6 };

/** The scripted cases of C 7.3 [D]; their numbers are ours, chosen so that the name holds whatever the noise does. */
export const CASES: Readonly<Record<CaseName, Case>> = {
  "severe-hypertension": {
    routes: ["iv", "im"],
    patient: (patient) => answering({ ...patient, hypertensive: true }, { sbp: 142, dbp: 86 }, { sbp: 50, dbp: 25 }),
  },
  "spravato-rise": {
    routes: ["nasal"],
    patient: (patient) => answering(patient, { sbp: 118, dbp: 74 }, { sbp: 54, dbp: 36 }),
    doses: () => devices(3),
  },
  panic: {
    routes: ALL,
    episode: {
      ...{ from: 20, to: 28, fadeMin: 10 },
      towards: { distress: 9 },
      plus: { hr: 28, sbp: 12, dbp: 8, rr: 8, cadss: 6 },
      symptoms: [{ symptom: "anxiety", grade: "severe" }],
    },
  },
  vasovagal: {
    routes: ["iv"],
    episode: {
      ...{ from: 0, to: 4, fadeMin: 8 },
      towards: { sbp: 80, dbp: 46, hr: 42 },
      symptoms: [
        { symptom: "dizziness", grade: "moderate" },
        { symptom: "nausea", grade: "mild" },
      ],
    },
  },
  desaturation: {
    routes: ALL,
    episode: { from: 20, to: 40, fadeMin: 25, towards: { spo2: 87, rr: 8, sedation: 3 } },
    cues: [{ kind: "benzodiazepine-taken" }],
  },
  // From 60 minutes on nobody is below 4 by the drug alone, so this only holds back the way to 5.
  "slow-recovery": { routes: ALL, episode: { from: 60, to: 150, fadeMin: 15, towards: { sedation: 4 } } },
  "escort-no-show": { routes: ALL, cues: [{ kind: "escort-does-not-come" }] },
  "cuff-artefact": {
    routes: ALL,
    // A second look two minutes later is right again.
    reading: (reading, minute) => (minute >= 20 && minute < 22 ? { ...reading, sbp: 240, dbp: 180 } : reading),
  },
  "late-entry": { routes: ALL, cues: [{ kind: "set-entered-late", observedAt: 20, enteredAt: 32 }] },
  "pump-pause": {
    routes: ["iv"],
    doses: (doses) => paused(doses, PAUSE.at, PAUSE.forMin),
    cues: [{ kind: "pump-pauses", ...PAUSE }],
  },
  "network-drop": { routes: ALL, cues: [{ kind: "network-drops", at: 38, forMin: 7 }] },
};

/** The same patient, starting here and going up by so much at the peak of a typical dose. */
const answering = (patient: Patient, start: Pressure, up: Pressure): Patient => {
  const typical = highestRise(patient.route);
  return {
    ...patient,
    baseline: { ...patient.baseline, ...start },
    gain: { sbp: up.sbp / typical.sbp, dbp: up.dbp / typical.dbp },
  };
};
