import { TextInput } from "@mantine/core";
import { useState } from "react";

import { whenOf } from "#client/entry/clockText.ts";
import type { ObservationCommand } from "#client/entry/useEntry.ts";
import { useTabletNow, useWish } from "#client/entry/useWish.ts";
import { entryWords } from "#client/entry/words.ts";
import { newId, useClinic, usePlace, useSubmit } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { ReasonField, type Reason } from "#client/ui/ReasonField.tsx";
import type { ObservationId } from "#shared/base/ids.ts";
import { clockTime } from "#shared/base/time.ts";
import { keptHereWords } from "./keptHereWords.ts";
import { LATE_REASONS, lateEntryOf, type LateReason } from "./keptModel.ts";
import styles from "./Kept.module.css";
import { Refusal } from "./Refusal.tsx";

const { late: words } = keptHereWords;
const { when } = entryWords;
const PROBLEM = { "not-a-time": when.notATime, future: when.future, "before-check-in": when.beforeCheckIn } as const;

interface LateEntryFormProps {
  /** The wish that was refused: it is set aside once the new one is kept. */
  readonly commandId: string;
  readonly command: ObservationCommand;
  readonly close: () => void;
}

/** OB16. Values that were refused for their time, at the time at which they were seen, with the reason as a note beside them. */
export const LateEntryForm = ({ commandId, command, close }: LateEntryFormProps) => {
  const { link } = usePlace();
  const submit = useSubmit();
  const wish = useWish();
  const now = useTabletNow();
  const place = useClinic((clinic) => clinic.sessions[command.sessionId]);
  const zone = useClinic((clinic) => clinic.zone);
  const session = place ?? { zone, checkedIn: { at: 0 } }; // the server knows when a patient who has left had come
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState<Reason<LateReason>>();
  const [tried, setTried] = useState(false);
  const seen = whenOf(typed, now(), session);

  const save = (): void => {
    setTried(true);
    if (!("at" in seen) || !reason) return;
    const why = [words.reasons[reason.code], reason.text?.trim()].filter(Boolean).join(". ");
    wish.send(lateEntryOf(command, newId<ObservationId>(), seen.at), () => {
      const text = words.note(clockTime(seen.at, zone), why);
      void submit({ type: "add-note", sessionId: command.sessionId, text });
      void link.outbox.setAside(commandId);
    });
  };

  return (
    <form
      className={styles["late"]}
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        label={words.at}
        value={typed}
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        size="lg"
        error={"problem" in seen && (typed !== "" || tried) ? PROBLEM[seen.problem] : undefined}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <ReasonField
        legend={words.why}
        chips={LATE_REASONS.map((code) => ({ code, word: words.reasons[code] }))}
        value={reason}
        onChange={setReason}
      />
      <Refusal words={wish.refusal ?? (tried && (!reason || "problem" in seen) ? words.incomplete : undefined)} />
      <span className={styles["acts"]}>
        <Action onClick={close}>{words.cancel}</Action>
        <Action kind="primary" type="submit" busy={wish.busy}>
          {words.save}
        </Action>
      </span>
    </form>
  );
};
