import { Check, CircleDashed, ClockAlert, Eye, Hand } from "lucide-react";
import { useRef } from "react";

import type { Attention, AttentionKind } from "#client/board/attentionModel.ts";
import ink from "#client/board/Ink.module.css";
import { boardWords } from "#client/board/words.ts";
import { isQuiet } from "#client/ui/callOrder.ts";
import { CallShape } from "#client/ui/CallTag.tsx";
import { useOut } from "#client/ui/shownLive.ts";
import { ageWords, chairName } from "#client/ui/statusWords.ts";
import type { PatientId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { useFitting } from "./useFitting.ts";
import styles from "./WallAttention.module.css";
import { wallWords } from "./words.ts";

interface WallAttentionProps {
  readonly attention: readonly Attention[];
  readonly now: Instant;
  readonly initials: (id: PatientId) => string | undefined;
}

/** Room for the line that says how many more there are. */
const MORE_PX = 36;

/** WL5. Who needs a human, worst first; what has no room is counted, because a wall cannot be scrolled. */
export const WallAttention = ({ attention, now, initials }: WallAttentionProps) => {
  const out = useOut();
  const list = useRef<HTMLOListElement>(null);
  const fitting = useFitting(list, attention.length, MORE_PX);
  return (
    <section className={styles["attention"]} aria-label={boardWords.attention.title}>
      <h2>
        {boardWords.attention.title}
        {attention.length > 0 && <span className={styles["count"]}>{attention.length}</span>}
      </h2>
      {attention.length === 0 && (
        <p className={styles["nobody"]}>{out ? boardWords.unknown : boardWords.attention.nobody}</p>
      )}
      <ol ref={list}>
        {attention.map((one, place) => (
          <li
            key={one.key}
            className={ink["ink"]}
            data-kind={one.kind}
            data-quiet={one.call !== undefined && isQuiet(one.call)}
            data-hidden={place >= fitting}
          >
            <span className={styles["mark"]}>
              <Mark kind={one.kind} />
            </span>
            <span className={styles["what"]}>
              <span className={styles["words"]}>{one.words}</span>
              <span className={styles["who"]}>
                {[
                  chairName(one.chair.label),
                  one.patientId && initials(one.patientId),
                  one.call && ageWords(one.at, now).replace(" ago", ""),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {attention.length > fitting && <p className={styles["more"]}>{wallWords.more(attention.length - fitting)}</p>}
    </section>
  );
};

const ICON = { overdue: ClockAlert, held: Hand, affected: Eye, due: CircleDashed, ready: Check };

const Mark = ({ kind }: { readonly kind: AttentionKind }) => {
  const label = boardWords.attention.kind[kind];
  if (kind === "high" || kind === "medium" || kind === "low")
    return (
      <span role="img" aria-label={label}>
        <CallShape priority={kind} />
      </span>
    );
  const Icon = ICON[kind];
  return <Icon role="img" aria-label={label} />;
};
