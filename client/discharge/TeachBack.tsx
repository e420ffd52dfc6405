import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import styles from "./DoorReminder.module.css";
import type { Language } from "./patientWords.ts";
import { words } from "./words.ts";

type Escort = "heard" | "not-present";
export interface Answers {
  readonly patient: boolean;
  readonly escort: Escort | undefined;
}

interface TeachBackProps {
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** What staff ask, and what they heard. */
export const TeachBack = ({ answers, onChange, language, onLanguage }: TeachBackProps) => (
  <div className={styles["teach"]}>
    <ChipPicker legend={words.reminder.language} chips={LANGUAGES} value={language} onChange={onLanguage} />
    <ChipPicker
      many
      legend={<Questions />}
      chips={[{ code: "said", word: words.reminder.patientSaid }]}
      value={answers.patient ? ["said"] : []}
      onChange={(said) => onChange({ ...answers, patient: said.length > 0 })}
    />
    <ChipPicker
      legend={words.reminder.escortQuestion}
      chips={ESCORT}
      value={answers.escort}
      onChange={(escort) => onChange({ ...answers, escort })}
    />
  </div>
);

const Questions = () => (
  <>
    {words.reminder.ask} <span className={styles["questions"]}>{words.reminder.teachBack.join(" ")}</span>
  </>
);

const LANGUAGES = (["en", "es"] as const).map((code) => ({ code, word: words.languages[code] }));
const ESCORT: readonly { readonly code: Escort; readonly word: string }[] = [
  { code: "heard", word: words.reminder.escortHeard },
  { code: "not-present", word: words.reminder.escortAbsent },
];
