import { useWish } from "#client/entry/useWish.ts";
import { useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import { awayWords, withPatientWords } from "#client/ui/statusWords.ts";
import { Away } from "#shared/session/session.ts";
import type { ChairView } from "./chairModel.ts";
import { moreWords } from "./moreWords.ts";
import { Refusal } from "./Refusal.tsx";
import styles from "./Side.module.css";

/** WP1, PL2. Somebody is with the patient, or the patient is not in the chair: one tap each. */
export const AtTheChair = ({ view }: { readonly view: ChairView }) => {
  const { session, protocol } = view;
  const wish = useWish();
  const may = useMay();
  const sessionId = session.id;
  return (
    <Card title={moreWords.atTheChair}>
      <div className={styles["stack"]}>
        <div className={styles["acts"]}>
          {may("stay-with-patient") && (
            <Action
              size="glove"
              busy={wish.busy}
              title={moreWords.stayHint(protocol.schedule.withPatientHoldMin)}
              onClick={() => wish.send({ type: "stay-with-patient", sessionId })}
            >
              {moreWords.stay}
            </Action>
          )}
          {session.away
            ? may("record-back") && (
                <Action busy={wish.busy} onClick={() => wish.send({ type: "record-back", sessionId })}>
                  {moreWords.away.back}
                </Action>
              )
            : may("record-away") &&
              Away.options.map((where) => (
                <Action
                  key={where}
                  busy={wish.busy}
                  onClick={() => wish.send({ type: "record-away", sessionId, where })}
                >
                  {moreWords.away[where]}
                </Action>
              ))}
        </div>
        <Refusal words={wish.refusal} />
      </div>
    </Card>
  );
};

/** `ANA IS WITH PATIENT · until 10:52`, `Restroom, escorted, since 10:40`; nothing while neither is so. */
export const Where = ({ view: { session, now, zone } }: { readonly view: ChairView }) => {
  const directory = useDirectory();
  const lines = [withPatientWords(session, now, zone, (id) => directory.staff(id)), awayWords(session, zone)];
  return (
    <div role="status">
      {lines
        .filter((line) => line !== undefined)
        .map((line) => (
          <p key={line}>
            <strong>{line}</strong>
          </p>
        ))}
    </div>
  );
};
