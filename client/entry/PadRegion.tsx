import { NumberPad } from "#client/ui/NumberPad.tsx";
import type { NotAssessedField } from "#shared/vitals/observation.ts";
import { CouldNotReasons } from "./CouldNot.tsx";
import { couldNot, fieldAfter } from "./entryModel.ts";
import { excuseOf, isAssessed, typingOf, type NumberField } from "./fields.ts";
import { KeyboardLine } from "./KeyboardLine.tsx";
import type { FieldsProps } from "./NumberFields.tsx";
import styles from "./PadRegion.module.css";
import { Unusual } from "./Unusual.tsx";

interface PadRegionProps extends FieldsProps {
  /** The numbers above it, in their order. */
  readonly numbers: readonly NumberField[];
  readonly active: NumberField | undefined;
  readonly keyboard: boolean;
  readonly type: (field: NumberField, text: string) => void;
  readonly next: (field: NumberField) => void;
  readonly focus: (field: NumberField) => void;
  readonly lineDone: () => void;
}

/** Under the numbers: the question that stands open, else the reasons that were asked for, else the keys. */
export const PadRegion = (props: PadRegionProps) => (
  <div className={styles["region"]}>
    <Region {...props} />
  </div>
);

const Region = (props: PadRegionProps) => {
  const { problems, excusing, excuse, change, keyboard, active, draft, type, next, focus } = props;
  const [question] = problems.questions;
  if (question) return <Unusual question={question} change={change} again={focus} />;
  const group = props.numbers.map(excuseOf).find((one) => one === excusing);
  if (group && isAssessed(group))
    return <CouldNotReasons field={group} back={() => excuse(undefined)} choose={(why) => giveUp(props, group, why)} />;
  if (keyboard) return <KeyboardLine change={change} done={props.lineDone} />;
  return (
    <div className={styles["pad"]}>
      <NumberPad
        value={active ? draft.typed[active] : ""}
        onChange={(text) => active && type(active, text)}
        onNext={() => active && next(active)}
        {...(active && typingOf(active).decimals > 0 ? { extra: ".", most: 4 } : { most: 3 })}
      />
    </div>
  );
};

/** EN7. The reason stands in the place of the value, and the next field has the focus. */
const giveUp = (
  { change, excuse, draft, required, numbers, focus }: PadRegionProps,
  group: NotAssessedField,
  why: Parameters<typeof couldNot>[2],
): void => {
  change((one) => couldNot(one, group, why));
  excuse(undefined);
  const last = numbers.findLast((field) => excuseOf(field) === group);
  const following = last && fieldAfter(draft, last, numbers, required);
  if (following) focus(following);
};
