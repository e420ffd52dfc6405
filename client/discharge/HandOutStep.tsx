import { Printer } from "lucide-react";
import { useState } from "react";

import { useMay } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { clockTime } from "#shared/base/time.ts";
import { HandOut, PrintedHandOut } from "./HandOut.tsx";
import type { Language } from "./patientWords.ts";
import type { StepProps } from "./stepProps.ts";
import styles from "./Step.module.css";
import { words } from "./words.ts";

const LANGUAGES = (["en", "es"] as const).map((code) => ({ code, word: words.languages[code] }));

/** The page carries the hour that was read to the patient, so there is nothing to print before that. */
export const HandOutStep = ({ clinic, wayOut: { session, steps }, live, onDone }: StepProps) => {
  const act = useAct();
  const may = useMay()("give-hand-out");
  const { reminder, handOut, zone } = session;
  const [language, setLanguage] = useState<Language>(handOut?.language ?? "en");
  const again = steps.some(({ id, state }) => id === "hand-out" && state === "again");
  if (!reminder) return <p className={styles["note"]}>{words.handOut.reminderFirst}</p>;
  const sheet = {
    clinic,
    patientId: session.patientId,
    restriction: reminder.restriction,
    on: session.checkedIn.at,
    zone,
    language,
  };
  const give = async (): Promise<void> => {
    if (await act.run({ type: "give-hand-out", sessionId: session.id, language })) onDone();
  };
  return (
    <>
      <p className={styles["note"]}>{words.handOut.lead}</p>
      {handOut && !again && <p className={styles["done"]}>{words.handOut.done(clockTime(handOut.at, zone))}</p>}
      {handOut && again && <p className={styles["warn"]}>{words.handOut.outOfDate}</p>}
      <ChipPicker legend={words.handOut.language} chips={LANGUAGES} value={language} onChange={setLanguage} />
      <div className={styles["acts"]}>
        <ActLine act={act} zone={zone} />
        <Action size="glove" icon={<Printer aria-hidden="true" size={20} />} onClick={() => window.print()}>
          {words.handOut.print}
        </Action>
        <Action kind="primary" size="glove" busy={act.busy} disabled={!may || !live} onClick={() => void give()}>
          {words.handOut.given}
        </Action>
      </div>
      {/* Scrolls by itself, so a keyboard must be able to reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles["preview"]} tabIndex={0} role="region" aria-label={words.handOut.preview}>
        <HandOut {...sheet} />
      </div>
      <PrintedHandOut {...sheet} />
    </>
  );
};
