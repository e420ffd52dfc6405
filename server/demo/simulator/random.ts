/** Chance that can be told again: the same path gives the same draws, on every machine. */
export interface Random {
  readonly uniform: (low: number, high: number) => number;
  readonly normal: (mean: number, sd: number) => number;
  /** By the mean and the coefficient of variation of the values themselves, not of their logarithms. */
  readonly lognormal: (mean: number, cv: number) => number;
  readonly chance: (share: number) => boolean;
}

/** A path names a stream, `random(seed, "patient")`: what one stream draws never moves the draws of another. */
export const random = (...path: readonly (string | number)[]): Random => {
  const next = mulberry32(hash(path.join("/")));
  const normal = (mean: number, sd: number) =>
    mean + sd * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()); // Box-Muller; 1 - next() is never 0
  return {
    uniform: (low, high) => low + (high - low) * next(),
    normal,
    lognormal: (mean, cv) => {
      const variance = Math.log(1 + cv ** 2);
      return mean * Math.exp(normal(-variance / 2, Math.sqrt(variance)));
    },
    chance: (share) => next() < share,
  };
};

/** FNV-1a with murmur3's last mixing, so that neighbouring seeds are as far apart as any others. */
const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** 32 bits of state are plenty for a day's readings; from 0 up to but not including 1. */
const mulberry32 = (state: number) => (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
