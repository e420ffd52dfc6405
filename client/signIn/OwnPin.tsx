import { PasswordInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import * as z from "zod";
import { pinProblem } from "#shared/access/pin.ts";
import { ApiError, api } from "#client/store/api.ts";
import { Action } from "#client/ui/Action.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import styles from "./Door.module.css";
import { doorWords } from "./doorWords.ts";

const say = doorWords.own;

const EMPTY = { password: "", pin: "", again: "" };

/** DV9. One's own PIN: the password once more, and six digits twice. */
export const OwnPin = ({ onClose }: { readonly onClose: () => void }) => {
  const [fields, setFields] = useState(EMPTY);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { password, pin, again } = fields;
    const problem = !password ? say.noPassword : (pinProblem(pin) ?? (pin === again ? undefined : say.differs));
    setError(problem);
    if (problem !== undefined) return;
    setBusy(true);
    try {
      await api("POST", "/api/auth/my-pin", z.unknown(), { password, pin });
      setDone(true);
    } catch (cause) {
      setError(reason(cause));
      setBusy(false);
    }
  };
  const field = (name: keyof typeof EMPTY, label: string) => (
    <PasswordInput
      label={label}
      value={fields[name]}
      onChange={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
      inputMode={name === "password" ? "text" : "numeric"}
      autoComplete={name === "password" ? "current-password" : "off"}
      data-autofocus={name === "password" || undefined}
      size="lg"
    />
  );

  if (done)
    return (
      <Dialog open title={say.title} onClose={onClose} actions={<Action onClick={onClose}>{say.close}</Action>}>
        <p role="status">{say.done}</p>
      </Dialog>
    );
  return (
    <Dialog open title={say.title} onClose={onClose}>
      <form className={styles["own"]} onSubmit={(event) => void save(event)} noValidate>
        <p>{say.lead}</p>
        {field("password", say.password)}
        {field("pin", say.pin)}
        {field("again", say.again)}
        <p className={styles["error"]} role="alert">
          {error}
        </p>
        <Action kind="primary" size="large" type="submit" busy={busy}>
          {say.save}
        </Action>
      </form>
    </Dialog>
  );
};

const reason = (cause: unknown): string => {
  if (!(cause instanceof ApiError) || cause.status === 0) return doorWords.pad.noAnswer;
  return cause.status === 403 ? say.wrong : cause.message;
};
