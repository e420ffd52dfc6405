import { useState } from "react";

import { whenOf } from "#client/entry/clockText.ts";
import { useTabletNow } from "#client/entry/useWish.ts";
import { WhenPicker } from "#client/entry/WhenPicker.tsx";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { ReasonField } from "#client/ui/ReasonField.tsx";
import { Keys, NoRideReason } from "#shared/session/session.ts";
import { rideWords } from "./rideWords.ts";
import type { StepProps } from "./stepProps.ts";
import styles from "./Step.module.css";
import { withoutRideCommand, type WithoutRideDraft } from "./withoutRide.ts";
import { words } from "./words.ts";

const { without } = rideWords;
const KEYS = Keys.options.map((code) => ({ code, word: without.keysAt[code] }));
const YES_NO = (["yes", "no"] as const).map((code) => ({ code, word: without.yesNo[code] }));
const REASONS = NoRideReason.shape.code.options.map((code) => ({ code, word: without.reasons[code] }));

interface LeftWithoutRideProps extends Pick<StepProps, "wayOut"> {
  readonly onClose: () => void;
}

/** LV13, DC14. A fact and not a wish: it can be written down whatever the link does. */
export const LeftWithoutRide = ({ wayOut: { session }, onClose }: LeftWithoutRideProps) => {
  const [draft, setDraft] = useState<WithoutRideDraft>({});
  const act = useAct();
  const now = useTabletNow()();
  const when = whenOf(draft.earlier, now, session);
  const command = withoutRideCommand(session.id, draft, when);
  const save = async (): Promise<void> => {
    if (command && (await act.run(command))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="xl"
      title={without.title}
      actions={
        <>
          {!command && <p className={styles["note"]}>{without.incomplete}</p>}
          <ActLine act={act} zone={session.zone} />
          <Action onClick={onClose}>{words.close}</Action>
          <Action kind="strong" size="glove" busy={act.busy} disabled={!command} onClick={() => void save()}>
            {without.save}
          </Action>
        </>
      }
    >
      <div className={styles["form"]}>
        <p className={styles["note"]}>{without.lead}</p>
        <WhenPicker
          typed={draft.earlier}
          onChange={(earlier) => setDraft({ ...draft, earlier })}
          when={when}
          now={now}
          zone={session.zone}
        />
        <Answers draft={draft} set={(part) => setDraft({ ...draft, ...part })} />
      </div>
    </Dialog>
  );
};

interface AnswersProps {
  readonly draft: WithoutRideDraft;
  readonly set: (part: WithoutRideDraft) => void;
}

const Answers = ({ draft, set }: AnswersProps) => (
  <>
    <ChipPicker legend={without.keys} chips={KEYS} value={draft.keys} onChange={(keys) => set({ keys })} />
    <ChipPicker legend={without.heard} chips={YES_NO} value={draft.heard} onChange={(heard) => set({ heard })} />
    <ChipPicker legend={without.told} chips={YES_NO} value={draft.told} onChange={(told) => set({ told })} />
    <ReasonField legend={without.reason} chips={REASONS} value={draft.reason} onChange={(reason) => set({ reason })} />
  </>
);
