import { X } from "lucide-react";

import { NotAssessed, type NotAssessedField } from "#shared/vitals/observation.ts";
import styles from "./CouldNot.module.css";
import type { Why } from "./entryModel.ts";
import { entryWords } from "./words.ts";

const { couldNot: words } = entryWords;
const fields = { ...entryWords.fields, standingSbp: entryWords.standing };

interface OpenerProps {
  readonly field: NotAssessedField;
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** Beside every field: the honest way on when there is no value. */
export const CouldNotOpener = ({ field, open, onOpen }: OpenerProps) => (
  <button
    type="button"
    className={styles["opener"]}
    aria-label={words.of(fields[field])}
    aria-expanded={open}
    onClick={onOpen}
  >
    {words.short}
  </button>
);

interface ReasonsProps {
  readonly field: NotAssessedField;
  readonly choose: (why: Why) => void;
  readonly back: () => void;
}

/** The reasons, one tap each. */
export const CouldNotReasons = ({ field, choose, back }: ReasonsProps) => (
  <div role="group" aria-label={words.why(fields[field])} className={styles["reasons"]}>
    <span className={styles["question"]}>{words.why(fields[field])}</span>
    {NotAssessed.shape.why.options.map((why, index) => (
      // eslint-disable-next-line jsx-a11y/no-autofocus -- it stands in the place of what was just tapped
      <button key={why} type="button" className={styles["reason"]} autoFocus={index === 0} onClick={() => choose(why)}>
        {words.reasons[why]}
      </button>
    ))}
    <button type="button" className={styles["back"]} onClick={back}>
      {words.back}
    </button>
  </div>
);

interface NotTakenProps {
  readonly field: NotAssessedField;
  readonly why: Why;
  readonly takeBack: () => void;
  /** Where there is room for one word only. */
  readonly short?: boolean;
}

/** In the place of the value: that there is none, and why. */
export const NotTaken = ({ field, why, takeBack, short = false }: NotTakenProps) => (
  <button
    type="button"
    className={styles["notTaken"]}
    aria-label={words.takeBack(fields[field], words.reasons[why])}
    onClick={takeBack}
  >
    {short ? words.reasons[why] : words.not(words.reasons[why])}
    <X aria-hidden="true" size={18} className={styles["cross"]} />
  </button>
);
