import { PasswordInput, TextInput } from "@mantine/core";
import { useEffect, useState, type FormEvent } from "react";
import * as z from "zod";
import { StaffRole } from "#shared/access/role.ts";
import { NewStaff } from "#shared/wire/http.ts";
import { shellWords } from "#client/shellWords.ts";
import { ApiError, api } from "#client/store/api.ts";
import { useClinic, useDirectory, usePlace } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import styles from "./Admin.module.css";
import { adminWords } from "./words.ts";

const EMPTY = { name: "", username: "", password: "" };
const ROLES = StaffRole.options.map((role) => ({ code: role, word: shellWords.roles[role] }));

/** The field by its label, and what it wants. */
const problemOf = (field: PropertyKey = ""): string => {
  const name = String(field);
  const label = LABELS[name];
  return label ? `${label}: ${shellWords.wants[name] ?? shellWords.setUp.empty}` : shellWords.setUp.missing;
};

const LABELS: Readonly<Record<string, string>> = {
  name: adminWords.name,
  username: adminWords.username,
  password: adminWords.password,
  roles: adminWords.roles,
};

export const StaffPanel = () => {
  const { clinicId } = usePlace();
  const directory = useDirectory();
  const members = useClinic((clinic) => clinic.members);
  const [fields, setFields] = useState(EMPTY);
  const [roles, setRoles] = useState<readonly StaffRole[]>([]);
  const [said, setSaid] = useState<{ error?: string; done?: string }>({});
  useEffect(() => void directory.refreshStaff().catch(() => undefined), [members, directory]); // the list says what it last knew

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = NewStaff.safeParse({ ...fields, roles });
    if (!body.success) return setSaid({ error: problemOf(body.error.issues[0]?.path[0]) });
    try {
      await api("POST", `/api/clinics/${clinicId}/staff`, z.unknown(), body.data);
      setSaid({ done: adminWords.added(fields.name) });
      setFields(EMPTY);
      setRoles([]);
    } catch (cause) {
      setSaid({ error: cause instanceof ApiError ? cause.message : shellWords.signIn.noAnswer });
    }
  };
  const set = (field: keyof typeof EMPTY) => (event: { currentTarget: { value: string } }) =>
    setFields({ ...fields, [field]: event.currentTarget.value });

  return (
    <Card title={adminWords.staff}>
      <ul className={styles["list"]}>
        {Object.entries(members).map(([id, held]) => (
          <li key={id}>
            <strong>{directory.staff(id) ?? "…"}</strong>{" "}
            <span>{held.map((role) => shellWords.roles[role]).join(", ")}</span>
          </li>
        ))}
      </ul>
      <form className={styles["form"]} onSubmit={(event) => void add(event)} aria-label={adminWords.add} noValidate>
        <div className={styles["row"]}>
          <TextInput label={adminWords.name} value={fields.name} onChange={set("name")} autoComplete="off" size="md" />
          <TextInput
            label={adminWords.username}
            value={fields.username}
            onChange={set("username")}
            autoComplete="off"
            autoCapitalize="none"
            size="md"
          />
          <PasswordInput
            label={adminWords.password}
            description={adminWords.passwordHelp}
            value={fields.password}
            onChange={set("password")}
            autoComplete="new-password"
            size="md"
          />
        </div>
        <ChipPicker<StaffRole> legend={adminWords.roles} chips={ROLES} many value={roles} onChange={setRoles} />
        <p role="status" className={styles["said"]} data-error={said.error !== undefined}>
          {said.error ?? said.done}
        </p>
        <Action kind="primary" type="submit">
          {adminWords.save}
        </Action>
      </form>
    </Card>
  );
};
