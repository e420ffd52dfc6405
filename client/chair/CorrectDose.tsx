import { TextInput } from "@mantine/core";
import { useState } from "react";

import { instantOf } from "#client/entry/clockText.ts";
import { useTabletNow, useWish } from "#client/entry/useWish.ts";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { ReasonField, type Reason } from "#client/ui/ReasonField.tsx";
import { clockTime } from "#shared/base/time.ts";
import { DoseCorrectionReason, type DoseFact } from "#shared/session/dose.ts";
import type { ChairView } from "./chairModel.ts";
import { FactDialog } from "./DoseDialogs.tsx";
import { doseFactWords } from "./doseWords.ts";
import styles from "./DoseDialogs.module.css";
import { treatmentWords } from "./treatmentWords.ts";

const { dose: words } = treatmentWords;
const REASONS = DoseCorrectionReason.shape.code.options;

/** The first time stays, struck through; all that hangs on it moves. */
export const CorrectDose = ({
  view,
  fact,
  close,
}: {
  readonly view: ChairView;
  readonly fact: DoseFact;
  readonly close: () => void;
}) => {
  const wish = useWish();
  const tabletNow = useTabletNow();
  const [what, setWhat] = useState<"time" | "strike">();
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState<Reason<(typeof REASONS)[number]>>();
  const at = what === "strike" ? fact.at : instantOf(typed, tabletNow(), view.zone);
  const was = clockTime(fact.at, view.zone);
  return (
    <FactDialog
      title={words.correctTitle}
      close={close}
      wish={wish}
      ready={what !== undefined && at !== undefined && reason !== undefined}
      act={words.correct}
      record={() =>
        at !== undefined &&
        reason &&
        wish.send(
          {
            type: "correct-dose-fact",
            sessionId: view.session.id,
            factId: fact.id,
            at,
            struck: what === "strike",
            reason,
          },
          close,
        )
      }
    >
      <p>{`${was} · ${doseFactWords(fact)}`}</p>
      <ChipPicker
        legend={words.correct}
        chips={[
          { code: "time", word: words.changeTime },
          { code: "strike", word: words.strike },
        ]}
        value={what}
        onChange={setWhat}
      />
      {what === "time" && (
        <TextInput
          label={words.newTime}
          description={words.was(was)}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          className={styles["time"] ?? ""}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      <ReasonField
        legend={words.why}
        chips={REASONS.map((code) => ({ code, word: words.factReasons[code] }))}
        value={reason}
        onChange={setReason}
      />
    </FactDialog>
  );
};
