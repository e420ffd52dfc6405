import { useDirectory } from "#client/store/ClinicProvider.tsx";
import type { Parameter } from "#client/ui/parameters.tsx";
import { firstName } from "#client/ui/statusWords.ts";
import { Value, type Reading } from "#client/ui/Value.tsx";
import { isStale } from "#shared/recovery/due.ts";
import { SEDATION } from "#shared/scales/levels.ts";
import { baseline, latestWith } from "#shared/session/current.ts";
import { doseOf } from "#shared/session/dose.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import type { ChairView } from "./chairModel.ts";
import { staffName } from "./personWords.ts";
import styles from "./Vitals.module.css";
import { chairWords } from "./words.ts";

const SHOWN = [
  "bp",
  "hr",
  "spo2",
  "rr",
  "sedation",
  "dissociation",
  "distress",
] as const satisfies readonly Parameter[];

/** The newest of each value, with its age, its taker and where it stands against the baseline. */
export const Vitals = ({ view }: { readonly view: ChairView }) => {
  const directory = useDirectory();
  return (
    <div className={styles["vitals"]} role="group" aria-label={chairWords.vitals.title} aria-live="polite">
      {SHOWN.map((of) => (
        <Value
          key={of}
          of={of}
          size="page"
          reading={readingOf(view, of, (id) => firstName(staffName(directory, id)))}
        />
      ))}
    </div>
  );
};

const readingOf = (
  { session, protocol, now }: ChairView,
  of: Parameter,
  name: (id: string) => string,
): Reading | undefined => {
  const field = of === "bp" ? "sbp" : of;
  const found = latestWith(session, field);
  const value = found?.values[field];
  if (!found || value === undefined) return undefined;
  const infusion = doseOf(session.doseFacts);
  const t0 = infusion.phase === "not-started" ? undefined : infusion.t0;
  const before = t0 !== undefined && found.observedAt > t0 ? baseline(session, t0, field) : undefined;
  return {
    text: textOf(of, value, found),
    ageMs: Math.max(0, now - found.observedAt),
    stale: t0 !== undefined && isStale(session, protocol, found.observedAt, now),
    source: name(found.by),
    ...(before !== undefined && { against: { baseline: String(before), direction: directionOf(value, before) } }),
  };
};

const textOf = (of: Parameter, value: number, { values }: Observation): string => {
  if (of === "bp") return `${value}/${values.dbp ?? "?"}`;
  const word = of === "sedation" ? SEDATION.find((level) => level.value === value)?.word : undefined;
  return word ?? String(value);
};

const directionOf = (value: number, before: number) => (value > before ? "above" : value < before ? "below" : "level");
