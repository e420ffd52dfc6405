import { Check, CircleDashed, Clock, Footprints } from "lucide-react";

import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { useOut } from "#client/ui/shownLive.ts";
import { countdownWords, dueWords, earliestWords, windowWords } from "#client/ui/statusWords.ts";
import type { Instant } from "#shared/base/time.ts";
import { gateOf } from "#shared/session/gate.ts";
import type { Density } from "./BoardPage.tsx";
import type { BusyCard } from "./cardModel.ts";
import styles from "./CardFoot.module.css";
import { boardWords } from "./words.ts";

interface CardFootProps {
  readonly card: BusyCard;
  readonly density: Density;
  readonly now: Instant;
}

/** BD4, BD6. What is next at this chair, what the window says, and whether the patient may leave. */
export const CardFoot = ({ card, density, now }: CardFootProps) => (
  <div className={styles["foot"]}>
    <DueLine card={card} now={now} />
    {density !== "dense" && card.recovery.state !== "not-started" && <WindowLine card={card} />}
    <LeavingLine card={card} />
  </div>
);

type LineProps = Pick<CardFootProps, "card">;

const DueLine = ({ card: { due, hold, recovery, session, protocol }, now }: Pick<CardFootProps, "card" | "now">) => {
  const out = useOut();
  if (hold) {
    return (
      <p className={styles["due"]} data-state="held">
        {hold}
      </p>
    );
  }
  if (recovery.state === "not-started" && !due)
    return <p className={styles["due"]}>{boardWords.leftBefore(gateOf(session, protocol).open.length)}</p>;
  const what = dueWords(due, now, session.zone);
  const countdown = out || !due ? undefined : countdownWords(due.at, now);
  return (
    <p className={styles["due"]} data-state={due?.state}>
      <span>{out ? boardWords.dueUnknown(what.replace(/^OK · /, "")) : what}</span>
      {countdown && <span className={styles["countdown"]}>{countdown}</span>}
    </p>
  );
};

const WindowLine = ({ card: { recovery, session } }: LineProps) => {
  const staff = useDirectory().staff;
  return (
    <p className={styles["window"]} data-state={recovery.state}>
      {windowWords(recovery, session.zone, staff)}
    </p>
  );
};

const ICON = { ready: Check, fit: Footprints, notYet: Clock, unknown: CircleDashed };

/** While the dose runs the rule's earliest time is all that can be said; after it, what is met and what is left. */
const LeavingLine = ({ card: { recovery, leaving, readiness, session } }: LineProps) => {
  if (recovery.state === "not-started") return null;
  const Icon = ICON[leaving.state];
  const dosing = recovery.state === "dosing" && leaving.state === "notYet";
  const earliest =
    leaving.state === "notYet" && readiness.open.includes("time") ? earliestWords(readiness, session.zone) : undefined;
  return (
    <p className={styles["leaving"]} data-state={leaving.state}>
      <Icon aria-hidden="true" />
      {dosing && earliest ? (
        <span>{earliest}</span>
      ) : (
        <span>
          <strong>{leaving.word}</strong>
          {` · ${leaving.why}`}
          {earliest && <span className={styles["earliest"]}>{earliest}</span>}
        </span>
      )}
    </p>
  );
};
