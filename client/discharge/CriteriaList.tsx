import { Check as Met, ChevronDown, CircleHelp, Clock, Minus } from "lucide-react";
import { useId, useState } from "react";

import { evidenceLines } from "#client/ui/evidence.ts";
import { CRITERION_TITLE } from "#client/ui/statusWords.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import type { Criterion } from "#shared/recovery/criteria.ts";
import { CheckRow } from "./CheckRow.tsx";
import styles from "./CriteriaList.module.css";
import { EvidenceRow } from "./EvidenceRow.tsx";
import type { CriteriaProps } from "./stepProps.ts";
import { words } from "./words.ts";

const ICON = { met: Met, "not-met": Minus, stale: Clock, unknown: CircleHelp };

/** DC2, DC12. Every exit group with its verdict; it opens to the checks behind it. What is open stands open. */
export const CriteriaList = (props: CriteriaProps) => (
  <ul className={styles["criteria"]}>
    {props.wayOut.readiness.criteria.map((criterion) => (
      <CriterionRow key={criterion.id} criterion={criterion} {...props} />
    ))}
  </ul>
);

const CriterionRow = ({ criterion, ...props }: CriteriaProps & { readonly criterion: Criterion }) => {
  const { id, state, evidence, checks } = criterion;
  const [open, setOpen] = useState(state !== "met");
  const inside = useId();
  const { zone } = props.wayOut.session;
  const Icon = ICON[state];
  return (
    <li className={styles["criterion"]} data-state={state}>
      <button
        type="button"
        className={styles["group"]}
        aria-expanded={open}
        aria-controls={inside}
        onClick={() => setOpen(!open)}
      >
        <Icon aria-hidden="true" />
        <span className={styles["name"]}>
          <strong>{CRITERION_TITLE[id]}</strong>
          <span className={styles["state"]}>{verdictWords(criterion, zone, props.now)}</span>
        </span>
        <ChevronDown aria-hidden="true" className={styles["turn"]} />
      </button>
      <div id={inside} className={styles["inside"]}>
        {open
          ? checks.map((check) => <CheckRow key={check.id} check={check} {...props} />)
          : evidenceLines(evidence).map((line) => (
              <EvidenceRow key={line.key} line={line} zone={zone} now={props.now} />
            ))}
      </div>
    </li>
  );
};

const verdictWords = ({ state, whose, earliest, checks }: Criterion, zone: string, now: Instant): string => {
  if (state === "met") return checks.some(({ overridden }) => overridden) ? words.state.passed : words.state.met;
  const from = earliest !== undefined && earliest > now ? [words.metFrom(clockTime(earliest, zone))] : [];
  return [words.state[state], ...from, words.moveOf(words.whose[whose])].join(" · ");
};
