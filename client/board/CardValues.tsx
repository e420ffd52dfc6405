import { Age } from "#client/ui/Age.tsx";
import { PARAMETERS } from "#client/ui/parameters.tsx";
import { Value, type Reading } from "#client/ui/Value.tsx";
import { words } from "#client/words.ts";
import type { Density } from "./density.ts";
import type { Readings } from "./readings.ts";
import styles from "./CardValues.module.css";

interface CardValuesProps {
  readonly readings: Readings;
  readonly density: Density;
}

const FULL = ["bp", "hr", "spo2", "rr"] as const;
const DENSE = ["bp", "spo2"] as const;

/** BD3. The latest of each, each with its age; what was never taken says so. */
export const CardValues = ({ readings, density }: CardValuesProps) =>
  density === "dense" ? (
    <div className={styles["lines"]} data-density={density}>
      {DENSE.map((of) => (
        <ValueLine key={of} of={of} reading={readings[of]} />
      ))}
    </div>
  ) : (
    <>
      <div className={styles["values"]} data-density={density}>
        {FULL.map((of) => (
          <Value key={of} of={of} reading={readings[of]} />
        ))}
      </div>
      <div className={styles["lines"]}>
        <ValueLine of="dissociation" reading={readings.dissociation} />
        <ValueLine of="distress" reading={readings.distress} />
      </div>
    </>
  );

interface LineProps {
  readonly of: "bp" | "spo2" | "rr" | "dissociation" | "distress";
  readonly reading: Reading | undefined;
}

/** A value on one line: its name, its number, its age. */
export const ValueLine = ({ of, reading }: LineProps) => (
  <span
    className={styles["line"]}
    role="group"
    aria-label={PARAMETERS[of].name}
    data-of={of}
    data-stale={reading?.stale}
  >
    <span className={styles["label"]} aria-hidden="true">
      {PARAMETERS[of].label}
    </span>
    {reading ? (
      <>
        <span className={`${styles["number"]} number`}>{reading.text}</span>
        <Age ms={reading.ageMs} stale={reading.stale} />
      </>
    ) : (
      <span className={styles["none"]}>{words.value.notTaken}</span>
    )}
  </span>
);
