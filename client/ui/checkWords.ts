import type { Check } from "#shared/recovery/criteria.ts";
import type { CheckState, OverrideReason, Safeguard } from "#shared/session/session.ts";
import type * as z from "zod";

export const CHECK_STATE = {
  met: "met",
  "not-met": "not met",
  stale: "old",
  unknown: "unknown",
} as const satisfies Record<CheckState, string>;

export const CHECK_MARK = {
  met: "✓",
  "not-met": "✗",
  stale: "◷",
  unknown: "?",
} as const satisfies Record<CheckState, string>;

/** Whose move it is. */
export const WHOSE = {
  nurse: "nurse",
  clinician: "clinician",
  desk: "desk",
  clock: "clock",
} as const satisfies Record<Check["whose"], string>;

type Code<Schema extends z.ZodType<{ code: string }>> = z.infer<Schema>["code"];

export const OVERRIDE_REASON = {
  "usual-for-patient": "Usual for this patient",
  "assessed-at-chair": "Assessed at the chair",
  "expected-effect": "Expected effect",
  "patient-asks-to-go": "Patient asks to go",
  other: "Other",
} as const satisfies Record<Code<typeof OverrideReason>, string>;

/** What stands in the place of the check. */
export const SAFEGUARD = {
  "stays-with-adult": "Stays with an adult",
  "follow-up-call": "Follow-up call",
  "extra-check": "Extra check",
  "seen-by-prescriber": "Seen by prescriber",
  other: "Other",
} as const satisfies Record<Code<typeof Safeguard>, string>;

/** `not met · nurse`, `met`, `let pass by Dr. Rey: usual for this patient`; the name of who let it pass may not be here yet. */
export const checkWords = (
  { state, whose, overridden }: Pick<Check, "state" | "whose" | "overridden">,
  staffName: (id: string) => string | undefined,
): string => {
  if (overridden)
    return `let pass by ${staffName(overridden.by) ?? "a colleague"}: ${OVERRIDE_REASON[overridden.reason.code].toLowerCase()}`;
  return state === "met" ? CHECK_STATE.met : `${CHECK_STATE[state]} · ${WHOSE[whose]}`;
};
