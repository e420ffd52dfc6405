import { Footprints } from "lucide-react";
import { useState } from "react";

import { LeftWithoutRide } from "#client/entry/LeftWithoutRide.tsx";
import { useMay } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { useStaffName } from "#client/store/useStaffName.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { clockTime } from "#shared/base/time.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";
import { rideWords } from "./rideWords.ts";
import type { StepProps } from "./stepProps.ts";
import styles from "./Step.module.css";
import { words } from "./words.ts";

const { waiting } = rideWords;
type RideCall = CommandOf<"record-ride-call">;
const TO = (["escort", "second-contact"] as const).map((code) => ({ code, word: waiting.tos[code] }));
const ANSWERS = (["coming", "no-answer", "cannot"] as const).map((code) => ({ code, word: waiting.answers[code] }));

/** LV12, DC14. Fit to leave and nobody there: who was rung up and what they said, and the end that is left if nobody comes. */
export const WaitingForRide = (props: Pick<StepProps, "wayOut" | "now" | "live">) => {
  const { session, protocol, readiness } = props.wayOut;
  const may = useMay()("record-left-without-ride");
  const [leaving, setLeaving] = useState(false);
  return (
    <section className={styles["signature"]} aria-labelledby="waiting-for-ride">
      <h3 id="waiting-for-ride">{waiting.title}</h3>
      {readiness.verdict === "fit-no-ride" && (
        <>
          <p className={styles["signed"]} data-holds>
            <Footprints aria-hidden="true" />
            {waiting.badge}
          </p>
          <p className={styles["note"]}>{waiting.lead(protocol.schedule.waitingForRideEveryMin)}</p>
        </>
      )}
      <CallLog wayOut={props.wayOut} />
      <NewCall wayOut={props.wayOut} />
      {session.fit && may && (
        <div className={styles["acts"]}>
          <Action kind="strong" onClick={() => setLeaving(true)}>
            {waiting.without}
          </Action>
        </div>
      )}
      {leaving && <LeftWithoutRide session={session} onClose={() => setLeaving(false)} />}
    </section>
  );
};

const CallLog = ({ wayOut: { session } }: Pick<StepProps, "wayOut">) => {
  const name = useStaffName();
  if (session.rideCalls.length === 0) return <p className={styles["note"]}>{waiting.none}</p>;
  return (
    <ul className={styles["log"]} aria-label={waiting.log}>
      {session.rideCalls.map(({ at, by, to, answer }) => (
        <li key={at}>
          {waiting.line(
            clockTime(at, session.zone),
            waiting.tos[to],
            waiting.answers[answer].toLowerCase(),
            name(by) ?? words.fit.someone,
          )}
        </li>
      ))}
    </ul>
  );
};

const NewCall = ({ wayOut: { session } }: Pick<StepProps, "wayOut">) => {
  const [to, setTo] = useState<RideCall["to"]>();
  const [answer, setAnswer] = useState<RideCall["answer"]>();
  const act = useAct();
  const may = useMay()("record-ride-call");
  const save = async (): Promise<void> => {
    if (!to || !answer) return;
    if (!(await act.run({ type: "record-ride-call", sessionId: session.id, to, answer }))) return;
    setTo(undefined);
    setAnswer(undefined);
  };
  return (
    <>
      <ChipPicker legend={waiting.to} chips={TO} value={to} onChange={setTo} disabled={!may} />
      <ChipPicker legend={waiting.answer} chips={ANSWERS} value={answer} onChange={setAnswer} disabled={!may} />
      <div className={styles["acts"]}>
        <ActLine act={act} zone={session.zone} />
        <Action busy={act.busy} disabled={!may || !to || !answer} onClick={() => void save()}>
          {waiting.save}
        </Action>
      </div>
    </>
  );
};
