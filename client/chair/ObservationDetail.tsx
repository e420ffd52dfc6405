import { useState } from "react";

import type { Entry } from "#client/entry/useEntry.ts";
import { useWish } from "#client/entry/useWish.ts";
import { useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { ReasonField, type Reason } from "#client/ui/ReasonField.tsx";
import { clockTime, clockTimeWithSeconds } from "#shared/base/time.ts";
import { CorrectionReason, type Observation } from "#shared/vitals/observation.ts";
import type { ChairView } from "./chairModel.ts";
import styles from "./ObservationDetail.module.css";
import { observationWords } from "./observationWords.ts";
import { staffName } from "./personWords.ts";
import { Refusal } from "./Refusal.tsx";
import { chairWords } from "./words.ts";

const { observation: words } = chairWords;

interface ObservationDetailProps {
  readonly view: ChairView;
  readonly observation: Observation;
  readonly entry: Entry;
  readonly close: () => void;
}

/** One set: its values, who and when, both times if it came late, and everything that it replaced. */
export const ObservationDetail = ({ view, observation, entry, close }: ObservationDetailProps) => {
  const [act, setAct] = useState<"correct" | "strike">();
  const may = useMay();
  const open = observation.status === "current";
  return (
    <Dialog open onClose={close} title={words.title(clockTime(observation.observedAt, view.zone))} size="lg">
      <div className={styles["detail"]}>
        <p className={styles["values"]}>
          {open ? observationWords(observation) : <s>{observationWords(observation)}</s>}
        </p>
        <Facts view={view} observation={observation} />
        {earlierOf(view, observation).map((one) => (
          <p key={one.id} className={styles["original"]}>
            {words.original}: <s>{observationWords(one)}</s> · {clockTime(one.observedAt, view.zone)}
          </p>
        ))}
        {open && may("correct-observation") && (
          <div className={styles["acts"]}>
            <Action aria-expanded={act === "strike"} onClick={() => setAct("strike")}>
              {words.strike}
            </Action>
            <Action aria-expanded={act === "correct"} onClick={() => setAct("correct")}>
              {words.correct}
            </Action>
          </div>
        )}
        {act && open && <Why act={act} observation={observation} entry={entry} view={view} close={close} />}
      </div>
    </Dialog>
  );
};

const Facts = ({ view: { zone }, observation }: Pick<ObservationDetailProps, "view" | "observation">) => {
  const directory = useDirectory();
  const { observedAt, recordedAt, by, device, late, clamped, ratings, confirmed, status, reason } = observation;
  const facts: readonly (readonly [string, string])[] = [
    [words.observed, clockTimeWithSeconds(observedAt, zone)],
    [
      words.recorded,
      `${clockTimeWithSeconds(recordedAt, zone)}${late ? ` · ${words.late}` : ""}${clamped ? ` · ${words.clamped}` : ""}`,
    ],
    [words.by, staffName(directory, by)],
    [words.device, device],
    ...(ratings ? [["", words.ratings[ratings]] as const] : []),
    ...(confirmed?.length ? [["", `${words.confirmed}: ${confirmed.join(", ")}`] as const] : []),
    ...(status === "current" ? [] : [["", words[status]] as const]),
    ...(reason ? [[words.why, `${words.reasons[reason.code]}${reason.text ? `: ${reason.text}` : ""}`] as const] : []),
  ];
  return (
    <dl className={styles["facts"]}>
      {facts.map(([name, value]) => (
        <div key={name + value}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Why = ({
  act,
  observation,
  entry,
  view,
  close,
}: ObservationDetailProps & { readonly act: "correct" | "strike" }) => {
  const wish = useWish();
  const [reason, setReason] = useState<Reason<keyof typeof words.reasons>>();
  const go = (): void => {
    if (!reason) return;
    if (act === "strike")
      return wish.send(
        { type: "strike-observation", sessionId: view.session.id, observationId: observation.id, reason },
        close,
      );
    entry.correct({ id: observation.id, observedAt: observation.observedAt, reason }, observation);
    close();
  };
  return (
    <div className={styles["whyBox"]}>
      <ReasonField
        legend={words.why}
        chips={CorrectionReason.shape.code.options.map((code) => ({ code, word: words.reasons[code] }))}
        value={reason}
        onChange={setReason}
      />
      <Refusal words={wish.refusal} />
      <Action kind="primary" busy={wish.busy} disabled={!reason} onClick={go}>
        {act === "strike" ? words.strikeIt : words.openForm}
      </Action>
    </div>
  );
};

/** What this one replaced, and what that one had replaced. */
const earlierOf = ({ session }: ChairView, { replaces }: Observation): readonly Observation[] => {
  const found: Observation[] = [];
  let next = session.observations.find(({ id }) => id === replaces);
  while (next && !found.includes(next)) {
    found.push(next);
    const { replaces: before } = next;
    next = session.observations.find(({ id }) => id === before);
  }
  return found;
};
