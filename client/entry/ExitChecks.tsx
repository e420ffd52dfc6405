import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { CouldNotOpener, CouldNotReasons, NotTaken } from "./CouldNot.tsx";
import { couldNot, takeBackCouldNot, type Draft } from "./entryModel.ts";
import styles from "./ExitChecks.module.css";
import type { FieldsProps } from "./NumberFields.tsx";
import { missing } from "./Scales.tsx";
import { entryWords } from "./words.ts";

const { exit: words } = entryWords;

/** What only a look at the standing patient can say. */
export const ExitChecks = (props: FieldsProps) => (
  <div className={styles["checks"]}>
    <Check
      {...props}
      field="orientation"
      chips={[
        ["oriented", words.orientation.oriented],
        ["not-oriented", words.orientation["not-oriented"]],
      ]}
    />
    <Check
      {...props}
      field="gait"
      chips={[
        ["as-on-arrival", words.gait["as-on-arrival"]],
        ["unsteady", words.gait.unsteady],
      ]}
    />
  </div>
);

type Field = "orientation" | "gait";

type Code = NonNullable<Draft[Field]>;

interface CheckProps extends FieldsProps {
  readonly field: Field;
  readonly chips: readonly (readonly [Code, string])[];
}

const Check = ({ field, chips, draft, problems, change, excusing, excuse }: CheckProps) => {
  const why = draft.notAssessed[field];
  const choose = (code: Code) => change((one) => ({ ...takeBackCouldNot(one, field), [field]: code }));
  return (
    <section className={styles["check"]}>
      <ChipPicker
        legend={words[field].legend}
        chips={chips.map(([code, word]) => ({ code, word }))}
        value={why === undefined ? draft[field] : undefined}
        onChange={choose}
        problem={missing(problems, field)}
      />
      {why !== undefined && (
        <NotTaken field={field} why={why} takeBack={() => change((one) => takeBackCouldNot(one, field))} />
      )}
      {excusing === field ? (
        <CouldNotReasons
          field={field}
          back={() => excuse(undefined)}
          choose={(reason) => {
            change((one) => couldNot(one, field, reason));
            excuse(undefined);
          }}
        />
      ) : (
        why === undefined && <CouldNotOpener field={field} open={false} onOpen={() => excuse(field)} />
      )}
    </section>
  );
};
