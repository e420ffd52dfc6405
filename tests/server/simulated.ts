import { expect } from "vitest";
import { readingAt, type SimulatedSession } from "#server/demo/simulator/simulation.ts";

export const ROUTES = ["iv", "im", "nasal"] as const;

export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
export const every = (step: number, from: number, to: number): readonly number[] =>
  upTo((to - from) / step + 1).map((n) => from + step * n);

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
export const sd = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};
export const share = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length;

/** Four standard errors: the seeds are fixed, so this is how far a sample of that size may lie from what was published. */
export const expectMean = (values: readonly number[], published: number): void =>
  expect(Math.abs(mean(values) - published)).toBeLessThan((4 * sd(values)) / Math.sqrt(values.length));
export const expectShare = <T>(all: readonly T[], is: (one: T) => boolean, published: number): void =>
  expectMean(
    all.map((one) => (is(one) ? 1 : 0)),
    published,
  );

export const day = (session: SimulatedSession, minutes = every(5, -15, 180)) =>
  minutes.map((minute) => readingAt(session, minute));
/** Up from the baseline, as the nurse's two sets say it. */
export const change = (session: SimulatedSession, minute: number) => {
  const [before, now] = [readingAt(session, -5), readingAt(session, minute)];
  return { sbp: now.sbp - before.sbp, dbp: now.dbp - before.dbp };
};
