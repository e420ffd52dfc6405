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

function levels10(meaning: (n: number) => string): readonly Level[] {
  return Array.from({ length: 11 }, (_, value) => ({ value, word: String(value), meaning: meaning(value) }));
}

export const FULLY_AWAKE = 5;
