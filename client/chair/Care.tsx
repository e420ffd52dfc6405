import { useState } from "react";

import { useWish } from "#client/entry/useWish.ts";
import { useDirectory, useMay, usePlace } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import { adverseEventWords, COUNT_FLAG, interventionWords } from "#client/ui/careWords.ts";
import { ReasonField, type Reason } from "#client/ui/ReasonField.tsx";
import type { AdverseEventId } from "#shared/base/ids.ts";
import { clockTime } from "#shared/base/time.ts";
import {
  adverseEventsOf,
  standingInterventions,
  StrikeReason,
  type DrugCount,
  type Intervention,
} from "#shared/session/care.ts";
import type { ChairView } from "./chairModel.ts";
import { moreWords } from "./moreWords.ts";
import { byAt, staffName } from "./personWords.ts";
import { Refusal } from "./Refusal.tsx";
import styles from "./Side.module.css";

const { intervention: words, adverse, count: countWords } = moreWords;

interface CareProps {
  readonly view: ChairView;
  readonly tellAgain: (id: AdverseEventId) => void;
}

/** What was done and what happened, while there is any; each can be struck, told again or witnessed. */
export const Care = ({ view, tellAgain }: CareProps) => {
  const { session, zone } = view;
  const may = useMay();
  const interventions = standingInterventions(session);
  const events = adverseEventsOf(session);
  if (interventions.length + events.length + session.drugCounts.length === 0) return null;
  return (
    <Card title={moreWords.careTitle}>
      <ul className={styles["list"]}>
        {interventions.map((one) => (
          <Done key={one.id} view={view} one={one} />
        ))}
        {events.map((event) => (
          <li key={event.id}>
            <span>{`${clockTime(event.onsetAt, zone)} · ${adverseEventWords(event)}`}</span>
            {may("record-adverse-event") && (
              <Action kind="quiet" onClick={() => tellAgain(event.id)}>
                {adverse.again}
              </Action>
            )}
          </li>
        ))}
        {session.drugCounts.map((one) => (
          <Counted key={one.id} view={view} one={one} />
        ))}
      </ul>
    </Card>
  );
};

const Done = ({ view: { session, zone }, one }: { readonly view: ChairView; readonly one: Intervention }) => {
  const may = useMay();
  const wish = useWish();
  const [striking, setStriking] = useState(false);
  const [reason, setReason] = useState<Reason<keyof typeof words.strikeReasons>>();
  const strike = () =>
    reason &&
    wish.send({ type: "strike-intervention", sessionId: session.id, interventionId: one.id, reason }, () =>
      setStriking(false),
    );
  return (
    <li>
      <span>{`${clockTime(one.at, zone)} · ${interventionWords(one)}`}</span>
      {may("strike-intervention") && (
        <Action
          kind="quiet"
          aria-expanded={striking}
          aria-label={`${words.strike}: ${interventionWords(one)}`}
          onClick={() => setStriking(!striking)}
        >
          {words.strike}
        </Action>
      )}
      {striking && (
        <div className={styles["stack"]}>
          <ReasonField
            legend={words.strike}
            chips={StrikeReason.shape.code.options.map((code) => ({ code, word: words.strikeReasons[code] }))}
            value={reason}
            onChange={setReason}
          />
          <Refusal words={wish.refusal} />
          <Action kind="primary" busy={wish.busy} disabled={!reason} onClick={strike}>
            {words.strike}
          </Action>
        </div>
      )}
    </li>
  );
};

/** IN4. Who counted cannot be the witness. */
const Counted = ({ view: { session, zone }, one }: { readonly view: ChairView; readonly one: DrugCount }) => {
  const may = useMay();
  const wish = useWish();
  const directory = useDirectory();
  const { me } = usePlace();
  const mine = one.by === me.person.id;
  const open = one.wastedMg > 0 && !one.witness;
  return (
    <li>
      <span>
        {countWords.line(one.drawnMg, one.givenMg, one.wastedMg)}
        {` · ${staffName(directory, one.by)}`}
        {one.witness && ` · ${countWords.witnessed(...byAt(directory, one.witness, zone))}`}
        {one.flags
          .filter((flag) => flag !== "no-witness" || !one.witness)
          .map((flag) => (
            <em key={flag}>{` ⚑ ${COUNT_FLAG[flag]}`}</em>
          ))}
      </span>
      {open && may("witness-waste") && (
        <Action
          disabled={mine}
          busy={wish.busy}
          onClick={() => wish.send({ type: "witness-waste", sessionId: session.id, drugCountId: one.id })}
        >
          {countWords.witness}
        </Action>
      )}
      {open && mine && <span className={styles["quiet"]}>{countWords.another}</span>}
      <Refusal words={wish.refusal} />
    </li>
  );
};
