import { useState } from "react";

import { useAct } from "#client/store/useAct.ts";
import { useStaffName } from "#client/store/useStaffName.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import type { PersonId } from "#shared/base/ids.ts";
import { dayAndTime, HOUR } from "#shared/base/time.ts";
import { useNow } from "#client/connection/LinkProvider.tsx";
import type { FitProps } from "./stepProps.ts";
import { newerWords } from "./newerFacts.ts";
import styles from "./Step.module.css";
import { words } from "./words.ts";
import { isPrescriber, membersWho } from "#shared/clinic/clinic.ts";

/** LV1, DC13. Who said so, by name, read back; and until when they sign it. */
export const VerbalWord = ({ clinic, wayOut, live, onClose }: FitProps & { readonly onClose: () => void }) => {
  const { session, protocol } = wayOut;
  const name = useStaffName();
  const now = useNow(10_000);
  const [prescriber, setPrescriber] = useState<PersonId>();
  const act = useAct();
  const due = dayAndTime(now + protocol.gate.cosignWithinHours * HOUR, session.zone);
  const save = async (): Promise<void> => {
    const wish = { type: "record-verbal-countersign", sessionId: session.id, seenSeq: clinic.seq } as const;
    if (prescriber && (await act.run({ ...wish, prescriber }))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.fit.verbal.title}
      actions={
        <>
          <ActLine act={act} zone={session.zone} refused={newerWords(act.refusal, session)} />
          <Action onClick={onClose}>{words.close}</Action>
          <Action
            kind="primary"
            size="glove"
            busy={act.busy}
            disabled={!live || !prescriber}
            onClick={() => void save()}
          >
            {words.fit.verbal.save}
          </Action>
        </>
      }
    >
      <div className={styles["form"]}>
        <ChipPicker
          legend={words.fit.verbal.who}
          chips={membersWho(clinic, isPrescriber).map((code) => ({ code, word: name(code) ?? words.fit.someone }))}
          value={prescriber}
          onChange={setPrescriber}
        />
        <p className={styles["note"]}>{words.fit.verbal.toBeSigned(due)}</p>
      </div>
    </Dialog>
  );
};
