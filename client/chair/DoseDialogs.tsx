import { useState, type ReactNode } from "react";

import { whenOf, type When } from "#client/entry/clockText.ts";
import { useTabletNow, useWish, type Wish } from "#client/entry/useWish.ts";
import { WhenPicker } from "#client/entry/WhenPicker.tsx";
import { newId } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { ReasonField, type Reason } from "#client/ui/ReasonField.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import { parseTyped } from "#client/ui/typedNumber.ts";
import type { DoseFactId } from "#shared/base/ids.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { EndReason, PauseReason } from "#shared/session/dose.ts";
import { AbortReason } from "#shared/session/session.ts";
import { plannedMg, type ChairView } from "./chairModel.ts";
import styles from "./DoseDialogs.module.css";
import { Refusal } from "./Refusal.tsx";
import { treatmentWords } from "./treatmentWords.ts";
import { chairWords } from "./words.ts";

const { dose: words } = treatmentWords;

export interface DoseDialogProps {
  readonly view: ChairView;
  readonly close: () => void;
}

/** One fact about the pump: when it was true, what it was, and one button. */
export const useDoseFact = ({ view, close }: DoseDialogProps) => {
  const wish = useWish();
  const tabletNow = useTabletNow();
  const [typed, setTyped] = useState<string>();
  const [factId] = useState(() => newId<DoseFactId>());
  const now = tabletNow();
  const when: When = whenOf(typed, now, view.session);
  const base = { sessionId: view.session.id, factId };
  const send = (make: (at: number) => Command): void => {
    const at = whenOf(typed, tabletNow(), view.session);
    if ("at" in at) wish.send(make(at.at), close);
  };
  const picker = <WhenPicker typed={typed} onChange={setTyped} when={when} now={now} zone={view.zone} />;
  return { wish, base, when, send, picker };
};

interface FactDialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly wish: Wish;
  readonly ready: boolean;
  readonly record: () => void;
  readonly children: ReactNode;
  readonly act?: string;
  readonly size?: "lg" | "xl";
}

export const FactDialog = ({
  title,
  close,
  wish,
  ready,
  record,
  children,
  act = words.record,
  size = "lg",
}: FactDialogProps) => (
  <Dialog
    open
    onClose={close}
    title={title}
    size={size}
    actions={
      <>
        <Action onClick={close}>{chairWords.cancel}</Action>
        <Action kind="primary" size="glove" busy={wish.busy} disabled={!ready} onClick={record}>
          {act}
        </Action>
      </>
    }
  >
    <div className={styles["fields"]}>
      {children}
      <Refusal words={wish.refusal} />
    </div>
  </Dialog>
);

export const PauseDialog = (props: DoseDialogProps) => {
  const { wish, base, when, send, picker } = useDoseFact(props);
  const [reason, setReason] = useState<Reason<keyof typeof words.pauseReasons>>();
  return (
    <FactDialog
      title={words.pause}
      close={props.close}
      wish={wish}
      ready={"at" in when && reason !== undefined}
      record={() => reason && send((at) => ({ type: "pause-infusion", ...base, at, reason }))}
    >
      <ReasonField
        legend={words.why}
        chips={PauseReason.shape.code.options.map((code) => ({ code, word: words.pauseReasons[code] }))}
        value={reason}
        onChange={setReason}
      />
      {picker}
    </FactDialog>
  );
};

export const ResumeDialog = (props: DoseDialogProps) => {
  const { wish, base, when, send, picker } = useDoseFact(props);
  return (
    <FactDialog
      title={words.resume}
      close={props.close}
      wish={wish}
      ready={"at" in when}
      record={() => send((at) => ({ type: "resume-infusion", ...base, at }))}
    >
      {picker}
    </FactDialog>
  );
};

export const RateDialog = (props: DoseDialogProps) => {
  const { wish, base, when, send, picker } = useDoseFact(props);
  const [rate, setRate] = useState("");
  const [left, setLeft] = useState("");
  const [rateMlPerH, remainingMin] = [positive(rate, 1), positive(left, 0)];
  return (
    <FactDialog
      title={words.rate}
      close={props.close}
      wish={wish}
      ready={"at" in when && rateMlPerH !== undefined && remainingMin !== undefined}
      record={() =>
        rateMlPerH !== undefined &&
        remainingMin !== undefined &&
        send((at) => ({ type: "change-rate", ...base, at, rateMlPerH, remainingMin }))
      }
    >
      <div className={styles["numbers"]}>
        <TypedNumberField
          label={words.rateMlPerH}
          unit="mL/h"
          decimals={1}
          value={rate}
          onChange={setRate}
          problem={wrong(rate, 1)}
        />
        <TypedNumberField label={words.remaining} unit="min" value={left} onChange={setLeft} problem={wrong(left, 0)} />
      </div>
      {picker}
    </FactDialog>
  );
};

export const EndDialog = (props: DoseDialogProps) => {
  const { wish, base, when, send, picker } = useDoseFact(props);
  const [given, setGiven] = useState("");
  const [reason, setReason] = useState<Reason<keyof typeof words.endReasons>>();
  const planned = plannedMg(props.view.session.doseFacts);
  const typed = parseTyped(given, { decimals: 1, min: 0, max: 2000 });
  const givenMg = typed.kind === "number" ? typed.value : undefined;
  return (
    <FactDialog
      title={words.end}
      close={props.close}
      wish={wish}
      ready={"at" in when && reason !== undefined && givenMg !== undefined}
      record={() =>
        reason && givenMg !== undefined && send((at) => ({ type: "end-infusion", ...base, at, givenMg, reason }))
      }
    >
      <div className={styles["numbers"]}>
        <TypedNumberField
          label={words.given}
          unit="mg"
          decimals={1}
          value={given}
          onChange={setGiven}
          problem={typed.kind === "wrong" ? typed.problem : undefined}
          last={planned === undefined ? undefined : words.ofPlanned(planned)}
        />
      </div>
      <ReasonField
        legend={words.why}
        chips={EndReason.shape.code.options.map((code) => ({ code, word: words.endReasons[code] }))}
        value={reason}
        onChange={setReason}
      />
      {picker}
    </FactDialog>
  );
};

/** NS4. The dose ended with the last device. */
export const StopDevicesDialog = (props: DoseDialogProps) => {
  const { wish, base, when, send, picker } = useDoseFact(props);
  const [reason, setReason] = useState<Reason<keyof typeof words.endReasons>>();
  return (
    <FactDialog
      title={words["devices-stopped"]}
      close={props.close}
      wish={wish}
      ready={"at" in when && reason !== undefined}
      record={() => reason && send((at) => ({ type: "stop-devices", ...base, at, reason }))}
    >
      <ReasonField
        legend={words.why}
        chips={EndReason.shape.code.options.map((code) => ({ code, word: words.endReasons[code] }))}
        value={reason}
        onChange={setReason}
      />
      {picker}
    </FactDialog>
  );
};

export const AbortDialog = ({ view, close }: DoseDialogProps) => {
  const wish = useWish();
  const [reason, setReason] = useState<Reason<keyof typeof words.abortReasons>>();
  return (
    <FactDialog
      title={words.abort}
      close={close}
      wish={wish}
      ready={reason !== undefined}
      record={() => reason && wish.send({ type: "abort-before-dose", sessionId: view.session.id, reason }, close)}
    >
      <p>{words.abortAsk}</p>
      <ReasonField
        legend={words.why}
        chips={AbortReason.shape.code.options.map((code) => ({ code, word: words.abortReasons[code] }))}
        value={reason}
        onChange={setReason}
      />
    </FactDialog>
  );
};

export const positive = (text: string, decimals: number): number | undefined => {
  const typed = parseTyped(text, { decimals, min: 0 });
  return typed.kind === "number" && typed.value > 0 ? typed.value : undefined;
};

export const wrong = (text: string, decimals: number): string | undefined => {
  const typed = parseTyped(text, { decimals, min: 0 });
  return typed.kind === "wrong" ? typed.problem : undefined;
};
