import { useId, type ReactNode } from "react";

import styles from "./LevelPicker.module.css";

/** A level that a person can tap; see shared/scales/levels.ts. */
export interface PickableLevel {
  readonly value: number;
  readonly word: string;
  readonly meaning: string;
}

interface LevelPickerProps {
  readonly legend: ReactNode;
  readonly levels: readonly PickableLevel[];
  /** Undefined: nothing is chosen, and nothing is chosen for anybody. */
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
  /** `words`: few levels, the meaning on each button. `scale`: 0 to 10, the meanings in bands below. */
  readonly look?: "words" | "scale";
  readonly last?: string | undefined;
  readonly problem?: string | undefined;
  readonly disabled?: boolean;
}

/** One tap gives a level and says what it means. Native radio buttons: one tab stop, arrows move, a reader counts. */
export const LevelPicker = ({
  legend,
  levels,
  value,
  onChange,
  look = "words",
  last,
  problem,
  disabled = false,
}: LevelPickerProps) => {
  const id = useId();
  const chosen = levels.find((level) => level.value === value);
  return (
    <fieldset
      className={styles["picker"]}
      data-look={look}
      disabled={disabled}
      aria-describedby={problem ? `${id}-problem` : undefined}
    >
      <legend className={styles["legend"]}>
        {legend}
        {last && <span className={styles["last"]}>{last}</span>}
        {look === "scale" && chosen && <span className={styles["chosen"]}>{chosen.meaning}</span>}
      </legend>
      <div className={styles["levels"]}>
        {levels.map((level) => (
          <Choice
            key={level.value}
            group={id}
            level={level}
            checked={level.value === value}
            choose={onChange}
            look={look}
          />
        ))}
        {look === "scale" && bands(levels).map((band) => <Band key={band.from} {...band} />)}
      </div>
      {problem && (
        <p id={`${id}-problem`} className={styles["problem"]}>
          {problem}
        </p>
      )}
    </fieldset>
  );
};

interface ChoiceProps {
  readonly group: string;
  readonly level: PickableLevel;
  readonly checked: boolean;
  readonly choose: (value: number) => void;
  readonly look: "words" | "scale";
}

const Choice = ({ group, level, checked, choose, look }: ChoiceProps) => (
  <label className={styles["level"]} data-checked={checked}>
    <input
      type="radio"
      name={group}
      className={styles["input"]}
      checked={checked}
      aria-label={`${level.word}, ${level.meaning}`}
      onChange={() => choose(level.value)}
    />
    <span className={styles["word"]}>{level.word}</span>
    {look === "words" && <span className={styles["meaning"]}>{level.meaning}</span>}
  </label>
);

interface BandOf {
  readonly from: number;
  readonly span: number;
  readonly meaning: string;
}

const Band = ({ from, span, meaning }: BandOf) => (
  <span className={styles["band"]} style={{ gridColumn: `${from + 1} / span ${span}` }} aria-hidden="true">
    {meaning}
  </span>
);

/** Neighbours that mean the same share one line of words. */
const bands = (levels: readonly PickableLevel[]): readonly BandOf[] =>
  levels.reduce<readonly BandOf[]>((found, { meaning }, index) => {
    const last = found.at(-1);
    if (last?.meaning !== meaning) return [...found, { from: index, span: 1, meaning }];
    return [...found.slice(0, -1), { ...last, span: last.span + 1 }];
  }, []);
