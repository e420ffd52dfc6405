import { Modal } from "@mantine/core";
import { useState, type ReactNode } from "react";

import { useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { givenName } from "#client/store/names.ts";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { useReturnFocus } from "#client/ui/useReturnFocus.ts";
import { isSameRestriction } from "#shared/recovery/restriction.ts";
import type { Restriction } from "#shared/session/session.ts";
import { restrictionNow } from "./dischargeModel.ts";
import { drivingWords } from "./drivingWords.ts";
import { ForPatient } from "./ForPatient.tsx";
import type { Language } from "./patientWords.ts";
import { laterOf } from "./restrictions.ts";
import type { StepProps } from "./stepProps.ts";
import styles from "./DoorReminder.module.css";
import { TeachBack, type Answers } from "./TeachBack.tsx";
import { words } from "./words.ts";

interface DoorReminderProps extends StepProps {
  readonly onClose: () => void;
}

/** What was heard, and which words were on the screen when it was. */
interface Heard extends Answers {
  readonly shown: Restriction;
}

const NOTHING: Answers = { patient: false, escort: undefined };

/** DC5, DC11, LV4. The whole screen belongs to the patient. What they heard counts for the words that stood there, and for no others. */
export const DoorReminder = ({ clinic, wayOut, now, live, onDone, onClose }: DoorReminderProps) => {
  useReturnFocus();
  const { session } = wayOut;
  const act = useAct();
  const may = useMay()("acknowledge-door-reminder");
  const [language, setLanguage] = useState<Language>("en");
  const refused = act.refusal?.reason === "reminder-out-of-date" ? act.refusal.restriction : undefined;
  const shown = laterOf(restrictionNow(wayOut, now), refused);
  const [opened] = useState(shown);
  const [heard, setHeard] = useState<Heard>({ shown, ...NOTHING });
  const { patient, escort }: Answers = isSameRestriction(heard.shown, shown) ? heard : NOTHING;
  const understood = async (): Promise<void> => {
    if (!escort) return;
    if (await act.run({ type: "acknowledge-door-reminder", sessionId: session.id, shown, escort })) onDone();
  };
  const turned = words.reminder.turned(drivingWords(shown, session.zone));
  return (
    <WholeScreen onClose={onClose}>
      <div className={styles["page"]} data-mantine-color-scheme="light">
        <ForPatient
          phone={clinic.phone}
          restriction={shown}
          zone={session.zone}
          language={language}
          name={givenName(useDirectory().patient(session.patientId))}
        />
        <section className={styles["staff"]} aria-label={words.reminder.staff}>
          {!isSameRestriction(shown, opened) && (
            <p className={styles["turned"]} role="alert">
              {turned}
            </p>
          )}
          <TeachBack
            answers={{ patient, escort }}
            onChange={(answers) => setHeard({ shown, ...answers })}
            language={language}
            onLanguage={setLanguage}
          />
          <div className={styles["acts"]}>
            <ActLine act={act} zone={session.zone} refused={refused && turned} />
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
