import type { CheckId } from "#shared/protocol/protocol.ts";

/** The words of a check that somebody lets pass, and of one that nobody can. */
export const overrideWords = {
  open: "Let this check pass",
  openFor: (check: string) => `Let this check pass: ${check}`,
  title: (check: string) => `Let pass: ${check}`,
  lead: "You sign for this one check, on the value that stands here. A newer value asks again.",
  nowStands: "What stands now",
  noValue: "Nobody has looked since the dose ended.",
  reason: "Why can it pass?",
  safeguard: "What stands in its place?",
  reasonMissing: "Say why it can pass.",
  safeguardMissing: "Say what stands in its place.",
  save: "Sign: let it pass",
  cancel: "Close without signing",
  passed: (name: string, time: string, reason: string, safeguard: string) =>
    `Let pass by ${name} at ${time}: ${reason}. In its place: ${safeguard}.`,
  verdict: "let pass",
  /** Somebody else may. */
  notYours: "Only a clinician can let this pass.",
  /** OV3, said where somebody would look for the button. */
  never: {
    time: "Nobody can let this pass: this minimum stay is never shortened.",
    sets: "Nobody can let this pass while SpO₂ is this low.",
    oxygen: "Nobody can let this pass while SpO₂ is this low.",
    awake: "Nobody can let this pass while the patient is this drowsy, or nobody has looked.",
    escort: "Nobody can let this pass: without a ride it is “Left without ride”.",
    calls: "Nobody can let this pass: close the call at the chair.",
  } satisfies Partial<Record<CheckId, string>> as Readonly<Partial<Record<CheckId, string>>>,
  neverAny: "Nobody can let this pass.",
};

/** What is said while there is nothing to judge a check by. */
export const UNSEEN: Readonly<Record<CheckId, string>> = {
  time: "The dose has not ended.",
  drugs: "No such drug was given.",
  sets: "No set was taken since the strongest effects ended.",
  pressure: "Blood pressure: not taken since the strongest effects ended",
  oxygen: "Oxygen: not taken since the strongest effects ended",
  awake: "Sedation: nobody has looked",
  oriented: "Orientation: nobody has asked",
  dissociation: "Dissociation: nobody has asked or looked",
  distress: "Distress: nobody has asked or looked",
  nausea: "Nausea: no full set since the strongest effects ended",
  suicidality: "Suicidal thoughts: nobody has asked again",
  walk: "Standing and walking: nobody has looked",
  orthostatic: "Standing blood pressure: not taken",
  escort: "Nobody has recorded a ride.",
  calls: "No open call.",
};
