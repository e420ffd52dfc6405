import { useStaffName } from "#client/store/useStaffName.ts";
import type { EvidenceLine } from "#client/ui/evidence.ts";
import { ageWords } from "#client/ui/statusWords.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import styles from "./CriteriaList.module.css";
import { words } from "./words.ts";

interface EvidenceRowProps {
  readonly line: EvidenceLine;
  readonly zone: string;
  readonly now: Instant;
}

/** What a check rests on: the value, when it was true, how old that is, and whose it is. */
export const EvidenceRow = ({ line, zone, now }: EvidenceRowProps) => {
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
