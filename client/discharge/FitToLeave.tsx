import { PenLine } from "lucide-react";

import { CRITERION } from "#client/rejectionWords.ts";
import { useMay } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { useStaffName } from "#client/store/useStaffName.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { clockTime } from "#shared/base/time.ts";
import { isClinical } from "#shared/recovery/readiness.ts";
import { Countersign } from "./Countersign.tsx";
import type { FitProps } from "./stepProps.ts";
import { newerWords } from "./newerFacts.ts";
import styles from "./Step.module.css";
import { words } from "./words.ts";

/** LV1, LV2. The first act: a nurse's signature on what stands on this screen. The desk sees it, and cannot give it. */
export const FitToLeave = ({ clinic, wayOut, live }: FitProps) => {
  const { session, protocol, readiness } = wayOut;
  const clinicalOpen = readiness.open.some(isClinical);
  const name = useStaffName()(session.fit?.by) ?? words.fit.someone;
  if (!session.fit) return <Sign clinic={clinic} wayOut={wayOut} live={live} />;
  return (
    <div className={styles["signature"]}>
      <p className={styles["signed"]} data-holds={!clinicalOpen}>
        <PenLine aria-hidden="true" />
        {words.fit.signed(name, clockTime(session.fit.at, session.zone))}
      </p>
      {clinicalOpen && (
        <p className={styles["warn"]}>
          {words.fit.stale(
            readiness.open
              .filter(isClinical)
              .map((id) => CRITERION[id])
              .join(", "),
          )}
        </p>
      )}
      {protocol.clinicianConfirmsFitToLeave && <Countersign clinic={clinic} wayOut={wayOut} live={live} />}
    </div>
  );
};

const Sign = ({ clinic, wayOut: { session, readiness }, live }: FitProps) => {
  const may = useMay();
  const act = useAct();
  const met = !readiness.open.some(isClinical) && !session.damaged;
  if (!may("confirm-fit-to-leave")) return <p className={styles["note"]}>{words.fit.askNurse}</p>;
  const sign = () => act.run({ type: "confirm-fit-to-leave", sessionId: session.id, seenSeq: clinic.seq });
  return (
    <div className={styles["signature"]}>
      <p className={styles["note"]}>{met ? words.fit.confirmHelp : words.fit.notYet}</p>
      <div className={styles["acts"]}>
        <Action kind="primary" size="glove" disabled={!met || !live} busy={act.busy} onClick={() => void sign()}>
          {words.fit.confirm}
        </Action>
        <ActLine act={act} zone={session.zone} refused={newerWords(act.refusal, session)} />
      </div>
    </div>
  );
};
