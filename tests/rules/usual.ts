import { MINUTE, SECOND, type Instant } from "#shared/base/time.ts";
import type { Values } from "#shared/vitals/observation.ts";

/** The pump starts at ten in the morning of the clinic; every `at` counts minutes from there. */
export const T0: Instant = Date.UTC(2026, 10, 23, 15, 0);
export const at = (minutes: number, seconds = 0): Instant => T0 + minutes * MINUTE + seconds * SECOND;

export const GOOD: Values = { sbp: 120, dbp: 76, hr: 70, spo2: 98, rr: 14, sedation: 5, dissociation: 0, distress: 0 };
export const ORDER = {
  route: "iv",
  kind: "signed",
  prescriber: "clinician-0001",
  mgPerKg: 0.5,
  weightKg: 70,
  mg: 35,
  minutes: 40,
  confirmed: false,
} as const;
export const CHAIR = "chair-one";
export const SESSION = "session-0001";
export const NO_MEDICINES = {
  benzodiazepine: false,
  sedativeHypnotic: false,
  opioid: false,
  psychostimulant: false,
  maoi: false,
};
/** What is usually ordered, by route. */
export const ORDERS = {
  iv: ORDER,
  im: {
    route: "im",
    kind: "signed",
    prescriber: "clinician-0001",
    mg: 50,
    confirmed: false,
    second: { mgAtMost: 40, fromMin: 10, toMin: 30 },
  },
  nasal: { route: "nasal", kind: "signed", prescriber: "clinician-0001", mg: 84, confirmed: false },
} as const;
