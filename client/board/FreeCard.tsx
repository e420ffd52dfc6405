import { Link } from "wouter";

import { useMay } from "#client/store/ClinicProvider.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import type { Density } from "./density.ts";
import { CallStrip } from "./CallStrip.tsx";
import type { BoardCard } from "./cardModel.ts";
import styles from "./ChairCard.module.css";
import { boardWords } from "./words.ts";

interface FreeCardProps {
  readonly card: Extract<BoardCard, { kind: "free" }>;
  readonly density: Density;
}

/** A place that waits: calm, and one tap from the next patient. HELP can be called here too. */
export const FreeCard = ({ card: { chair, calls }, density }: FreeCardProps) => {
  const may = useMay()("check-in");
  return (
    <article className={styles["card"]} data-kind="free" data-density={density} data-frame={calls[0]?.alarm.priority}>
      <Link
        href={`/chairs/${chair.id}`}
        className={styles["link"]}
        aria-label={boardWords.openFree(chairName(chair.label), may)}
      />
      <div className={styles["top"]}>
        <span className={styles["chair"]}>{density === "dense" ? chair.label : chairName(chair.label)}</span>
      </div>
      {calls.length > 0 && <CallStrip calls={calls} density={density} />}
      <p className={styles["free"]}>
        {boardWords.free}
        {may && <span>{` · ${boardWords.checkIn}`}</span>}
      </p>
    </article>
  );
};
