import { useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import { duration } from "#client/words.ts";
import { clockTime } from "#shared/base/time.ts";
import { infusionOf, type DoseFact, type Infusion } from "#shared/session/dose.ts";
import type { ChairView } from "./chairModel.ts";
import { doseFactWords } from "./doseWords.ts";
import styles from "./DosePanel.module.css";
import type { DoseForm } from "./opened.ts";
import { staffName } from "./personWords.ts";
import { treatmentWords } from "./treatmentWords.ts";

const { dose: words } = treatmentWords;

interface DosePanelProps {
  readonly view: ChairView;
  readonly open: (form: DoseForm) => void;
  readonly correct: (fact: DoseFact) => void;
}

/** What the pump does, the hand on it, and every fact about it with its flags. */
export const DosePanel = ({ view, open, correct }: DosePanelProps) => {
  const may = useMay();
  const infusion = infusionOf(view.session.doseFacts);
  return (
    <Card title={words.title} aside={stateWords(infusion, view)}>
      {may("start-infusion") && (
        <div className={styles["controls"]}>
          {FORMS[infusion.phase].map((form) => (
            <Action key={form} size="glove" kind={form === "end" ? "strong" : "plain"} onClick={() => open(form)}>
              {words[form]}
            </Action>
          ))}
        </div>
      )}
      <Facts view={view} correct={may("correct-dose-fact") ? correct : undefined} />
    </Card>
  );
};

const FORMS: Readonly<Record<Infusion["phase"], readonly DoseForm[]>> = {
  "not-started": ["start", "abort"],
  running: ["pause", "rate", "end"],
  paused: ["resume", "end"],
  ended: ["resume"],
};

const stateWords = (infusion: Infusion, { now, zone }: ChairView): string => {
  switch (infusion.phase) {
    case "not-started":
      return words.notStarted;
    case "running": {
      const left = infusion.plannedEnd(now) - now;
      return left > 0 ? words.running(duration(left)) : words.empty;
    }
    case "paused":
      return words.paused(clockTime(infusion.pausedSince ?? now, zone));
    case "ended":
      return words.ended(clockTime(infusion.endedAt, zone), infusion.givenMg);
  }
};

const Facts = ({
  view,
  correct,
}: {
  readonly view: ChairView;
  readonly correct: ((fact: DoseFact) => void) | undefined;
}) => {
  const directory = useDirectory();
  return (
    <ol className={styles["facts"]}>
      {view.session.doseFacts.map((fact) => (
        <li key={fact.id} className={styles["fact"]} data-struck={fact.struck}>
          <span className={styles["time"]}>{clockTime(fact.at, view.zone)}</span>
          <span className={styles["what"]}>
            <span className={styles["text"]}>{doseFactWords(fact)}</span>
            <span className={styles["by"]}>
              {staffName(directory, fact.by)}
              {fact.corrections.map(({ from, recordedAt }) => (
                <s key={recordedAt}>{words.was(clockTime(from, view.zone))}</s>
              ))}
              {fact.struck && <em>{words.struck}</em>}
            </span>
            {fact.flags.length > 0 && (
              <span className={styles["flags"]}>
                {fact.flags.map((flag) => (
                  <span key={flag}>⚑ {words.flags[flag]}</span>
                ))}
              </span>
            )}
          </span>
          {correct && (
            <Action kind="quiet" aria-label={`${words.correct}: ${doseFactWords(fact)}`} onClick={() => correct(fact)}>
              {words.correct}
            </Action>
          )}
        </li>
      ))}
    </ol>
  );
};
