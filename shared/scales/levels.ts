/** A level that a person can tap: its number in the record and its meaning on the button. */
export interface Level {
  readonly value: number;
  readonly word: string;
  readonly meaning: string;
}

/** Five words for MOAA/S, in our words (C 2.2, S34 [V]). The last covers 1 and 0: nobody squeezes to fill a form. */
export const SEDATION: readonly Level[] = [
  { value: 5, word: "Awake", meaning: "Answers at once" },
  { value: 4, word: "Drowsy", meaning: "Slow answer" },
  { value: 3, word: "Loud voice", meaning: "Only when called loudly" },
  { value: 2, word: "Touch", meaning: "Only when shaken" },
  { value: 1, word: "No answer", meaning: "Not to touch" },
];

/** Our own quick item (C 2.3 [D]); it carries no wording of any published scale. */
export const DISSOCIATION: readonly Level[] = levels10((n) =>
  n === 0
    ? "Usual self"
    : n <= 3
      ? "Mild, talks normally"
      : n <= 6
        ? "Detached, slow answers"
        : n <= 8
          ? "Deep, rousable"
          : "No contact",
);

/** Always beside dissociation: deep and calm is expected, moderate and terrified is not (C 2.3). */
export const DISTRESS: readonly Level[] = levels10((n) =>
  n === 0 ? "Calm" : n <= 4 ? "Uneasy" : n <= 7 ? "Distressed" : "Terrified",
);

/** SC2. Nausea, 0-10 in our words; 4 and more is moderate (C 3 [D]). */
export const NAUSEA: readonly Level[] = levels10((n) =>
  n === 0 ? "None" : n <= 3 ? "Mild" : n <= 6 ? "Moderate, asks for help" : "Severe, retching",
);

/** SC2. Pain and anxiety as the patient says it, 0 to 10 (LOINC 72514-3 for pain, C 8). */
export const PAIN: readonly Level[] = levels10((n) =>
  n === 0 ? "None" : n <= 3 ? "Mild" : n <= 6 ? "Moderate" : "Severe",
);
export const ANXIETY: readonly Level[] = levels10((n) =>
  n === 0 ? "Calm" : n <= 3 ? "A little" : n <= 6 ? "Anxious" : "Very anxious",
);

/** SC2. RASS in our words: better than MOAA/S for agitation, so a paired field (C 2.2, S35 [V]). */
export const RASS: readonly Level[] = [
  { value: 4, word: "+4", meaning: "Combative" },
  { value: 3, word: "+3", meaning: "Pulls at lines" },
  { value: 2, word: "+2", meaning: "Moves without aim" },
  { value: 1, word: "+1", meaning: "Restless" },
  { value: 0, word: "0", meaning: "Alert and calm" },
  { value: -1, word: "-1", meaning: "Holds your eye over 10 s" },
  { value: -2, word: "-2", meaning: "Holds your eye briefly" },
  { value: -3, word: "-3", meaning: "Moves to voice, no eye contact" },
  { value: -4, word: "-4", meaning: "Only to touch" },
  { value: -5, word: "-5", meaning: "No answer" },
];

/** SC1. Every scale that is tapped and not typed. Sums such as CADSS are typed. */
export const SCALES = {
  sedation: SEDATION,
  rass: RASS,
  dissociation: DISSOCIATION,
  distress: DISTRESS,
  nausea: NAUSEA,
  pain: PAIN,
  anxiety: ANXIETY,
} as const;
export type ScaleId = keyof typeof SCALES;

/** SC3. The items of the full CADSS whose sum is CADSS-6 (C 2.3, S25 [V]; the authors call it not yet validated). */
export const CADSS6_ITEMS = ["1", "2", "6", "7", "15", "22"] as const;

/** SC3. The sum of the scores of exactly these items, or nothing while one is missing: a part is no total. */
export const cadssSum = (
  scores: Readonly<Partial<Record<string, number>>>,
  items: readonly string[],
): number | undefined => {
  const found = items.map((item) => scores[item]);
  return found.some((score) => score === undefined)
    ? undefined
    : found.reduce<number>((sum, score) => sum + (score ?? 0), 0);
};

function levels10(meaning: (n: number) => string): readonly Level[] {
  return Array.from({ length: 11 }, (_, value) => ({ value, word: String(value), meaning: meaning(value) }));
}

export const FULLY_AWAKE = 5;
