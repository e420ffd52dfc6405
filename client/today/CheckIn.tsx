import { useState } from "react";
import { useLocation } from "wouter";

import { newId, useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { birthDay, fullName } from "#client/store/names.ts";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import { useReturnFocus } from "#client/ui/useReturnFocus.ts";
import type { ChairId, SessionId } from "#shared/base/ids.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import styles from "./CheckIn.module.css";
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
  const [, go] = useLocation();
  const may = useMay();
  const [sessionId] = useState(() => newId<SessionId>());
  const [chosen, setChosen] = useState<ChairId>();
  const act = useAct();
  const free = freeChairs(clinic);
  const chair = free.find(({ id }) => id === (chosen ?? row.chairId));
  const [name, born] = [fullName(patient), birthDay(patient)];

  const checkIn = async (chairId: ChairId): Promise<void> => {
    const { patientId, route, visitId, course } = row;
    const done = await act.run({
      type: "check-in",
      sessionId,
      patientId,
      chairId,
      route,
      ...(visitId && { visitId }),
      ...(course && { course }),
    });
    if (!done) return;
    if (may("record-observation")) go(`/chairs/${chairId}`);
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
        disabled={!live || !chair || !born}
        onClick={() => chair && void checkIn(chair.id)}
      >
        {chair ? words.checkIn.yes(chairName(chair.label)) : words.checkIn.chooseChair}
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
        <ChairChoice free={free} planned={row.chairId} value={chair?.id} onChange={setChosen} />
        {!live && <p role="status">{words.notLive}</p>}
        <ActLine act={act} zone={clinic.zone} />
      </div>
    </Dialog>
  );
};

interface ChairChoiceProps {
  readonly free: ReturnType<typeof freeChairs>;
  readonly planned: ChairId | undefined;
  readonly value: ChairId | undefined;
  readonly onChange: (chairId: ChairId) => void;
}

/** Only free chairs; the planned one says so, and is taken unless another is chosen. */
const ChairChoice = ({ free, planned, value, onChange }: ChairChoiceProps) => {
  if (free.length === 0) return <p role="status">{words.checkIn.noneFree}</p>;
  const chips = free.map(({ id, label }) => ({
    code: id,
    word: id === planned ? `${chairName(label)} · ${words.checkIn.planned}` : chairName(label),
  }));
  return <ChipPicker legend={words.checkIn.chair} chips={chips} value={value} onChange={onChange} />;
};
