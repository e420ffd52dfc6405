/**
 * How a typical IV session of 40 minutes goes, in minutes from the start of the pump: rise of blood pressure and depth
 * of dissociation as a share of its peak. Source: docs/clinical-sources.md, C 7.3 [C]. For synthetic patients alone.
 */
const AT = [0, 10, 15, 20, 30, 40, 50, 60, 75, 90, 105, 120] as const;
const RISE_SYSTOLIC = [0, 0, 3, 6, 11, 16, 13, 10, 6, 4, 2, 1] as const;
const RISE_DIASTOLIC = [0, 0, 2, 4, 8, 11, 9, 7, 4, 3, 2, 1] as const;
const DEPTH = [0, 0.05, 0.17, 0.37, 0.71, 0.98, 0.84, 0.5, 0.1, 0, 0, 0] as const;

export interface Patient {
  readonly sbp: number;
  readonly dbp: number;
  readonly hr: number;
  readonly spo2: number;
  /** How strongly this patient's pressure answers: 1 is typical. */
  readonly gain: number;
  /** Dissociation at its deepest, 0-10. */
  readonly deepest: number;
}

/** What a nurse would read off this patient `minute` minutes after the start. */
export const reading = ({ sbp, dbp, hr, spo2, gain, deepest }: Patient, minute: number) => {
  const depth = along(DEPTH, minute);
  return {
    sbp: Math.round(sbp + gain * along(RISE_SYSTOLIC, minute)),
    dbp: Math.round(dbp + gain * along(RISE_DIASTOLIC, minute)),
    hr: Math.round(hr + 8 * depth),
    spo2: Math.round(spo2 - 0.5 * depth),
    sedation: depth > 0.8 ? 4 : 5,
    dissociation: Math.round(deepest * depth),
    distress: depth > 0.5 ? 1 : 0,
  };
};

const along = (values: readonly number[], minute: number): number => {
  const next = AT.findIndex((at) => at >= minute);
  if (next === -1) return values.at(-1) ?? 0;
  if (next === 0) return values[0] ?? 0;
  const [from = 0, to = 0] = [AT[next - 1], AT[next]];
  const [low = 0, high = 0] = [values[next - 1], values[next]];
  return low + ((high - low) * (minute - from)) / (to - from);
};
