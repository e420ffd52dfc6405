import type { AttentionKind } from "#client/board/attentionModel.ts";
import { DueLine, LeavingLine, WindowLine } from "#client/board/CardFoot.tsx";
import type { BoardCard, BusyCard } from "#client/board/cardModel.ts";
import { ValueLine } from "#client/board/CardValues.tsx";
import type { Density } from "#client/board/density.ts";
import { boardWords } from "#client/board/words.ts";
import { isQuiet } from "#client/ui/callOrder.ts";
import { PhaseChip } from "#client/ui/PhaseChip.tsx";
import { Ribbon } from "#client/ui/ribbon/Ribbon.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import { Value } from "#client/ui/Value.tsx";
import type { Instant } from "#shared/base/time.ts";
import { WallCall } from "./WallCall.tsx";
import styles from "./WallCard.module.css";

interface WallCardProps {
  readonly card: BoardCard;
  readonly density: Density;
  readonly frame: AttentionKind | undefined;
  readonly now: Instant;
  readonly initials: string | undefined;
}

/** WL2, WL4. One chair, as large as the room for it allows. Its letters grow with the card, so nothing is cut off. */
export const WallCard = ({ card, density, frame, now, initials }: WallCardProps) => (
  <article
    className={styles["card"]}
    aria-label={chairName(card.chair.label)}
    data-kind={card.kind}
    data-density={density}
    data-frame={frame}
    data-quiet={card.calls[0] && isQuiet(card.calls[0].alarm)}
  >
    {card.kind === "free" ? (
      <div className={styles["inside"]}>
        <div className={styles["top"]}>
          <span className={styles["chair"]}>{labelOf(card, density)}</span>
          <span className={styles["free"]}>{boardWords.free}</span>
        </div>
        <WallCall calls={card.calls} brief={density !== "full"} />
      </div>
    ) : (
      <Busy card={card} density={density} now={now} initials={initials} />
    )}
  </article>
);

type BusyProps = Pick<WallCardProps, "density" | "now" | "initials"> & { readonly card: BusyCard };

const Busy = ({ card, density, now, initials = "" }: BusyProps) => {
  const [phase = "", sinceT0] = card.phase.split(" · ");
  const { route, course, damaged } = card.session;
  const dense = density === "dense";
  const calling = card.calls[0] !== undefined;
  return (
    <div className={styles["inside"]}>
      <div className={styles["top"]}>
        <span className={styles["chair"]}>{labelOf(card, density)}</span>
        <strong className={styles["initials"]}>{initials}</strong>
        {sinceT0 && <span className={styles["since"]}>{dense ? sinceT0.replace(" min", "") : sinceT0}</span>}
      </div>
      <div className={styles["phase"]}>
        <PhaseChip word={phase} progress={card.progress} tone={card.tone} />
        {!dense && (
          <span className={styles["facts"]}>
            {[boardWords.route[route], course && boardWords.course(course.n, course.of)].filter(Boolean).join(" · ")}
          </span>
        )}
      </div>
      {damaged && <p className={styles["damaged"]}>{boardWords.damaged}</p>}
      {!(dense && (calling || damaged || card.hold)) && <Values card={card} density={density} />}
      {density === "full" && (
        <div className={styles["ribbon"]}>
          <Ribbon model={card.ribbon} size="card" />
        </div>
      )}
      <Foot card={card} density={density} now={now} />
    </div>
  );
};

const Values = ({ card: { readings }, density }: Pick<BusyProps, "card" | "density">) =>
  density === "dense" ? (
    <div className={styles["lines"]}>
      <ValueLine of="bp" reading={readings.bp} />
      <ValueLine of="spo2" reading={readings.spo2} />
    </div>
  ) : (
    <>
      <div className={styles["values"]}>
        {(["bp", "hr", "spo2"] as const).map((of) => (
          <Value key={of} of={of} reading={readings[of]} size="wall" />
        ))}
      </div>
      {density === "full" && (
        <div className={styles["lines"]}>
          {(["rr", "dissociation", "distress"] as const).map((of) => (
            <ValueLine key={of} of={of} reading={readings[of]} />
          ))}
        </div>
      )}
    </>
  );

/** The worst call, what is next, and whether the patient may leave; among many chairs the leaving takes the place of the next. */
const Foot = ({ card, density, now }: Omit<BusyProps, "initials">) => {
  const { calls, leaving, recovery } = card;
  const leaves = leaving.state === "ready" || leaving.state === "fit";
  const full = density === "full";
  return (
    <div className={styles["foot"]}>
      <WallCall calls={calls} brief={!full} />
      {(full || !leaves) && <DueLine card={card} now={now} counts={full} />}
      {full && calls.length === 0 && recovery.state !== "not-started" && <WindowLine card={card} />}
      {(full || leaves) && recovery.state !== "not-started" && (
        <LeavingLine card={card} brief={!full || calls.length > 0} />
      )}
    </div>
  );
};

const labelOf = ({ chair }: BoardCard, density: Density): string =>
  density === "full" ? chairName(chair.label) : chair.label;
