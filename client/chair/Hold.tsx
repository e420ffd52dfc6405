import { useState } from "react";

import type { Entry } from "#client/entry/useEntry.ts";
import { useWish } from "#client/entry/useWish.ts";
import { useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { ReasonField, type Reason } from "#client/ui/ReasonField.tsx";
import { holdWords } from "#client/ui/statusWords.ts";
import { ClearanceWhy } from "#shared/session/session.ts";
import type { ChairView } from "./chairModel.ts";
import { byAt } from "./personWords.ts";
import styles from "./Preparation.module.css";
import { Refusal } from "./Refusal.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { hold: words } = treatmentWords;

/** A held pressure in one line, with its recheck; the clearance only for those who may give it. */
export const Hold = ({ view, entry }: { readonly view: ChairView; readonly entry: Entry }) => {
  const may = useMay();
  const directory = useDirectory();
  const [clearing, setClearing] = useState(false);
  const held = holdWords(view.session, view.protocol, view.zone);
  const clearance = view.session.clearances.at(-1);
  return (
    <>
      {clearance && (
        <p
          className={styles["cleared"]}
        >{`${words.cleared(...byAt(directory, clearance, view.zone))} · ${words.why[clearance.why.code]}`}</p>
      )}
      {held && (
        <div className={styles["hold"]} role="status">
          <strong>{held}</strong>
          {!may("give-clearance") && <span className={styles["hint"]}>{words.only}</span>}
          <span className={styles["end"]}>
            <Action onClick={() => entry.open("bp")}>{words.recheck}</Action>
          </span>
        </div>
      )}
      {may("give-clearance") && (
        <span className={styles["clearance"]}>
          <Action aria-expanded={clearing} onClick={() => setClearing(!clearing)}>
            {words.clear}
          </Action>
          {clearing && <Clearance view={view} done={() => setClearing(false)} />}
        </span>
      )}
    </>
  );
};

const Clearance = ({ view, done }: { readonly view: ChairView; readonly done: () => void }) => {
  const wish = useWish();
  const [why, setWhy] = useState<Reason<keyof typeof words.why>>();
  return (
    <div className={styles["form"]}>
      <ReasonField
        legend={words.clearing}
        chips={ClearanceWhy.shape.code.options.map((code) => ({ code, word: words.why[code] }))}
        value={why}
        onChange={setWhy}
      />
      <Refusal words={wish.refusal} />
      <span className={styles["end"]}>
        <Action
          kind="primary"
          busy={wish.busy}
          disabled={!why}
          onClick={() => why && wish.send({ type: "give-clearance", sessionId: view.session.id, why }, done)}
        >
          {words.clear}
        </Action>
      </span>
    </div>
  );
};
