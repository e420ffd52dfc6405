import { PasswordInput, Select, Textarea, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { words } from "#client/words.ts";
import { shellWords } from "#client/shellWords.ts";
import { ApiError, api } from "#client/store/api.ts";
import { Action } from "#client/ui/Action.tsx";
import { EmptyState } from "#client/ui/Notice.tsx";
import { Page } from "#client/ui/Page.tsx";
import { SetUp, SetUpDone } from "#shared/wire/http.ts";
import styles from "./SignInPage.module.css";

const say = shellWords.setUp;

const FIELDS = {
  name: "",
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  phone: "",
  chairs: "1, 2, 3, 4",
  yourName: "",
  username: "",
  password: "",
};

/** The first run: a clinic, its chairs and its first admin, by the one-time link that the server printed. */
export const SetUpPage = ({ onDone }: { readonly onDone: () => void }) => {
  const [fields, setFields] = useState(FIELDS);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [token] = useState(() => window.location.hash.slice(1));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = SetUp.safeParse(bodyOf(fields, token));
    if (!body.success) return setError(problemOf(body.error.issues[0]?.path));
    setBusy(true);
    try {
      await api("POST", "/api/set-up", SetUpDone, body.data);
      window.history.replaceState(null, "", "/");
      onDone();
    } catch (cause) {
      setBusy(false);
      setError(cause instanceof ApiError ? cause.message : shellWords.signIn.noAnswer);
    }
  };

  if (token.length < 16)
    return (
      <Page title={say.title} width="reading">
        <EmptyState title={say.title}>{say.noToken}</EmptyState>
      </Page>
    );
  return (
    <Page title={say.title} width="reading">
      <div className={styles["door"]} data-wide>
        <div className={styles["brand"]}>
          <h1>{words.product.name}</h1>
          <p>{say.lead}</p>
        </div>
        <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
          <h2>{say.title}</h2>
          <ClinicFields fields={fields} setFields={setFields} />
          <AdminFields fields={fields} setFields={setFields} />
          <p className={styles["intended"]}>{say.protocols}</p>
          <p className={styles["error"]} role="alert">
            {error}
          </p>
          <Action kind="primary" size="large" type="submit" busy={busy}>
            {say.go}
          </Action>
        </form>
      </div>
    </Page>
  );
};

interface FieldsProps {
  readonly fields: typeof FIELDS;
  readonly setFields: (fields: typeof FIELDS) => void;
}

const setter =
  ({ fields, setFields }: FieldsProps) =>
  (field: keyof typeof FIELDS) =>
  (event: { currentTarget: { value: string } }) =>
    setFields({ ...fields, [field]: event.currentTarget.value });

const ClinicFields = (props: FieldsProps) => {
  const { fields, setFields } = props;
  const set = setter(props);
  return (
    <fieldset>
      <legend>{say.clinic}</legend>
      <TextInput label={say.name} value={fields.name} onChange={set("name")} size="lg" />
      <div className={styles["pair"]}>
        <Select
          label={say.zone}
          data={ZONES}
          value={fields.zone}
          onChange={(zone) => setFields({ ...fields, zone: zone ?? "" })}
          onClick={({ currentTarget }) => currentTarget.select()} // typing searches, instead of adding to "UTC"
          searchable
          nothingFoundMessage={say.zoneNotFound}
          size="lg"
        />
        <TextInput
          label={say.phone}
          description={say.phoneHelp}
          value={fields.phone}
          onChange={set("phone")}
          type="tel"
          size="lg"
        />
      </div>
      <Textarea
        label={say.chairs}
        description={say.chairsHelp}
        value={fields.chairs}
        onChange={set("chairs")}
        size="lg"
        autosize={false}
        rows={2}
      />
    </fieldset>
  );
};

const AdminFields = (props: FieldsProps) => {
  const { fields } = props;
  const set = setter(props);
  return (
    <fieldset>
      <legend>{say.admin}</legend>
      <div className={styles["pair"]}>
        <TextInput
          label={say.yourName}
          value={fields.yourName}
          onChange={set("yourName")}
          autoComplete="name"
          size="lg"
        />
        <TextInput
          label={say.username}
          value={fields.username}
          onChange={set("username")}
          autoComplete="username"
          autoCapitalize="none"
          size="lg"
        />
      </div>
      <PasswordInput
        label={say.password}
        description={say.passwordHelp}
        value={fields.password}
        onChange={set("password")}
        autoComplete="new-password"
        size="lg"
      />
    </fieldset>
  );
};

const ZONES = [...new Set(["UTC", FIELDS.zone, ...Intl.supportedValuesOf("timeZone")])];

const bodyOf = ({ name, zone, phone, chairs, yourName, username, password }: typeof FIELDS, token: string) => ({
  token,
  clinic: {
    name,
    zone,
    phone,
    chairs: chairs
      .split(/[,\n]/)
      .map((label) => label.trim())
      .filter(Boolean),
  },
  admin: { name: yourName, username, password },
});

/** The field by its label, and what it wants. */
const problemOf = (path: readonly PropertyKey[] = []): string => {
  const [part = "", field = ""] = path.map(String);
  const label = LABELS[`${part}.${field}`];
  return label ? `${label}: ${shellWords.wants[field] ?? say.empty}` : say.missing;
};

const LABELS: Readonly<Record<string, string>> = {
  "clinic.name": say.name,
  "clinic.zone": say.zone,
  "clinic.phone": say.phone,
  "clinic.chairs": say.chairs,
  "admin.name": say.yourName,
  "admin.username": say.username,
  "admin.password": say.password,
};
