import { useState } from "react";

import { useStaffName } from "#client/store/useStaffName.ts";
import { useClinic, usePlace } from "#client/store/ClinicProvider.tsx";
import { rejectionWords } from "#client/rejectionWords.ts";
import { Action } from "#client/ui/Action.tsx";
import { clockTime } from "#shared/base/time.ts";
import { keptHereWords as words } from "./keptHereWords.ts";
import { isObservation, remedyOf, timeOf, type Kept } from "./keptModel.ts";
import { keptWords } from "./keptWords.ts";
import { LateEntryForm } from "./LateEntryForm.tsx";
import { observationWords } from "./observationWords.ts";
import styles from "./Kept.module.css";
import { chairWords } from "./words.ts";

interface KeptItemProps {
  readonly kept: Kept;
  /** Whose, where the page around it does not say so. */
  readonly chair?: string | undefined;
  /** The form of this chair, where it can be opened. */
  readonly openForm?: (() => void) | undefined;
}

/** OB16, OB17. One entry of this tablet: its words, why it is still here, and what a person can do about it. */
export const KeptItem = ({ kept, chair, openForm }: KeptItemProps) => {
  const clinic = useClinic((one) => one);
  const [late, setLate] = useState(false);
  const { command, commandId, state, rejection } = kept;
  const remedy = remedyOf(kept, clinic);
  return (
    <li data-state={state}>
      <span className={styles["what"]}>
        {chair !== undefined && words.at(chair)}
        {`${clockTime(timeOf(kept), clinic.zone)} · ${keptWords(command)}`}
      </span>
      {state === "held" && <Held kept={kept} />}
      {state === "refused" && rejection && (
        <>
          <strong className={styles["why"]}>
            {`${chairWords.kept.refused}: ${rejectionWords(rejection, clinic.zone)}`}
          </strong>
          {late && isObservation(command) ? (
            <LateEntryForm commandId={commandId} command={command} close={() => setLate(false)} />
          ) : (
            <span className={styles["acts"]}>
              {remedy === "late" && <Action onClick={() => setLate(true)}>{words.late.open}</Action>}
              {remedy === "form" && openForm && <Action onClick={openForm}>{chairWords.kept.openAgain}</Action>}
              <SetAside commandId={commandId} />
            </span>
          )}
        </>
      )}
    </li>
  );
};

/** OB17. It looks like one that is there already: a person says whether it is the same. */
const Held = ({ kept }: { readonly kept: Kept }) => {
  const { link, double } = usePlace();
  const zone = useClinic((clinic) => clinic.zone);
  const nameOf = useStaffName();
  const there = double(kept);
  if (!there) return <span className={styles["why"]}>{words.double.waits}</span>;
  const by = nameOf(there.by) ?? chairWords.aColleague;
  return (
    <>
      <strong className={styles["why"]}>
        {words.double.ask(observationWords(there), clockTime(there.observedAt, zone), by)}
      </strong>
      <span className={styles["acts"]}>
        <Action onClick={() => void link.outbox.setAside(kept.commandId)}>{words.double.same}</Action>
        <Action onClick={() => link.outbox.clear(kept.commandId)}>{words.double.both}</Action>
      </span>
    </>
  );
};

/** OB16. Two taps: it is nowhere else, and its words stand beside the question. */
export const SetAside = ({ commandId }: { readonly commandId: string }) => {
  const { link } = usePlace();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Action kind="quiet" onClick={() => setAsking(true)}>
        {chairWords.kept.setAside}
      </Action>
    );
  return (
    <span className={styles["acts"]} role="alert">
      {words.aside.ask}
      <Action onClick={() => setAsking(false)}>{words.aside.keep}</Action>
      <Action kind="strong" onClick={() => void link.outbox.setAside(commandId)}>
        {words.aside.yes}
      </Action>
    </span>
  );
};
