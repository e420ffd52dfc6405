import { useState } from "react";

import { useWish } from "#client/entry/useWish.ts";
import { useDirectory, useMay, usePlace } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { CallTag } from "#client/ui/CallTag.tsx";
import { acceptedWords, callWords, escalatedWords, passedOnWords } from "#client/ui/callWords.ts";
import { ReasonField, type Reason } from "#client/ui/ReasonField.tsx";
import { ClearOutcome, type Alarm } from "#shared/alarm/alarm.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import type { Chair, Clinic } from "#shared/clinic/clinic.ts";
import styles from "./Calls.module.css";
import { callsOf, canPassOn } from "./chairModel.ts";
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
  const calls = callsOf(clinic, chair.id);
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
  const directory = useDirectory();
  const { me } = usePlace();
  const [closing, setClosing] = useState(false);
  const session = alarm.sessionId && clinic.sessions[alarm.sessionId];
  const raised = words.openedBy(
    alarm.raisedBy === "system" ? "Chairside" : (directory.staff(alarm.raisedBy) ?? ""),
    clockTime(alarm.raisedAt, clinic.zone),
  );
  return (
    <div className={styles["call"]}>
      <CallTag priority={alarm.priority} accepted={alarm.accepted !== undefined}>
        {callWords(alarm, chair.label, session, now)}
        <span className={styles["by"]}>
          {` · ${raised}`}
          {alarm.accepted &&
            ` · ${acceptedWords(directory.staff(alarm.accepted.by))} ${clockTime(alarm.accepted.at, clinic.zone)}`}
          {[passedOnWords(alarm, (id) => directory.staff(id)), alarm.accepted ? undefined : escalatedWords(alarm)]
            .filter((part) => part !== undefined)
            .map((part) => ` · ${part}`)}
          {alarm.settledAt !== undefined && ` · ${words.settled}`}
        </span>
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
