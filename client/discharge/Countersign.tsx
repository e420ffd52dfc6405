import { useState } from "react";

import { useMay } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { useStaffName } from "#client/store/useStaffName.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { clockTime, dayAndTime } from "#shared/base/time.ts";
import { unsignedOf } from "#shared/session/cosign.ts";
import { clinicianWord } from "#shared/session/fitToLeave.ts";
import type { FitProps } from "./stepProps.ts";
import { newerWords } from "./newerFacts.ts";
import styles from "./Step.module.css";
import { VerbalWord } from "./VerbalWord.tsx";
import { words } from "./words.ts";

/** LV1. Where the protocol asks for it: a prescriber's signature, or her word that a nurse heard and she signs later. */
export const Countersign = (props: FitProps) => {
  const { clinic, wayOut, live } = props;
  const { session } = wayOut;
  const may = useMay();
  const act = useAct();
  const [verbal, setVerbal] = useState(false);
  if (clinicianWord(session)) return <Confirmed {...props} />;
  const sign = () => act.run({ type: "countersign-fit-to-leave", sessionId: session.id, seenSeq: clinic.seq });
  return (
    <>
      <p className={styles["note"]}>{words.fit.needsClinician}</p>
      <div className={styles["acts"]}>
        <ActLine act={act} zone={session.zone} refused={newerWords(act.refusal, session)} />
        {may("record-verbal-countersign") && (
          <Action disabled={!live} onClick={() => setVerbal(true)}>
            {words.fit.verbal.open}
          </Action>
        )}
        {may("countersign-fit-to-leave") && (
          <Action kind="primary" disabled={!live} busy={act.busy} onClick={() => void sign()}>
            {words.fit.countersign}
          </Action>
        )}
      </div>
      {verbal && <VerbalWord {...props} onClose={() => setVerbal(false)} />}
    </>
  );
};

/** DC13. A word of mouth says whose it was, who heard it, and until when it wants a signature. */
const Confirmed = ({ wayOut: { session, protocol } }: FitProps) => {
  const name = useStaffName();
  const may = useMay();
  const act = useAct();
  const given = clinicianWord(session);
  if (!given) return null;
  const someone = (id: string | undefined): string => name(id) ?? words.fit.someone;
  const when = (at: number): string => clockTime(at, session.zone);
  if (given.verbalFrom === undefined) return <p>{words.fit.countersigned(someone(given.by), when(given.at))}</p>;
  const due = unsignedOf(session, protocol).find(({ what }) => what.kind === "fit-to-leave")?.dueAt;
  const cosign = () => act.run({ type: "cosign", sessionId: session.id, what: { kind: "fit-to-leave" } });
  return (
    <>
      <p>{words.fit.verbal.heard(someone(given.verbalFrom), when(given.at), someone(given.by))}</p>
      {given.cosigned && <p>{words.fit.verbal.cosigned(someone(given.cosigned.by), when(given.cosigned.at))}</p>}
      {due !== undefined && <p className={styles["warn"]}>{words.fit.verbal.due(dayAndTime(due, session.zone))}</p>}
      {due !== undefined && may("cosign") && (
        <div className={styles["acts"]}>
          <ActLine act={act} zone={session.zone} />
          <Action busy={act.busy} onClick={() => void cosign()}>
            {words.fit.verbal.cosign}
          </Action>
        </div>
      )}
    </>
  );
};
