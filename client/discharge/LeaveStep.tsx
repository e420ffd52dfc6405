import { DoorOpen } from "lucide-react";

import { useMay } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { isReleasedEarly } from "#shared/recovery/readiness.ts";
import { useStaffName } from "#client/store/useStaffName.ts";
import { mayLeave, timePassedBy } from "./dischargeModel.ts";
import { stepWords } from "./lineWords.ts";
import type { StepProps } from "./stepProps.ts";
import { newerWords } from "./newerFacts.ts";
import styles from "./Step.module.css";
import { words } from "./words.ts";

/** LV3-LV6, LV11, DC15. The second act: what the signer had on screen goes with it, and anything newer stops it. */
export const LeaveStep = ({ clinic, wayOut, live, onDone }: StepProps) => {
  const { session, steps, readiness } = wayOut;
  const act = useAct();
  const may = useMay()("complete-discharge");
  const early = isReleasedEarly(readiness);
  const passedBy = useStaffName()(timePassedBy(readiness)) ?? words.fit.someone;
  const lead = early ? words.leave.leadEarly(passedBy) : words.leave.lead;
  const open = steps
    .filter(({ id, state }) => id !== "leave" && state !== "done")
    .map(({ id }) => lower(stepWords(id, session)));
  const complete = async (): Promise<void> => {
    if (await act.run({ type: "complete-discharge", sessionId: session.id, seenSeq: clinic.seq })) onDone();
  };
  return (
    <>
      <p className={styles["note"]}>{open.length > 0 ? words.leave.openSteps(open.join(", ")) : lead}</p>
      {!live && <p className={styles["warn"]}>{words.leave.notLive}</p>}
      {!may && <p className={styles["note"]}>{words.mayNot}</p>}
      <div className={styles["acts"]}>
        <ActLine act={act} zone={session.zone} refused={newerWords(act.refusal, session)} />
        <Action
          kind="primary"
          size="large"
          icon={<DoorOpen aria-hidden="true" />}
          busy={act.busy}
          disabled={!mayLeave(wayOut) || !live || !may}
          onClick={() => void complete()}
        >
          {early ? words.leave.early : words.leave.complete}
        </Action>
      </div>
    </>
  );
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
