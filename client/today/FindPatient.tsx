import { TextInput } from "@mantine/core";
import { Search, UserPlus } from "lucide-react";
import { useState, type FormEvent } from "react";

import { usePlace } from "#client/store/ClinicProvider.tsx";
import { birthDay, fullName } from "#client/store/names.ts";
import { Action } from "#client/ui/Action.tsx";
import type { PatientRow } from "#shared/wire/http.ts";
import styles from "./Form.module.css";
import { useRegister } from "./useRegister.ts";
import { words } from "./words.ts";

interface FindPatientProps {
  readonly live: boolean;
  readonly onChosen: (patient: PatientRow) => void;
  readonly onNew: () => void;
}

export const FindPatient = ({ live, onChosen, onNew }: FindPatientProps) => {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<readonly PatientRow[]>();
  const register = useRegister();
  const { directory } = usePlace();
  const search = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (query.trim() !== "") setFound(await register.search(query.trim()));
  };
  const choose = (patient: PatientRow): void => {
    directory.remember(patient);
    onChosen(patient);
  };
  return (
    <form className={styles["form"]} onSubmit={(event) => void search(event)}>
      <div className={styles["search"]}>
        <TextInput
          label={words.addDialog.find}
          description={words.addDialog.findHelp}
          value={query}
          maxLength={80}
          autoComplete="off"
          enterKeyHint="search"
          data-autofocus
          classNames={FIELD}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        />
        <Action
          type="submit"
          size="glove"
          busy={register.busy}
          disabled={!live}
          icon={<Search aria-hidden="true" size={18} />}
        >
          {words.addDialog.search}
        </Action>
      </div>
      <div aria-live="polite">{found && <Found patients={found} onChoose={choose} />}</div>
      <Problem text={live ? register.problem : words.notLiveShort} />
      <div className={styles["acts"]}>
        <Action size="glove" icon={<UserPlus aria-hidden="true" size={18} />} disabled={!live} onClick={onNew}>
          {words.addDialog.isNew}
        </Action>
      </div>
    </form>
  );
};

const Found = ({
  patients,
  onChoose,
}: {
  readonly patients: readonly PatientRow[];
  readonly onChoose: (patient: PatientRow) => void;
}) =>
  patients.length === 0 ? (
    <p className={styles["note"]}>{words.addDialog.none}</p>
  ) : (
    <ul className={styles["found"]}>
      {patients.map((patient) => (
        <li key={patient.id}>
          <button type="button" className={styles["person"]} onClick={() => onChoose(patient)}>
            <strong>{fullName(patient)}</strong>
            <span>{words.patient.born(birthDay(patient) ?? "")}</span>
            {patient.identifier && <span>{patient.identifier}</span>}
          </button>
        </li>
      ))}
    </ul>
  );

const Problem = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : (
    <p className={styles["problem"]} role="alert">
      {text}
    </p>
  );

const FIELD = { label: styles["label"] ?? "", input: styles["input"] ?? "", description: styles["help"] ?? "" };
