import { PasswordInput, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import * as z from "zod";
import { shellWords } from "#client/shellWords.ts";
import { ApiError, api } from "#client/store/api.ts";
import { Action } from "#client/ui/Action.tsx";
import styles from "./SignInPage.module.css";

const say = shellWords.signIn;

interface SignInFormProps {
  /** Who has to come back, when it can only be one person. */
  readonly only?: string;
  readonly onDone: () => void;
}

/** A wrong pair says so and keeps the name. */
export const SignInForm = ({ only, onDone }: SignInFormProps) => {
  const [username, setUsername] = useState(only ?? "");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!username.trim() || !password) return setError(say.missing);
    setBusy(true);
    try {
      await api("POST", "/api/auth/sign-in", z.unknown(), { username: username.trim(), password });
      onDone();
    } catch (cause) {
      setBusy(false);
      setError(reason(cause));
    }
  };

  return (
    <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
      <h2>{say.title}</h2>
      <TextInput
        label={say.username}
        value={username}
        readOnly={only !== undefined}
        onChange={(event) => setUsername(event.currentTarget.value)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        size="lg"
      />
      <PasswordInput
        label={say.password}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
        size="lg"
      />
      <p className={styles["error"]} role="alert">
        {error}
      </p>
      <Action kind="primary" size="large" type="submit" busy={busy}>
        {say.go}
      </Action>
    </form>
  );
};

const reason = (cause: unknown): string => {
  const status = cause instanceof ApiError ? cause.status : 0;
  return status === 401 ? say.wrong : status === 429 ? say.slow : say.noAnswer;
};
