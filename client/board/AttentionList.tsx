import { Check, CircleDashed, ClockAlert, Eye, Hand } from "lucide-react";
import { Link } from "wouter";

import { isQuiet } from "#client/ui/callOrder.ts";
import { CallShape } from "#client/ui/CallTag.tsx";
import { useOut } from "#client/ui/shownLive.ts";
import { ageWords, chairName } from "#client/ui/statusWords.ts";
import type { PatientId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Attention, AttentionKind } from "./attentionModel.ts";
import ink from "./Ink.module.css";
import styles from "./Lists.module.css";
import { boardWords } from "./words.ts";

interface AttentionListProps {
  readonly attention: readonly Attention[];
  readonly now: Instant;
  readonly patientName: (id: PatientId) => string | undefined;
}

/** BD7. Who needs a human, in the order in which to go; the cards stay where they are. */
export const AttentionList = ({ attention, now, patientName }: AttentionListProps) => {
  const out = useOut();
  return (
    <section className={styles["list"]} aria-label={boardWords.attention.title}>
      <h2>
        {boardWords.attention.title}
        {attention.length > 0 && <span className={styles["count"]}>{attention.length}</span>}
      </h2>
      {attention.length === 0 && (
        <p className={styles["nobody"]}>{out ? boardWords.unknown : boardWords.attention.nobody}</p>
      )}
      <ol>
        {attention.map((one) => (
          <li
            key={one.key}
            className={ink["ink"]}
            data-kind={one.kind}
            data-quiet={one.call !== undefined && isQuiet(one.call)}
          >
            <Link href={`/chairs/${one.chair.id}`} className={styles["row"]}>
              <span className={styles["mark"]}>
                <Mark kind={one.kind} />
              </span>
              <span className={styles["what"]}>
                <span className={styles["words"]}>{one.words}</span>
                <span className={styles["who"]}>
                  {[chairName(one.chair.label), one.patientId && patientName(one.patientId)]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              {one.call && <span className={styles["since"]}>{ageWords(one.at, now).replace(" ago", "")}</span>}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
};

const ICON = { overdue: ClockAlert, held: Hand, affected: Eye, due: CircleDashed, ready: Check };

const Mark = ({ kind }: { readonly kind: AttentionKind }) => {
  const label = boardWords.attention.kind[kind];
  if (kind === "high" || kind === "medium" || kind === "low") {
    return (
      <span role="img" aria-label={label}>
        <CallShape priority={kind} />
      </span>
    );
  }
  const Icon = ICON[kind];
  return <Icon role="img" aria-label={label} />;
};
