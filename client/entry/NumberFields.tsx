import { problemWords } from "#client/rejectionWords.ts";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import { duration } from "#client/words.ts";
import type { Instant } from "#shared/base/time.ts";
import { latestWith } from "#shared/session/current.ts";
import { SEDATION } from "#shared/scales/levels.ts";
import type { Session } from "#shared/session/session.ts";
import type { NotAssessedField } from "#shared/vitals/observation.ts";
import { CouldNotOpener, NotTaken } from "./CouldNot.tsx";
import type { Judgement } from "./entryJudge.ts";
import { excuseOf, takeBackCouldNot, type Draft, type NumberField } from "./entryModel.ts";
import styles from "./NumberFields.module.css";
import { entryWords } from "./words.ts";

export interface FieldsProps {
  readonly draft: Draft;
  readonly session: Session;
  readonly required: readonly NotAssessedField[];
  readonly problems: Judgement;
  readonly now: Instant;
  readonly change: (change: (draft: Draft) => Draft) => void;
  /** The field whose reasons are open. */
  readonly excusing: NotAssessedField | undefined;
  readonly excuse: (field: NotAssessedField | undefined) => void;
}

interface NumberFieldsProps extends FieldsProps {
  readonly fields: readonly NumberField[];
  readonly padOpen: boolean;
  readonly register: (field: NumberField, input: HTMLInputElement | null) => void;
  readonly type: (field: NumberField, text: string) => void;
  readonly next: (field: NumberField) => void;
  readonly activate: (field: NumberField) => void;
}

/** The numbers in their order: the pressure in a row, under one "could not"; the rest in the next. */
export const NumberFields = (props: NumberFieldsProps) => {
  const groups = [...new Set(props.fields.map(excuseOf))];
  const others = groups.filter((group) => group !== "bp");
  return (
    <div className={styles["fields"]}>
      {[groups.filter((group) => group === "bp"), others]
        .filter((row) => row.length > 0)
        .map((row) => (
          <div key={row[0]} className={styles["row"]}>
            {row.map((group) => (
              <Group key={group} {...props} group={group} />
            ))}
          </div>
        ))}
    </div>
  );
};

const Group = (props: NumberFieldsProps & { readonly group: ReturnType<typeof excuseOf> }) => {
  const { draft, group, excusing, excuse, change } = props;
  const why = draft.notAssessed[group];
  const members = props.fields.filter((field) => excuseOf(field) === group);
  return (
    <div className={styles["group"]} data-group={group} data-excused={why !== undefined}>
      {why !== undefined ? (
        <>
          <span className={styles["name"]}>{entryWords.fields[group]}</span>
          <NotTaken
            field={group}
            why={why}
            short={group !== "bp"}
            takeBack={() => change((one) => takeBackCouldNot(one, group))}
          />
        </>
      ) : (
        <>
          {members.map((field, index) => (
            <div key={field} className={styles["field"]}>
              {index > 0 && (
                <span className={styles["stroke"]} aria-hidden="true">
                  /
                </span>
              )}
              <OneNumber {...props} field={field} />
            </div>
          ))}
          <span className={group === "bp" ? styles["beside"] : styles["inside"]}>
            <CouldNotOpener
              field={group}
              open={excusing === group}
              onOpen={() => excuse(excusing === group ? undefined : group)}
            />
          </span>
        </>
      )}
    </div>
  );
};

const OneNumber = ({
  field,
  draft,
  session,
  required,
  problems,
  now,
  padOpen,
  register,
  type,
  next,
  activate,
}: NumberFieldsProps & { readonly field: NumberField }) => (
  <TypedNumberField
    ref={(input) => register(field, input)}
    label={entryWords.fields[field]}
    value={draft.typed[field]}
    onChange={(text) => type(field, text)}
    onNext={() => next(field)}
    onFocus={() => activate(field)}
    padOpen={padOpen}
    required={required.includes(excuseOf(field))}
    problem={problemAt(problems, field)}
    last={lastOf(session, field, now)}
  />
);

const problemAt = ({ refusals }: Judgement, field: NumberField): string | undefined => {
  const found = refusals.find(
    (problem) =>
      problem.field === field || (problem.kind === "missing" && problem.field === excuseOf(field) && field !== "dbp"),
  );
  if (!found) return undefined;
  return found.kind === "not-a-number" ? found.words : problemWords(found);
};

/** EN1. The last value stands beside the field and never in it. */
export const lastOf = (
  session: Session,
  field: NumberField | "sedation" | "dissociation" | "distress",
  now: Instant,
): string | undefined => {
  const last = latestWith(session, field);
  const value = last?.values[field];
  if (!last || value === undefined) return undefined;
  const word = field === "sedation" ? SEDATION.find((level) => level.value === value)?.word : undefined;
  return entryWords.last(word ?? String(value), duration(now - last.observedAt));
};
