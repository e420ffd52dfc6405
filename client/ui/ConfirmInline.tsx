import { words } from "#client/words.ts";
import { Action } from "./Action.tsx";
import styles from "./ConfirmInline.module.css";

interface ConfirmInlineProps {
  /** The unusual value as it was typed, with its unit. */
  readonly value: string;
  /** Another question than "is unusual, is it right?". */
  readonly question?: string;
  readonly onYes: () => void;
  readonly onChange: () => void;
}

/** Asks once, where the finger is, about a value that is possible and rare. */
export const ConfirmInline = ({
  value,
  question = words.confirm.unusual(value),
  onYes,
  onChange,
}: ConfirmInlineProps) => (
  <div className={styles["confirm"]} role="alert">
    <span className={styles["question"]}>{question}</span>
    <Action onClick={onChange}>{words.confirm.change}</Action>
    <Action kind="primary" onClick={onYes}>
      {words.confirm.yes(value)}
    </Action>
  </div>
);
