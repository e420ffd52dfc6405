import { useId, type ReactNode } from "react";

import styles from "./ChipPicker.module.css";

export interface Chip<Code extends string> {
  readonly code: Code;
  readonly word: string;
}

interface Common<Code extends string> {
  readonly legend: ReactNode;
  readonly chips: readonly Chip<Code>[];
  readonly problem?: string | undefined;
  readonly disabled?: boolean;
}

interface One<Code extends string> extends Common<Code> {
  readonly many?: false;
  readonly value: Code | undefined;
  readonly onChange: (value: Code) => void;
}

interface Many<Code extends string> extends Common<Code> {
  readonly many: true;
  readonly value: readonly Code[];
  readonly onChange: (value: readonly Code[]) => void;
}

/** A few words to tap, one of them or several. Nothing is chosen beforehand. */
export const ChipPicker = <Code extends string>(props: One<Code> | Many<Code>) => {
  const { legend, chips, problem, disabled = false } = props;
  const id = useId();
  return (
    <fieldset className={styles["picker"]} disabled={disabled} aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend className={styles["legend"]}>{legend}</legend>
      <div className={styles["chips"]}>
        {chips.map(({ code, word }) => (
          <label key={code} className={styles["chip"]} data-checked={isChosen(props, code)}>
            <input
              type={props.many ? "checkbox" : "radio"}
              name={id}
              className={styles["input"]}
              checked={isChosen(props, code)}
              onChange={() => choose(props, code)}
            />
            {word}
          </label>
        ))}
      </div>
      {problem && (
        <p id={`${id}-problem`} className={styles["problem"]}>
          {problem}
        </p>
      )}
    </fieldset>
  );
};

const isChosen = <Code extends string>(props: One<Code> | Many<Code>, code: Code): boolean =>
  props.many ? props.value.includes(code) : props.value === code;

const choose = <Code extends string>(props: One<Code> | Many<Code>, code: Code): void => {
  if (!props.many) return props.onChange(code);
  const others = props.value.filter((chosen) => chosen !== code);
  props.onChange(others.length < props.value.length ? others : [...props.value, code]);
};
