import { TextInput } from "@mantine/core";
import { useMemo, useState, type FormEvent } from "react";
import type { ChairId } from "#shared/base/ids.ts";
import { chairsInPlace } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { rejectionWords } from "#client/rejectionWords.ts";
import { newId, useClinic, useSubmit } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import styles from "./Admin.module.css";
import { adminWords } from "./words.ts";

export const ChairsPanel = () => {
  const clinic = useClinic((state) => state);
  const chairs = useMemo(() => chairsInPlace(clinic), [clinic]);
  const submit = useSubmit();
  const [label, setLabel] = useState("");
  const [error, setError] = useState<string>();
  const send = async (command: Command): Promise<void> => {
    const answer = await submit(command);
    setError("rejected" in answer ? rejectionWords(answer.rejected) : undefined);
  };
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (label.trim() === "") return;
    void send({ type: "add-chair", chairId: newId<ChairId>(), label: label.trim(), kind: "chair" });
    setLabel("");
  };
  return (
    <Card title={adminWords.chairs}>
      <ul className={styles["list"]}>
        {chairs.map((chair) => (
          <li key={chair.id}>
            <strong>{chair.label}</strong>
            <Action
              kind="quiet"
              aria-label={adminWords.removeChair(chair.label)}
              onClick={() => void send({ type: "remove-chair", chairId: chair.id })}
            >
              {adminWords.removeChair(chair.label)}
            </Action>
          </li>
        ))}
      </ul>
      <form className={styles["inline"]} onSubmit={add} noValidate>
        <TextInput
          label={adminWords.chairLabel}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          maxLength={20}
          size="md"
        />
        <Action type="submit">{adminWords.addChair}</Action>
      </form>
      <p role="alert" className={styles["said"]} data-error={error !== undefined}>
        {error}
      </p>
    </Card>
  );
};
