import { useState } from "react";

import { useWish } from "#client/entry/useWish.ts";
import { Action } from "#client/ui/Action.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { Keys } from "#shared/session/session.ts";
import type { ChairView } from "./chairModel.ts";
import styles from "./Preparation.module.css";
import { Refusal } from "./Refusal.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { sober: words } = treatmentWords;

/** Said while the patient is sober, and answered by the patient. */
export const SoberReminder = ({ view, done }: { readonly view: ChairView; readonly done: () => void }) => {
  const wish = useWish();
  const [drove, setDrove] = useState<"yes" | "no">();
  const [keys, setKeys] = useState<Keys>();
  const give = () =>
    drove &&
    keys &&
    wish.send(
      { type: "give-sober-reminder", sessionId: view.session.id, droveHere: drove === "yes", keys, acknowledged: true },
      done,
    );
  return (
    <div className={styles["form"]}>
      <p className={styles["spoken"]}>
        {words.line} <strong>{words.question}</strong>
      </p>
      <ChipPicker
        legend={words.drove}
        chips={[
          { code: "no", word: words.no },
          { code: "yes", word: words.yes },
        ]}
        value={drove}
        onChange={setDrove}
      />
      <ChipPicker
        legend={words.keys}
        chips={Keys.options.map((code) => ({ code, word: words.keysAt[code] }))}
        value={keys}
        onChange={setKeys}
      />
      <Refusal words={wish.refusal} />
      <span className={styles["end"]}>
        <Action kind="primary" busy={wish.busy} disabled={!drove || !keys} onClick={give}>
          {words.acknowledge}
        </Action>
      </span>
    </div>
  );
};
