import { MEASURES } from "#shared/vitals/measures.ts";
import type { Values } from "#shared/vitals/observation.ts";
import type { Body, Felt } from "./body.ts";
import type { Patient } from "./patient.ts";
import { random } from "./random.ts";

type Read = "sbp" | "dbp" | "hr" | "rr" | "spo2" | "sedation" | "dissociation" | "distress";

/** What a nurse would enter, as `Values` has it: these numbers always, symptoms by exception. */
export type Reading = Readonly<Record<Read, number>> & Pick<Values, "symptoms">;

/** Per read, SD: pressures C 7.3 [D], the rest [D]. */
const NOISE = { sbp: 3, dbp: 2.5, hr: 2, spo2: 0.5, rr: 1 } as const;
/** A probe that slips shows far too little, in one read of fifty (C 7.3 [D]); how little is [D]. */
const ARTEFACT = { share: 0.02, spo2: [70, 86] } as const;

/** The same numbers whenever the same minute is asked for; a look a minute later has its own noise. */
export const readOff = (patient: Patient, body: Body, minute: number): Reading => {
  const { seed, route, n } = patient;
  const draw = random(seed, "read", route, n, Math.floor(minute));
  const noisy = (id: keyof typeof NOISE) => draw.normal(body[id], NOISE[id]);
  const sbp = inRange("sbp", body.sbp + NOISE.sbp * drift(patient, minute));
  return {
    sbp,
    dbp: Math.min(inRange("dbp", noisy("dbp")), sbp - NARROWEST),
    hr: inRange("hr", noisy("hr")),
    rr: inRange("rr", noisy("rr")),
    spo2: inRange("spo2", draw.chance(ARTEFACT.share) ? draw.uniform(...ARTEFACT.spo2) : noisy("spo2")),
    sedation: inRange("sedation", body.sedation),
    dissociation: inRange("dissociation", quickOf(body.cadss)),
    distress: inRange("distress", body.distress),
    ...byException(body.symptoms),
  };
};

/** What was not seen or said is not there. */
const byException = (symptoms: readonly Felt[]): Pick<Reading, "symptoms"> =>
  symptoms.length > 0 ? { symptoms: [...symptoms] } : {};

/** A pulse pressure of less is asked about (VT4), and nobody here is that ill. */
const NARROWEST = 15;

const inRange = (id: Read, value: number): number => {
  const [low, high] = MEASURES[id].possible;
  return Math.round(Math.min(high, Math.max(low, value)));
};

/**
 * From a CADSS-like total to the quick item 0-10, straight between the points [D]. Mild ends where trials call it
 * significant, above 4 (S27 [V]). So after an infusion two of five stay mild, one of nine is deep, one of sixty beyond.
 */
const QUICK = [
  [0, 0],
  [4, 3.4],
  [15, 6.4],
  [35, 8.4],
  [60, 10],
] as const;

export const quickOf = (cadss: number): number => {
  const next = Math.max(
    1,
    QUICK.findIndex(([total]) => total >= Math.min(60, cadss)),
  );
  const [[fromTotal, from] = [0, 0], [toTotal, to] = [60, 10]] = [QUICK[next - 1], QUICK[next]];
  return from + ((to - from) * (Math.min(60, cadss) - fromTotal)) / (toTotal - fromTotal);
};

/** How much of the noise of systolic pressure is still there a minute later [D]; C 7.3 asks for AR(1). */
const STAYS = 0.8;
/** Long before any baseline, so that each minute stands in the same walk. */
const WALK_FROM = -30;

/** A walk with mean 0 and SD 1, told anew from its start each time: a reading hangs on its minute, not on earlier ones. */
const drift = ({ seed, route, n }: Patient, minute: number): number => {
  const draw = random(seed, "drift", route, n);
  let at = draw.normal(0, 1);
  for (let past = WALK_FROM; past < Math.floor(minute); past++)
    at = STAYS * at + draw.normal(0, Math.sqrt(1 - STAYS ** 2));
  return at;
};
