import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from "react";
import * as z from "zod";
import { PIN_DIGITS } from "#shared/access/pin.ts";
import type { PersonId } from "#shared/base/ids.ts";
import { ApiError, api } from "#client/store/api.ts";
import { NumberPad } from "#client/ui/NumberPad.tsx";
import styles from "./Door.module.css";
import { doorWords } from "./doorWords.ts";

const say = doorWords.pad;

interface PinPadProps {
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly onDone: () => void;
  /** It was not let in: what a PIN opens here may have changed. */
  readonly onRefused: () => void;
  readonly back: ReactNode;
}

/** DV11. Six digits by touch or by keyboard; the sixth sends them. A wrong PIN says how many tries are left. */
export const PinPad = ({ person, onDone, onRefused, back }: PinPadProps) => {
  const [pin, setPin] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => input.current?.focus(), []);

  const send = async (digits: string): Promise<void> => {
    if (busy) return;
    if (digits.length < PIN_DIGITS) return setError(say.short);
    setBusy(true);
    try {
      await api("POST", "/api/auth/pin", z.unknown(), { person: person.id, pin: digits });
      onDone();
    } catch (cause) {
      setPin("");
      setError(cause instanceof ApiError && cause.status > 0 ? cause.message : say.noAnswer);
      onRefused();
    } finally {
      setBusy(false);
    }
  };
  const type = (typed: string): void => {
    const digits = typed.replaceAll(/\D/g, "").slice(0, PIN_DIGITS);
    setPin(digits);
    if (digits.length === PIN_DIGITS) void send(digits);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(pin);
  };

  return (
    <form className={styles["card"]} onSubmit={submit} aria-labelledby={`${id}-title`} noValidate>
      <div className={styles["entry"]}>
        <div className={styles["halves"]}>
          <div className={styles["typed"]}>
            <h2 id={`${id}-title`}>{say.title(person.name)}</h2>
            <input
              ref={input}
              className={styles["pin"]}
              type="password"
              inputMode="none"
              autoComplete="one-time-code"
              aria-label={say.label}
              aria-describedby={`${id}-error`}
              data-autofocus
              value={pin}
              readOnly={busy}
              onChange={(event) => type(event.currentTarget.value)}
            />
            <p id={`${id}-error`} className={styles["error"]} role="alert">
              {error}
            </p>
            {back}
          </div>
          <NumberPad value={pin} onChange={type} onNext={() => void send(pin)} nextWord={say.go} most={PIN_DIGITS} />
        </div>
      </div>
    </form>
  );
};
