import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { CouldNotOpener, CouldNotReasons, NotTaken } from "./CouldNot.tsx";
import { choose, couldNot, takeBackCouldNot } from "./entryModel.ts";
import styles from "./Choices.module.css";
import { CHOICES, isAssessed, type ChoiceField } from "./fields.ts";
import type { FieldsProps } from "./NumberFields.tsx";
import { missing } from "./Scales.tsx";
import { entryWords } from "./words.ts";

interface ChoicesProps extends FieldsProps {
  readonly fields: readonly ChoiceField[];
  /** Few of them, and what the sheet is about. */
  readonly large?: boolean;
}

/** What is said by a word, such as how the patient walks or on which arm the cuff is. */
export const Choices = ({ fields, large = false, ...props }: ChoicesProps) =>
  fields.length === 0 ? null : (
    <div className={styles["choices"]} data-large={large}>
      {fields.map((field) => (
        <Choice key={field} {...props} field={field} />
      ))}
    </div>
  );

const Choice = ({ field, ...props }: FieldsProps & { readonly field: ChoiceField }) => {
  const { draft, problems, change } = props;
  const words: Readonly<Record<string, string>> = entryWords.choices[field];
  const chosen = draft.chosen[field];
  return (
    <section className={styles["choice"]}>
      {/* Several can be tapped and the last one counts, so that a tap on the chosen one takes it back. */}
      <ChipPicker<string>
        many
        legend={words["legend"]}
        chips={CHOICES[field].map((code) => ({ code, word: words[code] ?? code }))}
        value={chosen === undefined ? [] : [chosen]}
        onChange={(codes) => change((one) => choose(one, field, codes.at(-1)))}
        problem={isAssessed(field) ? missing(problems, field) : undefined}
      />
      {isAssessed(field) && <Excuse {...props} field={field} />}
    </section>
  );
};

const Excuse = ({
  field,
  draft,
  change,
  excusing,
  excuse,
}: FieldsProps & { readonly field: Extract<ChoiceField, "orientation" | "gait" | "suicidality"> }) => {
  const why = draft.notAssessed[field];
  if (why !== undefined)
    return <NotTaken field={field} why={why} takeBack={() => change((one) => takeBackCouldNot(one, field))} />;
  if (excusing !== field) return <CouldNotOpener field={field} open={false} onOpen={() => excuse(field)} />;
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
};
