import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";

import { words } from "#client/words.ts";
import { ChipPicker, type Chip } from "./ChipPicker.tsx";
import styles from "./ReasonField.module.css";

/** As `reasonOf` of shared/base/text.ts wants it: a code, and a text only if there is one. */
export interface Reason<Code extends string> {
  readonly code: Code;
  readonly text?: string;
}

interface ReasonFieldProps<Code extends string> {
  readonly legend: ReactNode;
  /** Five cover most reasons; more would be read by nobody. */
  readonly chips: readonly Chip<Code>[];
  readonly value: Reason<Code> | undefined;
  readonly onChange: (reason: Reason<Code>) => void;
  readonly problem?: string | undefined;
}

/** Why: one tap, and a few words if they help. */
export const ReasonField = <Code extends string>({
  legend,
  chips,
  value,
  onChange,
  problem,
}: ReasonFieldProps<Code>) => (
  <div className={styles["reason"]}>
    <ChipPicker
      legend={legend}
      chips={chips}
      value={value?.code}
      problem={problem}
      onChange={(code) => onChange({ ...value, code })}
    />
    <TextInput
      label={words.entry.reasonText}
      classNames={{ label: styles["label"] ?? "", input: styles["input"] ?? "" }}
      value={value?.text ?? ""}
      disabled={value === undefined}
      maxLength={2_000}
      onChange={({ currentTarget }) => value && onChange(withText(value.code, currentTarget.value))}
    />
  </div>
);

const withText = <Code extends string>(code: Code, text: string): Reason<Code> =>
  text === "" ? { code } : { code, text };
