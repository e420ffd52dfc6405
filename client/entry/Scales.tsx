import type { RefObject } from "react";

import { problemWords } from "#client/rejectionWords.ts";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { LevelPicker } from "#client/ui/LevelPicker.tsx";
import { DISSOCIATION, DISTRESS, SEDATION, type Level } from "#shared/scales/levels.ts";
import type { NotAssessedField } from "#shared/vitals/observation.ts";
import { CouldNotOpener, CouldNotReasons, NotTaken } from "./CouldNot.tsx";
import type { Judgement } from "./entryJudge.ts";
import { chooseLevel, couldNot, SCALES, takeBackCouldNot, type ScaleField } from "./entryModel.ts";
import { lastOf, type FieldsProps } from "./NumberFields.tsx";
import styles from "./Scales.module.css";
import { Symptoms } from "./Symptoms.tsx";
import { entryWords } from "./words.ts";

const LEVELS: Readonly<Record<ScaleField, readonly Level[]>> = {
  sedation: SEDATION,
  dissociation: DISSOCIATION,
  distress: DISTRESS,
};

/** One tap each, with what the level means on the button. */
export const Scales = ({ first, ...props }: FieldsProps & { readonly first: RefObject<HTMLDivElement | null> }) => (
  <div className={styles["scales"]} ref={first}>
    {SCALES.map((field) => (
      <Scale key={field} field={field} {...props} />
    ))}
    <div className={styles["ratings"]}>
      <ChipPicker
        legend={entryWords.ratings.legend}
        chips={(["observed", "asked"] as const).map((code) => ({ code, word: entryWords.ratings[code] }))}
        value={props.draft.ratings}
        onChange={(ratings) => props.change((draft) => ({ ...draft, ratings }))}
      />
    </div>
    <Symptoms {...props} />
  </div>
);

const Scale = ({
  field,
  draft,
  session,
  problems,
  now,
  change,
  excusing,
  excuse,
}: FieldsProps & { readonly field: ScaleField }) => {
  const why = draft.notAssessed[field];
  const problem = missing(problems, field) && entryWords.choose;
  if (excusing === field) {
    return (
      <CouldNotReasons
        field={field}
        back={() => excuse(undefined)}
        choose={(reason) => {
          change((one) => couldNot(one, field, reason));
          excuse(undefined);
        }}
      />
    );
  }
  if (why !== undefined) {
    return (
      <div className={styles["excused"]}>
        <span className={styles["name"]}>{entryWords.fields[field]}</span>
        <NotTaken field={field} why={why} takeBack={() => change((one) => takeBackCouldNot(one, field))} />
      </div>
    );
  }
  return (
    <div className={styles["scale"]}>
      <LevelPicker
        legend={entryWords.fields[field]}
        levels={LEVELS[field]}
        look={field === "sedation" ? "words" : "scale"}
        value={draft.levels[field]}
        onChange={(level) => change((one) => chooseLevel(one, field, level))}
        last={problem ? undefined : lastOf(session, field, now)}
        problem={problem}
      />
      <span className={styles["couldNot"]}>
        <CouldNotOpener field={field} open={false} onOpen={() => excuse(field)} />
      </span>
    </div>
  );
};

export const missing = ({ refusals }: Judgement, field: NotAssessedField): string | undefined => {
  const found = refusals.find((problem) => problem.field === field);
  return found && found.kind !== "not-a-number" ? problemWords(found) : undefined;
};
