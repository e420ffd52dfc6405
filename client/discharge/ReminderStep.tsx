import { BookOpenText } from "lucide-react";
import { useState } from "react";

import { Action } from "#client/ui/Action.tsx";
import { dayAndTime } from "#shared/base/time.ts";
import { untilNow } from "./dischargeModel.ts";
import { DoorReminder } from "./DoorReminder.tsx";
import type { StepProps } from "./stepProps.ts";
import styles from "./Step.module.css";
import { words } from "./words.ts";

/** The reminder that nobody leaves without: shown to the patient in full, and again when its hour has turned. */
export const ReminderStep = (props: StepProps) => {
  const { wayOut, now, live, onDone } = props;
  const { session } = wayOut;
  const [open, setOpen] = useState(false);
  const until = untilNow(wayOut, now);
  const read = session.reminder;
  const done = (): void => {
    setOpen(false);
    onDone();
  };
  return (
    <>
      <p className={styles["until"]}>{words.reminder.noDriving(dayAndTime(until, session.zone))}</p>
      <p className={styles["note"]}>{words.reminder.lead}</p>
      {read?.restriction.until === until && (
        <p className={styles["done"]}>
          {words.reminder.done(dayAndTime(until, session.zone), words.reminder.escort[read.escort])}
        </p>
      )}
      {read && read.restriction.until !== until && (
        <p className={styles["warn"]}>{words.reminder.outOfDate(dayAndTime(until, session.zone))}</p>
      )}
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
