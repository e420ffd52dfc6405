import { TextInput } from "@mantine/core";
import { useEffect, useState, type FormEvent } from "react";
import { Enrolled } from "#shared/wire/http.ts";
import { words } from "#client/words.ts";
import { ApiError, api } from "#client/store/api.ts";
import { Action } from "#client/ui/Action.tsx";
import { Page } from "#client/ui/Page.tsx";
import { doorWords } from "./doorWords.ts";
import styles from "./SignInPage.module.css";

const say = doorWords.enrol;

/** DV1. On the device that is to be let in: the code by the admin's link, or typed. A tap does it, so that no link alone can. */
export const EnrolPage = () => {
  const [code, setCode] = useState(() => window.location.hash.slice(1));
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [enrolled, setEnrolled] = useState<Enrolled>();
  useEffect(() => window.history.replaceState(null, "", window.location.pathname), []); // the code stays in no history

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!code.trim()) return setError(say.missing);
    setBusy(true);
    try {
      setEnrolled(await api("POST", "/api/enrol", Enrolled, { code }));
    } catch (cause) {
      setBusy(false);
      setError(cause instanceof ApiError && cause.status > 0 ? cause.message : doorWords.pad.noAnswer);
    }
  };

  return (
    <Page title={say.title} width="reading">
      <div className={styles["door"]}>
        <div className={styles["brand"]}>
          <h1>{words.product.name}</h1>
          <p>{enrolled ? say.clinic(enrolled.clinic) : say.lead}</p>
        </div>
        {enrolled ? (
          <section className={styles["form"]} role="status">
            <h2>{say.done[enrolled.kind](enrolled.label)}</h2>
            <p>{say.next[enrolled.kind]}</p>
            <Action kind="primary" size="large" onClick={() => window.location.assign("/")}>
              {say.goOn}
            </Action>
          </section>
        ) : (
          <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
            <h2>{say.title}</h2>
            <TextInput
              label={say.code}
              description={say.codeHelp}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              size="lg"
            />
            <p className={styles["error"]} role="alert">
              {error}
            </p>
            <Action kind="primary" size="large" type="submit" busy={busy}>
              {say.go}
            </Action>
          </form>
        )}
      </div>
    </Page>
  );
};
