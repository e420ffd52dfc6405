import { TextInput } from "@mantine/core";
import { useCallback, useEffect, useState, type FormEvent } from "react";
import * as z from "zod";
import { MINUTE, clockTime, dayAndTime } from "#shared/base/time.ts";
import { DeviceList, NewDevice, NewDeviceCode, type DeviceKind } from "#shared/wire/http.ts";
import { duration } from "#client/words.ts";
import { useNow } from "#client/connection/LinkProvider.tsx";
import { shellWords } from "#client/shellWords.ts";
import { ApiError, api } from "#client/store/api.ts";
import { useClinic, useDirectory, usePlace } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import styles from "./Admin.module.css";
import { deviceWords as say } from "./deviceWords.ts";

type Device = DeviceList["devices"][number];

const KINDS = (["tablet", "display"] as const).map((kind) => ({ code: kind, word: say.kinds[kind] }));
/** While a code is on the screen somebody stands at the device with it. */
const LOOK_EVERY_MS = 3_000;

/** DV1, DV4. Which devices the clinic has let in, and the code for another one. */
export const DevicesPanel = () => {
  const { clinicId } = usePlace();
  const base = `/api/clinics/${clinicId}/devices`;
  const [devices, setDevices] = useState<readonly Device[]>();
  const [code, setCode] = useState<NewDeviceCode & { readonly label: string }>();
  const [error, setError] = useState<string>();
  const look = useCallback(
    () =>
      api("GET", base, DeviceList).then(
        (list) => setDevices(list.devices),
        () => undefined, // the list says what it last knew
      ),
    [base],
  );
  useEffect(() => void look(), [look]);
  useEffect(() => {
    if (!code) return;
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [code, look]);
  const used = code !== undefined && devices?.some(({ label }) => label === code.label) === true;

  const end = async (device: Device): Promise<void> => {
    try {
      await api("POST", `${base}/${device.id}/end`, z.unknown(), {});
      setError(undefined);
    } catch (cause) {
      setError(reason(cause));
    }
    await look();
  };

  return (
    <Card title={say.title}>
      <p className={styles["lead"]}>{say.lead}</p>
      {devices?.length === 0 && <p>{say.none}</p>}
      <ul className={styles["devices"]}>
        {devices?.map((device) => (
          <DeviceRow key={device.id} device={device} onEnd={() => void end(device)} />
        ))}
      </ul>
      <NewDeviceForm base={base} onCode={setCode} />
      <p role="alert" className={styles["said"]} data-error={error !== undefined}>
        {error}
      </p>
      {code && (used ? <p role="status">{say.isIn(code.label)}</p> : <CodeShown code={code} />)}
    </Card>
  );
};

const DeviceRow = ({ device, onEnd }: { readonly device: Device; readonly onEnd: () => void }) => {
  const { label, kind, enrolledBy, enrolledAt, seenAt } = device;
  const directory = useDirectory();
  const zone = useClinic((clinic) => clinic.zone);
  const now = useNow(MINUTE);
  const [asking, setAsking] = useState(false);
  return (
    <li>
      <div>
        <strong>{label}</strong> <span>{say.kinds[kind]}</span>
        <p>{say.since(dayAndTime(enrolledAt, zone), directory.staff(enrolledBy) ?? "…")}</p>
        <p>{now - seenAt < 2 * MINUTE ? say.seenNow : say.seen(duration(now - seenAt))}</p>
      </div>
      {asking ? (
        <div className={styles["inline"]}>
          <span>{say.question[kind]}</span>
          <Action onClick={() => setAsking(false)}>{say.keep}</Action>
          <Action kind="strong" onClick={onEnd}>
            {say.endNow(label)}
          </Action>
        </div>
      ) : (
        <Action kind="quiet" aria-label={say.endOf(label)} onClick={() => setAsking(true)}>
          {say.end}
        </Action>
      )}
    </li>
  );
};

interface NewDeviceFormProps {
  readonly base: string;
  readonly onCode: (code: NewDeviceCode & { readonly label: string }) => void;
}

const NewDeviceForm = ({ base, onCode }: NewDeviceFormProps) => {
  const [kind, setKind] = useState<DeviceKind>();
  const [label, setLabel] = useState("");
  const [error, setError] = useState<string>();
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = NewDevice.safeParse({ kind, label });
    if (!body.success) return setError(kind === undefined ? say.noKind : say.noLabel);
    try {
      onCode({ ...(await api("POST", `${base}/codes`, NewDeviceCode, body.data)), label: body.data.label });
      setError(undefined);
      setLabel("");
    } catch (cause) {
      setError(reason(cause));
    }
  };
  return (
    <form className={styles["form"]} onSubmit={(event) => void make(event)} aria-label={say.add} noValidate>
      <ChipPicker<DeviceKind> legend={say.kind} chips={KINDS} value={kind} onChange={setKind} />
      <TextInput
        label={say.label}
        description={say.labelHelp}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
        maxLength={40}
        autoComplete="off"
        size="md"
      />
      <p role="alert" className={styles["said"]} data-error={error !== undefined}>
        {error}
      </p>
      <Action kind="primary" type="submit">
        {say.make}
      </Action>
    </form>
  );
};

const CodeShown = ({
  code: { code, link, until, label },
}: {
  readonly code: NewDeviceCode & { readonly label: string };
}) => {
  const zone = useClinic((clinic) => clinic.zone);
  return (
    <section className={styles["code"]} aria-label={say.codeFor(label)}>
      <h3>{say.codeFor(label)}</h3>
      <output>{code}</output>
      <p>{say.how}</p>
      <p className={styles["link"]}>{link}</p>
      <p>{say.until(clockTime(until, zone))}</p>
    </section>
  );
};

const reason = (cause: unknown): string => (cause instanceof ApiError ? cause.message : shellWords.signIn.noAnswer);
