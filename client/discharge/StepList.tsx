import { Check, CircleDashed, RotateCcw } from "lucide-react";

import type { Session } from "#shared/session/session.ts";
import type { Step, StepId } from "./dischargeModel.ts";
import { stepWords } from "./lineWords.ts";
import styles from "./StepList.module.css";
import { words } from "./words.ts";

interface StepListProps {
  readonly session: Session;
  readonly steps: readonly Step[];
  readonly current: StepId;
  readonly onChoose: (step: StepId) => void;
}

const ICON = { done: Check, open: CircleDashed, again: RotateCcw };

/** The steps to the door, each with where it stands; any of them can be opened at any time. */
export const StepList = ({ session, steps, current, onChoose }: StepListProps) => {
  const counted = steps.filter(({ id }) => id !== "leave");
  const done = counted.filter(({ state }) => state === "done").length;
  return (
    <nav className={styles["steps"]} aria-label={words.steps}>
      <p className={styles["progress"]}>{words.progress(done, counted.length)}</p>
      <ol>
        {steps.map((step) => (
          <li key={step.id}>
            <StepButton session={session} step={step} isCurrent={step.id === current} onChoose={onChoose} />
          </li>
        ))}
      </ol>
    </nav>
  );
};

interface StepButtonProps extends Pick<StepListProps, "session" | "onChoose"> {
  readonly step: Step;
  readonly isCurrent: boolean;
}

const StepButton = ({ session, step: { id, state }, isCurrent, onChoose }: StepButtonProps) => {
  const Icon = ICON[state];
  return (
    <button
      type="button"
      className={styles["step"]}
      data-state={state}
      aria-current={isCurrent ? "step" : undefined}
      onClick={() => onChoose(id)}
    >
      <Icon aria-hidden="true" />
      <span>{stepWords(id, session)}</span>
      <span className={styles["state"]}>{id === "leave" ? "" : words.stepState[state]}</span>
    </button>
  );
};
