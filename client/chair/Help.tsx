import { Siren } from "lucide-react";

import { isWaiting } from "#client/entry/sending.ts";
import { useKeptHere, useWish } from "#client/entry/useWish.ts";
import { newId, useClinic, useMay, usePlace } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import type { RedFlag } from "#shared/alarm/alarm.ts";
import type { AlarmId, ChairId } from "#shared/base/ids.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import styles from "./Help.module.css";
import { Refusal } from "./Refusal.tsx";
import { chairWords } from "./words.ts";

const { help: words } = chairWords;
const FLAGS = [
  "chest-pain",
  "severe-headache-or-vision",
  "short-of-breath",
  "faint",
  "seizure",
  "not-responding",
] as const satisfies readonly RedFlag[];

/** HELP, big, and what is wrong beside it: one tap each, no value needed. */
export const Help = ({ chairId }: { readonly chairId: ChairId }) => {
  const may = useMay();
  if (!may("call-help")) return null;
  return (
    <section className={styles["help"]} aria-label={words.label}>
      <div className={styles["row"]}>
        <HelpButton chairId={chairId} flag="help" />
        <div className={styles["flags"]}>
          {FLAGS.map((flag) => (
            <HelpButton key={flag} chairId={chairId} flag={flag} />
          ))}
        </div>
      </div>
      <HelpStatus chairId={chairId} />
    </section>
  );
};

/** One tap is one call: while the same call of the same person stands open and untaken, another tap adds nothing. */
export const HelpButton = ({
  chairId,
  flag,
  small = flag !== "help",
}: {
  readonly chairId: ChairId;
  readonly flag: RedFlag;
  readonly small?: boolean;
}) => {
  const wish = useWish();
  const { me } = usePlace();
  const called = useClinic((clinic) => isCalled(clinic, chairId, flag, me.person.id));
  const call = () => called || wish.send({ type: "call-help", alarmId: newId<AlarmId>(), chairId, flag });
  return (
    <>
      <Action
        kind={flag === "help" ? "strong" : "plain"}
        size={small ? "touch" : "large"}
        icon={flag === "help" && <Siren aria-hidden="true" />}
        onClick={call}
      >
        {flag === "help" ? words.help : words.flags[flag]}
      </Action>
      <Refusal words={wish.refusal} />
    </>
  );
};

const isCalled = ({ alarms }: Clinic, chairId: ChairId, flag: RedFlag, by: string): boolean =>
  Object.values(alarms).some(
    (alarm) =>
      alarm.rule === "help" &&
      alarm.chairId === chairId &&
      alarm.flag === flag &&
      alarm.raisedBy === by &&
      !alarm.accepted,
  );

/** A call for help that has not left this tablet helps nobody: say so at once. */
const HelpStatus = ({ chairId }: { readonly chairId: ChairId }) => {
  const kept = useKeptHere();
  const stuck = kept.some(
    ({ command, commandId }) =>
      command.type === "call-help" && command.chairId === chairId && isWaiting(kept, commandId),
  );
  return (
    <p role="alert" className={styles["stuck"]}>
      {stuck && words.notSent}
    </p>
  );
};
