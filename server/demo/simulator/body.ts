import type { Grade, Symptom } from "#shared/vitals/observation.ts";
import { FULLY_AWAKE } from "#shared/scales/levels.ts";
import type { Dose } from "./doses.ts";
import { depth, rise } from "./effects.ts";
import type { Patient } from "./patient.ts";
import { effectSite } from "./pharmacokinetics.ts";

/** How the patient really is, before anybody reads it off: no noise, nothing rounded. */
export interface Body {
  readonly sbp: number;
  readonly dbp: number;
  readonly hr: number;
  readonly spo2: number;
  readonly rr: number;
  readonly sedation: number;
  /** CADSS-like total, 0-60. */
  readonly cadss: number;
  readonly distress: number;
  readonly symptoms: readonly Felt[];
}

export interface Felt {
  readonly symptom: Symptom;
  readonly grade: Grade;
}

/** At `minute` from T0; before it, the baseline. */
export const bodyAt = (patient: Patient, doses: readonly Dose[], minute: number): Body => {
  const { route, baseline, gain } = patient;
  const ngPerMl = effectSite(doses, patient.weightKg, minute);
  const up = rise(route, ngPerMl);
  const deep = depth(route, ngPerMl);
  return {
    sbp: baseline.sbp + gain.sbp * up.sbp,
    dbp: baseline.dbp + gain.dbp * up.dbp,
    hr: baseline.hr + patient.hrAtPeak * deep,
    spo2: baseline.spo2 - 0.5 * deep,
    rr: baseline.rr + patient.rrAtPeak * deep,
    sedation: sedationAt(patient, deep),
    cadss: patient.cadssPeak * deep,
    distress: patient.distressPeak * Math.min(1, deep),
    symptoms: feltAt(patient, minute),
  };
};

/** C 7.3 [D]. */
const sedationAt = ({ deepestSedation }: Patient, deep: number): number => {
  if (deep <= 0.4) return FULLY_AWAKE;
  return deep <= 0.8 ? 4 : deepestSedation;
};

/** Vomiting is told for ten minutes, so that a look each ten minutes finds it [D]. */
const feltAt = ({ nausea }: Patient, minute: number): readonly Felt[] => {
  if (nausea === undefined || minute < nausea.from || minute >= nausea.to) return [];
  const { vomitsAt = Infinity } = nausea;
  const vomits = minute >= vomitsAt && minute < vomitsAt + 10;
  return vomits ? [felt("nausea", "moderate"), felt("vomiting", "moderate")] : [felt("nausea", "mild")];
};

const felt = (symptom: Symptom, grade: Grade): Felt => ({ symptom, grade });
