import { useState } from "react";

import { useWish } from "#client/entry/useWish.ts";
import { useDirectory, useMay, usePlace, usePresence } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { callsAt } from "#client/ui/callOrder.ts";
import { CallTag } from "#client/ui/CallTag.tsx";
import { deliveryWords } from "#client/ui/deliveryWords.ts";
import { acceptedWords, callWords, escalatedWords, passedOnWords } from "#client/ui/callWords.ts";
import { ReasonField, type Reason } from "#client/ui/ReasonField.tsx";
import { ClearOutcome, type Alarm } from "#shared/alarm/alarm.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import { protocolOf, type Chair, type Clinic } from "#shared/clinic/clinic.ts";
import styles from "./Calls.module.css";
import { canPassOn } from "./chairModel.ts";
import { Refusal } from "./Refusal.tsx";
import { chairWords } from "./words.ts";

const { calls: words } = chairWords;

interface CallsProps {
  readonly clinic: Clinic;
  readonly chair: Chair;
  readonly now: Instant;
}

/** The open calls of this chair. A screen reader hears a new one at once. */
export const Calls = ({ clinic, chair, now }: CallsProps) => {
  const calls = callsAt(clinic, chair.id);
  return (
    <section className={styles["calls"]} aria-label={words.title} aria-live="assertive" hidden={calls.length === 0}>
      {calls.map((alarm) => (
        <Call key={alarm.id} alarm={alarm} clinic={clinic} chair={chair} now={now} />
      ))}
    </section>
  );
};

const Call = ({ alarm, clinic, chair, now }: CallsProps & { readonly alarm: Alarm }) => {
  const wish = useWish();
  const may = useMay();
  const { me } = usePlace();
  const [closing, setClosing] = useState(false);
  const session = alarm.sessionId && clinic.sessions[alarm.sessionId];
  const protocol = session && protocolOf(clinic, session.protocol);
  return (
    <div className={styles["call"]}>
      <CallTag priority={alarm.priority} accepted={alarm.accepted !== undefined}>
        {callWords(alarm, chair.label, session, now, protocol)}
        <Behind alarm={alarm} clinic={clinic} now={now} />
      </CallTag>
      {!alarm.accepted && may("accept-alarm") && (
        <Action
          kind="primary"
          size="glove"
          busy={wish.busy}
          onClick={() => wish.send({ type: "accept-alarm", alarmId: alarm.id })}
        >
          {words.accept}
        </Action>
      )}
      {canPassOn(alarm, me.person.id) && may("pass-on-alarm") && (
        <Action size="glove" busy={wish.busy} onClick={() => wish.send({ type: "pass-on-alarm", alarmId: alarm.id })}>
          {words.passOn}
        </Action>
      )}
      {alarm.accepted && may("clear-alarm") && (
        <Action size="glove" aria-expanded={closing} onClick={() => setClosing(!closing)}>
          {words.close}
        </Action>
      )}
      <Refusal words={wish.refusal} />
      {closing && alarm.accepted && <Closing alarm={alarm} />}
    </div>
  );
};

/** Who called and when, who has it or could not, whom it reached, who is asked. */
const Behind = ({ alarm, clinic, now }: Omit<CallsProps, "chair"> & { readonly alarm: Alarm }) => {
  const { staff } = useDirectory();
  const { delivered } = usePresence();
  const { accepted, raisedBy, raisedAt, settledAt } = alarm;
  const parts = [
    words.openedBy(raisedBy === "system" ? "Chairside" : (staff(raisedBy) ?? ""), clockTime(raisedAt, clinic.zone)),
    accepted && `${acceptedWords(staff(accepted.by))} ${clockTime(accepted.at, clinic.zone)}`,
    passedOnWords(alarm, staff),
    deliveryWords(alarm, delivered, now),
    accepted ? undefined : escalatedWords(alarm),
    settledAt === undefined ? undefined : words.settled,
  ];
  return <span className={styles["by"]}>{parts.filter((part) => part !== undefined).map((part) => ` · ${part}`)}</span>;
};

const Closing = ({ alarm }: { readonly alarm: Alarm }) => {
  const wish = useWish();
  const [outcome, setOutcome] = useState<Reason<keyof typeof words.outcomes>>();
  return (
    <div className={styles["closing"]}>
      <ReasonField
        legend={words.closing}
        chips={ClearOutcome.shape.code.options.map((code) => ({ code, word: words.outcomes[code] }))}
        value={outcome}
        onChange={setOutcome}
      />
      <Action
        kind="primary"
        busy={wish.busy}
        disabled={!outcome}
        onClick={() => outcome && wish.send({ type: "clear-alarm", alarmId: alarm.id, outcome })}
      >
        {words.close}
      </Action>
      <Refusal words={wish.refusal} />
    </div>
  );
};
