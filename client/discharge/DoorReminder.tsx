import { Modal } from "@mantine/core";
import { useState, type ReactNode } from "react";

import { useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { givenName } from "#client/store/names.ts";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { useReturnFocus } from "#client/ui/useReturnFocus.ts";
import { dayAndTime, type Instant } from "#shared/base/time.ts";
import { untilNow } from "./dischargeModel.ts";
import type { StepProps } from "./stepProps.ts";
import styles from "./DoorReminder.module.css";
import { words } from "./words.ts";

interface DoorReminderProps extends StepProps {
  readonly onClose: () => void;
}

type Escort = "heard" | "not-present";
/** What was heard, and which hour was on the screen when it was. */
interface Heard {
  readonly until: Instant;
  readonly patient: boolean;
  readonly escort: Escort | undefined;
}

/** DC5, LV4. The whole screen belongs to the patient. What they heard counts for the hour that stood there, and for no other. */
export const DoorReminder = ({ clinic, wayOut, now, live, onDone, onClose }: DoorReminderProps) => {
  useReturnFocus();
  const { session } = wayOut;
  const act = useAct();
  const may = useMay()("acknowledge-door-reminder");
  const refusedFor = act.refusal?.reason === "reminder-out-of-date" ? act.refusal.until : 0;
  const until = Math.max(untilNow(wayOut, now), refusedFor);
  const [opened] = useState(until);
  const [heard, setHeard] = useState<Heard>({ until, patient: false, escort: undefined });
  const current: Heard = heard.until === until ? heard : { until, patient: false, escort: undefined };
  const { patient, escort } = current;
  const understood = async (): Promise<void> => {
    if (
      escort &&
      (await act.run({ type: "acknowledge-door-reminder", sessionId: session.id, untilShown: until, escort }))
    )
      onDone();
  };
  const when = dayAndTime(until, session.zone);
  const name = givenName(useDirectory().patient(session.patientId)) ?? words.reminder.thePatient;
  return (
    <WholeScreen onClose={onClose}>
      <div className={styles["page"]} data-mantine-color-scheme="light">
        <ForPatient phone={clinic.phone} until={when} name={name} />
        <section className={styles["staff"]} aria-label={words.reminder.staff}>
          {until !== opened && (
            <p className={styles["turned"]} role="alert">
              {words.reminder.turned(when)}
            </p>
          )}
          <TeachBack heard={current} onChange={setHeard} />
          <div className={styles["acts"]}>
            <ActLine act={act} zone={session.zone} refused={refusedFor > 0 ? words.reminder.turned(when) : undefined} />
            {!live && <p role="status">{words.notLive}</p>}
            <Action size="glove" onClick={onClose}>
              {words.reminder.close}
            </Action>
            <Action
              kind="primary"
              size="large"
              busy={act.busy}
              disabled={!may || !live || !patient || !escort}
              onClick={() => void understood()}
            >
              {words.reminder.confirm}
            </Action>
          </div>
        </section>
      </div>
    </WholeScreen>
  );
};

/** Nothing else is in sight; Escape closes it, and that confirms nothing. */
const WholeScreen = ({ onClose, children }: { readonly onClose: () => void; readonly children: ReactNode }) => (
  <Modal.Root opened fullScreen lockScroll={false} onClose={onClose} transitionProps={{ duration: 0 }}>
    <Modal.Content className={styles["content"] ?? ""} aria-label={words.reminder.title}>
      <Modal.Body className={styles["body"] ?? ""}>{children}</Modal.Body>
    </Modal.Content>
  </Modal.Root>
);

const ForPatient = ({
  until,
  phone,
  name,
}: {
  readonly until: string;
  readonly phone: string;
  readonly name: string;
}) => {
  const { reminder } = words;
  return (
    <div className={styles["patient"]}>
      <h1>
        {reminder.doNotDriveUntil} <span className={styles["until"]}>{until}.</span>
      </h1>
      <p className={styles["lines"]}>
        <span>{reminder.vehicles}</span> <span>{reminder.feelFine}</span> <span>{reminder.wait}</span>
      </p>
      <p className={styles["also"]}>{reminder.also.join(" ")}</p>
      <p className={styles["phones"]}>
        {reminder.worried(phone)} {reminder.emergency}
      </p>
      <div className={styles["escort"]}>
        <h2>{reminder.escortLabel}</h2>
        <p>{reminder.toEscort(name)}</p>
      </div>
    </div>
  );
};

const TeachBack = ({ heard, onChange }: { readonly heard: Heard; readonly onChange: (heard: Heard) => void }) => (
  <div className={styles["teach"]}>
    <ChipPicker
      many
      legend={<Questions />}
      chips={[{ code: "said", word: words.reminder.patientSaid }]}
      value={heard.patient ? ["said"] : []}
      onChange={(said) => onChange({ ...heard, patient: said.length > 0 })}
    />
    <ChipPicker
      legend={words.reminder.escortQuestion}
      chips={ESCORT}
      value={heard.escort}
      onChange={(escort) => onChange({ ...heard, escort })}
    />
  </div>
);

const Questions = () => (
  <>
    {words.reminder.ask} <span className={styles["questions"]}>{words.reminder.teachBack.join(" ")}</span>
  </>
);

const ESCORT: readonly { readonly code: Escort; readonly word: string }[] = [
  { code: "heard", word: words.reminder.escortHeard },
  { code: "not-present", word: words.reminder.escortAbsent },
];
