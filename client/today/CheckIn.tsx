import { useState } from "react";
import { useLocation } from "wouter";

import { useNow } from "#client/connection/LinkProvider.tsx";
import { newId, useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { birthDay, fullName } from "#client/store/names.ts";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import { useReturnFocus } from "#client/ui/useReturnFocus.ts";
import type { SessionId } from "#shared/base/ids.ts";
import type { Chair, Clinic } from "#shared/clinic/clinic.ts";
import styles from "./CheckIn.module.css";
import { CheckInPlan } from "./CheckInPlan.tsx";
import { checkInCommand, plannedCheckIn, type CheckInDraft } from "./checkInDraft.ts";
import { freeChairs, type TodayRow } from "./todayModel.ts";
import { words } from "./words.ts";

interface CheckInProps {
  readonly clinic: Clinic;
  readonly row: TodayRow;
  readonly live: boolean;
  readonly onClose: () => void;
}

/** Two identifiers, said by the patient and read here by a person, before anything is written in anybody's name. */
export const CheckIn = ({ clinic, row, live, onClose }: CheckInProps) => {
  useReturnFocus();
  const patient = useDirectory().patient(row.patientId);
  const now = useNow(5_000);
  const [, go] = useLocation();
  const may = useMay();
  const [sessionId] = useState(() => newId<SessionId>());
  const [draft, setDraft] = useState(() => plannedCheckIn(clinic, row));
  const [problem, setProblem] = useState<string>();
  const act = useAct();
  const chair = freeChairs(clinic).find(({ id }) => id === draft.chairId);
  const [name, born] = [fullName(patient), birthDay(patient)];

  const checkIn = async (): Promise<void> => {
    const checked = checkInCommand({ ...draft, chairId: chair?.id }, { clinic, row, patient, sessionId }, now);
    setProblem("problem" in checked ? checked.problem : undefined);
    if (!("command" in checked) || !(await act.run(checked.command))) return;
    if (may("record-observation")) go(`/chairs/${checked.command.chairId}`);
    else onClose(); // the desk has nothing to do at the chair
  };
  const actions = (
    <>
      <Action size="glove" onClick={onClose}>
        {words.checkIn.no}
      </Action>
      <Action
        kind="primary"
        size="large"
        busy={act.busy}
        disabled={!live || !chair || !born || draft.route === undefined}
        onClick={() => void checkIn()}
      >
        {yesWords(draft, chair)}
      </Action>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={words.checkIn.title} size="lg" actions={actions}>
      <div className={styles["checkIn"]}>
        <p className={styles["question"]}>{words.checkIn.question}</p>
        <dl className={styles["identity"]}>
          <dt>{words.checkIn.name}</dt>
          <dd>{name ?? words.noName}</dd>
          <dt>{words.checkIn.birth}</dt>
          <dd>{born ?? "?"}</dd>
        </dl>
        <p className={styles["how"]}>{born ? words.checkIn.how : words.checkIn.nameless}</p>
        <CheckInPlan
          clinic={clinic}
          row={row}
          draft={draft}
          chair={chair}
          problem={problem}
          change={(part) => setDraft({ ...draft, ...part })}
        />
        {!live && <p role="status">{words.notLive}</p>}
        <ActLine act={act} zone={clinic.zone} />
      </div>
    </Dialog>
  );
};

const yesWords = ({ route }: CheckInDraft, chair: Chair | undefined): string => {
  if (!chair) return words.checkIn.chooseChair;
  return route === undefined ? words.checkIn.chooseRoute : words.checkIn.yes(chairName(chair.label));
};
