import { VisuallyHidden } from "@mantine/core";
import { Link } from "wouter";

import { isQuiet } from "#client/ui/callOrder.ts";
import { PhaseChip } from "#client/ui/PhaseChip.tsx";
import { Ribbon } from "#client/ui/ribbon/Ribbon.tsx";
import { awayWords, chairName } from "#client/ui/statusWords.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import type { AttentionKind } from "./attentionModel.ts";
import type { Density } from "./density.ts";
import type { BusyCard } from "./cardModel.ts";
import { CardFoot } from "./CardFoot.tsx";
import { CardValues } from "./CardValues.tsx";
import styles from "./ChairCard.module.css";
import { boardWords } from "./words.ts";

interface ChairCardProps {
  readonly card: BusyCard;
  readonly density: Density;
  /** The worst reason why this chair needs a person. */
  readonly frame: AttentionKind | undefined;
  readonly now: Instant;
  readonly name: string | undefined;
}

/** One patient at a glance. The whole card opens the chair; its buttons lie above the link, never inside it. */
export const ChairCard = ({ card, density, frame, now, name = boardWords.noName }: ChairCardProps) => {
  const { chair, session, phase, calls } = card;
  return (
    <article
      className={styles["card"]}
      data-kind="busy"
      data-density={density}
      data-frame={frame}
      data-quiet={calls[0] && isQuiet(calls[0].alarm)}
    >
      <Link
        href={`/chairs/${chair.id}`}
        className={styles["link"]}
        aria-label={boardWords.open(chairName(chair.label), name, phase)}
      />
      <div className={styles["top"]}>
        <span className={styles["chair"]}>{density === "dense" ? chair.label : chairName(chair.label)}</span>
        {density === "dense" && <strong className={styles["name"]}>{name}</strong>}
        <PhaseChip word={phase} progress={card.progress} tone={card.tone} />
      </div>
      {density !== "dense" && <Who card={card} name={name} />}
      <Place card={card} />
      {session.damaged && <p className={styles["damaged"]}>{boardWords.damaged}</p>}
      {!(density === "dense" && calls[0] && !calls[0].alarm.accepted) && (
        <CardValues readings={card.readings} density={density} />
      )}
      {density !== "dense" && (
        <div className={styles["ribbon"]}>
          <Ribbon model={card.ribbon} size="card" />
        </div>
      )}
      <CardFoot card={card} density={density} now={now} />
    </article>
  );
};

const Who = ({ card: { session, approved }, name }: { readonly card: BusyCard; readonly name: string }) => (
  <div className={styles["who"]}>
    <strong className={styles["name"]}>{name}</strong>
    <span className={styles["facts"]}>
      {boardWords.route[session.route]}
      {session.course && ` · ${boardWords.course(session.course.n, session.course.of)}`}
    </span>
    {!approved && (
      <span className={styles["mark"]}>
        <VisuallyHidden>{`${boardWords.protocol} `}</VisuallyHidden>
        {boardWords.notApproved}
      </span>
    )}
  </div>
);

/** PL1, PL2. Not in the chair and not gone, or here from another chair: said, and no reason to hurry. */
const Place = ({ card: { session, movedFrom } }: { readonly card: BusyCard }) => {
  const away = awayWords(session, session.zone);
  const from = movedFrom?.chair ? chairName(movedFrom.chair.label) : boardWords.elsewhere;
  const moved = movedFrom && boardWords.movedFrom(from, clockTime(movedFrom.at, session.zone));
  return away || moved ? <p className={styles["place"]}>{[away, moved].filter(Boolean).join(" · ")}</p> : null;
};
