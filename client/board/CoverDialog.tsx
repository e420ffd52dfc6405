import { useState } from "react";

import { newId } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { firstName } from "#client/ui/statusWords.ts";
import { useReturnFocus } from "#client/ui/useReturnFocus.ts";
import type { CoverId, PatientId, PersonId } from "#shared/base/ids.ts";
import { clockTime, MINUTE, type Instant } from "#shared/base/time.ts";
import type { BusyCard } from "./cardModel.ts";
import styles from "./Cover.module.css";
import type { Colleague } from "./coverModel.ts";
import { Summaries } from "./Summaries.tsx";
import { boardWords } from "./words.ts";

export type NameOf = (id: PatientId) => string | undefined;

interface CoverDialogProps {
  readonly mine: readonly BusyCard[];
  readonly colleagues: readonly Colleague[];
  readonly staffName: (id: string) => string | undefined;
  readonly patientName: NameOf;
  readonly now: Instant;
  readonly zone: string;
  readonly onClose: () => void;
}

const { cover: words } = boardWords;
/** A break, a long break, a meeting, the rest of the morning. Ours. */
const FOR_MIN = [15, 30, 60, 120] as const;

/** BD16. One dialog: who, until when, and the page that the colleague will read. Nothing moves before it is taken. */
export const CoverDialog = (props: CoverDialogProps) => {
  const { mine, colleagues, staffName, patientName, now, zone, onClose } = props;
  useReturnFocus();
  const act = useAct();
  const [coverId] = useState(() => newId<CoverId>());
  const [by, setBy] = useState<PersonId>();
  const [minutes, setMinutes] = useState<number>();
  const ask = async (): Promise<void> => {
    if (by === undefined || minutes === undefined) return;
    if (await act.run({ type: "ask-for-cover", coverId, by, until: now + minutes * MINUTE })) onClose();
  };
  const actions = (
    <Action
      kind="primary"
      size="large"
      busy={act.busy}
      disabled={by === undefined || minutes === undefined}
      onClick={() => void ask()}
    >
      {words.send}
    </Action>
  );
  if (colleagues.length === 0)
    return (
      <Dialog open onClose={onClose} title={words.title}>
        <p role="status">{words.nobody}</p>
      </Dialog>
    );
  const people = colleagues.map(({ id, backsMeUp }) => ({
    code: id,
    word: [firstName(staffName(id) ?? words.somebody), backsMeUp && words.backsUp].filter(Boolean).join(" · "),
  }));
  return (
    <Dialog open onClose={onClose} title={words.title} size="lg" actions={actions}>
      <div className={styles["dialog"]}>
        {!colleagues.some(({ backsMeUp }) => backsMeUp) && <p className={styles["lead"]}>{words.noBackUp}</p>}
        <ChipPicker legend={words.who} chips={people} value={by} onChange={setBy} />
        <ChipPicker
          legend={words.until}
          chips={FOR_MIN.map((one) => ({
            code: String(one),
            word: words.minutes(one, clockTime(now + one * MINUTE, zone)),
          }))}
          value={minutes === undefined ? undefined : String(minutes)}
          onChange={(code) => setMinutes(Number(code))}
        />
        <p className={styles["lead"]}>{words.stays}</p>
        <Summaries cards={mine} patientName={patientName} now={now} />
        <ActLine act={act} zone={zone} />
      </div>
    </Dialog>
  );
};
