import type { Priority } from "#shared/alarm/alarm.ts";

/** `technical`: the program cannot vouch for what it shows. */
export type Tone = Priority | "technical";

/** One pulse: when it begins, for how long, at which pitch. */
export interface Pulse {
  readonly atMs: number;
  readonly forMs: number;
  readonly hz: number;
}

/** C, E, G and the C above, an octave low: with their harmonics they carry from a small speaker too. */
const C = 262;
const E = 330;
const G = 392;
const HIGH_C = 523;
/** Below all of them: it is about the machine. */
const LOW = 196;

/** Pulses of one length, each after the one before and its gap. */
const pulses = (forMs: number, hz: readonly number[], gapsMs: readonly number[]): readonly Pulse[] =>
  hz.map((pitch, index) => ({
    atMs: gapsMs.slice(0, index).reduce((sum, gap) => sum + forMs + gap, 0),
    forMs,
    hz: pitch,
  }));

const FIVE = [C, E, G, G, HIGH_C];
/** Three and two: a longer gap after the third. */
const GAPS_OF_FIVE = [60, 60, 240, 60];

/**
 * SD1. C 4: high is ten pulses of 80-150 ms with 15-80 ms between, medium three with 40-100 ms, low one. What no source gives is ours:
 * the longer gaps of high, the length of medium and low, and the whole of the technical tone, two long falling ones.
 */
export const PATTERN: Readonly<Record<Tone, readonly Pulse[]>> = {
  high: pulses(120, [...FIVE, ...FIVE], [...GAPS_OF_FIVE, 500, ...GAPS_OF_FIVE]),
  medium: pulses(200, [C, E, G], [90, 90]),
  low: pulses(200, [E], []),
  technical: pulses(400, [C, LOW], [100]),
};

export const lengthMs = (tone: Tone): number => {
  const last = PATTERN[tone].at(-1);
  return last ? last.atMs + last.forMs : 0;
};

/** The same beat for a hand: on, off, on, as `navigator.vibrate` takes it. */
export const vibrationOf = (tone: Tone): number[] =>
  PATTERN[tone].flatMap(({ atMs, forMs }, index, all) => {
    const next = all[index + 1];
    return next ? [forMs, next.atMs - atMs - forMs] : [forMs];
  });
