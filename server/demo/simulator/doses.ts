import type { Route } from "#shared/protocol/protocol.ts";

/** What went in, in minutes from T0. A paused pump is two runs; a device is 28 mg (C 1.5 [V]). */
export type Dose =
  | { readonly kind: "run"; readonly from: number; readonly to: number; readonly mgPerMin: number }
  | { readonly kind: "injection"; readonly at: number; readonly mg: number }
  | { readonly kind: "device"; readonly at: number };

export const infusion = (mg: number, minutes: number): readonly Dose[] => [
  { kind: "run", from: 0, to: minutes, mgPerMin: mg / minutes },
];

export const injection = (mg: number, at = 0): readonly Dose[] => [{ kind: "injection", at, mg }];

/** One each five minutes: the rest after each device (C 1.5, S3 [V]). */
export const devices = (count: number): readonly Dose[] =>
  Array.from({ length: count }, (_, index) => ({ kind: "device", at: 5 * index }));

/** The pump rests: what has not run yet runs later, at the same rate. */
export const paused = (doses: readonly Dose[], at: number, minutes: number): readonly Dose[] =>
  doses.flatMap((dose): readonly Dose[] => {
    if (dose.kind !== "run" || dose.to <= at) return [dose];
    if (dose.from >= at) return [{ ...dose, from: dose.from + minutes, to: dose.to + minutes }];
    return [
      { ...dose, to: at },
      { ...dose, from: at + minutes, to: dose.to + minutes },
    ];
  });

/** Nothing more goes in from here; what is in stays in. */
export const stopped = (doses: readonly Dose[], at: number): readonly Dose[] =>
  doses
    .filter((dose) => (dose.kind === "run" ? dose.from : dose.at) < at)
    .map((dose) => (dose.kind === "run" ? { ...dose, to: Math.min(dose.to, at) } : dose));

/** The patient that the ready-made curves of C 7.3 [C] are made for, and what they are given. */
export const TYPICAL_KG = 70;
export const TYPICAL_DOSES: Readonly<Record<Route, readonly Dose[]>> = {
  iv: infusion(35, 40),
  im: injection(35),
  nasal: devices(3),
};
