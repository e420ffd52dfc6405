import { VisuallyHidden } from "@mantine/core";
import { useMemo, useState } from "react";

import { isQuiet } from "#client/ui/callOrder.ts";
import { raisedWords } from "#client/ui/callWords.ts";
import { useLive, useNow } from "#client/connection/LinkProvider.tsx";
import { fullName } from "#client/store/names.ts";
import { useClinic, useDirectory, usePlace } from "#client/store/ClinicProvider.tsx";
import { EmptyState } from "#client/ui/Notice.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import { words } from "#client/words.ts";
import { AttentionList } from "./AttentionList.tsx";
import { BoardHead } from "./BoardHead.tsx";
import { boardOf, framesOf, shownCards, type Board, type Filter } from "./boardModel.ts";
import { CoverStrip } from "./CoverStrip.tsx";
import { coverLines } from "./coverModel.ts";
import { ChairCard } from "./ChairCard.tsx";
import { densityOf, type Density } from "./density.ts";
import { FreeCard } from "./FreeCard.tsx";
import { NextHands } from "./NextHands.tsx";
import { NurseActs } from "./NurseActs.tsx";
import { SoundPause } from "./SoundPause.tsx";
import styles from "./BoardPage.module.css";
import { boardWords } from "./words.ts";

/** Ages and countdowns are told in minutes, so a look every 5 s is enough and 64 chairs stay smooth. */
const STEP_MS = 5_000;

/** Who needs a human now? All chairs in their places, and beside them the answer in order. */
export const BoardPage = () => {
  const clinic = useClinic((all) => all);
  const now = useNow(STEP_MS);
  const live = useLive().state === "LIVE";
  const [filter, setFilter] = useState<Filter>("all");
  const { me } = usePlace();
  const directory = useDirectory();
  const board = useMemo(() => boardOf(clinic, now, live), [clinic, now, live]);
  const shown = shownCards(board, filter, me.person.id);
  const density = densityOf(board.cards.length);
  const patientName = (id: Parameters<typeof directory.patient>[0]) => fullName(directory.patient(id));

  if (board.cards.length === 0) return <EmptyState title={boardWords.noChairs}>{boardWords.noChairsAdvice}</EmptyState>;
  return (
    <div className={styles["board"]} data-density={density}>
      <section className={styles["chairs"]} aria-label={boardWords.chairs}>
        <BoardHead counts={board.counts} filter={filter} onFilter={setFilter} density={density}>
          <SoundPause now={now} />
          <NurseActs clinic={clinic} board={board} now={now} staffName={directory.staff} patientName={patientName} />
        </BoardHead>
        <CoverStrip
          lines={coverLines(clinic, me.person.id, now)}
          cards={board.cards}
          staffName={directory.staff}
          patientName={patientName}
          now={now}
          zone={clinic.zone}
        />
        {shown.length === 0 && (
          <p className={styles["none"]}>{filter === "mine" ? boardWords.nothingMine : boardWords.nothingToShow}</p>
        )}
        <Cards board={board} density={density} shown={shown} now={now} patientName={patientName} />
      </section>
      <aside className={styles["aside"]}>
        <AttentionList attention={board.attention} now={now} patientName={patientName} />
        <NextHands hands={board.hands} now={now} zone={clinic.zone} staffName={directory.staff} />
      </aside>
      <Announcer board={board} />
    </div>
  );
};

interface CardsProps {
  readonly board: Board;
  readonly shown: Board["cards"];
  readonly density: Density;
  readonly now: number;
  readonly patientName: (id: Parameters<ReturnType<typeof useDirectory>["patient"]>[0]) => string | undefined;
}

const Cards = ({ board, shown, density, now, patientName }: CardsProps) => {
  const frames = framesOf(board.attention);
  return (
    <ul className={styles["cards"]} data-density={density} data-count={Math.min(9, board.cards.length)}>
      {shown.map((card) => (
        <li key={card.chair.id}>
          {card.kind === "free" ? (
            <FreeCard card={card} density={density} />
          ) : (
            <ChairCard
              card={card}
              density={density}
              frame={frames.get(card.chair.id)}
              now={now}
              name={patientName(card.session.patientId)}
            />
          )}
        </li>
      ))}
    </ul>
  );
};

/** Says each new call that makes a sound once, in the words that it was raised with; a changing age is not a new call. */
const Announcer = ({ board }: { readonly board: Board }) => {
  const call = board.attention.find((one) => one.call !== undefined && !isQuiet(one.call) && one.kind !== "low");
  const card = board.cards.find(({ chair }) => chair.id === call?.chair.id);
  const busy = card?.kind === "busy" ? card : undefined;
  return (
    <VisuallyHidden role="alert">
      {call?.call &&
        `${words.call.priority[call.call.priority]}: ${raisedWords(call.call, call.chair.label, busy?.session, busy?.protocol)}, ${chairName(call.chair.label)}`}
    </VisuallyHidden>
  );
};
