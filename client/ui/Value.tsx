import { VisuallyHidden } from "@mantine/core";

import { words } from "#client/words.ts";
import { Age } from "./Age.tsx";
import { PARAMETERS, type Parameter } from "./parameters.tsx";
import styles from "./Value.module.css";

export interface Reading {
  readonly text: string;
  readonly ageMs: number;
  readonly stale: boolean;
  /** Who or what it came from. */
  readonly source?: string;
  readonly against?: { readonly baseline: string; readonly direction: "above" | "below" | "level" };
}

interface ValueProps {
  readonly of: Parameter;
  /** Undefined: nobody has taken it, and that is what it says. */
  readonly reading: Reading | undefined;
  readonly size?: "card" | "page" | "wall";
}

/** One number with all that it needs to be believed: what it is, its unit, its age, its source, its baseline. */
export const Value = ({ of, reading, size = "card" }: ValueProps) => {
  const { name, label, unit } = PARAMETERS[of];
  return (
    <div
      className={styles["value"]}
      role="group"
      aria-label={name}
      data-of={of}
      data-size={size}
      data-stale={reading?.stale}
    >
      <span className={styles["label"]}>
        <span aria-hidden="true">{label}</span>
        {unit && <span className={styles["unit"]}>{unit}</span>}
      </span>
      {reading ? <Number {...reading} /> : <span className={styles["none"]}>{words.value.notTaken}</span>}
    </div>
  );
};

const Number = ({ text, ageMs, stale, source, against }: Reading) => (
  <>
    <span className={styles["line"]}>
      <span className={styles["number"]}>{text}</span>
      {against && <Against {...against} />}
    </span>
    <span className={styles["facts"]}>
      <Age ms={ageMs} stale={stale} />
      {source && <span className={styles["source"]}>{source}</span>}
    </span>
  </>
);

const ARROW = { above: "M2 9 6 3l4 6z", below: "M2 3l4 6 4-6z", level: "M1 4.2h10M1 7.8h10" };

const Against = ({ baseline, direction }: NonNullable<Reading["against"]>) => (
  <span className={styles["against"]} data-direction={direction}>
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <path d={ARROW[direction]} />
    </svg>
    <VisuallyHidden>{words.value.against[direction](baseline)}</VisuallyHidden>
  </span>
);
