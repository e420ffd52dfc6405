import { whenOf } from "#client/entry/clockText.ts";
import { useForm } from "#client/entry/useForm.ts";
import { useTabletNow, useWish } from "#client/entry/useWish.ts";
import { WhenPicker } from "#client/entry/WhenPicker.tsx";
import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { ReasonField } from "#client/ui/ReasonField.tsx";
import { RideKind } from "#shared/protocol/protocol.ts";
import { Keys, LeavingReason } from "#shared/session/session.ts";
import { adviceCommand, EMPTY_ADVICE, type AdviceDraft } from "./adviceModel.ts";
import type { ChairView } from "./chairModel.ts";
import styles from "./DoseDialogs.module.css";
import { FactDialog } from "./DoseDialogs.tsx";
import { staffName } from "./personWords.ts";
import { treatmentWords } from "./treatmentWords.ts";
import { chairWords } from "./words.ts";
import { isCareStaff, membersWho } from "#shared/clinic/clinic.ts";

const { advice: words, ride } = chairWords;
const { sober } = treatmentWords;

/** Nobody can be kept: one tap each, half a minute, and never called discharged. */
export const AgainstAdvice = ({ view, close }: { readonly view: ChairView; readonly close: () => void }) => {
  const wish = useWish();
  const tabletNow = useTabletNow();
  const [draft, setDraft] = useForm<AdviceDraft>("against-advice", view.session.id, EMPTY_ADVICE);
  const set = (change: AdviceDraft) => setDraft({ ...draft, ...change });
  const now = tabletNow();
  const when = whenOf(draft.earlier, now, view.session);
  const command = adviceCommand(view.session.id, draft, when);
  return (
    <FactDialog
      title={words.title}
      close={close}
      wish={wish}
      ready={command !== undefined}
      act={words.save}
      size="xl"
      record={() => command && wish.send(command, close)}
    >
      <p>{words.lead}</p>
      <WhenPicker
        typed={draft.earlier}
        onChange={(earlier) => setDraft({ ...draft, earlier })}
        when={when}
        now={now}
        zone={view.zone}
      />
      <Answers view={view} draft={draft} set={set} />
    </FactDialog>
  );
};

interface AnswersProps {
  readonly view: ChairView;
  readonly draft: AdviceDraft;
  readonly set: (change: AdviceDraft) => void;
}

const Answers = ({ view, draft, set }: AnswersProps) => {
  const yesNo = [
    { code: "yes", word: words.yes },
    { code: "no", word: words.no },
  ] as const;
  const directory = useDirectory();
  return (
    <>
      <div className={styles["pairs"]}>
        <ChipPicker
          legend={words.lastValues}
          chips={(["taken", "refused"] as const).map((code) => ({ code, word: words[code] }))}
          value={draft.lastValues}
          onChange={(lastValues) => set({ lastValues })}
        />
        <ChipPicker
          legend={words.told}
          chips={yesNo}
          value={draft.prescriberTold}
          onChange={(prescriberTold) => set({ prescriberTold })}
        />
        <ChipPicker
          legend={words.followUp}
          chips={[
            { code: "tomorrow", word: words.followUpTomorrow },
            { code: "none", word: words.followUpNo },
          ]}
          value={draft.followUp}
          onChange={(followUp) => set({ followUp })}
        />
      </div>
      <ChipPicker
        legend={words.risks}
        chips={membersWho(view.clinic, isCareStaff).map((code) => ({ code, word: staffName(directory, code) }))}
        value={draft.risksToldBy}
        onChange={(risksToldBy) => set({ risksToldBy })}
      />
      <ChipPicker
        legend={words.ride}
        chips={[
          ...RideKind.options.map((code) => ({ code, word: ride.kinds[code] })),
          { code: "none", word: ride.none } as const,
        ]}
        value={draft.ride}
        onChange={(kind) => set({ ride: kind })}
      />
      <ChipPicker
        legend={words.keys}
        chips={Keys.options.map((code) => ({ code, word: sober.keysAt[code] }))}
        value={draft.keys}
        onChange={(keys) => set({ keys })}
      />
      <ReasonField
        legend={words.why}
        chips={LeavingReason.shape.code.options.map((code) => ({ code, word: words.reasons[code] }))}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    </>
  );
};
