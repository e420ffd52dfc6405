import { TextInput } from "@mantine/core";
import type { KeyboardEvent, ReactNode, Ref } from "react";

import styles from "./TypedNumberField.module.css";

interface TypedNumberFieldProps {
  readonly label: ReactNode;
  readonly unit?: string;
  /** Exactly what was typed. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** Enter goes on; it never sends by accident. */
  readonly onNext?: () => void;
  readonly onFocus?: () => void;
  /** What is wrong with it, in words under the field. */
  readonly problem?: string | undefined;
  /** The last value stands beside the field, never in it. */
  readonly last?: string | undefined;
  readonly decimals?: number;
  /** Our own pad is open: the device's keyboard stays away. */
  readonly padOpen?: boolean;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A text field for a number. No number widget: those change 88.5 to 885 without a word. */
export const TypedNumberField = ({
  label,
  unit,
  value,
  onChange,
  onNext,
  onFocus,
  problem,
  last,
  decimals = 0,
  padOpen = false,
  required,
  disabled,
  ref,
}: TypedNumberFieldProps) => (
  <TextInput
    ref={ref}
    label={label}
    description={last}
    error={problem}
    value={value}
    disabled={disabled ?? false}
    aria-required={required}
    inputMode={padOpen ? "none" : decimals > 0 ? "decimal" : "numeric"}
    enterKeyHint="next"
    autoComplete="off"
    maxLength={9}
    rightSection={unit ? <span className={styles["unit"]}>{unit}</span> : undefined}
    rightSectionWidth="auto"
    rightSectionPointerEvents="none"
    inputWrapperOrder={["label", "input", "description", "error"]}
    classNames={{
      label: styles["label"] ?? "",
      input: styles["input"] ?? "",
      description: styles["last"] ?? "",
      error: styles["problem"] ?? "",
    }}
    onChange={(event) => onChange(event.currentTarget.value)}
    onKeyDown={(event) => goOn(event, onNext)}
    onFocus={onFocus}
  />
);

const goOn = (event: KeyboardEvent, onNext: (() => void) | undefined): void => {
  if (event.key !== "Enter" || !onNext) return;
  event.preventDefault();
  onNext();
};
