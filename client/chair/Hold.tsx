import { useState } from "react";

import type { Entry } from "#client/entry/useEntry.ts";
import { useWish } from "#client/entry/useWish.ts";
import { useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { ReasonField, type Reason } from "#client/ui/ReasonField.tsx";
import { holdWords } from "#client/ui/statusWords.ts";
import { gateOf, type Gate } from "#shared/session/gate.ts";
import { ClearanceWhy } from "#shared/session/session.ts";
import type { ChairView } from "./chairModel.ts";
import { byAt } from "./personWords.ts";
import styles from "./Preparation.module.css";
import { Refusal } from "./Refusal.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { hold: words } = treatmentWords;

/** A held pressure in one line with its recheck, and what waits for a clinician; the clearance only for those who may give it. */
export const Hold = ({ view, entry }: { readonly view: ChairView; readonly entry: Entry }) => {
  const { clinic, session, protocol, now, zone } = view;
  const may = useMay();
  const directory = useDirectory();
  const held = holdWords(session, protocol, zone);
  const { needs } = gateOf(clinic, session, protocol, now);
  const clearance = session.clearances.at(-1);
  return (
    <>
      {clearance && (
        <p
          className={styles["cleared"]}
        >{`${words.cleared(...byAt(directory, clearance, zone))} · ${words.why[clearance.why.code]}`}</p>
      )}
      {held && (
        <div className={styles["hold"]} role="status">
          <strong>{held}</strong>
          <span className={styles["end"]}>
            <Action onClick={() => entry.open("bp")}>{words.recheck}</Action>
          </span>
        </div>
      )}
      {may("give-clearance") ? <Clearing view={view} needs={needs} /> : <Needs needs={needs} />}
    </>
  );
};

const Needs = ({ needs }: { readonly needs: Gate["needs"] }) =>
  needs.length > 0 && (
    <p className={styles["look"]} role="status">
      {words.only(needs.map((need) => words.why[need].toLowerCase()).join(", "))}
    </p>
  );

/** GA4, GA5. What waits is cleared by its own button; anything else is said with its reason. */
const Clearing = ({ view, needs }: { readonly view: ChairView; readonly needs: Gate["needs"] }) => {
  const wish = useWish();
  const [clearing, setClearing] = useState(false);
  return (
    <div className={styles["clearance"]}>
      <span className={styles["answers"]}>
        {needs.map((need) => (
          <Action
            key={need}
            kind="primary"
            busy={wish.busy}
            onClick={() => wish.send({ type: "give-clearance", sessionId: view.session.id, why: { code: need } })}
          >
            {words.clearNeed(words.why[need])}
          </Action>
        ))}
        <Action kind="quiet" aria-expanded={clearing} onClick={() => setClearing(!clearing)}>
          {words.clear}
        </Action>
      </span>
      <Refusal words={wish.refusal} />
      {clearing && <Clearance view={view} done={() => setClearing(false)} />}
    </div>
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
