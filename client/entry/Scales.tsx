import { problemWords } from "#client/rejectionWords.ts";
import { LevelPicker } from "#client/ui/LevelPicker.tsx";
import { SCALES } from "#shared/scales/levels.ts";
import type { NotAssessedField } from "#shared/vitals/observation.ts";
import { CouldNotOpener, CouldNotReasons, NotTaken } from "./CouldNot.tsx";
import type { Judgement } from "./entryJudge.ts";
import { chooseLevel, couldNot, takeBackCouldNot } from "./entryModel.ts";
import type { ScaleField } from "./fields.ts";
import { lastOf, type FieldsProps } from "./NumberFields.tsx";
import styles from "./Scales.module.css";
import { entryWords } from "./words.ts";

/** One tap each, with what the level means on the button. */
export const Scales = ({ fields, ...props }: FieldsProps & { readonly fields: readonly ScaleField[] }) =>
  fields.length === 0 ? null : (
    <div className={styles["scales"]}>
      {fields.map((field) => (
        <Scale key={field} field={field} {...props} />
      ))}
    </div>
  );

const LOOK: Readonly<Partial<Record<ScaleField, "words">>> = { sedation: "words", rass: "words" };

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
    <div className={styles["scale"]} data-scale={field}>
      <LevelPicker
        legend={entryWords.fields[field]}
        levels={SCALES[field]}
        look={LOOK[field] ?? "scale"}
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
