import { useState } from "react";

import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { OVERRIDE_REASON, SAFEGUARD } from "#client/ui/checkWords.ts";
import { Dialog } from "#client/ui/Dialog.tsx";
import { evidenceLines } from "#client/ui/evidence.ts";
import { ReasonField } from "#client/ui/ReasonField.tsx";
import { CHECK_TITLE } from "#shared/protocol/words.ts";
import type { Check } from "#shared/recovery/criteria.ts";
import { OverrideReason, Safeguard } from "#shared/session/session.ts";
import type { CriteriaProps } from "./stepProps.ts";
import { EvidenceRow } from "./EvidenceRow.tsx";
import { newerWords } from "./newerFacts.ts";
import { overrideProblem, type OverrideDraft } from "./overrideModel.ts";
import { overrideWords, UNSEEN } from "./overrideWords.ts";
import styles from "./Step.module.css";

interface OverrideDialogProps extends CriteriaProps {
  readonly check: Check;
  readonly onClose: () => void;
}

const REASONS = OverrideReason.shape.code.options.map((code) => ({ code, word: OVERRIDE_REASON[code] }));
const SAFEGUARDS = Safeguard.shape.code.options.map((code) => ({ code, word: SAFEGUARD[code] }));

/** OV1, DC12. One check, the value that stands, why it can pass and what stands in its place: signed on what is on this screen. */
export const OverrideDialog = ({ clinic, wayOut, now, live, check, onClose }: OverrideDialogProps) => {
  const { session } = wayOut;
  const [draft, setDraft] = useState<OverrideDraft>({});
  const [problem, setProblem] = useState<string>();
  const act = useAct();
  const sign = async (): Promise<void> => {
    const { reason, safeguard } = draft;
    setProblem(overrideProblem(draft));
    if (!reason || !safeguard) return;
    const wish = { type: "override-check", check: check.id, reason, safeguard } as const;
    if (await act.run({ ...wish, sessionId: session.id, seenSeq: clinic.seq })) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={overrideWords.title(CHECK_TITLE[check.id])}
      actions={
        <>
          <ActLine act={act} zone={session.zone} refused={newerWords(act.refusal, session)} />
          <Action onClick={onClose}>{overrideWords.cancel}</Action>
          <Action kind="strong" size="glove" busy={act.busy} disabled={!live} onClick={() => void sign()}>
            {overrideWords.save}
          </Action>
        </>
      }
    >
      <div className={styles["form"]}>
        <p className={styles["note"]}>{overrideWords.lead}</p>
        <Stands check={check} zone={session.zone} now={now} />
        <ReasonField
          legend={overrideWords.reason}
          chips={REASONS}
          value={draft.reason}
          onChange={(reason) => setDraft({ ...draft, reason })}
        />
        <ReasonField
          legend={overrideWords.safeguard}
          chips={SAFEGUARDS}
          value={draft.safeguard}
          onChange={(safeguard) => setDraft({ ...draft, safeguard })}
        />
        {problem && (
          <p className={styles["wrong"]} role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
};

const Stands = ({ check, zone, now }: { readonly check: Check; readonly zone: string; readonly now: number }) => {
  const lines = evidenceLines(check.evidence);
  return (
    <div className={styles["group"]}>
      <h3>{overrideWords.nowStands}</h3>
      {lines.map((line) => (
        <EvidenceRow key={line.key} line={line} zone={zone} now={now} />
      ))}
      {lines.length === 0 && <p>{UNSEEN[check.id]}</p>}
    </div>
  );
};
