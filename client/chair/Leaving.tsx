import { useWish } from "#client/entry/useWish.ts";
import { useDirectory, useMay, usePlace } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import { evidenceLines } from "#client/ui/evidence.ts";
import { ReadinessBadge } from "#client/ui/ReadinessBadge.tsx";
import { ageWords, earliestWords, leavingOf, windowWords } from "#client/ui/statusWords.ts";
import { CHECK_MARK, CHECK_STATE, checkWords, WHOSE } from "#client/ui/checkWords.ts";
import { CRITERION } from "#client/rejectionWords.ts";
import { clockTime } from "#shared/base/time.ts";
import { CHECK_TITLE } from "#shared/protocol/words.ts";
import type { Check, Criterion } from "#shared/recovery/criteria.ts";
import { readiness } from "#shared/recovery/readiness.ts";
import { recoveryOf } from "#shared/recovery/window.ts";
import { doseOf } from "#shared/session/dose.ts";
import { wantsCountersign } from "#shared/session/fitToLeave.ts";
import type { ChairView } from "./chairModel.ts";
import { shownChecks } from "./leavingModel.ts";
import styles from "./Leaving.module.css";
import { byAt, staffName } from "./personWords.ts";
import { Refusal } from "./Refusal.tsx";
import { chairWords } from "./words.ts";

const { leaving: words } = chairWords;

/** May this patient leave, why not, and on what that rests. Without a live link it is unknown, whatever was on screen. */
export const Leaving = ({ view }: { readonly view: ChairView }) => {
  const directory = useDirectory();
  const { clinic, session, protocol, approved, now, zone, live } = view;
  const found = readiness(clinic, session, protocol, now);
  const { state, word, why } = leavingOf(found, { live, signed: session.fit !== undefined });
  const ended = doseOf(session.doseFacts).phase === "ended"; // before that nothing can be met, and the badge says so
  const earliest = live ? earliestWords(found, zone) : undefined;
  return (
    <Card title={words.title} aside={earliest}>
      <p className={styles["verdict"]} aria-live="polite">
        {word === "CHECKS MET" ? (
          <strong>{`${word} · ${why}`}</strong>
        ) : (
          <ReadinessBadge state={state}>{why}</ReadinessBadge>
        )}
      </p>
      <p className={styles["window"]}>
        {live ? windowWords(recoveryOf(session, protocol, now), zone, (id) => directory.staff(id)) : words.notLive}
      </p>
      {!approved && <p className={styles["window"]}>{words.proposal}</p>}
      {live && ended && (
        <ul className={styles["criteria"]}>
          {found.criteria.map((criterion) => (
            <One key={criterion.id} criterion={criterion} view={view} />
          ))}
        </ul>
      )}
      <Signatures view={view} />
      <Sign view={view} verdict={found.verdict} />
    </Card>
  );
};

const One = ({ criterion, view }: { readonly criterion: Criterion; readonly view: ChairView }) => {
  const directory = useDirectory();
  const { id, state, evidence, whose } = criterion;
  const lines = evidenceLines(evidence);
  const checks = shownChecks(criterion);
  const earliest = state !== "met" && checks.length === 0 ? earliestWords(criterion, view.zone) : undefined;
  return (
    <li data-state={state}>
      <span className={styles["mark"]} aria-hidden="true">
        {CHECK_MARK[state]}
      </span>
      <span className={styles["criterion"]}>
        <span className={styles["name"]}>{CRITERION[id]}</span>
        <span className={styles["state"]}>
          {state === "met" ? CHECK_STATE.met : `${CHECK_STATE[state]} · ${WHOSE[whose]}`}
          {earliest && ` · ${earliest}`}
        </span>
        {checks.map((check) => (
          <OneCheck key={check.id} check={check} view={view} />
        ))}
        {lines.map(({ key, text, observedAt, by }) => (
          <span
            key={key}
            className={styles["evidence"]}
          >{`${text} · ${ageWords(observedAt, view.now)}${by ? ` · ${staffName(directory, by)}` : ""}`}</span>
        ))}
        {lines.length === 0 && <span className={styles["evidence"]}>{words.noEvidence}</span>}
      </span>
    </li>
  );
};

/** `BP: not met · nurse`, with the rule's own time; one that somebody let pass says who. */
const OneCheck = ({ check, view: { zone } }: { readonly check: Check; readonly view: ChairView }) => {
  const directory = useDirectory();
  const earliest = check.overridden ? undefined : earliestWords(check, zone);
  return (
    <span className={styles["check"]} data-overridden={check.overridden !== undefined}>
      {`${CHECK_TITLE[check.id]}: ${checkWords(check, (id) => staffName(directory, id))}`}
      {earliest && ` · ${earliest}`}
    </span>
  );
};

const Signatures = ({ view: { session, zone } }: { readonly view: ChairView }) => {
  const directory = useDirectory();
  const { fit, clinicianFit, fitLost } = session;
  const lost = fitLost.at(-1);
  return (
    <div className={styles["signatures"]}>
      {fit && <p>{words.signed(...byAt(directory, fit, zone))}</p>}
      {clinicianFit && (
        <p>
          {clinicianFit.verbalFrom
            ? words.verbal(staffName(directory, clinicianFit.verbalFrom), ...byAt(directory, clinicianFit, zone))
            : words.countersigned(...byAt(directory, clinicianFit, zone))}
          {clinicianFit.cosigned && ` · ${words.signedLater(...byAt(directory, clinicianFit.cosigned, zone))}`}
        </p>
      )}
      {!fit && lost && <p data-lost>{words.lost(clockTime(lost.at, zone))}</p>}
    </div>
  );
};

/** Signed on what stands on this screen: a newer fact refuses the signature, so `seenSeq` is what this store holds. */
const Sign = ({
  view: { session, live, protocol },
  verdict,
}: {
  readonly view: ChairView;
  readonly verdict: ReturnType<typeof readiness>["verdict"];
}) => {
  const wish = useWish();
  const may = useMay();
  const { store } = usePlace();
  const sign = (type: "confirm-fit-to-leave" | "countersign-fit-to-leave") =>
    wish.send({ type, sessionId: session.id, seenSeq: store.haveSeq() });
  return (
    <>
      <div className={styles["sign"]}>
        {!session.fit && may("confirm-fit-to-leave") && (
          <Action
            kind={verdict === "checks-met" ? "primary" : "plain"}
            size="glove"
            busy={wish.busy}
            disabled={!live || verdict !== "checks-met"}
            onClick={() => sign("confirm-fit-to-leave")}
          >
            {words.confirm}
          </Action>
        )}
        {wantsCountersign(session) && may("countersign-fit-to-leave") && (
          <Action
            kind={protocol.clinicianConfirmsFitToLeave ? "primary" : "plain"}
            busy={wish.busy}
            disabled={!live}
            onClick={() => sign("countersign-fit-to-leave")}
          >
            {words.countersign}
          </Action>
        )}
      </div>
      <Refusal words={wish.refusal} />
    </>
  );
};
