import type { Body, Felt } from "./body.ts";

type Number = Exclude<keyof Body, "symptoms">;
type Numbers = Readonly<Partial<Record<Number, number>>>;

/** Something that comes over the body at once, stays, and fades in a straight line. Minutes from T0. */
export interface Episode {
  readonly from: number;
  readonly to: number;
  readonly fadeMin: number;
  /** Where these numbers go, wherever they were. */
  readonly towards?: Numbers;
  /** What is added to these. */
  readonly plus?: Numbers;
  /** Felt until it fades. */
  readonly symptoms?: readonly Felt[];
}

export const inEpisode = (body: Body, episode: Episode, minute: number): Body => {
  const force = forceAt(episode, minute);
  if (force === 0) return body;
  const { towards = {}, plus = {}, symptoms = [] } = episode;
  const moved = (name: Number): number =>
    body[name] + force * ((towards[name] ?? body[name]) - body[name] + (plus[name] ?? 0));
  return {
    sbp: moved("sbp"),
    dbp: moved("dbp"),
    hr: moved("hr"),
    spo2: moved("spo2"),
    rr: moved("rr"),
    sedation: moved("sedation"),
    cadss: moved("cadss"),
    distress: moved("distress"),
    symptoms: force === 1 ? together(body.symptoms, symptoms) : body.symptoms,
  };
};

/** 1 while it lasts, then down to 0. */
const forceAt = ({ from, to, fadeMin }: Episode, minute: number): number => {
  if (minute < from) return 0;
  return minute <= to ? 1 : Math.max(0, 1 - (minute - to) / fadeMin);
};

/** A sheet names each symptom once; the episode's word counts. */
const together = (before: readonly Felt[], more: readonly Felt[]): readonly Felt[] => [
  ...before.filter(({ symptom }) => !more.some((one) => one.symptom === symptom)),
  ...more,
];
