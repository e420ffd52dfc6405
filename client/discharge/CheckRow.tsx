import { useState } from "react";

import { usePlace } from "#client/store/ClinicProvider.tsx";
import { useStaffName } from "#client/store/useStaffName.ts";
import { Action } from "#client/ui/Action.tsx";
import { OVERRIDE_REASON, SAFEGUARD } from "#client/ui/checkWords.ts";
import { evidenceLines } from "#client/ui/evidence.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import { CHECK_TITLE } from "#shared/protocol/words.ts";
import type { Check } from "#shared/recovery/criteria.ts";
import styles from "./CheckRow.module.css";
import type { CriteriaProps } from "./stepProps.ts";
import { EvidenceRow } from "./EvidenceRow.tsx";
import { OverrideDialog } from "./OverrideDialog.tsx";
import { passingOf } from "./overrideModel.ts";
import { overrideWords, UNSEEN } from "./overrideWords.ts";
import { words } from "./words.ts";

interface CheckRowProps extends CriteriaProps {
  readonly check: Check;
}

/** DC12. One check: its verdict, what it rests on, whose move it is, and who let it pass if somebody did. */
export const CheckRow = ({ check, ...props }: CheckRowProps) => {
  const { id, evidence, overridden } = check;
  const { zone } = props.wayOut.session;
  const lines = evidenceLines(evidence);
  return (
    <div className={styles["check"]} data-open={!overridden && check.state !== "met"}>
      <span className={styles["name"]}>{CHECK_TITLE[id]}</span>
      <span className={styles["state"]}>{verdictOf(check, zone, props.now)}</span>
      <span className={styles["evidence"]}>
        {lines.map((line) => (
          <EvidenceRow key={line.key} line={line} zone={zone} now={props.now} />
        ))}
        {lines.length === 0 && <span className={styles["none"]}>{UNSEEN[id]}</span>}
      </span>
      {overridden && <LetPass overridden={overridden} zone={zone} />}
      <MayPass check={check} {...props} />
    </div>
  );
};

const verdictOf = ({ state, whose, earliest, overridden }: Check, zone: string, now: Instant): string => {
  if (state === "met") return words.state.met;
  if (overridden) return [words.state[state], overrideWords.verdict].join(" · ");
  const from = earliest !== undefined && earliest > now ? [words.metFrom(clockTime(earliest, zone))] : [];
  return [words.state[state], ...from, words.moveOf(words.whose[whose])].join(" · ");
};

type Overridden = NonNullable<Check["overridden"]>;

/** By whom, when, why, and what stands in its place. */
const LetPass = ({ overridden, zone }: { readonly overridden: Overridden; readonly zone: string }) => {
  const { by, at, reason, safeguard } = overridden;
  const name = useStaffName()(by) ?? words.fit.someone;
  const why = [OVERRIDE_REASON[reason.code].toLowerCase(), reason.text].filter(Boolean).join(", ");
  const instead = [SAFEGUARD[safeguard.code].toLowerCase(), safeguard.text].filter(Boolean).join(", ");
  return <span className={styles["passed"]}>{overrideWords.passed(name, clockTime(at, zone), why, instead)}</span>;
};

const MayPass = ({ check, ...props }: CheckRowProps) => {
  const { clinic, wayOut, now, live } = props;
  const { roles } = usePlace();
  const [asking, setAsking] = useState(false);
  const passing = passingOf(clinic, wayOut, now, check, roles);
  return (
    <>
      {passing === "nobody" && (
        <span className={styles["never"]}>{overrideWords.never[check.id] ?? overrideWords.neverAny}</span>
      )}
      {passing === "another" && <span className={styles["never"]}>{overrideWords.notYours}</span>}
      {passing === "yours" && (
        <span className={styles["act"]}>
          <Action
            disabled={!live}
            aria-label={overrideWords.openFor(CHECK_TITLE[check.id])}
            onClick={() => setAsking(true)}
          >
            {overrideWords.open}
          </Action>
        </span>
      )}
      {asking && <OverrideDialog check={check} {...props} onClose={() => setAsking(false)} />}
    </>
  );
};
