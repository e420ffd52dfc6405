import { ArrowRight, Delete } from "lucide-react";

import { words } from "#client/words.ts";
import styles from "./NumberPad.module.css";

interface NumberPadProps {
  /** The text of the field that the pad types into. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly onNext: () => void;
  readonly nextWord?: string;
  /** The key left of 0: a decimal point, or the stroke of a blood pressure. */
  readonly extra?: "." | "/";
  /** As many characters as the field takes. */
  readonly most?: number;
}

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** Keys that a glove hits without looking twice. It types what is pressed and judges nothing. */
export const NumberPad = ({
  value,
  onChange,
  onNext,
  nextWord = words.entry.next,
  extra,
  most = 7,
}: NumberPadProps) => {
  const type = (character: string): void => onChange(value.length < most ? value + character : value);
  return (
    <div className={styles["pad"]} role="group" aria-label={words.entry.pad}>
      {DIGITS.map((digit) => (
        <Key key={digit} word={digit} press={() => type(digit)} />
      ))}
      {extra ? (
        <Key word={extra} name={extra === "." ? words.entry.decimal : words.entry.slash} press={() => type(extra)} />
      ) : (
        <span />
      )}
      <Key word="0" press={() => type("0")} />
      <Key word={<Delete aria-hidden="true" />} name={words.entry.erase} press={() => onChange(value.slice(0, -1))} />
      <button type="button" className={styles["next"]} onPointerDown={keepFocus} onClick={onNext}>
        {nextWord}
        <ArrowRight aria-hidden="true" />
      </button>
    </div>
  );
};

interface KeyProps {
  readonly word: React.ReactNode;
  readonly name?: string;
  readonly press: () => void;
}

const Key = ({ word, name, press }: KeyProps) => (
  <button type="button" className={styles["key"]} aria-label={name} onPointerDown={keepFocus} onClick={press}>
    {word}
  </button>
);

/** The field that is being typed into stays focused, so that the eye and the keyboard agree. */
const keepFocus = (event: React.PointerEvent): void => event.preventDefault();
