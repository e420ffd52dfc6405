import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { ReasonField } from "#client/ui/ReasonField.tsx";
import { Keys, NoRideReason, type Session } from "#shared/session/session.ts";
import { whenOf } from "./clockText.ts";
import styles from "./LeftWithoutRide.module.css";
import { useForm } from "./useForm.ts";
import { useTabletNow } from "./useWish.ts";
import { WhenPicker } from "./WhenPicker.tsx";
import { withoutRideCommand, type WithoutRideDraft } from "./withoutRide.ts";
import { withoutRideWords as words } from "./withoutRideWords.ts";

const KEYS = Keys.options.map((code) => ({ code, word: words.keysAt[code] }));
const YES_NO = (["yes", "no"] as const).map((code) => ({ code, word: words.yesNo[code] }));
const REASONS = NoRideReason.shape.code.options.map((code) => ({ code, word: words.reasons[code] }));

interface LeftWithoutRideProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** LV13, DC14. One form at the chair and at the desk. A fact and not a wish: it can be written down whatever the link does. */
export const LeftWithoutRide = ({ session, onClose }: LeftWithoutRideProps) => {
  const [draft, setDraft, forget] = useForm<WithoutRideDraft>("left-without-ride", session.id, {});
  const act = useAct();
  const now = useTabletNow()();
  const when = whenOf(draft.earlier, now, session);
  const command = withoutRideCommand(session.id, draft, when);
  const save = async (): Promise<void> => {
    if (!command || !(await act.run(command))) return;
    forget();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="xl"
      title={words.title}
      actions={
        <>
          {!command && <p className={styles["note"]}>{words.incomplete}</p>}
          <ActLine act={act} zone={session.zone} />
          <Action onClick={onClose}>{words.close}</Action>
          <Action kind="strong" size="glove" busy={act.busy} disabled={!command} onClick={() => void save()}>
            {words.save}
          </Action>
        </>
      }
    >
      <div className={styles["form"]}>
        <p className={styles["note"]}>{words.lead}</p>
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
    <ChipPicker legend={words.keys} chips={KEYS} value={draft.keys} onChange={(keys) => set({ keys })} />
    <ChipPicker legend={words.heard} chips={YES_NO} value={draft.heard} onChange={(heard) => set({ heard })} />
    <ChipPicker legend={words.told} chips={YES_NO} value={draft.told} onChange={(told) => set({ told })} />
    <ReasonField legend={words.reason} chips={REASONS} value={draft.reason} onChange={(reason) => set({ reason })} />
  </>
);
