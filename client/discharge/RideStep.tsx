import { TextInput } from "@mantine/core";
import { useState } from "react";

import { api, ApiError } from "#client/store/api.ts";
import { useDirectory, useMay, usePlace } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { EscortId, type SessionId } from "#shared/base/ids.ts";
import { RideKind } from "#shared/protocol/protocol.ts";
import { RideStatus } from "#shared/session/session.ts";
import { Id, type EscortEntry } from "#shared/wire/http.ts";
import { escortEntry, rideProblem, type Ride, type RideDraft } from "./rideDraft.ts";
import { rideWords } from "./rideWords.ts";
import type { StepProps } from "./stepProps.ts";
import styles from "./Step.module.css";
import { WaitingForRide } from "./WaitingForRide.tsx";
import { words } from "./words.ts";

const STATUSES = RideStatus.options.map((code) => ({ code, word: rideWords.statuses[code] }));
const KINDS = RideKind.options.map((code) => ({ code, word: rideWords.kinds[code] }));

/** A ride that the clinic accepts, and who it is with. What was recorded stands in the fields; nothing else is chosen for anybody. */
export const RideStep = (props: StepProps) => {
  const { clinic, wayOut, onDone } = props;
  const { session, protocol } = wayOut;
  const known = session.ride;
  const directory = useDirectory();
  const escort = known?.escortId && directory.escort(known.escortId);
  const [draft, setDraft] = useState<RideDraft>({ status: known?.status, kind: known?.kind });
  const [problem, setProblem] = useState<string>();
  const act = useAct();
  const saveEscort = useSaveEscort();
  const may = useMay()("record-ride");
  const visit = session.visitId === undefined ? undefined : clinic.visits[session.visitId];
  const change = (part: Partial<RideDraft>): void => setDraft({ ...draft, ...part });

  const save = async (): Promise<void> => {
    const found = rideProblem(draft);
    setProblem(found);
    if (found !== undefined || draft.status === undefined) return;
    const entry = escortEntry(session.id, draft, escort);
    const escortId = entry === undefined ? known?.escortId : await saveEscort(entry);
    if (escortId === "failed") return setProblem(words.noAnswer);
    const ride: Ride = { status: draft.status, ...(draft.kind && { kind: draft.kind }), ...(escortId && { escortId }) };
    if (await act.run({ type: "record-ride", sessionId: session.id, ride })) onDone();
  };

  return (
    <>
      {visit && !known && <p className={styles["note"]}>{rideWords.onList(rideWords.statuses[visit.ride])}</p>}
      <ChipPicker
        legend={rideWords.status}
        chips={STATUSES}
        value={draft.status}
        onChange={(status) => change({ status })}
        disabled={!may}
      />
      <ChipPicker
        legend={rideWords.kind}
        chips={KINDS}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        disabled={!may}
      />
      <EscortFields draft={draft} escort={escort} disabled={!may} onChange={change} />
      {draft.kind && !protocol.exit.rides.includes(draft.kind) && (
        <p className={styles["warn"]}>{rideWords.notAccepted}</p>
      )}
      <div className={styles["acts"]}>
        {problem && (
          <p className={styles["wrong"]} role="alert">
            {problem}
          </p>
        )}
        <ActLine act={act} zone={session.zone} />
        <Action kind="primary" size="glove" busy={act.busy} disabled={!may} onClick={() => void save()}>
          {rideWords.save}
        </Action>
      </div>
      {known?.status !== "here" && <WaitingForRide {...props} />}
    </>
  );
};

interface EscortFieldsProps {
  readonly draft: RideDraft;
  readonly escort: EscortEntry | undefined;
  readonly disabled: boolean;
  readonly onChange: (part: Partial<RideDraft>) => void;
}

const EscortFields = ({ draft, escort, disabled, onChange }: EscortFieldsProps) => (
  <div className={styles["group"]} role="group" aria-label={rideWords.escort}>
    <h3>{rideWords.escort}</h3>
    <p className={styles["note"]}>{rideWords.escortHelp}</p>
    <div className={styles["fields"]}>
      {(["name", "relation", "phone"] as const).map((field) => (
        <TextInput
          key={field}
          label={rideWords[field]}
          value={draft[field] ?? escort?.[field] ?? ""}
          disabled={disabled}
          maxLength={field === "name" ? 80 : field === "relation" ? 40 : 30}
          inputMode={field === "phone" ? "tel" : "text"}
          autoComplete="off"
          classNames={{ label: styles["label"] ?? "", input: styles["input"] ?? "" }}
          onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value })}
        />
      ))}
    </div>
  </div>
);

/** Names live in the register, so keeping one needs the network; the ride itself carries an id alone. */
const useSaveEscort = () => {
  const { clinicId, directory } = usePlace();
  return async (entry: EscortEntry & { readonly sessionId: SessionId }): Promise<EscortId | "failed"> => {
    try {
      const { id } = await api("POST", `/api/clinics/${clinicId}/escorts`, Id(EscortId), entry);
      directory.rememberEscort({ ...entry, id });
      return id;
    } catch (cause) {
      if (cause instanceof ApiError) return "failed"; // said beside the button; nothing of the ride was recorded either
      throw cause;
    }
  };
};
