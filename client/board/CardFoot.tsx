import { Check, CircleDashed, Clock, Footprints } from "lucide-react";

import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { useOut } from "#client/ui/shownLive.ts";
import {
  countdownWords,
  dueWords,
  earliestWords,
  windowWords,
  whoIsThereWords,
  withPatientWords,
} from "#client/ui/statusWords.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import type { Density } from "./density.ts";
import { CallStrip } from "./CallStrip.tsx";
import type { BusyCard } from "./cardModel.ts";
import styles from "./CardFoot.module.css";
import { boardWords } from "./words.ts";

interface CardFootProps {
  readonly card: BusyCard;
  readonly density: Density;
  readonly now: Instant;
}

/**
 * BD4-BD6. What is next at this chair, what the window says, and whether the patient may leave. A call that nobody has
 * takes the place of the window and of the reasons, so that no card grows and no chair moves because of it.
 */
export const CardFoot = ({ card, density, now }: CardFootProps) => {
  const { calls, recovery } = card;
  const waiting = calls[0] && !calls[0].alarm.accepted;
  const dense = density === "dense";
  return (
    <div className={styles["foot"]} data-density={density}>
      {calls.length > 0 && <CallStrip calls={calls} density={density} />}
      <DueLine card={card} now={now} counts={!dense} />
      {!waiting && !dense && recovery.state !== "not-started" && <WindowLine card={card} />}
      {!(dense && (calls.length > 0 || recovery.state === "dosing")) && recovery.state !== "not-started" && (
        <LeavingLine card={card} brief={dense || waiting === true} />
      )}
    </div>
  );
};

type LineProps = Pick<CardFootProps, "card">;

export const DueLine = ({ card, now, counts }: Pick<CardFootProps, "card" | "now"> & { readonly counts: boolean }) => {
  const { calls, due, hold, recovery, session, before } = card;
  const out = useOut();
  const staff = useDirectory().staff;
  const withPatient = whoStays(card, now, staff, counts);
  if (withPatient && !isPressing(due)) {
    return (
      <p className={styles["due"]} data-state="with-patient">
        {out ? boardWords.dueUnknown(withPatient) : withPatient}
      </p>
    );
  }
  if (hold) {
    return (
      <p className={styles["due"]} data-state="held">
        {hold}
      </p>
    );
  }
  if (recovery.state === "not-started" && !due) {
    return <p className={styles["due"]}>{boardWords.leftBefore(before)}</p>;
  }
  const said = dueWords(due, now, session.zone, { calling: calls.length > 0 });
  if (isSaidAbove(card, said, { roomy: counts, more: [out, withPatient].some(Boolean) })) return null;
  const what = fitting(said, counts);
  const countdown = out || !due || !counts ? undefined : countdownWords(due.at, now);
  return (
    <p className={styles["due"]} data-state={due?.state}>
      <span>{out ? boardWords.dueUnknown(what.replace(/^OK · /, "")) : what}</span>
      {countdown && <span className={styles["countdown"]}>{countdown}</span>}
      {withPatient && <span className={styles["countdown"]}>{withPatient}</span>}
    </p>
  );
};

/** On a dense card not until when; and the strip of a call that somebody took says it already. */
const whoStays = (
  { calls: [first], session }: BusyCard,
  now: Instant,
  staff: Parameters<typeof withPatientWords>[3],
  roomy: boolean,
): string | undefined => {
  if (roomy) return withPatientWords(session, now, session.zone, staff);
  return first?.alarm.accepted === undefined ? whoIsThereWords(session, now, staff) : undefined;
};

/** On a dense card it is the time that may not be cut off. */
const fitting = (said: string, roomy: boolean): string => (roomy ? said : said.replace("sedation check", "sedation"));

/** What the strip above says already is not said twice; one that somebody took says only who, where there is no room. */
const isSaidAbove = (
  { calls: [first] }: BusyCard,
  said: string,
  { roomy, more }: { readonly roomy: boolean; readonly more: boolean },
): boolean => !more && first?.words === said && (roomy || !first.alarm.accepted);

/** WP2. Who stays holds the routine checks; a recheck, and what was late before, goes on. */
const isPressing = (due: BusyCard["due"]): boolean =>
  due?.state === "due" || due?.state === "late" || due?.state === "overdue";

export const WindowLine = ({ card: { recovery, session } }: LineProps) => {
  const staff = useDirectory().staff;
  return (
    <p className={styles["window"]} data-state={recovery.state}>
      {windowWords(recovery, session.zone, staff)}
    </p>
  );
};

const ICON = { ready: Check, fit: Footprints, notYet: Clock, unknown: CircleDashed };

/** While the dose runs the rule's earliest time is all that can be said; after it, what is met and what is left. */
export const LeavingLine = ({ card, brief }: LineProps & { readonly brief: boolean }) => {
  const { recovery, leaving, readiness, session } = card;
  const Icon = ICON[leaving.state];
  const open = leaving.state === "notYet" && readiness.verdict === "not-yet";
  const earliest = open && readiness.open.includes("time") ? earliestWords(readiness, session.zone) : undefined;
  const alone = recovery.state === "dosing" ? earliest : undefined;
  const lost = brief && !session.fit ? session.fitLost.at(-1) : undefined;
  return (
    <p className={styles["leaving"]} data-state={leaving.state}>
      <Icon aria-hidden="true" />
      {alone ? (
        <span>{alone}</span>
      ) : (
        <span>
          <strong>{leaving.word}</strong>
          {brief ? open && ` · ${boardWords.left(readiness.open.length)}` : ` · ${leaving.why}`}
          {lost && ` · ${boardWords.takenBack(clockTime(lost.signedAt, session.zone))}`}
          {earliest && !brief && <span className={styles["earliest"]}>{` · ${earliest}`}</span>}
        </span>
      )}
    </p>
  );
};
