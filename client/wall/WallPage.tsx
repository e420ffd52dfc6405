import { useMemo } from "react";

import { AudioPaused } from "#client/board/AudioPaused.tsx";
import { boardOf, framesOf } from "#client/board/boardModel.ts";
import { densityOf } from "#client/board/density.ts";
import { boardWords } from "#client/board/words.ts";
import { useLive, useNow } from "#client/connection/LinkProvider.tsx";
import { OpenCalls } from "#client/OpenCalls.tsx";
import { useClinic, useDirectory, usePlace } from "#client/store/ClinicProvider.tsx";
import { initialsOf } from "#client/store/names.ts";
import { ClinicClock } from "#client/ui/ClinicClock.tsx";
import { Header } from "#client/ui/Header.tsx";
import { LiveBadge } from "#client/ui/LiveBadge.tsx";
import { LivePage } from "#client/ui/LivePage.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { EmptyState } from "#client/ui/Notice.tsx";
import { useNewBuild } from "./useNewBuild.ts";
import { useStaysOn } from "./useStaysOn.ts";
import { WallAttention } from "./WallAttention.tsx";
import { WallCard } from "./WallCard.tsx";
import { gridOf } from "./wallGrid.ts";
import styles from "./WallPage.module.css";
import { wallWords } from "./words.ts";

/** As the board: ages and countdowns are told in minutes. */
const STEP_MS = 5_000;

/** The rows share the screen; on one that is too low for them they keep what can be read. */
const ROW = { full: "minmax(15rem, 1fr)", compact: "minmax(10rem, 1fr)", dense: "minmax(6.25rem, 1fr)" };

/** WL1-WL8. The board for a display on a wall: all chairs at once, read from afar, touched by nobody, looked after by itself. */
export const WallPage = () => {
  const zone = useClinic((clinic) => clinic.zone);
  useNewBuild();
  return (
    <LivePage title={wallWords.title} zone={zone} width="wall" header={<WallHeader />}>
      <Wall />
    </LivePage>
  );
};

const WallHeader = () => {
  const { name, zone } = useClinic((clinic) => clinic);
  const live = useLive();
  const now = useNow(1_000, { always: true });
  return (
    <Header
      clinic={name}
      live={<LiveBadge live={live} />}
      clock={<ClinicClock now={now} zone={zone} />}
      calls={
        <>
          <AudioPaused now={now} />
          <OpenCalls />
        </>
      }
    />
  );
};

const Wall = () => {
  const clinic = useClinic((all) => all);
  const now = useNow(STEP_MS);
  const live = useLive().state === "LIVE";
  const staysOn = useStaysOn();
  const { me } = usePlace();
  const directory = useDirectory();
  const board = useMemo(() => boardOf(clinic, now, live), [clinic, now, live]);
  const { columns, rows } = gridOf(board.cards.length);
  const density = densityOf(board.cards.length);
  const frames = framesOf(board.attention);
  const initials = (id: Parameters<typeof directory.patient>[0]) => initialsOf(directory.patient(id));

  if (board.cards.length === 0)
    return clinic.seq > 0 ? (
      <EmptyState title={boardWords.noChairs}>{boardWords.noChairsAdvice}</EmptyState>
    ) : (
      <Loading />
    );
  return (
    <div className={styles["wall"]} data-density={density} data-demo={me.demo}>
      <ul
        className={styles["cards"]}
        aria-label={boardWords.chairs}
        style={{ gridTemplate: `repeat(${rows}, ${ROW[density]}) / repeat(${columns}, minmax(0, 1fr))` }}
      >
        {board.cards.map((card) => (
          <li key={card.chair.id}>
            <WallCard
              card={card}
              density={density}
              frame={frames.get(card.chair.id)}
              now={now}
              initials={card.kind === "busy" ? initials(card.session.patientId) : undefined}
            />
          </li>
        ))}
      </ul>
      <aside className={styles["aside"]}>
        <WallAttention attention={board.attention} now={now} initials={initials} />
        {!staysOn && <p className={styles["dark"]}>{wallWords.mayTurnDark}</p>}
      </aside>
    </div>
  );
};
