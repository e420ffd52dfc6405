import { chairName } from "#client/ui/statusWords.ts";
import type { PatientId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { BusyCard } from "./cardModel.ts";
import styles from "./Cover.module.css";
import { summaryOf } from "./coverModel.ts";
import { boardWords } from "./words.ts";

interface SummariesProps {
  readonly cards: readonly BusyCard[];
  readonly patientName: (id: PatientId) => string | undefined;
  readonly now: Instant;
}

/** One page: what who takes over has to know, chair by chair. */
export const Summaries = ({ cards, patientName, now }: SummariesProps) =>
  cards.length === 0 ? (
    <p>{boardWords.cover.noChairs}</p>
  ) : (
    <ul className={styles["summaries"]}>
      {cards.map((card) => (
        <li key={card.chair.id}>
          <strong>
            {[chairName(card.chair.label), patientName(card.session.patientId)].filter(Boolean).join(" · ")}
          </strong>
          {summaryOf(card, now).map((line) => (
            <span key={line}>{line}</span>
          ))}
        </li>
      ))}
    </ul>
  );
