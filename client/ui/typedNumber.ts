import { words } from "#client/words.ts";

/** What was typed, understood or not. It is never changed: a field that mends a number records what nobody saw. */
export type Typed =
  | { readonly kind: "empty" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "wrong"; readonly problem: string };

export interface TypedRules {
  /** Decimals that the measure has; 0 unless said. */
  readonly decimals?: number;
  /** Hard limits, themselves allowed. */
  readonly min?: number;
  readonly max?: number;
}

/** Comma and point are both the decimal mark; nothing groups thousands. */
const NUMBER = /^-?\d{1,4}([.,]\d{1,3})?$/;

/** TN1-TN6. */
export const parseTyped = (text: string, { decimals = 0, min = -Infinity, max = Infinity }: TypedRules = {}): Typed => {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "empty" };
  if (!NUMBER.test(trimmed)) return wrong(words.typed.notANumber);
  const places = trimmed.split(/[.,]/)[1]?.length ?? 0;
  if (places > decimals) return wrong(decimals === 0 ? words.typed.whole : words.typed.decimals(decimals));
  const value = Number(trimmed.replace(",", "."));
  if (value < min) return wrong(words.typed.below(min));
  if (value > max) return wrong(words.typed.above(max));
  return { kind: "number", value };
};

const wrong = (problem: string): Typed => ({ kind: "wrong", problem });
