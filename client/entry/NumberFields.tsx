import { problemWords } from "#client/rejectionWords.ts";
import { OxygenName } from "#client/ui/OxygenName.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import { duration } from "#client/words.ts";
import type { Instant } from "#shared/base/time.ts";
import { latestWith } from "#shared/session/current.ts";
import { SEDATION } from "#shared/scales/levels.ts";
import type { Session } from "#shared/session/session.ts";
import type { NotAssessedField } from "#shared/vitals/observation.ts";
import { CouldNotOpener, NotTaken } from "./CouldNot.tsx";
import type { Judgement } from "./entryJudge.ts";
import { takeBackCouldNot, type Draft } from "./entryModel.ts";
import { excuseOf, isAssessed, isMeasure, typingOf, type NumberField, type ScaleField } from "./fields.ts";
import styles from "./NumberFields.module.css";
import { entryWords } from "./words.ts";

export interface FieldsProps {
  readonly draft: Draft;
  readonly session: Session;
  readonly required: readonly NotAssessedField[];
  /** EN17. Of them what needs a word: asked for because of what was entered, or where nobody would look for it. */
  readonly asked: readonly NotAssessedField[];
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

/** The numbers in their order: the two of a pressure in a row, under one "could not"; the rest in the next. */
export const NumberFields = (props: NumberFieldsProps) => {
  return (
    <div className={styles["fields"]}>
      {rowsOf([...new Set(props.fields.map(excuseOf))]).map((row) => (
        <div key={row[0]} className={styles["row"]} data-rare={row.some((group) => !CORE.has(group))}>
          {row.map((group) => (
            <Group key={group} {...props} group={group} />
          ))}
        </div>
      ))}
    </div>
  );
};

/** EN3. A row a pressure, the rest in one; the row whose first field comes first in the order of entry stands first. */
const rowsOf = (groups: readonly GroupId[]): readonly (readonly GroupId[])[] =>
  [...groups.filter(isPressure).map((group) => [group]), groups.filter((group) => !isPressure(group))]
    .filter((row) => row.length > 0)
    .toSorted(([a], [b]) => (a && b ? groups.indexOf(a) - groups.indexOf(b) : 0));

const CORE: ReadonlySet<GroupId> = new Set(["bp", "hr", "spo2", "rr", "standingSbp"]);

type GroupId = ReturnType<typeof excuseOf>;

const isPressure = (group: GroupId): boolean => group === "bp" || group === "standingSbp";

/** The name over the numbers that one "could not" speaks for. */
export const groupName = (group: GroupId): string => {
  if (group === "standingSbp") return entryWords.standing;
  return isAssessed(group) ? entryWords.fields[group] : entryWords.numbers[group];
};

const Group = (props: NumberFieldsProps & { readonly group: GroupId }) => {
  const { draft, group, excusing, excuse, change } = props;
  const why = isAssessed(group) ? draft.notAssessed[group] : undefined;
  const members = props.fields.filter((field) => excuseOf(field) === group);
  return (
    <div
      className={styles["group"]}
      data-group={isPressure(group) ? "pressure" : "one"}
      data-excused={why !== undefined}
    >
      {isAssessed(group) && why !== undefined ? (
        <>
          <span className={styles["name"]}>{groupName(group)}</span>
          <NotTaken
            field={group}
            why={why}
            short={!isPressure(group)}
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
          {isAssessed(group) && (
            <span className={isPressure(group) ? styles["beside"] : styles["inside"]}>
              <CouldNotOpener
                field={group}
                open={excusing === group}
                onOpen={() => excuse(excusing === group ? undefined : group)}
              />
            </span>
          )}
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
  asked,
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
    label={field === "spo2" ? <OxygenName /> : labelOf(field)}
    decimals={typingOf(field).decimals}
    value={draft.typed[field]}
    onChange={(text) => type(field, text)}
    onNext={() => next(field)}
    onFocus={() => activate(field)}
    padOpen={padOpen}
    {...(field.startsWith("standing") ? { unit: typingOf(field).unit } : {})}
    required={isAsked(required, field)}
    problem={problemAt(problems, field)}
    last={besideWords(session, asked, field, now)}
  />
);

const besideWords = (
  session: Session,
  asked: readonly NotAssessedField[],
  field: NumberField,
  now: Instant,
): string | undefined => {
  if (field === "vomitCount") return entryWords.sinceLast;
  const said = [isAsked(asked, field) && entryWords.askedFor, lastOf(session, field, now)].filter(Boolean).join(" · ");
  return said === "" ? undefined : said;
};

const isAsked = (required: readonly NotAssessedField[], field: NumberField): boolean => {
  const group = excuseOf(field);
  return (isAssessed(group) && required.includes(group)) || (isAssessed(field) && required.includes(field));
};

/** The numbers of every sheet are known without their unit; the pressure has no room for it in its name. */
const BARE: ReadonlySet<NumberField> = new Set(["sbp", "dbp", "hr", "spo2", "rr", "standingSbp", "standingDbp"]);

const labelOf = (field: NumberField): string => {
  const name = isMeasure(field) ? entryWords.fields[field] : entryWords.numbers[field];
  return BARE.has(field) ? name : entryWords.inUnit(name, typingOf(field).unit);
};

const problemAt = ({ refusals }: Judgement, field: NumberField): string | undefined => {
  const found = refusals.find(
    (problem) => problem.field === field || (problem.kind === "missing" && problem.field === "bp" && field === "sbp"),
  );
  if (!found) return undefined;
  return found.kind === "not-a-number" ? found.words : problemWords(found);
};

/** EN1. The last value stands beside the field and never in it. */
export const lastOf = (session: Session, field: NumberField | ScaleField, now: Instant): string | undefined => {
  if (field === "litresPerMin" || field === "vomitCount") return undefined;
  const last = latestWith(session, field);
  const value = last?.values[field];
  if (!last || value === undefined) return undefined;
  const word = field === "sedation" ? SEDATION.find((level) => level.value === value)?.word : undefined;
  return entryWords.last(word ?? String(value), duration(now - last.observedAt));
};
