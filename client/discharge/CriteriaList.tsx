import { Check, CircleHelp, Clock, Minus } from "lucide-react";

import { useStaffName } from "#client/store/useStaffName.ts";
import { evidenceLines, type EvidenceLine } from "#client/ui/evidence.ts";
import { ageWords, CRITERION_TITLE } from "#client/ui/statusWords.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import type { Criterion } from "#shared/recovery/criteria.ts";
import styles from "./CriteriaList.module.css";
import { words } from "./words.ts";

interface CriteriaListProps {
  readonly criteria: readonly Criterion[];
  readonly zone: string;
  readonly now: Instant;
}

const ICON = { met: Check, "not-met": Minus, stale: Clock, unknown: CircleHelp };

/** DC2. Every check with its verdict, the values behind it, how old they are and whose; and whose move it is where it is open. */
export const CriteriaList = ({ criteria, zone, now }: CriteriaListProps) => (
  <ul className={styles["criteria"]}>
    {criteria.map((criterion) => (
      <CriterionRow key={criterion.id} criterion={criterion} zone={zone} now={now} />
    ))}
  </ul>
);

type RowProps = Pick<CriteriaListProps, "zone" | "now"> & { readonly criterion: Criterion };

const CriterionRow = ({ criterion, zone, now }: RowProps) => {
  const { id, state, evidence } = criterion;
  const Icon = ICON[state];
  return (
    <li className={styles["criterion"]} data-state={state}>
      <Icon aria-hidden="true" />
      <span className={styles["name"]}>
        <strong>{CRITERION_TITLE[id]}</strong>
        <span className={styles["state"]}>{verdictWords(criterion, zone, now)}</span>
      </span>
      <span className={styles["evidence"]}>
        {evidenceLines(evidence).map((line) => (
          <EvidenceRow key={line.key} line={line} zone={zone} now={now} />
        ))}
        {unseen(criterion).map((text) => (
          <span key={text} className={styles["none"]}>
            {text}
          </span>
        ))}
      </span>
    </li>
  );
};

const EvidenceRow = ({ line, zone, now }: Pick<RowProps, "zone" | "now"> & { readonly line: EvidenceLine }) => {
  const name = useStaffName()(line.by);
  return (
    <span className={styles["line"]}>
      <span>{line.text}</span>
      <span className={styles["source"]}>
        {[clockTime(line.observedAt, zone), ageWords(line.observedAt, now), line.by && (name ?? words.fit.someone)]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </span>
  );
};

/** Unknown says what is unknown: the part of a check that nobody has looked at since the dose ended. */
const unseen = ({ id, evidence }: Criterion): readonly string[] =>
  Object.entries(words.parts[id]).flatMap(([measure, text]) =>
    evidence.some((one) => one.measure === measure) ? [] : [text],
  );

const verdictWords = ({ state, whose, earliest }: Criterion, zone: string, now: Instant): string => {
  if (state === "met") return words.state.met;
  const from = earliest !== undefined && earliest > now ? [words.metFrom(clockTime(earliest, zone))] : [];
  return [words.state[state], ...from, words.moveOf(words.whose[whose])].join(" · ");
};
