import { HeartHandshake } from "lucide-react";
import { useState } from "react";

import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import { useReturnFocus } from "#client/ui/useReturnFocus.ts";
import type { BusyCard } from "./cardModel.ts";
import styles from "./Cover.module.css";
import type { NameOf } from "./CoverDialog.tsx";
import { boardWords } from "./words.ts";

interface WithPatientProps {
  /** The patients whom this person looks after now. */
  readonly mine: readonly BusyCard[];
  readonly patientName: NameOf;
  readonly zone: string;
}

/** WP1. One tap, and one more where there are several patients to be with. */
export const WithPatient = (props: WithPatientProps) => {
  const [open, setOpen] = useState(false);
  if (props.mine.length === 0) return null;
  return (
    <>
      <Action icon={<HeartHandshake aria-hidden="true" size={18} />} onClick={() => setOpen(true)}>
        {boardWords.withPatient.act}
      </Action>
      {open && <Which {...props} onClose={() => setOpen(false)} />}
    </>
  );
};

const Which = ({ mine, patientName, zone, onClose }: WithPatientProps & { readonly onClose: () => void }) => {
  useReturnFocus();
  const act = useAct();
  const stay = async (card: BusyCard): Promise<void> => {
    if (await act.run({ type: "stay-with-patient", sessionId: card.session.id })) onClose();
  };
  return (
    <Dialog open onClose={onClose} title={boardWords.withPatient.which}>
      <div className={styles["dialog"]}>
        <p className={styles["lead"]}>{boardWords.withPatient.lead}</p>
        {mine.map((card) => (
          <Action key={card.chair.id} size="large" busy={act.busy} onClick={() => void stay(card)}>
            {[chairName(card.chair.label), patientName(card.session.patientId)].filter(Boolean).join(" · ")}
          </Action>
        ))}
        <ActLine act={act} zone={zone} />
      </div>
    </Dialog>
  );
};
