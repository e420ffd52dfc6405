import { TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";

import { Action } from "#client/ui/Action.tsx";
import type { Instant } from "#shared/base/time.ts";
import type { PatientRow } from "#shared/wire/http.ts";
import styles from "./Form.module.css";
import { checkDraft, EMPTY_DRAFT, type DraftProblems, type PatientDraft } from "./patientDraft.ts";
import { useRegister } from "./useRegister.ts";
import { words } from "./words.ts";

interface NewPatientProps {
  readonly now: Instant;
  readonly zone: string;
  readonly live: boolean;
  readonly onSaved: (patient: PatientRow) => void;
  readonly onBack: () => void;
}

const FIELDS: readonly {
  readonly id: keyof PatientDraft;
  readonly label: string;
  readonly help?: string;
  readonly max: number;
}[] = [
  { id: "givenName", label: words.patient.given, max: 60 },
  { id: "familyName", label: words.patient.family, max: 60 },
  { id: "birthDate", label: words.patient.birth, help: words.patient.birthHelp, max: 10 },
  { id: "identifier", label: words.patient.identifier, max: 40 },
  { id: "phone", label: words.patient.phone, max: 30 },
  { id: "allergies", label: words.patient.allergies, max: 500 },
];

export const NewPatient = ({ now, zone, live, onSaved, onBack }: NewPatientProps) => {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [problems, setProblems] = useState<DraftProblems>({});
  const register = useRegister();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const checked = checkDraft(draft, now, zone);
    setProblems("problems" in checked ? checked.problems : {});
    const patient = "entry" in checked ? await register.add(checked.entry) : undefined;
    if (patient) onSaved(patient);
  };
  return (
    <form className={styles["form"]} onSubmit={(event) => void save(event)} noValidate>
      <div className={styles["fields"]}>
        {FIELDS.map(({ id, label, help, max }, place) => (
          <TextInput
            key={id}
            label={label}
            description={help}
            error={problems[id]}
            value={draft[id]}
            maxLength={max}
            autoComplete="off"
            inputMode={id === "phone" ? "tel" : "text"}
            data-autofocus={place === 0 || undefined}
            inputWrapperOrder={["label", "input", "description", "error"]}
            classNames={{
              label: styles["label"] ?? "",
              input: styles["input"] ?? "",
              description: styles["help"] ?? "",
              error: styles["problem"] ?? "",
            }}
            onChange={({ currentTarget }) => setDraft({ ...draft, [id]: currentTarget.value })}
          />
        ))}
      </div>
      {(register.problem !== undefined || !live) && (
        <p className={styles["problem"]} role="alert">
          {live ? register.problem : words.notLiveShort}
        </p>
      )}
      <div className={styles["acts"]}>
        <Action size="glove" onClick={onBack}>
          {words.addDialog.back}
        </Action>
        <Action kind="primary" size="glove" type="submit" busy={register.busy} disabled={!live}>
          {words.patient.save}
        </Action>
      </div>
    </form>
  );
};
