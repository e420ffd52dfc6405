import { Action } from "#client/ui/Action.tsx";
import { CriteriaList } from "./CriteriaList.tsx";
import { FitToLeave } from "./FitToLeave.tsx";
import type { StepProps } from "./stepProps.ts";
import styles from "./Step.module.css";
import { words } from "./words.ts";

/** The exit groups with what they rest on, and the nurse's signature under them. */
export const ChecksStep = (props: StepProps) => {
  const { wayOut, live, onDone } = props;
  const done = wayOut.steps.some(({ id, state }) => id === "checks" && state === "done");
  return (
    <>
      <CriteriaList {...props} />
      <FitToLeave {...props} />
      {done && live && (
        <div className={styles["acts"]}>
          <Action kind="primary" onClick={onDone}>
            {words.next}
          </Action>
        </div>
      )}
    </>
  );
};
