import { BookOpenText } from "lucide-react";
import { useState } from "react";

import { Action } from "#client/ui/Action.tsx";
import { isRead, restrictionNow } from "./dischargeModel.ts";
import { DoorReminder } from "./DoorReminder.tsx";
import { drivingWords } from "./drivingWords.ts";
import type { StepProps } from "./stepProps.ts";
import styles from "./Step.module.css";
import { words } from "./words.ts";

/** The reminder that nobody leaves without: shown to the patient in full, and again when its hour or its day has turned. */
export const ReminderStep = (props: StepProps) => {
  const { wayOut, now, live, onDone } = props;
  const { session } = wayOut;
  const [open, setOpen] = useState(false);
  const restriction = restrictionNow(wayOut, now);
  const driving = drivingWords(restriction, session.zone);
  const read = session.reminder;
  const done = (): void => {
    setOpen(false);
    onDone();
  };
  return (
    <>
      <p className={styles["until"]}>{driving}</p>
      <p className={styles["note"]}>{words.reminder.lead}</p>
      {read && isRead(session, restriction) && (
        <p className={styles["done"]}>{words.reminder.done(driving, words.reminder.escort[read.escort])}</p>
      )}
      {read && !isRead(session, restriction) && <p className={styles["warn"]}>{words.reminder.outOfDate(driving)}</p>}
      <div className={styles["acts"]}>
        <Action
          kind="primary"
          size="large"
          icon={<BookOpenText aria-hidden="true" />}
          disabled={!live}
          onClick={() => setOpen(true)}
        >
          {read ? words.reminder.readAgain : words.reminder.open}
        </Action>
      </div>
      {open && <DoorReminder {...props} onDone={done} onClose={() => setOpen(false)} />}
    </>
  );
};
